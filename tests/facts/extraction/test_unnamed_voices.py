"""Voices without a name beside a colon, lands told of by where they lie, and lists of who came."""

import pytest

from tests.facts.extraction.told import facts_of, named, sure_speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('State radio there said only that trade was "normal".', "State radio"),
        ("An aide corrected her on the bus: the levy would be 1.5%.", "An aide"),
        (
            'A Western diplomat, who asked not to be named, was doubtful: "They broke it twice."',
            "A Western diplomat",
        ),
        ('One shopkeeper was unimpressed: "They never came."', "One shopkeeper"),
        ("A nurse on the ward was very angry: “We were told nothing.”", "A nurse on the ward"),
        ("Neighbouring Tescala has said that a higher dam would starve its farms.", "Tescala"),
        ("The ferry was late, its captain says.", "its captain"),
        (
            "Former sheriff Boyd Hanley told a deputy to “lose” a tape, prosecutors said Tuesday.",
            "prosecutors",
        ),
    ],
)
def test_voices_without_a_name_are_heard(text: str, speaker: str) -> None:
    assert sure_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "A plaque to the nurse was plain: “She stayed.”",
        "The nurse in the photo wore a sign that was plain: “She stayed.”",
        "Governor Ray Hollis conceded to Senator Ana Cruz shortly after midnight.",
        "The inquiry, led by retired judge Noel Brandt, found that ice had blocked a sensor.",
    ],
)
def test_what_is_written_there_is_nobodys_word(text: str) -> None:
    assert sure_speaker(text) not in {"the nurse", "The nurse", "Ray Hollis", "Noel Brandt"}


def test_a_teacher_is_not_the_head_teacher() -> None:
    found = sure_speaker(
        "Pupils have designed a bridge, head teacher Grace Obi announced.",
        "Their teacher said both had worked hard.",
    )
    assert found == "Their teacher"


def test_the_minister_is_not_the_prime_minister() -> None:
    told = "Prime Minister Grace Obi met growers in Sarn."
    assert sure_speaker(told, "The minister said it was late.") is None


def test_an_excellency_holds_the_office_before_the_comma() -> None:
    found = sure_speaker(
        "The Ambassador of Tescala, H.E. Mrs Solveig Osei, met the mayor.",
        "The Ambassador expressed concern at the detention of four drivers.",
    )
    assert found == "Solveig Osei"


@pytest.mark.parametrize("head", ["Attending", "Present", "Also present", "Members present"])
def test_a_list_of_who_came_is_no_headline(head: str) -> None:
    found = facts_of(
        "Meeting of the Harbour Trust, 3 May 2026",
        f"{head}: Ms Lena Forde (Chair), Dr Una Shaw, Mr Tim Rudd (Treasurer)",
        "Mr Rudd reported a surplus of £4,100.",
    )
    assert found[-1].attribution.speaker == "Tim Rudd"


def test_twins_are_no_given_name() -> None:
    found = named("Twins Leo and Max Ostrander, 15, drew the winning plan.")
    assert "Twins Leo person" not in found
