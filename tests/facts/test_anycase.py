"""Looking in small letters finds what ignoring case finds, at the same places."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.answering import patterns, reasons, spoken, stocks, whereabouts
from facts.anycase import AnyCase, blanked

LOOKED_FOR = (
    *(patterns.WHEN, patterns.NUMBER, patterns.DURATION, patterns.LENGTH, patterns.LASTING),
    *(reasons._CAUSE, reasons._NO_REASON, reasons._LASTING, reasons._EFFECT),
    *(spoken._TELLS, stocks._TIMES, whereabouts._SOMEWHERE),
)
PIECES = (
    *("Since", "SINCE", "ſince", "since Then,", "5 KM", "5 \u212am", "AD", "300 Bc", "MARCH 4"),
    *("TWICE", "Half the", "TENFOLD", "In", "\u0130n", "because", "Called For", "é", "ẞ", "ΣΑΣ"),
    *("“No”", "told", "TOLD", "For Three Days", ", Forcing them out.", "near", "at 9 A.M.", "’s"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)


def spans(found: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


@given(TEXTS | st.text(max_size=40))
def test_the_same_is_found_as_by_ignoring_case(text: str) -> None:
    for pattern in LOOKED_FOR:
        ignoring = re.compile(pattern._small.pattern, re.IGNORECASE)
        assert spans([*pattern.finditer(text)]) == spans([*ignoring.finditer(text)])
        first, other = pattern.search(text), ignoring.search(text)
        assert spans([first] if first else []) == spans([other] if other else [])


def test_what_a_match_says_is_in_small_letters() -> None:
    found = AnyCase(r"\btwice\b").search("It rang TWICE.")
    assert found is not None
    assert (found.group(), found.span()) == ("twice", (8, 13))


def test_a_pattern_with_a_capital_is_refused() -> None:
    with pytest.raises(ValueError, match="capital"):
        AnyCase(r"\bMarch\b")
    assert AnyCase(r"\W\S").search("A, B")  # what is escaped is no letter


def test_what_is_blanked_keeps_its_length() -> None:
    text = "Called FOR rain, and for sun"
    assert blanked(AnyCase("for"), text) == "Called     rain, and     sun"
    assert blanked(re.compile("for"), text) == "Called FOR rain, and     sun"
    assert blanked(AnyCase("snow"), text) is text
