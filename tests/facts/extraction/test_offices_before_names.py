"""Offices before names, letters that were issued, and whom "he added" means."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from tests.facts.extraction.told import facts_of


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Leader of the Opposition Farhan Qidwai said it was dear.", "Farhan Qidwai"),
        ("Leader of the Council Faraz Petrov said it was dear.", "Faraz Petrov"),
        ("The Speaker of the House Ida Roe said it was late.", "Ida Roe"),
        ("The leader of the opposition Ida Roe said it was late.", "Ida Roe"),
        ("An official release issued later in the day said it was late.", "An official release"),
    ],
)
def test_who_holds_an_office_or_issues_a_letter_speaks(text: str, speaker: str) -> None:
    told = facts_of(text)[0].attribution
    assert (told.speaker, told.sure) == (speaker, True)


def test_two_may_be_meant_behind_a_relation() -> None:
    assert not facts_of("The mother of the bride Ida Roe said it was late.")[0].attribution.sure


def test_he_added_means_whoever_spoke_just_before() -> None:
    told = facts_of(
        "“We dropped him twice,” coach Otto Brandt said. Jon Arke would see a doctor, he added."
    )
    assert told[-1].attribution.speaker == "Otto Brandt"


def test_a_label_with_its_holder_in_brackets_names_the_bare_label() -> None:
    turns = (
        "The Executive Member for Roads (Eng. Lucy Odera): The bridge is late.\n\n"
        "Ivo Roe: Why is it late?\n\n"
        "The Executive Member for Roads: It was the rain, and the rain alone.\n"
    )
    told = extract(read_here("a.txt", turns.encode())[0].reading)
    assert told[-1].attribution.speaker == "Lucy Odera"


def test_cedis_are_money() -> None:
    (sum_,) = facts_of("The firm wants GH¢120 million.")[0].figures
    assert (sum_.text, sum_.low, sum_.unit) == ("GH¢120 million", 120_000_000, "GH¢")


def test_initials_on_labels_mean_whom_the_text_names() -> None:
    turns = (
        "Donal Furey\n\nNuala Keaveney builds boats.\n\nDonal Furey: Why stop now?\n\n"
        "Nuala Keaveney: Because I can get no larch.\n\nDF: Were you offered money?\n\n"
        "NK: They offered it last summer, and I refused it.\n\n"
        '"She owns half a leaking roof," says Tomas Keaveney.\n'
    )
    told = [d.attribution for d in extract(read_here("a.txt", turns.encode())[0].reading)]
    assert [who.speaker for who in told[-3:-1]] == ["Donal Furey", "Nuala Keaveney"]
    assert not told[-1].sure


def test_cr_is_a_councillor() -> None:
    told = facts_of("Cr Peddie said it was dear.", "Cr Grant Peddie said it was late.")
    assert told[0].attribution.speaker == "Grant Peddie"


def test_he_behind_a_place_and_a_day_is_no_name() -> None:
    told = facts_of("Yet at the Labour Tribunal on 17 September he assured members it was paid.")
    assert not told[0].attribution.sure
