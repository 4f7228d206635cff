"""Quotes: facts with their passages, each checked against the stored reading before it is shown."""

import hashlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import encoding
from db.among import among, ids_named
from db.models import BlockRow, DocumentRow, FactRow, PassageRow, ReadingRow, SourceRow
from db.often import Often
from db.queries.contested import contested_terms
from db.queries.documents import labelled
from db.unread import read, written
from db.viewer import Viewer
from facts.contested import contested_in
from facts.errors import EvidenceBroken
from facts.quote import DocumentCard, Quote
from facts.types import Attribution, Basis, FactKind, Published, PublishedBasis, Span


class Found(NamedTuple):
    """A passage with its fact, reading and document, as the statement below gives them."""

    fact_id: int
    external_id: str | None
    text: str
    kind: str
    speaker: str | None
    role: str | None
    basis: str
    speaker_sure: bool
    live_until: datetime | None
    topic: str | None
    passage_id: int
    start: int
    end: int
    block: int
    context: str
    moments: str
    figures: str
    names: str
    reading_id: int
    reading: str
    sha256: str
    document_id: int
    title: str | None
    url: str | None
    earliest: date | None
    latest: date | None
    published_basis: str
    visibility: str
    outlet: str | None


_FACT, _PASSAGE, _READING, _DOCUMENT = (
    row.__table__.c for row in (FactRow, PassageRow, ReadingRow, DocumentRow)
)
_SOURCE = SourceRow.__table__
# Columns rather than rows of the models, and statements made once: every answer asks for these.
_QUOTED = (
    select(
        *(_FACT.id, _FACT.external_id, _FACT.text, _FACT.kind, _FACT.speaker, _FACT.role),
        *(_FACT.basis, _FACT.speaker_sure, _FACT.live_until, _FACT.topic),
        *(_PASSAGE.id, _PASSAGE.start, _PASSAGE.end, _PASSAGE.block),
        *map(written, (_PASSAGE.context, _PASSAGE.moments, _PASSAGE.figures, _PASSAGE.names)),
        *(_READING.id, _READING.text, _READING.sha256),
        *(_DOCUMENT.id, _DOCUMENT.title, _DOCUMENT.url, _DOCUMENT.earliest, _DOCUMENT.latest),
        *(_DOCUMENT.published_basis, _DOCUMENT.visibility),
        _SOURCE.c.name,
    )
    .select_from(FactRow.__table__)
    .join(PassageRow.__table__, _PASSAGE.fact_id == _FACT.id)
    .join(ReadingRow.__table__, _READING.id == _PASSAGE.reading_id)
    .join(DocumentRow.__table__, _DOCUMENT.id == _PASSAGE.document_id)
    .outerjoin(_SOURCE, _SOURCE.c.id == _DOCUMENT.source_id)
)
_IDS = ids_named("ids")
_OF_PASSAGES = _QUOTED.where(among(_PASSAGE.id, _IDS))


@lru_cache
def _shown(labels: Sequence[str]) -> Often:
    return Often(_OF_PASSAGES.where(labelled(labels)))


@lru_cache
def _also_in(labels: Sequence[str]) -> Often:
    return Often(
        select(_PASSAGE.fact_id, func.count(_PASSAGE.document_id.distinct()))
        .join(DocumentRow.__table__, _DOCUMENT.id == _PASSAGE.document_id)
        .where(among(_PASSAGE.fact_id, _IDS), labelled(labels), _PASSAGE.live_until.is_(None))
        .group_by(_PASSAGE.fact_id)
    )


def quotes(session: Session, passage_ids: Sequence[int], *, viewer: Viewer) -> list[Quote]:
    """Return the quotes for passages, in their order, leaving out what may not be seen.

    Raises EvidenceBroken when a reading or a passage no longer holds the words it was made from.
    """
    if not passage_ids:
        return []
    session.flush()
    rows = _shown(viewer.labels).rows(session, {"ids": passage_ids})
    by_passage = {found.passage_id: found for found in map(Found._make, rows)}
    also_in = _other_documents(session, {row.fact_id for row in by_passage.values()}, viewer)
    sealed: set[int] = set()
    terms = contested_terms(session) if by_passage else ()
    shown = (by_passage[passage_id] for passage_id in passage_ids if passage_id in by_passage)
    return [_marked(_checked(one, also_in[one.fact_id], sealed), terms) for one in shown]


def quotes_of_facts(session: Session, fact_ids: Sequence[int], *, viewer: Viewer) -> list[Quote]:
    """Return the quotes of standing facts, in their order, each from one document that states it.

    Facts that do not stand, or that the viewer may not see, are left out.
    """
    return quotes(session, passages_of_facts(session, fact_ids, viewer=viewer), viewer=viewer)


def passages_of_facts(session: Session, fact_ids: Sequence[int], *, viewer: Viewer) -> list[int]:
    """Return for each standing fact, in their order, the passage that `quotes_of_facts` quotes."""
    passages = session.execute(
        select(PassageRow.fact_id, func.max(PassageRow.id))
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(PassageRow.fact_id.in_(fact_ids), PassageRow.live_until.is_(None))
        .where(DocumentRow.visibility.in_(viewer.labels))
        .group_by(PassageRow.fact_id)
    )
    of_fact = {fact: passage for fact, passage in passages if passage}
    return [of_fact[fact_id] for fact_id in dict.fromkeys(fact_ids) if fact_id in of_fact]


def verify(session: Session, passage_ids: Sequence[int]) -> dict[int, str | EvidenceBroken]:
    """Return the label of each passage's document, or what is broken about it.

    That is where it no longer holds its fact's words.
    """
    if not passage_ids:
        return {}
    session.flush()
    sealed: set[int] = set()
    told: dict[int, str | EvidenceBroken] = {}
    for row in session.execute(_OF_PASSAGES, {"ids": passage_ids}):
        found = Found._make(row)
        try:
            _check(found, sealed)
            told[found.passage_id] = found.visibility
        except EvidenceBroken as broken:
            told[found.passage_id] = broken
    return told


def all_quotes(session: Session, *, document_id: int | None = None) -> Iterator[Quote]:
    """Return every passage as a quote, in the order of documents and of their words.

    Of a fact that stands only the passages that state it now; of one that ended, all that did.
    """
    now = _PASSAGE.live_until.is_(None) | _FACT.live_until.is_not(None)
    ordered = _QUOTED.where(now).order_by(_PASSAGE.document_id, _PASSAGE.reading_id, _PASSAGE.start)
    if document_id is not None:
        ordered = ordered.where(_PASSAGE.document_id == document_id)
    session.flush()
    sealed: set[int] = set()
    with session.execute(ordered.execution_options(yield_per=1_000)) as found:
        for row in found:
            yield _checked(Found._make(row), 0, sealed)


def reading_around(session: Session, passage_id: int) -> tuple[str, Span, Sequence[int]]:
    """Return the passage's whole reading, the passage in it, and where its blocks begin."""
    session.flush()
    found = Found._make(session.execute(_QUOTED.where(_PASSAGE.id == passage_id)).one())
    _check(found, set())
    blocks = select(BlockRow.start).where(BlockRow.reading_id == found.reading_id)
    starts = session.scalars(blocks.order_by(BlockRow.position))
    return found.reading, Span(found.start, found.end), list(starts)


def _other_documents(session: Session, fact_ids: Set[int], viewer: Viewer) -> dict[int, int]:
    """Return in how many other documents each fact stands."""
    counted = _also_in(viewer.labels).rows(session, {"ids": sorted(fact_ids)})
    return dict.fromkeys(fact_ids, 0) | {fact_id: count - 1 for fact_id, count in counted}


def _check(found: Found, sealed: set[int]) -> None:
    """Check a passage; `sealed` holds the readings whose hash was found right in this query."""
    if found.reading_id not in sealed and _sealed(found):
        sealed.add(found.reading_id)
    if found.reading_id not in sealed or found.reading[found.start : found.end] != found.text:
        raise EvidenceBroken(
            f"Fact {found.fact_id} is not shown: the stored reading {found.reading_id} no longer "
            "matches its hash. Restore the database from a backup."
        )


def _sealed(found: Found) -> bool:
    return hashlib.sha256(found.reading.encode()).hexdigest() == found.sha256


def _marked(quote: Quote, terms: Sequence[str]) -> Quote:
    """Tell which contested terms a fact uses whose words are the document's, not a person's."""
    said = quote.attribution
    if not terms or said.basis is not Basis.DOCUMENT or not said.sure:
        return quote
    return replace(quote, contested=contested_in(quote.text, terms))


def _checked(found: Found, also_in: int, sealed: set[int]) -> Quote:
    _check(found, sealed)
    context = encoding.context(read(found.context), found.title)
    return Quote(
        fact_id=found.fact_id,
        passage_id=found.passage_id,
        external_id=found.external_id,
        text=found.text,
        kind=FactKind(found.kind),
        span=Span(found.start, found.end),
        block=found.block,
        context=context,
        leans_on=tuple(span.of(found.reading) for span in context.previous),
        lead_in=context.lead_in.of(found.reading) if context.lead_in else None,
        attribution=Attribution(found.speaker, found.role, Basis(found.basis), found.speaker_sure),
        moments=tuple(map(encoding.moment, read(found.moments))),
        figures=tuple(map(encoding.figure, read(found.figures))),
        names=tuple(map(encoding.name, read(found.names))),
        document=_card(found),
        also_in=also_in,
        standing=found.live_until is None,
        topic=found.topic,
    )


def _card(found: Found) -> DocumentCard:
    basis = PublishedBasis(found.published_basis)
    published = Published(found.earliest, found.latest, basis)
    return DocumentCard(found.document_id, found.title, found.outlet, published, found.url)
