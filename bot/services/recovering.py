"""What a subscription was owed and never got is new to its chat once more."""

from sqlalchemy.orm import Session

from db.models import DigestRow, SubscriptionRow
from db.queries.recalls import covered_before, forget_lost, lost_digests


def go_back(session: Session, row: SubscriptionRow) -> None:
    """Put a subscription's mark back to where its last digests began, if they did not arrive.

    They were called off with it, or refused. What did arrive of them was seen, so it is not told
    again.
    """
    lost = lost_digests(session, row.id)
    if lost:
        first = session.get_one(DigestRow, lost[-1])
        row.mark, row.covered_at = first.mark, covered_before(session, first)
        forget_lost(session, lost)
        session.flush()
