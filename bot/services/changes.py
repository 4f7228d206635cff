"""Corrections, updates and differences: told once to every chat that was shown the old fact."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.composing import shown_changes
from bot.services.owing import Later, owe_later
from bot.services.schedules import schedule_of
from bot.views.digests import change_notice
from db.models import SubscriptionRow
from db.queries.changes import any_link_since, changes_to_tell, claim_changes, set_deliveries
from db.queries.links import links_of
from db.queries.sequences import STORE_VERSION, last_number
from db.queries.subscriptions import ACTIVE, PAUSED, blocked_among, subscriptions_of_chats
from db.queries.withdrawals import any_withdrawn_since
from db.viewer import Viewer
from facts.calendar import after_quiet, local_day
from facts.digests import Change, told_first
from facts.links import LinkKind

# Links drawn while another transaction was still open come to light a little late.
OVERLAP = timedelta(minutes=15)
REFUSED = "the chat takes no messages"

Told = tuple[int, Change]


def store_version(session: Session, now: datetime) -> int:
    """Return the store's version: it moves with every load."""
    return last_number(session, STORE_VERSION)


def changes_waiting(session: Session, now: datetime, *, since: datetime | None) -> bool:
    """Say whether a chat may have to be told of a change: all that an idle tick asks."""
    start = since - OVERLAP if since else None
    return any_link_since(session, start) or any_withdrawn_since(session, start)


def owe_changes(
    session: Session, now: datetime, *, since: datetime | None, viewer: Viewer, zone: ZoneInfo
) -> int:
    """Owe what chats are to be told at once; return how many messages that are.

    Looks at links drawn since a moment (with some overlap), or at all of them. Chats that chose to
    be told with their digest, or are paused, are left to it; quiet hours put a message off. A
    difference between sources is never sent by itself to a chat that follows nothing.
    """
    start = since - OVERLAP if since else None
    found = changes_to_tell(session, now=now, chat_ids=None, since=start)
    followed = subscriptions_of_chats(session, list(found), (ACTIVE, PAUSED))
    wanted = {
        chat_id: _at_once(changes, followed.get(chat_id, ())) for chat_id, changes in found.items()
    }
    told = claim_visible(session, now, wanted, viewer)
    blocked = blocked_among(session, list(told))
    pairs: list[Told] = []
    messages: list[Later] = []
    for chat_id, changes in told.items():
        row = next(iter(followed.get(chat_id, ())), None)
        refused = REFUSED if chat_id in blocked else None
        for change in changes:
            made = _message(session, now, (chat_id, change), row, viewer, zone, refused)
            pairs += [(chat_id, change)] * len(made)
            messages += made
    record_told(session, pairs, owe_later(session, now, messages))
    return len(messages)


def to_tell_with_digests(
    session: Session, now: datetime, chat_ids: Sequence[int], viewer: Viewer
) -> dict[int, list[Change]]:
    """Take what chats are to be told with the digests that are being made for them."""
    found = changes_to_tell(session, now=now, chat_ids=chat_ids, since=None)
    return claim_visible(session, now, found, viewer)


def claim_visible(
    session: Session, now: datetime, found: Mapping[int, Sequence[Change]], viewer: Viewer
) -> dict[int, list[Change]]:
    """Take, for each chat, as many changes as one digest holds whose facts may be seen."""
    ends = {end for told in found.values() for c in told for end in (c.earlier_id, c.later_id)}
    links = links_of(session, sorted(ends), viewer=viewer, now=now) if ends else []
    drawn = {(link.earlier_id, link.later_id) for link in links}
    visible = {
        chat_id: told_first([c for c in told if (c.earlier_id, c.later_id) in drawn])
        for chat_id, told in found.items()
    }
    return claim_changes(session, now, visible)


def record_told(session: Session, told: Sequence[Told], delivery_ids: Sequence[int]) -> None:
    """Store with which delivery each chat is told of each change."""
    rows = [
        {
            "chat_id": chat_id,
            "earlier_id": change.earlier_id,
            "later_id": change.later_id,
            "delivery_id": delivery_id,
        }
        for (chat_id, change), delivery_id in zip(told, delivery_ids, strict=True)
    ]
    set_deliveries(session, rows)


def _at_once(changes: Sequence[Change], followed: Sequence[SubscriptionRow]) -> list[Change]:
    if not followed:
        return [change for change in changes if change.kind is not LinkKind.DIFFERS]
    at_once = all(row.state == ACTIVE and row.corrections == "at_once" for row in followed)
    return list(changes) if at_once else []


def _message(
    session: Session,
    now: datetime,
    told: Told,
    row: SubscriptionRow | None,
    viewer: Viewer,
    desk: ZoneInfo,
    refused: str | None,
) -> list[Later]:
    """Return the message for a change; none when its document no longer matches its hash."""
    chat_id, change = told
    zone = ZoneInfo(row.zone) if row else desk
    due_at = after_quiet(now, zone, schedule_of(row).quiet) if row else now
    thread_id = row.thread_id if row else None
    return [
        Later(
            kind="correction",
            chat_id=chat_id,
            thread_id=thread_id,
            part=change_notice(shown, local_day(now, zone)),
            due_at=due_at,
            refused=refused,
        )
        for shown in shown_changes(session, now, [change], zone, viewer)
    ]
