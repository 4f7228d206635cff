"""Facts as candidates for a question, each with the passage that will be quoted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, join, select, type_coerce
from sqlalchemy.orm import Session

from db import encoding
from db.among import among, ids_named
from db.base import UtcDateTime, WrittenJson, read_json
from db.models import DocumentRow, FactLinkRow, FactRow, PassageRow
from db.queries.links import drawn_openly
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
_LABELS: BindParameter[Any] = bindparam("labels", expanding=True)
_STATED = join(FactRow.__table__, PassageRow.__table__, _PASSAGE.fact_id == _FACT.id).join(
    DocumentRow.__table__, _DOCUMENT.id == _PASSAGE.document_id
)
# Columns of tables rather than rows of the models, and each statement made once: a question reads
# up to 200 of these.
_COLUMNS = (
    select(
        _FACT.id.label("fact_id"),
        _FACT.text,
        _FACT.kind,
        _FACT.speaker,
        _FACT.role,
        _FACT.basis,
        _FACT.speaker_sure,
        _FACT.went_live,
        _PASSAGE.id.label("passage_id"),
        *(
            type_coerce(column, WrittenJson()).label(column.name)
            for column in (_PASSAGE.context, _PASSAGE.moments, _PASSAGE.figures, _PASSAGE.names)
        ),
        _DOCUMENT.id.label("document_id"),
        _DOCUMENT.title,
        _DOCUMENT.earliest,
        _DOCUMENT.latest,
    )
    .select_from(_STATED)
    .where(among(_FACT.id, _IDS), _DOCUMENT.visibility.in_(_LABELS), _PASSAGE.live_until.is_(None))
)
_IN_DOCUMENTS = (
    select(_FACT.id, _PASSAGE.document_id)
    .select_from(_STATED)
    .where(among(_FACT.id, _IDS), _DOCUMENT.visibility.in_(_LABELS), _FACT.live_from <= _NOW)
    .where(_FACT.live_until.is_(None) | (_FACT.live_until > _NOW))
)
_LINKED = select(_LINK.kind, _LINK.earlier_id, _LINK.later_id).where(
    among(_LINK.earlier_id, _IDS), among(_LINK.later_id, _IDS), drawn_openly(_LABELS)
)


def documents_of(
    session: Session, ids: Sequence[int], *, viewer: Viewer, now: datetime
) -> dict[int, list[int]]:
    """Return the documents that may be seen of those facts that stand, without the others."""
    asked = {"ids": ids, "labels": viewer.labels, "now": now}
    found: dict[int, list[int]] = defaultdict(list)
    for fact_id, document_id in session.execute(_IN_DOCUMENTS, asked).all():
        found[fact_id].append(document_id)
    return found


def linked_among(
    session: Session, ids: Sequence[int], *, viewer: Viewer
) -> dict[int, tuple[Linked, ...]]:
    """Return for each fact its links to others of `ids`, in the order of these."""
    rows = session.execute(_LINKED, {"ids": ids, "labels": viewer.labels})
    found: dict[int, list[Linked]] = defaultdict(list)
    for kind, earlier, later in rows:
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
    rows = session.execute(_COLUMNS, {"ids": ids, "labels": viewer.labels}).all()
    best: dict[int, Row[*tuple[Any, ...]]] = {}
    for row in rows:
        known = best.get(row.fact_id)
        if known is None or _newness(row) > _newness(known):
            best[row.fact_id] = row
    return [
        _candidate(
            best[fact_id],
            around.get(best[fact_id].document_id, ()),
            linked.get(fact_id, ()),
        )
        for fact_id in ids
        if fact_id in best
    ]


def _newness(row: Row[*tuple[Any, ...]]) -> tuple[str, int]:
    day = row.earliest if row.earliest == row.latest else None
    return (day.isoformat() if day else "", -row.passage_id)


def _candidate(
    row: Row[*tuple[Any, ...]], nearby: tuple[str, ...], linked: tuple[Linked, ...]
) -> Candidate:
    context = read_json(row.context)
    return Candidate(
        fact_id=row.fact_id,
        text=row.text,
        kind=FactKind(row.kind),
        title=row.title,
        headings=(*context["headings"], *context["heads"]),
        previous=tuple(context["previous_words"]),
        dependent=context["dependent"],
        attribution=Attribution(row.speaker, row.role, Basis(row.basis), row.speaker_sure),
        moments=tuple([encoding.moment(value) for value in read_json(row.moments)]),
        figures=tuple([encoding.figure(value) for value in read_json(row.figures)]),
        names=tuple([encoding.name(value) for value in read_json(row.names)]),
        document_id=row.document_id,
        passage_id=row.passage_id,
        published=row.earliest if row.earliest == row.latest else None,
        went_live=row.went_live,
        nearby=nearby,
        linked=linked,
    )
