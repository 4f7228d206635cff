"""Answers as messages: DESIGN's picture, at phone width."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.ports import Button, Message
from bot.views import documents
from bot.views.html import escape, shortened
from bot.views.quoting import LONGEST_LINE, LONGEST_QUOTE, brief, quoted
from bot.views.rulings import Ruled, ruling_lines
from bot.views.texts import say
from facts.quote import Quote
from facts.types import Span

CONTEXT_EACH_SIDE = 700
# How long a fact beside others may be: the first size at which the message fits is taken.
SIZES = (500, 300, 150, 60)
MOST_BESIDE = 2
A_PAGE = 3
MOST_DIFFERING = 3


@dataclass(frozen=True, slots=True)
class Overtaken:
    """An earlier fact that the one shown has overtaken: a newer figure, or a correction."""

    quote: Quote
    corrected: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told with an answer besides its facts.

    `newest` is the day of the newest document, `as_of` asks for "As of ..." (a question about how
    things are now), `about` is the question that a follow-up was taken as, `asked` opens the
    answer to one of several questions, `rulings` are the desk's on the fact shown, `may_wait`
    offers to be told later, `waited` is the question of a chat that wanted to be. `size` is how
    long a fact beside others may be.
    """

    documents: int = 0
    newest: date | None = None
    as_of: bool = False
    about: str | None = None
    asked: str | None = None
    overtaken: tuple[Overtaken, ...] = ()
    rulings: tuple[Ruled, ...] = ()
    may_wait: bool = False
    waited: str | None = None
    size: int = SIZES[0]


PLAIN = Telling()


def found(
    quote: Quote,
    answer_id: int,
    *,
    rank: int = 0,
    read_as: str | None = None,
    beside: Sequence[Quote] = (),
    telling: Telling = PLAIN,
) -> Message:
    """Return the answer: the words that answer, the fact, whose words, the document.

    `beside` are facts that complete it.
    """
    lines = [read_as_line(read_as)] if read_as else []
    lines += [_as_of(quote)] if telling.as_of else []
    lines += quoted(quote, newest=telling.newest, most=min(LONGEST_QUOTE, 3 * telling.size))
    for number, other in enumerate(beside[:MOST_BESIDE]):
        lines += ["", say("completes")] if number == 0 else []
        lines += quoted(other, newest=telling.newest, most=telling.size)
    lines += ruling_lines(telling.rulings[:MOST_BESIDE], telling.size)
    lines += _overtaken(telling)
    return Message("\n".join(lines), ((*looking(answer_id, rank), *judging(answer_id)),))


def said(
    quotes: Sequence[Quote], answer_id: int, *, page: int = 0, telling: Telling = PLAIN
) -> tuple[Message, Sequence[Quote]]:
    """Return one page of what somebody said on a subject, and the quotes on it."""
    shown = quotes[page * A_PAGE : (page + 1) * A_PAGE]
    first = page * A_PAGE + 1
    ordered = all(one.fact_id <= other.fact_id for one, other in pairwise(quotes))
    head = "said" if ordered else "said-closest"
    lines = [say(head, first=first, last=first + len(shown) - 1, count=len(quotes))]
    for number, quote in enumerate(shown, start=first):
        lines += ["", f"<b>{number}</b>"]
        lines += quoted(quote, headline=False, newest=telling.newest, most=telling.size)
    rows = [
        _numbered("context", say("button-context"), answer_id, shown, first),
        judging(answer_id),
    ]
    if first + len(shown) <= len(quotes):
        rows.insert(0, (Button(say("button-more"), data=f"page:{answer_id}:{page + 1}"),))
    return Message("\n".join(lines), tuple(rows)), shown


def conflict(
    quotes: Sequence[Quote], answer_id: int, telling: Telling = PLAIN
) -> tuple[Message, Sequence[Quote]]:
    """Return facts that differ side by side, each with its date and whose words it is."""
    shown = quotes[:MOST_DIFFERING]
    lines = [say("conflict")]
    for number, quote in enumerate(shown, start=1):
        lines += ["", f"<b>{number}</b>"]
        lines += quoted(quote, newest=telling.newest, most=telling.size)
    ids = [quote.fact_id for quote in shown]
    lines += ruling_lines(telling.rulings[:MOST_BESIDE], telling.size, ids)
    lines += _overtaken(telling)
    contexts = _numbered("context", say("button-context"), answer_id, shown, 1)
    return Message("\n".join(lines), (contexts, judging(answer_id))), shown


def choice(
    quotes: Sequence[Quote],
    answer_id: int,
    *,
    read_as: str | None = None,
    size: int = LONGEST_LINE,
) -> Message:
    """Return the nearest facts to choose from: one to be confirmed, or up to three."""
    lines = [read_as_line(read_as)] if read_as else []
    none = (Button(say("button-none"), data=f"none:{answer_id}"),)
    if len(quotes) == 1:
        confirm = Button(say("button-yes"), data=f"pick:{answer_id}:0")
        lines += [say("choice-of-one"), *quoted(quotes[0], headline=False, most=5 * size)]
        return Message("\n".join(lines), ((confirm, Button(say("button-no"), data=none[0].data)),))
    return Message(
        "\n".join([*lines, say("choice"), *_list(quotes, size)]), (_picks(quotes, answer_id), none)
    )


def more(quotes: Sequence[Quote], answer_id: int, *, size: int = LONGEST_LINE) -> Message:
    """Return further facts on the subject of the answer before, to be looked at one by one."""
    lines = [say("more"), *_list(quotes, size)]
    return Message("\n".join(lines), (_picks(quotes, answer_id),))


def nothing(document_count: int, *, read_as: str | None = None) -> Message:
    """Return the plain word that the documents do not say."""
    told = say("nothing", count=document_count) if document_count else say("empty-store")
    return Message(f"{read_as_line(read_as)}\n{told}" if read_as else told)


def none_chosen(answer_id: int | None = None) -> Message:
    """Return what stands in place of a choice when none of it was wanted.

    With an answer's id its question stays open, and a button offers to tell later.
    """
    return Message(say("nothing-chosen"), waiting(answer_id) if answer_id is not None else ())


def not_given(
    quote: Quote, answer_id: int, *, read_as: str | None = None, telling: Telling = PLAIN
) -> Message:
    """Return that the asked date, side or name is not there, with the nearest fact beneath."""
    lines = [read_as_line(read_as)] if read_as else []
    most = min(LONGEST_QUOTE, 3 * telling.size)
    lines += [say("not-given"), *quoted(quote, headline=False, newest=telling.newest, most=most)]
    return Message("\n".join(lines), (looking(answer_id, 0),))


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


def looking(answer_id: int, rank: int) -> tuple[Button, ...]:
    """Return the buttons that look around a fact."""
    return (
        Button(say("button-context"), data=f"context:{answer_id}:{rank}"),
        Button(say("button-document"), data=f"document:{answer_id}:{rank}"),
    )


def judging(answer_id: int) -> tuple[Button, ...]:
    """Return the buttons that judge an answer."""
    return (
        Button(say("button-up"), data=f"up:{answer_id}"),
        Button(say("button-down"), data=f"down:{answer_id}"),
    )


def _as_of(quote: Quote) -> str:
    known = quote.document.published
    if known.day is not None:
        return say("as-of", day=documents.day(known.day))
    told = documents.published(known)
    return say("as-of-unknown", published=told[:1].lower() + told[1:])


def _overtaken(telling: Telling) -> list[str]:
    """Return the earlier facts that the one shown has overtaken, each with its document."""
    lines: list[str] = []
    for one in telling.overtaken[:MOST_BESIDE]:
        key = "corrected" if one.corrected else "updated"
        reason = escape(shortened(one.reason, LONGEST_LINE)) if one.reason else ""
        lines += ["", say(f"{key}-because", reason=reason) if reason else say(key)]
        lines += brief(one.quote, telling.size)
    return lines


def _list(quotes: Sequence[Quote], size: int) -> list[str]:
    lines: list[str] = []
    for number, quote in enumerate(quotes, start=1):
        lines += ["", f"<b>{number}</b>", *brief(quote, min(size, LONGEST_LINE))]
    return lines


def _picks(quotes: Sequence[Quote], answer_id: int) -> tuple[Button, ...]:
    return tuple(
        Button(str(number), data=f"pick:{answer_id}:{number - 1}")
        for number in range(1, len(quotes) + 1)
    )


def _numbered(
    verb: str, label: str, answer_id: int, quotes: Sequence[Quote], first: int
) -> tuple[Button, ...]:
    return tuple(
        Button(f"{label} {number}", data=f"{verb}:{answer_id}:{number - 1}")
        for number in range(first, first + len(quotes))
    )


def waiting(answer_id: int) -> tuple[tuple[Button, ...], ...]:
    """Return the button that asks to be told later."""
    return ((Button(say("button-wait"), data=f"wait:{answer_id}"),),)


def read_as_line(question: str | None) -> str:
    """Return how a question was read, its repairs taken in."""
    return say("read-as", question=escape(shortened(question or "", LONGEST_LINE)))
