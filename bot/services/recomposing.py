"""Digests that are owed and hold what is not so any more: composed anew from what is."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.digesting import prepare_again
from db.models import DigestRow, SubscriptionRow
from db.queries.clearances import viewers_of
from db.queries.recalls import (
    covered_before,
    digests_of_ended_passages,
    labels_in_digests,
    take_back,
)
from db.queries.subscriptions import ACTIVE

HIDDEN = "composed anew: a fact in it may not be seen in this chat any more"
ENDED = "composed anew: the document that it named was taken back"


def recompose_hidden(session: Session, now: datetime) -> int:
    """Take back digests not yet sent that hold what their chat may not see; return how many.

    What else was new in them goes out at once, with counts of its own, or with the next digest of
    a subscription that is paused.
    """
    found = labels_in_digests(session)
    viewers = viewers_of(session, sorted({chat_id for _, chat_id, _ in found}))
    hidden = {digest for digest, chat, label in found if label not in viewers[chat].labels}
    return sum(_again(session, now, digest_id, HIDDEN) for digest_id in sorted(hidden))


def recompose_ended(session: Session, now: datetime) -> int:
    """Take back digests not yet sent that name a document for a fact which only others state now.

    Returns how many; what was new in them goes out at once, as the others have it.
    """
    found = digests_of_ended_passages(session)
    return sum(_again(session, now, digest_id, ENDED) for digest_id in found)


def _again(session: Session, now: datetime, digest_id: int, reason: str) -> bool:
    if not take_back(session, now, digest_id, reason=reason):
        return False
    digest = session.get_one(DigestRow, digest_id)
    row = session.get_one(SubscriptionRow, digest.subscription_id, with_for_update=True)
    row.mark, row.covered_at = digest.mark, covered_before(session, digest)
    session.flush()
    if row.state == ACTIVE:
        prepare_again(session, now, row=row)
    return True
