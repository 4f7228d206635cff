"""Quotation marks of every style, and the apostrophes that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.extraction.quotes import spans, with_double_marks


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("‘I don’t know,’ he said.", ["“I don’t know,”"]),
        ("'It was fine,' she said, 'I think.'", ["“It was fine,”", "“I think.”"]),
        ("The trustees’ chair said ‘no’.", ["“no”"]),
        ("The ships of the '90s didn't last.", []),
        ("‘My grandchildren ask why.", ["“My grandchildren ask why."]),
    ],
)
def test_single_marks_quote_and_apostrophes_do_not(text: str, quoted: list[str]) -> None:
    plain = with_double_marks(text)
    assert [plain[start:end] for start, end in spans(plain, is_open=False)] == quoted


@given(st.text(alphabet="ab s.,‘’'“”\"", max_size=60), st.booleans())
def test_words_keep_their_places(text: str, is_open: bool) -> None:
    plain = with_double_marks(text, is_open=is_open)
    changed = [(a, b) for a, b in zip(text, plain, strict=True) if a != b]
    assert all(a in "‘’'" and b in "“”" for a, b in changed)
