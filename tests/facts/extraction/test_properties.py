"""No text and no bytes make a reader or the extraction fail; every span gives its exact words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.errors import DocumentRefused
from facts.extraction.extract import extract, infer_published
from facts.reading.read import read_here
from facts.types import FactDraft, Particulars, Published, PublishedBasis, ReadDocument

NAMES = ["a.txt", "a.md", "a.html", "a.csv", "a.json", "a.jsonl", "a.eml", "a"]
WORDS = st.sampled_from(
    [
        "Ida",
        "Roe",
        "said",
        "that",
        "“we",
        "will”",
        '"',
        '"',
        ".",
        ",",
        ":",
        ";",
        "(",
        ")",
        "...",
        "U.S.",
        "Mr.",
        "in",
        "on",
        "by",
        "since",
        "until",
        "at",
        "least",
        "12",
        "30%",
        "€5m",
        "between",
        "and",
        "or",
        "3-5",
        "May",
        "2025",
        "Nov.",
        "7",
        "31",
        "February",
        "Wednesday",
        "next",
        "last",
        "year",
        "ago",
        "two",
        "weeks",
        "the",
        "minister",
        "Ministry",
        "of",
        "Foreign",
        "Affairs",
        "It",
        "he",
        "she",
        "claimed",
        "according",
        "to",
        "-",
        "|",
        "#",
        "*",
        ">",
        "1.",
        "00.48",
        "NAME:",
        "\n",
        "\n\n",
        "\xa0",
        "\u2028",
        "é",
        "😀",
        "<p>",
        "</p>",
        "<table>",
        '{"text":',
        "}",
        "[",
        "99999999999999999999",
        "0001-01-01",
        "9999",
    ]
)
DAYS = [Published(), Published(date(1, 1, 1), date(1, 1, 1)), Published(date.max, date.max)]


def read(name: str, content: bytes) -> tuple[ReadDocument, ...]:
    try:
        return read_here(name, content, Particulars())
    except DocumentRefused:
        return ()


def check(document: ReadDocument, published: Published) -> None:
    text = document.reading.text
    drafts = extract(document.reading, published)
    for draft in drafts:
        assert draft.text == draft.span.of(text) != ""
        check_spans(draft)
        for span in draft.context.previous:
            assert 0 <= span.start < span.end <= draft.span.start
    assert infer_published(document.reading, drafts).basis in PublishedBasis


def check_spans(draft: FactDraft) -> None:
    for part in (*draft.moments, *draft.figures, *draft.names):
        assert draft.text[part.start : part.end] == part.text != ""
    assert all(figure.low <= figure.high for figure in draft.figures)
    moments = [m for m in draft.moments if m.earliest and m.latest]
    assert all(m.earliest <= m.latest for m in moments if m.earliest and m.latest)


@settings(max_examples=150)
@given(st.sampled_from(NAMES), st.lists(WORDS, max_size=60), st.sampled_from(DAYS))
def test_words_of_every_kind_are_read_or_refused(
    name: str, words: list[str], published: Published
) -> None:
    for document in read(name, " ".join(words).encode()):
        check(document, published)


@settings(max_examples=150)
@given(st.sampled_from(NAMES), st.text(max_size=200))
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    for document in read(name, text.encode("utf-8", errors="surrogatepass")):
        check(document, Published())


@settings(max_examples=150)
@given(st.sampled_from(NAMES), st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    for document in read(name, content):
        check(document, Published())


@pytest.mark.parametrize("published", DAYS)
def test_days_at_the_ends_of_the_calendar_are_no_trouble(published: Published) -> None:
    words = (
        "Last year, next year, yesterday, tomorrow, 9999 weeks ago, last Monday, in May, Nov. 7."
    )
    check(read("a.txt", words.encode())[0], published)
