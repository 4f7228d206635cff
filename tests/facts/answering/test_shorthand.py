"""What messages write short is written out before it is read."""

import pytest

from facts.answering.shorthand import written_out
from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("whos leading the talks", "who is leading the talks"),
        ("who's won the cup", "who has won the cup"),
        ("Whos paying for it", "Who is paying for it"),
        ("whos boat was sold", "whose boat was sold"),
        ("what’s the price", "what is the price"),
        ("how'd the ferry sink", "how did the ferry sink"),
        ("who'll pay", "who will pay"),
        ("r the shops shut", "are the shops shut"),
        ("why r the shops shut", "why are the shops shut"),
        ("y did it sink", "why did it sink"),
        ("how many ppl came this yr?", "how many people came this year?"),
        ("hes been hurt", "he has been hurt"),
        ("how come it sank", "why it sank"),
        ("whereabouts is the ferry", "where is the ferry"),
        ("whats up with the ferry", "what happened at the ferry"),
        ("wen did it sink", "when did it sink"),
    ],
)
def test_short_forms_are_written_out(short: str, meant: str) -> None:
    assert written_out(short) == meant


@pytest.mark.parametrize(
    "text",
    [
        "when did PPL Corp close the plant",
        "what does vitamin r do",
        "who runs R & D at Velden",
        "its roof and this hall",
        "WHO's budget",
        "y axis of the chart",
        "whereabouts of the missing",
    ],
)
def test_names_letters_and_whole_words_stay(text: str) -> None:
    assert written_out(text) == text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many ppl live in Velden", "Velden has 4,100 inhabitants."),
        ("whos leading the commission", "The commission is led by Edda Varn."),
        ("so who's the mayor of Velden", "The mayor of Velden is Edda Varn."),
        ("any news on the ferry", "The ferry sank on 3 May 2026."),
        ("wanna know when the ferry sank", "The ferry sank on 3 May 2026."),
    ],
)
def test_questions_in_short_forms_are_answered(question: str, text: str) -> None:
    assert told(question, text).status is Status.FOUND
