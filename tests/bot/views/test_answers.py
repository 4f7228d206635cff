"""Answers as messages: the words, whose words, the document, nothing else."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.markup import parse_html
from bot.views import answers
from facts.quote import DocumentCard, Quote
from facts.types import (
    Attribution,
    Basis,
    Context,
    Direction,
    FactKind,
    Granularity,
    Moment,
    Published,
    PublishedBasis,
    Span,
)

TEXT = "In May, at least 12 bridges were closed."
CARD = DocumentCard(3, "Bridges & <tunnels>", None, Published())
QUOTE = Quote(
    fact_id=1,
    passage_id=1,
    external_id=None,
    text=TEXT,
    kind=FactKind.SENTENCE,
    span=Span(0, len(TEXT)),
    block=0,
    context=Context(),
    leans_on=(),
    lead_in=None,
    attribution=Attribution(),
    moments=(),
    figures=(),
    names=(),
    document=CARD,
    answer=Span(8, 27),
)


def shown(quote: Quote, **more: object) -> str:
    return answers.found(quote, 7, **more).html  # type: ignore[arg-type]


def test_answer_is_the_picture() -> None:
    assert shown(QUOTE) == (
        "<b>at least 12 bridges</b>\n"
        "<blockquote>In May, <b>at least 12 bridges</b> were closed.</blockquote>\n"
        "The document's words; nobody quoted\n"
        "<i>Bridges &amp; &lt;tunnels&gt;</i> · outlet unknown\n"
        "Published: unknown"
    )


@pytest.mark.parametrize(
    ("attribution", "words"),
    [
        (Attribution("Ana Roth", None, Basis.QUOTE), "Ana Roth, quoted"),
        (Attribution("Ana Roth", "mayor", Basis.INDIRECT), "Ana Roth, mayor, as reported"),
        (Attribution("Ana Roth", None, Basis.QUOTE, sure=False), "speaker uncertain"),
        (Attribution(), "nobody quoted"),
    ],
)
def test_claim_is_its_speakers_only_when_sure(attribution: Attribution, words: str) -> None:
    told = shown(replace(QUOTE, attribution=attribution))
    assert words in told
    assert ("Ana Roth" in told) == (attribution.sure and attribution.speaker is not None)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (Published(date(2025, 5, 2), date(2025, 5, 2), PublishedBasis.ADMIN), "2 May 2025"),
        (Published(date(2022, 11, 7), None, PublishedBasis.INFERRED), "not before 7 Nov 2022"),
        (Published(None, date(2022, 11, 7), PublishedBasis.INFERRED), "not after 7 Nov 2022"),
        (
            Published(date(2022, 1, 1), date(2022, 11, 7), PublishedBasis.INFERRED),
            "between 1 Jan 2022 and 7 Nov 2022",
        ),
    ],
)
def test_date_says_no_more_than_is_known(published: Published, words: str) -> None:
    assert words in shown(replace(QUOTE, document=replace(CARD, published=published)))


def test_caption_is_labelled() -> None:
    assert "Photo caption" in shown(replace(QUOTE, kind=FactKind.CAPTION))


def test_sentences_leaned_on_stand_beneath() -> None:
    told = shown(replace(QUOTE, leans_on=("It rained.",)))
    assert "Before it: <i>It rained.</i>" in told


def test_other_documents_and_repairs_are_told() -> None:
    told = shown(replace(QUOTE, also_in=2), read_as="how many bridges")
    assert told.startswith("Read as: <i>how many bridges</i>")
    assert "also in 2 other documents" in told


def test_choice_has_a_button_for_each_and_for_none() -> None:
    message = answers.choice([QUOTE, QUOTE], 7, read_as=None)
    labels = [[button.text for button in row] for row in message.buttons]
    assert labels == [["1", "2"], ["None of these"]]


def test_single_fact_is_to_be_confirmed() -> None:
    message = answers.choice([QUOTE], 7, read_as=None)
    assert [button.text for row in message.buttons for button in row] == ["Yes, this", "No"]
    assert "<b>at least 12 bridges</b>" in message.html


def test_passage_is_cut_at_blocks_and_says_so() -> None:
    reading = "\n".join(f"Paragraph {n} " + "word " * 60 for n in range(9))
    breaks = [at + 1 for at, c in enumerate(reading) if c == "\n"]
    span = Span(breaks[3], breaks[3] + 11)
    told = answers.passage(reading, span, breaks).html
    assert told.startswith("<blockquote>…Paragraph 2 ")
    assert "<b><u>Paragraph 4</u></b>" in told
    assert told.endswith("…</blockquote>")


@given(text=st.text(min_size=1, max_size=400), data=st.data())
def test_any_words_make_markup_that_telegram_takes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = replace(QUOTE, text=text, answer=Span(start, end), leans_on=(text,))
    plain, _ = parse_html(shown(quote, read_as=text))
    assert len(plain) < 4096


@given(text=st.text(alphabet="word <&>.", min_size=1, max_size=9000))
def test_long_facts_stay_within_telegrams_limit(text: str) -> None:
    quote = replace(QUOTE, text=text, answer=None, leans_on=(text, text), lead_in=text)
    plain, _ = parse_html(shown(quote, read_as=text))
    assert len(plain.encode("utf-16-le")) // 2 <= 4096


def on_wednesday(day: date | None, published: Published) -> str:
    text = "They spoke on Wednesday."
    moment = Moment(
        "Wednesday", 14, 23, day, day, Granularity.DAY, Direction.ON, "weekday", published.day
    )
    quote = replace(QUOTE, text=text, answer=Span(14, 23), moments=(moment,))
    return shown(replace(quote, document=replace(CARD, published=published))).splitlines()[0]


def test_weekday_of_an_undated_document_stays_open() -> None:
    undated = Published(date(2022, 11, 7), None, PublishedBasis.INFERRED)
    assert on_wednesday(None, undated) == (
        "<b>Wednesday</b> (published: unknown, not before 7 Nov 2022)"
    )


def test_weekday_of_a_dated_document_is_told() -> None:
    dated = Published(date(2022, 11, 18), date(2022, 11, 18), PublishedBasis.ADMIN)
    assert on_wednesday(date(2022, 11, 16), dated) == "<b>Wednesday</b> (16 Nov 2022)"


def test_day_only_mentioned_in_a_long_quotation_is_not_told() -> None:
    text = '"Since the tunnel opened in August we have lost four in ten," said Ohlund.'
    first, last = date(2026, 8, 1), date(2026, 8, 31)
    moment = Moment("August", 28, 34, first, last, Granularity.MONTH, Direction.ON, "month", last)
    quote = replace(QUOTE, text=text, answer=Span(0, 61), moments=(moment,))
    assert shown(quote).splitlines()[0] == f"<b>{text[:61]}</b>"
