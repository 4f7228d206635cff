"""Quotes: facts with their passages, each checked against the stored reading before it is shown."""

import hashlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, func, select
from sqlalchemy.orm import Session, undefer

from db import encoding
from db.models import BlockRow, DocumentRow, FactRow, PassageRow, ReadingRow, SourceRow
from db.queries.contested import contested_terms
from db.queries.documents import card
from db.viewer import Viewer
from facts.contested import contested_in
from facts.errors import EvidenceBroken
from facts.quote import Quote
from facts.types import Attribution, Basis, FactKind, Span

Found = Row[FactRow, PassageRow, ReadingRow, DocumentRow, str]

_QUOTED = (
    select(FactRow, PassageRow, ReadingRow, DocumentRow, SourceRow.name)
    .join(PassageRow, PassageRow.fact_id == FactRow.id)
    .join(ReadingRow, ReadingRow.id == PassageRow.reading_id)
    .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
    .outerjoin(SourceRow, SourceRow.id == DocumentRow.source_id)
    .options(undefer(ReadingRow.text))
)
# Made once: every answer asks for these.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_LABELS: BindParameter[Any] = bindparam("labels", expanding=True)
_SHOWN = _QUOTED.where(PassageRow.id.in_(_IDS), DocumentRow.visibility.in_(_LABELS))
_ALSO_IN = (
    select(PassageRow.fact_id, func.count(PassageRow.document_id.distinct()))
    .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
    .where(PassageRow.fact_id.in_(_IDS), DocumentRow.visibility.in_(_LABELS))
    .where(PassageRow.live_until.is_(None))
    .group_by(PassageRow.fact_id)
)


def quotes(session: Session, passage_ids: Sequence[int], *, viewer: Viewer) -> list[Quote]:
    """Return the quotes for passages, in their order, leaving out what may not be seen.

    Raises EvidenceBroken when a reading or a passage no longer holds the words it was made from.
    """
    if not passage_ids:
        return []
    found = session.execute(_SHOWN, {"ids": passage_ids, "labels": viewer.labels})
    by_passage = {row[1].id: row for row in found}
    also_in = _other_documents(session, {row[0].id for row in by_passage.values()}, viewer)
    sealed: set[int] = set()
    terms = contested_terms(session) if by_passage else ()
    return [
        _marked(
            _checked(by_passage[passage_id], also_in[by_passage[passage_id][0].id], sealed), terms
        )
        for passage_id in passage_ids
        if passage_id in by_passage
    ]


def quotes_of_facts(session: Session, fact_ids: Sequence[int], *, viewer: Viewer) -> list[Quote]:
    """Return the quotes of standing facts, in their order, each from one document that states it.

    Facts that do not stand, or that the viewer may not see, are left out.
    """
    passages = session.execute(
        select(PassageRow.fact_id, func.max(PassageRow.id))
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(PassageRow.fact_id.in_(fact_ids), PassageRow.live_until.is_(None))
        .where(DocumentRow.visibility.in_(viewer.labels))
        .group_by(PassageRow.fact_id)
    )
    of_fact = {fact: passage for fact, passage in passages if passage}
    wanted = [of_fact[fact_id] for fact_id in dict.fromkeys(fact_ids) if fact_id in of_fact]
    return quotes(session, wanted, viewer=viewer)


def verify(session: Session, passage_ids: Sequence[int]) -> dict[int, str | EvidenceBroken]:
    """Return the label of each passage's document, or what is broken about it.

    That is where it no longer holds its fact's words.
    """
    if not passage_ids:
        return {}
    sealed: set[int] = set()
    found: dict[int, str | EvidenceBroken] = {}
    for row in session.execute(_QUOTED.where(PassageRow.id.in_(_IDS)), {"ids": passage_ids}):
        try:
            _check(row, sealed)
            found[row[1].id] = row[3].visibility
        except EvidenceBroken as broken:
            found[row[1].id] = broken
    return found


def all_quotes(session: Session, *, document_id: int | None = None) -> Iterator[Quote]:
    """Return every passage as a quote, in the order of documents and of their words.

    Of a fact that stands only the passages that state it now; of one that ended, all that did.
    """
    now = PassageRow.live_until.is_(None) | FactRow.live_until.is_not(None)
    ordered = _QUOTED.where(now).order_by(
        PassageRow.document_id, PassageRow.reading_id, PassageRow.start
    )
    if document_id is not None:
        ordered = ordered.where(PassageRow.document_id == document_id)
    sealed: set[int] = set()
    with session.execute(ordered.execution_options(yield_per=1_000)) as found:
        for row in found:
            yield _checked(row, 0, sealed)


def reading_around(session: Session, passage_id: int) -> tuple[str, Span, Sequence[int]]:
    """Return the passage's whole reading, the passage in it, and where its blocks begin."""
    row = session.execute(_QUOTED.where(PassageRow.id == passage_id)).one()
    _check(row, set())
    _, passage, reading, *_ = row
    starts = session.scalars(
        select(BlockRow.start).where(BlockRow.reading_id == reading.id).order_by(BlockRow.position)
    )
    return reading.text, Span(passage.start, passage.end), list(starts)


def _other_documents(session: Session, fact_ids: Set[int], viewer: Viewer) -> dict[int, int]:
    """Return in how many other documents each fact stands."""
    counted = session.execute(_ALSO_IN, {"ids": sorted(fact_ids), "labels": viewer.labels}).all()
    return dict.fromkeys(fact_ids, 0) | {fact_id: count - 1 for fact_id, count in counted}


def _check(row: Found, sealed: set[int]) -> None:
    """Check a passage; `sealed` holds the readings whose hash was found right in this query."""
    fact, passage, reading, *_ = row
    if reading.id not in sealed and _sealed(reading):
        sealed.add(reading.id)
    if reading.id not in sealed or reading.text[passage.start : passage.end] != fact.text:
        raise EvidenceBroken(
            f"Fact {fact.id} is not shown: the stored reading {reading.id} no longer matches "
            "its hash. Restore the database from a backup."
        )


def _sealed(reading: ReadingRow) -> bool:
    return hashlib.sha256(reading.text.encode()).hexdigest() == reading.sha256


def _marked(quote: Quote, terms: Sequence[str]) -> Quote:
    """Tell which contested terms a fact uses whose words are the document's, not a person's."""
    said = quote.attribution
    if not terms or said.basis is not Basis.DOCUMENT or not said.sure:
        return quote
    return replace(quote, contested=contested_in(quote.text, terms))


def _checked(row: Found, also_in: int, sealed: set[int]) -> Quote:
    _check(row, sealed)
    fact, passage, reading, document, outlet = row
    context = encoding.context(passage.context, document.title)
    return Quote(
        fact_id=fact.id,
        passage_id=passage.id,
        external_id=fact.external_id,
        text=fact.text,
        kind=FactKind(fact.kind),
        span=Span(passage.start, passage.end),
        block=passage.block,
        context=context,
        leans_on=tuple(span.of(reading.text) for span in context.previous),
        lead_in=context.lead_in.of(reading.text) if context.lead_in else None,
        attribution=Attribution(fact.speaker, fact.role, Basis(fact.basis), fact.speaker_sure),
        moments=tuple(encoding.moment(value) for value in passage.moments),
        figures=tuple(encoding.figure(value) for value in passage.figures),
        names=tuple(encoding.name(value) for value in passage.names),
        document=card(document, outlet),
        also_in=also_in,
        standing=fact.live_until is None,
        topic=fact.topic,
    )
