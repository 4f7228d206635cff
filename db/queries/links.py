"""Links between facts, read both ways: only what a viewer may see, with what stands when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, insert, or_, select
from sqlalchemy.orm import Session

from db.models import DocumentRow, FactLinkRow, FactRow, PassageRow
from db.queries.documents import labelled
from db.queries.terms import chunks
from db.viewer import Viewer
from facts.links import FactLink, LinkKind


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link to be drawn between two stored facts."""

    kind: LinkKind
    earlier_id: int
    later_id: int
    reason: str | None = None


def add_links(session: Session, links: Iterable[NewLink], *, load_id: int, now: datetime) -> int:
    """Draw links for a load, return how many; a pair already linked, either way, keeps its link."""
    wanted = {(link.earlier_id, link.later_id): link for link in reversed(list(links))}
    known = _pairs(session, [later for _, later in wanted])
    rows = [
        {
            "earlier_id": link.earlier_id,
            "later_id": link.later_id,
            "kind": link.kind.value,
            "reason": link.reason,
            "load_id": load_id,
            "created_at": now,
        }
        for pair, link in sorted(wanted.items())
        if pair not in known and pair[::-1] not in known
    ]
    for chunk in chunks(rows):
        session.execute(insert(FactLinkRow), chunk)
    return len(rows)


def links_of(
    session: Session, fact_ids: Sequence[int], *, viewer: Viewer, now: datetime
) -> list[FactLink]:
    """Return the links that any of these facts are an end of, in the order they were drawn.

    A link is left out unless the viewer may see both of its ends, and what it was drawn from.
    """
    ends = or_(FactLinkRow.earlier_id.in_(fact_ids), FactLinkRow.later_id.in_(fact_ids))
    return _shown(session, select(FactLinkRow).where(ends), viewer=viewer, now=now)


def links_of_load(
    session: Session, load_id: int, *, viewer: Viewer, now: datetime
) -> list[FactLink]:
    """Return the links that a load drew: what everyone shown an earlier fact is told of."""
    drawn = select(FactLinkRow).where(FactLinkRow.load_id == load_id)
    return _shown(session, drawn, viewer=viewer, now=now)


def corrected_by_notes(session: Session, notes: Sequence[int]) -> dict[int, int]:
    """Return, for notes of correction, the fact that each put in the place of a wrong one."""
    if not notes:
        return {}
    rows = session.execute(
        select(PassageRow.fact_id, FactLinkRow.later_id)
        .join(FactRow, FactRow.id == PassageRow.fact_id)
        .join(FactLinkRow, FactLinkRow.load_id == PassageRow.load_id)
        .where(PassageRow.fact_id.in_(notes), FactLinkRow.reason == FactRow.text)
        .where(FactLinkRow.kind == LinkKind.CORRECTED.value)
        .order_by(FactLinkRow.load_id, FactLinkRow.later_id)
    )
    return {note: later_id for note, later_id in rows if note != later_id}


def remove_links_of_load(session: Session, load_id: int) -> None:
    """Take back the links that a load drew."""
    session.execute(delete(FactLinkRow).where(FactLinkRow.load_id == load_id))


def remove_links_between(session: Session, some: Sequence[int], others: Sequence[int]) -> None:
    """Take back the likeness of facts that are each other's words, whichever came first."""
    alike = FactLinkRow.kind == LinkKind.SIMILAR.value
    for earlier, later in ((some, others), (others, some)):
        ends = (FactLinkRow.earlier_id.in_(earlier), FactLinkRow.later_id.in_(later))
        session.execute(delete(FactLinkRow).where(alike, *ends))


def drawn_openly(labels: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a link was drawn by a load of which such documents tell.

    Two facts that everybody may see must not be joined by what only a restricted document says.
    """
    placed = (
        PassageRow.load_id == FactLinkRow.load_id,
        PassageRow.fact_id.in_((FactLinkRow.earlier_id, FactLinkRow.later_id)),
    )
    document = (DocumentRow.id == PassageRow.document_id, labelled(labels))
    openly = exists().where(*placed, *document).correlate(FactLinkRow)
    return or_(openly, ~exists().where(*placed).correlate(FactLinkRow))


def _pairs(session: Session, ids: Sequence[int]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    columns = select(FactLinkRow.earlier_id, FactLinkRow.later_id)
    for chunk in chunks(ids):
        ends = or_(FactLinkRow.earlier_id.in_(chunk), FactLinkRow.later_id.in_(chunk))
        found.update((earlier, later) for earlier, later in session.execute(columns.where(ends)))
    return found


def _shown(
    session: Session, wanted: Select[FactLinkRow], *, viewer: Viewer, now: datetime
) -> list[FactLink]:
    openly = wanted.where(drawn_openly(viewer.labels))
    ordered = openly.order_by(FactLinkRow.load_id, FactLinkRow.earlier_id, FactLinkRow.later_id)
    links = session.scalars(ordered).all()
    ends = {end for link in links for end in (link.earlier_id, link.later_id)}
    seen = _ends(session, sorted(ends), viewer=viewer, now=now)
    return [
        _link(link, seen) for link in links if link.earlier_id in seen and link.later_id in seen
    ]


def _ends(
    session: Session, fact_ids: Sequence[int], *, viewer: Viewer, now: datetime
) -> dict[int, tuple[int, bool]]:
    """Return for each fact that may be seen the passage to quote, and whether the fact stands."""
    best: dict[int, tuple[tuple[bool, str, int], int, bool]] = {}
    for chunk in chunks(fact_ids):
        for row in session.execute(_passages(chunk, viewer)):
            stands = row.from_ <= now and (row.until is None or row.until > now)
            day = row.earliest if row.earliest == row.latest else None
            newness = (row.ended is None, day.isoformat() if day else "", -row.id)
            if row.fact_id not in best or newness > best[row.fact_id][0]:
                best[row.fact_id] = (newness, row.id, stands)
    return {fact_id: (passage, stands) for fact_id, (_, passage, stands) in best.items()}


def _passages(fact_ids: Sequence[int], viewer: Viewer) -> Select[*tuple[Any, ...]]:
    return (
        select(
            PassageRow.id,
            PassageRow.fact_id,
            PassageRow.live_until.label("ended"),
            FactRow.live_from.label("from_"),
            FactRow.live_until.label("until"),
            DocumentRow.earliest,
            DocumentRow.latest,
        )
        .join(FactRow, FactRow.id == PassageRow.fact_id)
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(PassageRow.fact_id.in_(fact_ids), DocumentRow.visibility.in_(viewer.labels))
    )


def _link(row: FactLinkRow, seen: dict[int, tuple[int, bool]]) -> FactLink:
    earlier_passage, earlier_stands = seen[row.earlier_id]
    later_passage, later_stands = seen[row.later_id]
    return FactLink(
        kind=LinkKind(row.kind),
        earlier_id=row.earlier_id,
        later_id=row.later_id,
        earlier_passage=earlier_passage,
        later_passage=later_passage,
        earlier_stands=earlier_stands,
        later_stands=later_stands,
        reason=row.reason,
        load_id=row.load_id,
        created_at=row.created_at,
    )
