"""Facts taken back without another in their place: told once to every chat that was shown them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.composing import shown_withdrawals
from bot.services.owing import Later, owe_later
from bot.services.schedules import schedule_of
from bot.views.digests import withdrawal_notice
from db.models import SubscriptionRow
from db.queries.subscriptions import ACTIVE, PAUSED, blocked_among, subscriptions_of_chats
from db.queries.withdrawals import claim_withdrawals, withdrawals_to_tell
from db.viewer import Viewer
from facts.calendar import after_quiet, local_day
from facts.digests import Withdrawal

# Endings written while another transaction was still open come to light a little late.
OVERLAP = timedelta(minutes=15)
REFUSED = "the chat takes no messages"


def owe_withdrawals(
    session: Session, now: datetime, *, since: datetime | None, viewer: Viewer, zone: ZoneInfo
) -> int:
    """Owe what chats are to be told at once of withdrawn facts; return how many messages.

    Chats that chose to be told with their digest, or are paused, are left to it; quiet hours put
    a message off.
    """
    start = since - OVERLAP if since else None
    found = withdrawals_to_tell(session, now=now, chat_ids=None, since=start)
    followed = subscriptions_of_chats(session, list(found), (ACTIVE, PAUSED))
    wanted = {at: gone for at, gone in found.items() if _at_once(followed.get(at, ()))}
    told = claim_withdrawals(session, now, wanted)
    blocked = blocked_among(session, list(told))
    messages: list[Later] = []
    for chat_id, gone in told.items():
        row = next(iter(followed.get(chat_id, ())), None)
        refused = REFUSED if chat_id in blocked else None
        messages += _messages(session, now, (chat_id, gone), row, viewer, zone, refused)
    owe_later(session, now, messages)
    return len(messages)


def withdrawn_with_digests(
    session: Session, now: datetime, chat_ids: Sequence[int]
) -> dict[int, list[Withdrawal]]:
    """Take what chats are to be told of withdrawn facts with the digests being made for them."""
    found = withdrawals_to_tell(session, now=now, chat_ids=chat_ids, since=None)
    return claim_withdrawals(session, now, found)


def _at_once(followed: Sequence[SubscriptionRow]) -> bool:
    return all(row.state == ACTIVE and row.corrections == "at_once" for row in followed)


def _messages(
    session: Session,
    now: datetime,
    told: tuple[int, Sequence[Withdrawal]],
    row: SubscriptionRow | None,
    viewer: Viewer,
    desk: ZoneInfo,
    refused: str | None,
) -> list[Later]:
    chat_id, gone = told
    zone = ZoneInfo(row.zone) if row else desk
    due_at = after_quiet(now, zone, schedule_of(row).quiet) if row else now
    thread_id = row.thread_id if row else None
    shown = shown_withdrawals(session, gone, zone, viewer)
    return [
        Later("correction", chat_id, thread_id, part, due_at, refused)
        for part in withdrawal_notice(shown, local_day(now, zone))
    ]
