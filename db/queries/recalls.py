"""Digests whose messages did not arrive, or are not to: found, and taken back."""

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile

from sqlalchemy import and_, delete, func, select, update
from sqlalchemy.orm import Session

from db.models import (
    ChangeToldRow,
    DeliveryFactRow,
    DeliveryRow,
    DigestPartRow,
    DigestRow,
    DocumentRow,
    FactRow,
    MendingToldRow,
    PassageRow,
    WithdrawalToldRow,
)
from db.queries.deliveries import FAILED, GIVEN_UP, LEASED, PENDING, RETRY
from db.viewer import PUBLIC

# Not yet begun to be sent: these can still be taken back.
WAITING = (PENDING, LEASED, RETRY)
_LOST = and_(
    DeliveryRow.state == FAILED, ~func.coalesce(DeliveryRow.failure, "").startswith(GIVEN_UP)
)


def labels_in_digests(session: Session) -> list[tuple[int, int, str]]:
    """Return (digest, chat, label) of all that digests still owed show and not everybody may see.

    What they quote counts, and what they tell to be corrected.
    """
    of_digests = (
        select(DigestPartRow.digest_id, DeliveryRow.chat_id)
        .join(DeliveryRow, DeliveryRow.id == DigestPartRow.delivery_id)
        .where(DeliveryRow.state.in_(WAITING))
    )
    quoted = (
        of_digests.add_columns(DocumentRow.visibility)
        .join(DeliveryFactRow, DeliveryFactRow.delivery_id == DeliveryRow.id)
        .join(PassageRow, PassageRow.id == DeliveryFactRow.passage_id)
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(DocumentRow.visibility != PUBLIC)
    )
    corrected = (
        of_digests.add_columns(FactRow.visibility)
        .join(ChangeToldRow, ChangeToldRow.delivery_id == DeliveryRow.id)
        .join(FactRow, FactRow.id == ChangeToldRow.earlier_id)
        .where(FactRow.visibility != PUBLIC)
    )
    found = {(d, c, v) for part in (quoted, corrected) for d, c, v in session.execute(part)}
    return sorted(found)


def digests_of_ended_passages(session: Session) -> list[int]:
    """Return digests still owed that quote a passage which ended though its fact stands.

    Another document states it: the one that was named does so no more.
    """
    rows = session.scalars(
        select(DigestPartRow.digest_id)
        .join(DeliveryRow, DeliveryRow.id == DigestPartRow.delivery_id)
        .join(DeliveryFactRow, DeliveryFactRow.delivery_id == DeliveryRow.id)
        .join(PassageRow, PassageRow.id == DeliveryFactRow.passage_id)
        .join(FactRow, FactRow.id == DeliveryFactRow.fact_id)
        .where(DeliveryRow.state.in_(WAITING))
        .where(PassageRow.live_until.is_not(None), FactRow.live_until.is_(None))
        .distinct()
    )
    return sorted(rows)


def take_back(session: Session, now: datetime, digest_id: int, *, reason: str) -> Sequence[int]:
    """Settle what a digest still owes as failed; return these deliveries.

    What they would have told of changes, withdrawals and mendings is to be told again.
    """
    parts = select(DigestPartRow.delivery_id).where(DigestPartRow.digest_id == digest_id)
    settled = {"state": FAILED, "failure": reason, "settled_at": now}
    taken = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.id.in_(parts), DeliveryRow.state.in_(WAITING))
        .values(**settled, worker=None, lease_until=None)
        .returning(DeliveryRow.id)
    ).all()
    _tell_again(session, taken)
    return taken


def lost_digests(session: Session, subscription_id: int) -> list[int]:
    """Return the last digests of a subscription that did not arrive whole, the newest first.

    Back to the newest that did; those that had no message are passed over.
    """
    lost = func.count().filter(_LOST)
    rows = session.execute(
        select(DigestRow.id, lost)
        .join(DigestPartRow, DigestPartRow.digest_id == DigestRow.id)
        .join(DeliveryRow, DeliveryRow.id == DigestPartRow.delivery_id)
        .where(DigestRow.subscription_id == subscription_id)
        .group_by(DigestRow.id)
        .order_by(DigestRow.id.desc())
    )
    return [digest_id for digest_id, _ in takewhile(lambda row: row[1] > 0, rows.all())]


def forget_lost(session: Session, digest_ids: Sequence[int]) -> None:
    """Let what the lost messages of digests told of changes and withdrawals be told again."""
    lost = (
        select(DigestPartRow.delivery_id)
        .join(DeliveryRow, DeliveryRow.id == DigestPartRow.delivery_id)
        .where(DigestPartRow.digest_id.in_(digest_ids), _LOST)
    )
    _tell_again(session, session.scalars(lost).all())


def _tell_again(session: Session, delivery_ids: Sequence[int]) -> None:
    for told in (ChangeToldRow, WithdrawalToldRow, MendingToldRow):
        session.execute(delete(told).where(told.delivery_id.in_(delivery_ids)))


def covered_before(session: Session, digest: DigestRow) -> datetime | None:
    """Return when the digest before this one was made; None when it was the first."""
    return session.scalar(
        select(func.max(DigestRow.created_at)).where(
            DigestRow.subscription_id == digest.subscription_id,
            DigestRow.id < digest.id,
            DigestRow.state != "skipped",
        )
    )
