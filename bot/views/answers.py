"""Answers as messages: DESIGN's picture, at phone width."""

from collections.abc import Sequence

from bot.ports import Button, Message
from bot.views import documents
from bot.views.html import escape, marked, shortened
from bot.views.texts import say
from facts.quote import Quote
from facts.types import Basis, FactKind, Granularity, Span

# A digest or an answer stays well under Telegram's 4,096 characters after entity parsing.
LONGEST_QUOTE = 1_500
LONGEST_CHOICE = 300
LONGEST_LEANT_ON = 600
CONTEXT_EACH_SIDE = 700


def found(quote: Quote, answer_id: int, *, rank: int = 0, read_as: str | None = None) -> Message:
    """Return the answer: the words that answer, the fact, whose words, the document."""
    lines = [_read_as(read_as)] if read_as else []
    lines += _quoted(quote)
    return Message("\n".join(lines), ((*_looking(answer_id, rank), *_judging(answer_id)),))


def choice(quotes: Sequence[Quote], answer_id: int, *, read_as: str | None) -> Message:
    """Return the nearest facts to choose from: one to be confirmed, or up to three."""
    lines = [_read_as(read_as)] if read_as else []
    none = (Button(say("button-none"), data=f"none:{answer_id}"),)
    if len(quotes) == 1:
        confirm = Button(say("button-yes"), data=f"pick:{answer_id}:0")
        lines += [say("choice-of-one"), *_quoted(quotes[0], headline=False)]
        return Message("\n".join(lines), ((confirm, Button(say("button-no"), data=none[0].data)),))
    lines.append(say("choice"))
    for number, quote in enumerate(quotes, start=1):
        words = escape(shortened(quote.text, LONGEST_CHOICE))
        lines.append(f"\n<b>{number}</b>  {words}")
        lines += _leans_on(quote, LONGEST_CHOICE)
        lines.append(documents.source_line(quote.document))
    picks = tuple(
        Button(str(number), data=f"pick:{answer_id}:{number - 1}")
        for number in range(1, len(quotes) + 1)
    )
    return Message("\n".join(lines), (picks, none))


def nothing(document_count: int, *, read_as: str | None) -> Message:
    """Return the plain word that the documents do not say."""
    told = say("nothing", count=document_count) if document_count else say("empty-store")
    return Message(f"{_read_as(read_as)}\n{told}" if read_as else told)


def to_part(message: Message, question: str) -> Message:
    """Return the message for one of several questions, opened by that question."""
    asked = say("asked", question=escape(shortened(question, LONGEST_CHOICE)))
    return Message(f"{asked}\n{message.html}", message.buttons)


def none_chosen() -> Message:
    """Return what stands in place of a choice when none of it was wanted."""
    return Message(say("nothing-chosen"))


def no_words() -> Message:
    """Return how to ask, for a message without any word to look for."""
    return Message(say("no-words"))


def not_given(quote: Quote, answer_id: int, *, read_as: str | None) -> Message:
    """Return that the asked date, side or name is not there, with the nearest fact beneath."""
    lines = [_read_as(read_as)] if read_as else []
    lines += [say("not-given"), *_quoted(quote, headline=False)]
    return Message("\n".join(lines), (_looking(answer_id, 0),))


def passage(reading: str, span: Span, breaks: Sequence[int]) -> Message:
    """Return the passage around a fact, the fact marked, cut at blocks where it can be.

    `breaks` are the places where blocks of the reading begin.
    """
    start = max(0, span.start - CONTEXT_EACH_SIDE)
    end = min(len(reading), span.end + CONTEXT_EACH_SIDE)
    whole_from = [at for at in breaks if start <= at <= span.start]
    whole_to = [at for at in breaks if span.end <= at <= end]
    first = 0 if start == 0 else min(whole_from, default=start)
    last = len(reading) if end == len(reading) else max(whole_to, default=end)
    before = ("…" if first > 0 else "") + reading[first : span.start].lstrip()
    after = reading[span.end : last].rstrip() + ("…" if last < len(reading) else "")
    within = shortened(span.of(reading), LONGEST_QUOTE)
    return Message(
        f"<blockquote>{escape(before)}<b><u>{escape(within)}</u></b>{escape(after)}</blockquote>"
    )


def _quoted(quote: Quote, *, headline: bool = True) -> list[str]:
    text, answer = quote.text, quote.answer
    lines = []
    if headline and answer is not None and answer.of(text) != text:
        words = escape(shortened(answer.of(text), LONGEST_CHOICE))
        lines.append(f"<b>{words}</b>{escape(_meant_day(quote, answer))}")
    if len(text) > LONGEST_QUOTE:
        text, answer = shortened(text, LONGEST_QUOTE), None
    lines.append(f"<blockquote>{marked(text, answer)}</blockquote>")
    lines += _leans_on(quote, LONGEST_LEANT_ON)
    lines.append(escape(whose(quote)))
    source = documents.source_line(quote.document)
    lines.append(f"{source} · {say('also-in', count=quote.also_in)}" if quote.also_in else source)
    lines.append(documents.published(quote.document.published))
    if not quote.standing:
        lines.append(say("no-longer-stands"))
    return lines


def _meant_day(quote: Quote, answer: Span) -> str:
    """Return what a relative date means, or that it stays open: "Wednesday" is not a date yet."""
    inside = (m for m in quote.moments if m.start < answer.end and answer.start < m.end)
    moment = next((m for m in inside if m.granularity is not Granularity.DURATION), None)
    if moment is None or moment.rule == "full-date":
        return ""
    if moment.earliest and moment.latest:
        known = documents.days(moment.earliest, moment.latest)
        return say("meant-day", day=known)
    published = documents.published(quote.document.published)
    return say("open-day", published=published[:1].lower() + published[1:])


def _leans_on(quote: Quote, most: int) -> list[str]:
    """Return what a fact leans on, apart from its words: sentences, column heads, a list's line."""
    lines = []
    if quote.leans_on:
        before = shortened(" ".join(quote.leans_on), most)
        lines.append(say("leans-on", words=escape(before)))
    if quote.context.heads:
        heads = shortened(" | ".join(quote.context.heads), LONGEST_CHOICE)
        lines.append(say("columns", words=escape(heads)))
    if quote.lead_in:
        lines.append(say("lead-in", words=escape(shortened(quote.lead_in, LONGEST_CHOICE))))
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


def _read_as(question: str | None) -> str:
    return say("read-as", question=escape(shortened(question or "", LONGEST_CHOICE)))


def _looking(answer_id: int, rank: int) -> tuple[Button, ...]:
    return (
        Button(say("button-context"), data=f"context:{answer_id}:{rank}"),
        Button(say("button-document"), data=f"document:{answer_id}:{rank}"),
    )


def _judging(answer_id: int) -> tuple[Button, ...]:
    return (
        Button(say("button-up"), data=f"up:{answer_id}"),
        Button(say("button-down"), data=f"down:{answer_id}"),
    )
