"""What became of facts that chats were shown: found, and claimed so that each is told once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.models import ChangeToldRow, FactLinkRow, FactRow, SightingRow
from db.queries.terms import chunks
from db.search.postings import stands
from facts.digests import Change
from facts.links import LinkKind


def any_link_since(session: Session, since: datetime | None) -> bool:
    """Say whether a change was drawn since a moment, or ever."""
    drawn = select(FactLinkRow.later_id).where(FactLinkRow.kind != LinkKind.SIMILAR.value)
    if since is not None:
        drawn = drawn.where(FactLinkRow.created_at >= since)
    return session.scalar(drawn.limit(1)) is not None


def changes_to_tell(
    session: Session, *, now: datetime, chat_ids: Sequence[int] | None, since: datetime | None
) -> dict[int, list[Change]]:
    """Return, for each chat, what became of facts it was shown and was not told yet.

    Of all chats when `chat_ids` is None; of links drawn since a moment when that is given. A
    chat that has seen the newer fact by itself is told only of a correction.
    """
    wanted = [FactLinkRow.kind != LinkKind.SIMILAR.value, *stands(now)]
    if chat_ids is not None:
        wanted.append(SightingRow.chat_id.in_(chat_ids))
    if since is not None:
        wanted.append(FactLinkRow.created_at >= since)
    rows = session.execute(
        select(
            SightingRow.chat_id,
            FactLinkRow.kind,
            FactLinkRow.earlier_id,
            FactLinkRow.later_id,
            FactLinkRow.reason,
            func.min(SightingRow.at),
        )
        .join(FactLinkRow, FactLinkRow.earlier_id == SightingRow.fact_id)
        .join(FactRow, FactRow.id == FactLinkRow.later_id)
        .where(*wanted, ~_told(), ~_met_by_itself())
        .group_by(
            SightingRow.chat_id,
            FactLinkRow.kind,
            FactLinkRow.earlier_id,
            FactLinkRow.later_id,
            FactLinkRow.reason,
        )
    )
    found: dict[int, list[Change]] = defaultdict(list)
    for chat_id, kind, earlier_id, later_id, reason, shown_at in rows:
        change = Change(LinkKind(kind), earlier_id, later_id, reason, shown_at)
        found[chat_id].append(change)
    return {chat_id: found[chat_id] for chat_id in sorted(found)}


def claim_changes(
    session: Session, now: datetime, changes: Mapping[int, Sequence[Change]]
) -> dict[int, list[Change]]:
    """Take changes to tell them to chats; leave out what another process took meanwhile."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    rows = [
        {
            "chat_id": chat_id,
            "earlier_id": change.earlier_id,
            "later_id": change.later_id,
            "delivery_id": None,
            "told_at": now,
        }
        for chat_id, told in sorted(changes.items())
        for change in told
    ]
    taken: set[tuple[int, int, int]] = set()
    columns = (ChangeToldRow.chat_id, ChangeToldRow.earlier_id, ChangeToldRow.later_id)
    for chunk in chunks(rows, 1_000):
        claim = dialect.insert(ChangeToldRow).values(list(chunk)).on_conflict_do_nothing()
        rows_taken = session.execute(claim.returning(*columns))
        taken.update((row.chat_id, row.earlier_id, row.later_id) for row in rows_taken)
    return {
        chat_id: [c for c in told if (chat_id, c.earlier_id, c.later_id) in taken]
        for chat_id, told in changes.items()
    }


def set_deliveries(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Store with which delivery changes are told: chat, both facts and the delivery of each."""
    if rows:
        session.execute(update(ChangeToldRow), [dict(row) for row in rows])


def _told() -> ColumnElement[bool]:
    return exists().where(
        ChangeToldRow.chat_id == SightingRow.chat_id,
        ChangeToldRow.earlier_id == FactLinkRow.earlier_id,
        ChangeToldRow.later_id == FactLinkRow.later_id,
    )


def _met_by_itself() -> ColumnElement[bool]:
    other = SightingRow.__table__.alias("other_sighting")
    met = exists().where(
        other.c.chat_id == SightingRow.chat_id, other.c.fact_id == FactLinkRow.later_id
    )
    return (FactLinkRow.kind != LinkKind.CORRECTED.value) & met
