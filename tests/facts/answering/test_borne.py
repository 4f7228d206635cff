"""Facts that bear a question out though a number, a doer or a phrase stands otherwise in them."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many bodies were handed back", "The remains of 63 soldiers were returned in June."),
        ("how many kids in Velden are deaf", "In Velden about 4 per cent of children are deaf."),
        (
            "how many tourists came to Velden",
            "The number of foreign visitors to Velden rose by 6% to 21,700.",
        ),
        ("who raised the alarm", "The alarm was raised at 14:12 by a walker."),
        ("who put up money for the hare", "Edda Varn has offered a reward for the hare."),
        ("when is the last night at the Globe", "The last night at the Globe is on 28 March."),
    ],
)
def test_facts_bear_questions_out(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


def test_who_says_that_another_does_it_is_not_who_does_it() -> None:
    text = "Brandt to go to prison\n\nHis lawyer, Edda Varn, said her client would appeal."
    found = told("will brandt appeal", text).facts
    assert [one.lacks for one in found if "client" in one.candidate.text] == [()]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many soldiers were killed", "The army killed 14 civilians."),
        ("how many tourists came", "The number of hotels rose to 40 as visitors came."),
        ("who raised the alarm", "The alarm was raised at 14:12."),
        ("who put up money for the hare", "The hare was put up in the park."),
    ],
)
def test_other_numbers_and_other_doers_bear_nothing_out(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


def test_misspelt_word_is_read_as_what_its_other_words_stand_for() -> None:
    found = told("boffinns at Velden", "The scientists at Velden left.")
    assert found.read_as == "boffins at Velden"


def test_where_something_happened_is_not_whom_a_pronoun_stands_for() -> None:
    text = (
        "Cholera kills 17 in Velden\n\nEdda Varn said the wells of Lower Kess were dirty. "
        "She blamed the outbreak on the flood of May 30."
    )
    found = told("what caused the outbreak in Velden", text).facts
    assert [one.lacks for one in found if "blamed" in one.candidate.text] == [()]
