"""Digests that are owed and hold what their chat may not see any more: found and taken back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
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
from db.queries.deliveries import FAILED, LEASED, PENDING, RETRY
from db.viewer import PUBLIC

# Not yet begun to be sent: these can still be taken back.
WAITING = (PENDING, LEASED, RETRY)


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
    for told in (ChangeToldRow, WithdrawalToldRow, MendingToldRow):
        session.execute(delete(told).where(told.delivery_id.in_(taken)))
    return taken


def covered_before(session: Session, digest: DigestRow) -> datetime | None:
    """Return when the digest before this one was made; None when it was the first."""
    return session.scalar(
        select(func.max(DigestRow.created_at)).where(
            DigestRow.subscription_id == digest.subscription_id,
            DigestRow.id < digest.id,
            DigestRow.state != "skipped",
        )
    )
