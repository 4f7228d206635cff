"""Facts as candidates for a question, each with the passage that will be quoted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, bindparam, join, select
from sqlalchemy.orm import Session

from db import encoding
from db.among import among, ids_named
from db.base import UtcDateTime
from db.models import DocumentRow, FactLinkRow, FactRow, PassageRow
from db.often import Often
from db.queries.documents import labelled
from db.queries.links import drawn_openly
from db.unread import read, unread, written
from db.viewer import Viewer
from facts.answering.types import Candidate, Linked
from facts.links import LinkKind
from facts.types import Attribution, Basis, FactKind

_FACT, _PASSAGE, _DOCUMENT, _LINK = (
    row.__table__.c for row in (FactRow, PassageRow, DocumentRow, FactLinkRow)
)
_NOTHING: Mapping[int, Any] = {}
_IDS = ids_named("ids")
_NOW: BindParameter[Any] = bindparam("now", type_=UtcDateTime())
_STATED = join(FactRow.__table__, PassageRow.__table__, _PASSAGE.fact_id == _FACT.id).join(
    DocumentRow.__table__, _DOCUMENT.id == _PASSAGE.document_id
)
_KINDS = {kind.value: kind for kind in FactKind}
_BASES = {basis.value: basis for basis in Basis}
# One object each: few facts say anything else than their document.
_attribution = lru_cache(maxsize=2_000)(Attribution)


class _Stated(NamedTuple):
    """A fact and one of its passages, as the statement below gives them."""

    fact_id: int
    text: str
    kind: str
    speaker: str | None
    role: str | None
    basis: str
    speaker_sure: bool
    went_live: int
    passage_id: int
    context: str
    moments: str
    figures: str
    names: str
    document_id: int
    title: str | None
    earliest: date | None
    latest: date | None


# Columns of tables rather than rows of the models, and each statement made once for each sort of
# viewer: a question reads up to 200 of these.
@lru_cache
def _columns(labels: Sequence[str]) -> Often:
    fact = (_FACT.id, _FACT.text, _FACT.kind, _FACT.speaker, _FACT.role, _FACT.basis)
    understood = (_PASSAGE.context, _PASSAGE.moments, _PASSAGE.figures, _PASSAGE.names)
    document = (_DOCUMENT.id, _DOCUMENT.title, _DOCUMENT.earliest, _DOCUMENT.latest)
    text = map(written, understood)
    columns = (*fact, _FACT.speaker_sure, _FACT.went_live, _PASSAGE.id, *text, *document)
    among_these = select(*columns).select_from(_STATED).where(among(_FACT.id, _IDS))
    return Often(among_these.where(labelled(labels), _PASSAGE.live_until.is_(None)))


@lru_cache
def _in_documents(labels: Sequence[str]) -> Often:
    until = _FACT.live_until
    return Often(
        select(_FACT.id, _PASSAGE.document_id)
        .select_from(_STATED)
        .where(among(_FACT.id, _IDS), labelled(labels), _FACT.live_from <= _NOW)
        .where(until.is_(None) | (until > _NOW))
    )


@lru_cache
def _linked(labels: Sequence[str]) -> Often:
    ends = among(_LINK.earlier_id, _IDS), among(_LINK.later_id, _IDS)
    linked = select(_LINK.kind, _LINK.earlier_id, _LINK.later_id)
    return Often(linked.where(*ends, drawn_openly(labels)))


def documents_of(
    session: Session, ids: Sequence[int], *, viewer: Viewer, now: datetime
) -> dict[int, tuple[int, ...]]:
    """Return the documents that may be seen of those facts that stand, without the others."""
    stated = _in_documents(viewer.labels).rows(session, {"ids": ids, "now": now})
    found: dict[int, tuple[int, ...]] = {fact_id: (document,) for fact_id, document in stated}
    if len(found) < len(stated):  # nearly every fact stands in one document
        found = dict.fromkeys(found, ())
        for fact_id, document in stated:
            found[fact_id] += (document,)
    return found


def linked_among(
    session: Session, ids: Sequence[int], *, viewer: Viewer
) -> dict[int, tuple[Linked, ...]]:
    """Return for each fact its links to others of `ids`, in the order of these."""
    found: dict[int, list[Linked]] = defaultdict(list)
    for kind, earlier, later in _linked(viewer.labels).rows(session, {"ids": ids}):
        found[earlier].append(Linked(LinkKind(kind), later, later=False))
        found[later].append(Linked(LinkKind(kind), earlier, later=True))
    return {
        fact_id: tuple(sorted(links, key=lambda link: ids.index(link.fact_id)))
        for fact_id, links in found.items()
    }


def load_candidates(
    session: Session,
    ids: Sequence[int],
    *,
    viewer: Viewer,
    around: Mapping[int, tuple[str, ...]] = _NOTHING,
    linked: Mapping[int, tuple[Linked, ...]] = _NOTHING,
) -> list[Candidate]:
    """Return the candidates for fact ids, in their order, leaving out what may not be seen.

    `around` gives the stems of the question near a document's facts, `linked` the links of facts.

    Of several passages the one in the newest document is taken; a document of unknown date is
    older than any other. An ended passage is never quoted anew.
    """
    if not ids:
        return []
    rows = _columns(viewer.labels).rows(session, {"ids": ids})
    best: dict[int, _Stated] = {}
    for stated in map(_Stated._make, rows):
        known = best.get(stated.fact_id)
        if known is None or _newness(stated) > _newness(known):
            best[stated.fact_id] = stated
    chosen = (best[fact_id] for fact_id in ids if fact_id in best)
    return [
        _candidate(each, around.get(each.document_id, ()), linked.get(each.fact_id, ()))
        for each in chosen
    ]


def _newness(stated: _Stated) -> tuple[str, int]:
    day = stated.earliest if stated.earliest == stated.latest else None
    return (day.isoformat() if day else "", -stated.passage_id)


def _candidate(stated: _Stated, nearby: tuple[str, ...], linked: tuple[Linked, ...]) -> Candidate:
    context = read(stated.context)
    said = stated.speaker, stated.role, _BASES[stated.basis], stated.speaker_sure
    return Candidate(
        fact_id=stated.fact_id,
        text=stated.text,
        kind=_KINDS[stated.kind],
        title=stated.title,
        headings=(*context["headings"], *context["heads"]),
        previous=tuple(context["previous_words"]),
        dependent=context["dependent"],
        attribution=_attribution(*said),
        moments=unread(stated.moments, encoding.moment),
        figures=unread(stated.figures, encoding.figure),
        names=unread(stated.names, encoding.name),
        document_id=stated.document_id,
        passage_id=stated.passage_id,
        published=stated.earliest if stated.earliest == stated.latest else None,
        went_live=stated.went_live,
        nearby=nearby,
        linked=linked,
    )
