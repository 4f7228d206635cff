"""Digests, corrections and topic briefings as messages: DESIGN's picture, at phone width."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.ports import Button, Message
from bot.views import documents
from bot.views.contested import wording_lines
from bot.views.html import escape, marked, shortened
from bot.views.mendings import ShownMending, mended_fields
from bot.views.parts import Part, Piece, looking, numbers, parts
from bot.views.quoting import whose
from bot.views.texts import say
from facts.digests import CHANGES, changed_words
from facts.links import LinkKind
from facts.quote import DocumentCard, Quote
from facts.types import Basis, FactKind, Span

LONGEST_QUOTE = {"short": 400, "full": 900}
LONGEST_OLD = 200
LONGEST_BESIDE = 250
LONGEST_TITLE = 120
LONGEST_NAMES = 300
WEEK = 7


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change with both facts as they are quoted, and the local day the old one was shown."""

    kind: LinkKind
    old: Quote
    new: Quote
    reason: str | None
    seen_on: date


@dataclass(frozen=True, slots=True)
class ShownWithdrawal:
    """A withdrawn fact as it was quoted, and the local day it was shown."""

    old: Quote
    reason: str | None
    seen_on: date


@dataclass(frozen=True, slots=True)
class DigestPage:
    """A digest with its quotes: `groups` are topic names with the facts listed under them."""

    topics: tuple[str, ...]
    changes: tuple[ShownChange, ...]
    groups: tuple[tuple[str, tuple[Quote, ...]], ...]
    today: date
    length: str = "full"
    standing: bool = False
    may_miss: bool = False
    withdrawn: tuple[ShownWithdrawal, ...] = ()
    mended: tuple[ShownMending, ...] = ()

    @property
    def tells(self) -> bool:
        """Say whether anything is left to tell."""
        return bool(self.told or self.groups)

    @property
    def told(self) -> bool:
        """Say whether it tells what became of facts that were shown before."""
        return bool(self.changes or self.withdrawn or self.mended)


def digest(page: DigestPage, last: Sequence[Button] = ()) -> list[Part]:
    """Return a digest as messages, with `last` under the last of them."""
    head = say("digest-head", topics=escape(_names(page.topics)), counts=_counts(page))
    pieces = [Piece(head)]
    if page.may_miss:
        pieces.append(Piece(say("digest-may-miss")))
    pieces += [_withdrawn(gone, page.today) for gone in page.withdrawn]
    pieces += [_change(change, page) for change in page.changes]
    pieces += [_mended(mended, page.today) for mended in page.mended]
    if page.groups and (page.told or page.standing):
        pieces.append(Piece(say("digest-standing") if page.standing else say("digest-new")))
    for topic, quotes in page.groups:
        if len(page.groups) > 1:
            pieces.append(Piece(say("digest-topic", topic=escape(topic))))
        pieces += by_document(quotes, page.length)
    return parts(numbers(pieces), last)


def change_notice(change: ShownChange, today: date) -> Part:
    """Return one correction or update as a message of its own."""
    return _notices([_change(change, DigestPage((), (change,), (), today))])[0]


def withdrawal_notice(withdrawn: Sequence[ShownWithdrawal], today: date) -> list[Part]:
    """Return what was withdrawn as messages of their own; they quote nothing that stands."""
    return parts([_withdrawn(gone, today) for gone in withdrawn]) if withdrawn else []


def mending_notice(mended: Sequence[ShownMending], today: date) -> list[Part]:
    """Return what was put right as messages of their own."""
    return _notices([_mended(each, today) for each in mended])


def return_notice(again: Sequence[tuple[Quote, Quote | None]]) -> list[Part]:
    """Return that facts stand again, each with what had stood in its place, as messages."""
    return _notices([_returned(*pair) for pair in again])


def _notices(pieces: Sequence[Piece]) -> list[Part]:
    """Return pieces that each show a fact as messages; one alone needs no number."""
    if len(pieces) != 1 or pieces[0].quote is None:
        return parts(numbers(pieces)) if pieces else []
    html, quote = pieces[0].html, pieces[0].quote
    message = Message(html, (looking(None, quote.fact_id),))
    return [Part(message, (quote,), ((quote.fact_id, 0, len(html)),))]


def empty_line(topics: Sequence[str], newest: date | None, today: date) -> str:
    """Return the one line of a day without news; `newest` is the newest known day of publication.

    Where no document tells its day, none is named: the time of loading does not stand in for it.
    """
    named = escape(_names(topics))
    if newest is None:
        return say("digest-empty-undated", topics=named)
    return say("digest-empty", topics=named, day=_day(newest, today))


def quoted_pages(head: str, quotes: Sequence[Quote], length: str) -> list[Part]:
    """Return facts under a headline as pages, those of a document together."""
    return parts(numbers([Piece(head), *by_document(quotes, length)]))


def by_document(quotes: Sequence[Quote], length: str) -> list[Piece]:
    """Return each fact as a piece, the line of its document before the first of it."""
    pieces: list[Piece] = []
    before: int | None = None
    for quote in quotes:
        if quote.document.id != before:
            pieces.append(Piece(document_line(quote.document)))
            before = quote.document.id
        pieces.append(Piece("\n".join(_fact(quote, length)), quote))
    return pieces


def document_line(card: DocumentCard) -> str:
    """Return title, outlet and day of a document in one line."""
    return say(
        "digest-document",
        title=escape(shortened(documents.title(card), LONGEST_TITLE)),
        outlet=escape(shortened(card.outlet or say("outlet-unknown"), LONGEST_TITLE)),
        day=_published(card),
    )


def _fact(quote: Quote, length: str) -> list[str]:
    words = shortened(quote.text, LONGEST_QUOTE[length])
    speaker = whose(quote) if _somebody(quote) else say("digest-narration")
    lines = [escape(speaker), f"<blockquote>{escape(words)}</blockquote>"]
    return lines + _beside(quote) + wording_lines(quote)


def _beside(quote: Quote) -> list[str]:
    """Return what a fact leans on, apart from its words."""
    lines = []
    if quote.leans_on:
        before = shortened(" ".join(quote.leans_on), LONGEST_BESIDE)
        lines.append(say("leans-on", words=escape(before)))
    if quote.context.heads:
        heads = shortened(" | ".join(quote.context.heads), LONGEST_BESIDE)
        lines.append(say("columns", words=escape(heads)))
    if quote.lead_in:
        lines.append(say("lead-in", words=escape(shortened(quote.lead_in, LONGEST_BESIDE))))
    return lines


def _change(change: ShownChange, page: DigestPage) -> Piece:
    seen = say("digest-seen", day=_when(change.seen_on, page.today))
    lines = [say(f"digest-changed-{change.kind.value}", seen=seen)]
    changed = changed_words(change.old, change.new)
    if changed is not None:
        lines.append(f"<s>{escape(changed[0])}</s> → <b>{escape(changed[1])}</b>")
    else:
        lines.append(f"<s>{escape(shortened(change.old.text, LONGEST_OLD))}</s>")
    text = shortened(change.new.text, LONGEST_QUOTE[page.length])
    lines.append(f"<blockquote>{marked(text, _place(text, changed))}</blockquote>")
    lines += _beside(change.new) + wording_lines(change.new)
    if _somebody(change.new):
        lines.append(escape(whose(change.new)))
    source = document_line(change.new.document)
    reason = shortened(change.reason or "", LONGEST_BESIDE)
    if reason and (changed is None or change.kind is LinkKind.CORRECTED):
        source = f"{source} · {say('digest-reason', reason=escape(reason))}"
    lines.append(source)
    return Piece("\n".join(lines), change.new)


def _withdrawn(gone: ShownWithdrawal, today: date) -> Piece:
    seen = say("digest-seen", day=_when(gone.seen_on, today))
    source = document_line(gone.old.document)
    if gone.reason:
        reason = escape(shortened(gone.reason, LONGEST_BESIDE))
        source = f"{source} · {say('digest-withdrawn-reason', reason=reason)}"
    lines = [
        say("digest-withdrawn", seen=seen),
        f"<s>{escape(shortened(gone.old.text, LONGEST_OLD))}</s>",
        source,
    ]
    return Piece("\n".join(lines), gone_id=gone.old.fact_id)


def _mended(mended: ShownMending, today: date) -> Piece:
    new = mended.new
    lines = [
        say("digest-mended", seen=say("digest-seen", day=_when(mended.seen_on, today))),
        *mended_fields(mended.old, new),
        f"<blockquote>{escape(shortened(new.text, LONGEST_QUOTE['short']))}</blockquote>",
        *_beside(new),
        *wording_lines(new),
        document_line(new.document),
    ]
    return Piece("\n".join(lines), new)


def _returned(quote: Quote, gone: Quote | None) -> Piece:
    lines = [say("stands-again")]
    if gone is not None:
        lines.append(f"<s>{escape(shortened(gone.text, LONGEST_OLD))}</s>")
    return Piece("\n".join([*lines, *_fact(quote, "full"), document_line(quote.document)]), quote)


def _place(text: str, changed: tuple[str, str] | None) -> Span | None:
    at = text.find(changed[1]) if changed else -1
    return Span(at, at + len(changed[1])) if changed and at >= 0 else None


def _somebody(quote: Quote) -> bool:
    said = quote.attribution
    plain = quote.kind not in {FactKind.CAPTION, FactKind.GIVEN}
    return said.basis is not Basis.DOCUMENT or not said.sure or not plain


def _counts(page: DigestPage) -> str:
    by_kind = Counter(change.kind for change in page.changes)
    told = [say("digest-count-withdrawn", count=len(page.withdrawn))] if page.withdrawn else []
    told += [
        say(f"digest-count-{kind.value}", count=by_kind[kind]) for kind in CHANGES if by_kind[kind]
    ]
    told += [say("digest-count-mended", count=len(page.mended))] if page.mended else []
    listed = sum(len(quotes) for _, quotes in page.groups)
    if listed:
        counted = "standing" if page.standing else "new"
        told.append(say(f"digest-count-{counted}", count=listed))
    return ", ".join(told)


def _names(topics: Sequence[str]) -> str:
    return shortened(", ".join(topics), LONGEST_NAMES)


def _published(card: DocumentCard) -> str:
    known = card.published
    if known.day is not None:
        return documents.day(known.day)
    if known.earliest:
        return say("digest-not-before", day=documents.day(known.earliest))
    if known.latest:
        return say("digest-not-after", day=documents.day(known.latest))
    return say("digest-day-unknown")


def _when(day: date, today: date) -> str:
    named = _day(day, today)
    return named if day == today else say("digest-on", day=named)


def _day(day: date, today: date) -> str:
    if day == today:
        return say("digest-today")
    near = 0 < (today - day).days < WEEK
    return f"{day:%A}" if near else documents.day(day)
