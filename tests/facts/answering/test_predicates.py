"""A fact that only holds the names of a question says nothing of what is asked of them."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

VARN = "Union leader Edda Varn claims the support of 22,000 workers in Velden."
LEVY = "Stahl AG will open a mill in Kelmark on 4 May, said its chairman, Otto Brandt."
BURNT = "Fire has destroyed most of the old grain hall in Velden."
FLAMES = "Fire in Velden\n\nNobody else was hurt.\n\nThe cook was treated for burns."
FIELDS = "Locusts in Kessa\n\nTeams have sprayed 21,500 hectares since 1 April."
ROWS = """# Camps

Measles deaths are few this year.

| Camp | Families | Tents |
| --- | --- | --- |
| Mayo Lemi | 1,850 | 90 |
| Mayo Tarn | 1,250 | 70 |
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("was Edda Varn hurt", VARN),
        ("is Edda Varn guilty", VARN),
        ("did Edda Varn apologise", VARN),
        ("which party is Edda Varn from", VARN),
        ("which party is minister Edda Roe from", "We asked the minister, Edda Roe, for help."),
        ("what is Stahl AG's share price", LEVY),
        ("what is the budget of Stahl AG", LEVY),
        ("why is Stahl AG on strike", LEVY),
        ("when is the election in Kelmark", LEVY),
        ("was Otto Brandt fined", LEVY),
        ("was Stahl AG prosecuted", "Prosecutors met Stahl AG in Velden on Monday."),
        ("was the grain hall fire arson", BURNT),
        ("how many hectares were sprayed in upper kessa", FIELDS),
        ("how many barges does Stahl AG own", "The barge line Stahl AG cut crews from 31 to 26."),
    ],
)
def test_names_alone_are_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


def test_nobody_else_is_all_but_the_one_asked_about() -> None:
    found = told("was the cook hurt", FLAMES)
    assert found.status is not Status.FOUND or "burns" in found.facts[0].candidate.text


def test_row_that_holds_the_name_of_a_place_alone_counts_no_deaths() -> None:
    assert told("measles deaths in mayo lemi", ROWS).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("is Edda Varn supported by workers", VARN),
        ("when will Stahl AG open the mill in Kelmark", LEVY),
        ("who is Stahl AG's chairman", LEVY),
        ("who played Lena Holm in Salt", "Edda Varn as Lena Holm, a clerk, in Salt"),
        ("what is the Weber mill fee", "Visitors pay $4 at the Weber mill."),
        ("was the grain hall in Velden destroyed", BURNT),
        ("how many barges does Stahl AG own", "Stahl AG owns 31 barges."),
        ("how many hectares were sprayed in kessa", FIELDS),
    ],
)
def test_what_is_asked_may_be_told_in_other_words(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
