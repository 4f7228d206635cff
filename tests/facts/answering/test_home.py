"""What a document keeps naming it is about, also where a fact of it does not say so."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

HARBOUR = (
    "An hour at the quay\n\n"
    "The harbour of Corvey was dredged in May. "
    "Corvey sold fish worth 4 million crowns last year. "
    "The ice house burned in 1990, said clerk Edda Varn. "
    "In Hasp a crane fell on 3 June. "
    "The buoys of Hasp were painted in 2019."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("when did the ice house burn in corvey", "The ice house burned"),
        ("when did the ice house of corvey burn", "The ice house burned"),
    ],
)
def test_fact_without_the_name_answers_where_its_document_is_about_it(
    question: str, answer: str
) -> None:
    found = told(question, HARBOUR)
    assert (found.status, found.facts[0].lacks) == (Status.FOUND, ())
    assert found.facts[0].candidate.text.startswith(answer)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when did the crane fall in corvey", HARBOUR),  # another town's
        ("when were the buoys of corvey painted", HARBOUR),
        # Named once by the way: the document is not about it.
        (
            "when did the ice house burn in lund",
            "The harbour of Corvey was dredged. A ship from Lund lay there. "
            "Edda Varn watched the tide. The ice house burned in 1990.",
        ),
    ],
)
def test_fact_of_another_place_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND
