"""Words put under their first letters find what they find side by side."""

import re

import pytest

from facts.extraction.grouped import grouped, openings

WORDS = r"says|said|(?:is|are)\sdue|(?:re)?opens?|[a-z]{3,}ed|at (?:last|least)|(?:a|b)+c|no\)|x"
TEXTS = (
    "she said so",
    "it is due, they are due",
    "the pier reopens and opens",
    "they waited at last, at least",
    "abac aabc no) x y",
    "opening days",
)


@pytest.mark.parametrize("text", TEXTS)
def test_finds_the_same_words(text: str) -> None:
    plain = re.compile(rf"\b(?:{WORDS})(?!\w)")
    quick = re.compile(rf"\b(?:{grouped(WORDS)})(?!\w)")
    found = [match.span() for match in plain.finditer(text)]
    assert [match.span() for match in quick.finditer(text)] == found
    assert found or text == "opening days"


def test_puts_what_a_group_opens_under_its_letters() -> None:
    assert grouped("(?:is|are) due|(?:re)?opens") == "i(?:s due)|a(?:re due)|r(?:eopens)|o(?:pens)"


def test_tells_what_words_open_with() -> None:
    found = openings("labell?ed|emphasi[sz]ed|(?:is|was) due|(?:re)?assured?(?=\\s)|said|[a-z]+ed")
    assert set(found) == {"label", "emphasi", "is", "was", "reassure", "assure", "said", ""}
