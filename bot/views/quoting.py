"""A fact as lines of a message: the words that answer, the quotation, whose words, the document."""

from collections.abc import Sequence
from datetime import date

from bot.views import documents
from bot.views.contested import wording_lines
from bot.views.html import escape, marked, shortened
from bot.views.texts import say
from facts.quote import Quote
from facts.types import Basis, FactKind, Granularity, Span

LONGEST_QUOTE = 1_500
LONGEST_LINE = 300
LONGEST_LEANT_ON = 600
MOST_NAMES = 12
LEAST_OF_ANSWER = 4  # a day that is a smaller part of the answering words is not what answers
# A fact of this many days before the newest document says its age.
OLD_FROM = 60
YEAR, MONTH = 365, 30


def quoted(
    quote: Quote,
    *,
    headline: bool = True,
    newest: date | None = None,
    most: int = LONGEST_QUOTE,
) -> list[str]:
    """Return the lines of one fact; `newest` is the day of the store's newest document."""
    text, spans = quote.text, _spans(quote)
    lines = [_headline(quote, spans)] if headline and spans else []
    if len(text) > most:
        text, spans = shortened(text, most), ()
    lines.append(f"<blockquote>{marked(text, *spans)}</blockquote>")
    lines += leant_on(quote, most)
    lines += [*whose_lines(quote), *wording_lines(quote)]
    source = documents.source_line(quote.document)
    lines.append(f"{source} · {say('also-in', count=quote.also_in)}" if quote.also_in else source)
    lines.append(dated(quote, newest))
    if not quote.standing:
        lines.append(say("no-longer-stands"))
    return lines


def brief(quote: Quote, most: int = LONGEST_LINE) -> list[str]:
    """Return a fact to choose from or beside another: its words, what it leans on, the document."""
    cut = len(quote.text) > most
    text, spans = (shortened(quote.text, most), ()) if cut else (quote.text, _spans(quote))
    words = f"<blockquote>{marked(text, *spans)}</blockquote>"
    source = f"{escape(whose(quote))} · {documents.source_line(quote.document)}"
    published = documents.published(quote.document.published)
    return [words, *leant_on(quote, most), *wording_lines(quote), f"{source} · {published}"]


def dated(quote: Quote, newest: date | None) -> str:
    """Return when the document was published and, when that is long before the newest, its age."""
    known = quote.document.published
    told = age(known.day, newest)
    return f"{documents.published(known)} · {told}" if told else documents.published(known)


def age(day: date | None, newest: date | None) -> str:
    """Return how much older a day is than the newest document's, when that is worth saying."""
    days = (newest - day).days if day and newest else 0
    if days >= YEAR:
        return say("age-years", count=days // YEAR)
    return say("age-months", count=days // MONTH) if days >= OLD_FROM else ""


def whose_lines(quote: Quote) -> list[str]:
    """Return whose words a fact is; a photo caption is labelled whoever speaks in it."""
    lines = [escape(whose(quote))]
    if quote.kind is FactKind.CAPTION and lines[0] != say("photo-caption"):
        lines.insert(0, say("photo-caption"))
    return lines


def whose(quote: Quote) -> str:
    """Return whose words or whose claim a fact is, as plain text."""
    said = quote.attribution
    if not said.sure:
        return say("speaker-uncertain")
    if said.speaker is not None and said.basis is not Basis.DOCUMENT:
        named = f"{said.speaker}, {said.role}" if said.role else said.speaker
        return say(f"speaker-{said.basis.value}", speaker=named)
    if quote.kind is FactKind.CAPTION:
        return say("photo-caption")
    return say("as-given") if quote.kind is FactKind.GIVEN else say("narration")


def leant_on(quote: Quote, most: int) -> list[str]:
    """Return what a fact leans on, apart from its words: sentences, column heads, a list's line."""
    line = min(most, LONGEST_LINE)
    lines = []
    if quote.leans_on:
        before = shortened(" ".join(quote.leans_on), min(most, LONGEST_LEANT_ON))
        lines.append(say("leans-on", words=escape(before)))
    if quote.context.heads:
        heads = shortened(" | ".join(quote.context.heads), line)
        lines.append(say("columns", words=escape(heads)))
    if quote.lead_in:
        lines.append(say("lead-in", words=escape(shortened(quote.lead_in, line))))
    return lines


def answering_words(quote: Quote) -> str:
    """Return the words that answer, in the order of the text; "" where the whole fact does."""
    text = quote.text
    named = list(dict.fromkeys(span.of(text) for span in _spans(quote)))
    if len(named) > MOST_NAMES:
        named = [*named[:MOST_NAMES], "…"]
    return ", ".join(named)


def _headline(quote: Quote, spans: Sequence[Span]) -> str:
    words = escape(shortened(answering_words(quote), LONGEST_LINE))
    return f"<b>{words}</b>{escape(_meant_day(quote, spans[0]))}"


def _spans(quote: Quote) -> tuple[Span, ...]:
    """Return the answering runs in order; none when they are the whole fact."""
    found = [
        span for span in (quote.answer, *quote.also) if span is not None and span.of(quote.text)
    ]
    if len(found) == 1 and found[0].of(quote.text) == quote.text:
        return ()
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _meant_day(quote: Quote, answer: Span) -> str:
    """Return what a relative date means, or that it stays open: "Wednesday" is not a date yet.

    Not of a long quotation in which a day is only mentioned.
    """
    least = (answer.end - answer.start) / LEAST_OF_ANSWER
    inside = (
        m
        for m in quote.moments
        if m.start < answer.end and answer.start < m.end and m.end - m.start >= least
    )
    moment = next((m for m in inside if m.granularity is not Granularity.DURATION), None)
    if moment is None or moment.rule == "full-date":
        return ""
    if moment.earliest and moment.latest:
        known = documents.days(moment.earliest, moment.latest)
        return say("meant-day", day=known)
    published = documents.published(quote.document.published)
    return say("open-day", published=published[:1].lower() + published[1:])
