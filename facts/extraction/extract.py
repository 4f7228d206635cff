"""A reading -> its facts, in reading order: one sentence, caption, list item or table row each."""

import re
from collections.abc import Iterator
from datetime import date

from facts.extraction.bodymeant import take_headed_bodies
from facts.extraction.bounds import infer_published
from facts.extraction.columnnames import row_mentions
from facts.extraction.context import ContextKeeper
from facts.extraction.meant import with_meant
from facts.extraction.names import book_of
from facts.extraction.orators import orators_of
from facts.extraction.scene import Scene
from facts.extraction.sentences import sentences
from facts.extraction.settling import NARRATION
from facts.reading.boilerplate import is_participant
from facts.reading.dates import full_dates
from facts.types import (
    Attribution,
    Basis,
    Block,
    BlockKind,
    FactDraft,
    FactKind,
    GivenFact,
    Published,
    Reading,
    Span,
)

__all__ = ["extract", "infer_published"]

_KINDS = {
    BlockKind.PARAGRAPH: FactKind.SENTENCE,
    BlockKind.QUOTE: FactKind.SENTENCE,
    BlockKind.CAPTION: FactKind.CAPTION,
    BlockKind.ITEM: FactKind.ITEM,
    BlockKind.ROW: FactKind.ROW,
}
_WORD = re.compile(r"\w")
# "will offer 4,600 flats in three towns:" states something; "will receive:" waits for its list.
_STATES = re.compile(
    r"\b(?:will|has|have|had|was|were|is|are|[a-z]+ed)\s.*\d.*\s(?:in|for|across|at|of|on)\s(?:two"
    r"|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:[a-z-]+\s)?[a-z]+s:$"
)
_LONGEST_CREDIT = 4


def extract(reading: Reading, published: Published | None = None) -> tuple[FactDraft, ...]:
    """Return the facts of a reading; `published` stands in once a date becomes known.

    Spans, texts and blocks do not depend on the date: only the moments are read anew.
    """
    told = tuple(_given(reading) if reading.given else _found(reading))
    # A list of who took part gives full names, and no facts.
    bare = tuple(d for d in told if reading.given or not is_participant(d.text))
    known = published or reading.particulars.published
    book = book_of((draft.text for draft in told), row_mentions(reading, told))
    take_headed_bodies(reading, book)
    scene = Scene(
        reading=reading,
        book=book,
        day=known.day,
        near=None if known.day else _captioned_day(bare) or _titled_day(reading),
        orators=orators_of(reading, bare, book),
    )
    understood = scene.attributed([scene.understood(draft) for draft in bare])
    return tuple(with_meant(understood))


def _captioned_day(drafts: tuple[FactDraft, ...]) -> date | None:
    captions = (draft.text for draft in drafts if draft.kind is FactKind.CAPTION)
    return max((found.day for text in captions for found in full_dates(text)), default=None)


def _titled_day(reading: Reading) -> date | None:
    """Return the one day that the title is dated with ("Press conference on 6 September 2026")."""
    days = {found.day for found in full_dates(reading.particulars.title or "")}
    return days.pop() if len(days) == 1 else None


def _found(reading: Reading) -> Iterator[FactDraft]:
    keeper = ContextKeeper(reading)
    for place, block in enumerate(reading.blocks):
        keeper.enter(block)
        if block.kind is BlockKind.HEADING:
            continue
        for span in _spans(reading, block):
            text = span.of(reading.text)
            context = keeper.of(span, text, block)
            led = text.endswith(":") and _opens_list(reading, place)
            if not led or _STATES.search(text):
                kind = _KINDS[block.kind]
                yield FactDraft(text, span, place, kind, context, NARRATION)


def _opens_list(reading: Reading, place: int) -> bool:
    following = reading.blocks[place + 1 : place + 2]
    return bool(following) and following[0].kind in (BlockKind.ITEM, BlockKind.ROW)


def _spans(reading: Reading, block: Block) -> list[Span]:
    words = reading.text[block.start : block.end]
    if block.kind is BlockKind.ROW:
        return [Span(block.start, block.end)] if _WORD.search(words) else []
    spans = [Span(block.start + s.start, block.start + s.end) for s in sentences(words)]
    if block.kind is BlockKind.CAPTION:
        spans = _with_credit(reading, spans)
    return [span for span in spans if _WORD.search(span.of(reading.text))]


def _with_credit(reading: Reading, spans: list[Span]) -> list[Span]:
    """Leave a picture's credit with the words before it: alone it states nothing."""
    found: list[Span] = []
    for span in spans:
        words = span.of(reading.text)
        if found and (words.startswith("(") or len(words.split()) <= _LONGEST_CREDIT):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _given(reading: Reading) -> Iterator[FactDraft]:
    keeper = ContextKeeper(reading)
    for fact in reading.given:
        text = fact.span.of(reading.text)
        yield FactDraft(
            text=text,
            span=fact.span,
            block=fact.block,
            kind=FactKind.GIVEN,
            context=keeper.of(fact.span, text, reading.blocks[fact.block]),
            attribution=_given_attribution(fact),
            external_id=fact.external_id,
            topic=fact.topic,
            url=fact.url,
            question=fact.question,
        )


def _given_attribution(fact: GivenFact) -> Attribution:
    if fact.speaker:
        return Attribution(fact.speaker, None, Basis.GIVEN, sure=True)
    return NARRATION
