"""How a chat, and a thread of it, is reached by ourselves: at once or with its digest, and when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.owing import Later
from bot.services.schedules import schedule_of
from bot.views.parts import Part
from db.address import Address
from db.models import SubscriptionRow
from db.queries.subscriptions import ACTIVE, PAUSED, blocked_among, subscriptions_of_chats
from facts.calendar import after_quiet, local_day

REFUSED = "the chat takes no messages"


@dataclass(frozen=True, slots=True)
class Way:
    """How an address is reached: its zone, when it may be written to, and why it never can be.

    `at_once` is False where corrections come with the digest; `follows` tells that it is briefed.
    """

    at: Address
    zone: ZoneInfo
    due_at: datetime
    refused: str | None
    at_once: bool
    follows: bool

    def day(self, moment: datetime) -> date:
        """Return the local day of a moment there."""
        return local_day(moment, self.zone)

    def correction(self, part: Part) -> Later:
        """Return a message that goes this way."""
        thread = self.at.thread_id or None
        return Later("correction", self.at.chat_id, thread, part, self.due_at, self.refused)


def ways(
    session: Session, now: datetime, addresses: Collection[Address], desk: ZoneInfo
) -> dict[Address, Way]:
    """Return the way to each address; `desk` is the zone of those that are not briefed."""
    chats = sorted({at.chat_id for at in addresses})
    followed = subscriptions_of_chats(session, chats, (ACTIVE, PAUSED))
    blocked = blocked_among(session, chats)
    return {
        at: _way(now, at, followed.get(at.chat_id, ()), desk, blocked=at.chat_id in blocked)
        for at in sorted(addresses)
    }


def _way(
    now: datetime, at: Address, rows: Sequence[SubscriptionRow], desk: ZoneInfo, *, blocked: bool
) -> Way:
    own = [row for row in rows if (row.thread_id or 0) == at.thread_id]
    # A thread that is not briefed sleeps when its chat does.
    first = next(iter([*own, *rows]), None)
    zone = ZoneInfo(first.zone) if first else desk
    return Way(
        at=at,
        zone=zone,
        due_at=after_quiet(now, zone, schedule_of(first).quiet) if first else now,
        refused=REFUSED if blocked else None,
        at_once=all(row.state == ACTIVE and row.corrections == "at_once" for row in own),
        follows=bool(own),
    )
