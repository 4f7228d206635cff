"""Facts taken back without another in their place: told once to every chat that was shown them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.marking import owe_marks
from bot.services.owing import Later, owe_told
from bot.services.reaching import Way, ways
from bot.services.shown import shown_withdrawals
from bot.views.digests import withdrawal_notice
from bot.views.parts import Part
from db.address import Address
from db.queries import telling
from db.queries.clearances import viewers_of
from db.queries.withdrawals import withdrawals_to_tell
from db.viewer import Viewer
from facts.digests import Withdrawal

UTC = ZoneInfo("UTC")


def owe_withdrawals(
    session: Session,
    now: datetime,
    *,
    since: datetime | None,
    zone: ZoneInfo,
    addresses: Sequence[Address] | None = None,
) -> int:
    """Owe what chats, or these of them, are to be told at once of withdrawn facts; return how many
    messages that are.

    Chats that chose to be told with their digest, or are paused, are left to it; quiet hours put
    a message off.
    """
    start = telling.from_before(since)
    found = withdrawals_to_tell(session, now=now, addresses=addresses, since=start)
    how = ways(session, now, found, zone)
    wanted = {at: gone for at, gone in found.items() if how[at].at_once}
    told = telling.claim(session, now, telling.WITHDRAWALS, wanted)
    viewers = viewers_of(session, sorted({at.chat_id for at in told}))
    messages = list(_messages(session, now, told, how, viewers))
    owe_told(session, now, messages, telling.WITHDRAWALS, told)
    owe_marks(session, now, gone_there(told), how, verdict="withdrawn")
    return len(messages)


def withdrawn_with_digests(
    session: Session, now: datetime, addresses: Sequence[Address]
) -> dict[Address, list[Withdrawal]]:
    """Take what chats are to be told of withdrawn facts with the digests being made for them."""
    found = withdrawals_to_tell(session, now=now, addresses=addresses, since=None)
    return telling.claim(session, now, telling.WITHDRAWALS, found)


def gone_there(told: Mapping[Address, Sequence[Withdrawal]]) -> dict[Address, list[int]]:
    """Return the facts that each chat is told to be withdrawn."""
    return {at: [gone.fact_id for gone in withdrawn] for at, withdrawn in told.items()}


def _messages(
    session: Session,
    now: datetime,
    told: Mapping[Address, Sequence[Withdrawal]],
    how: Mapping[Address, Way],
    viewers: Mapping[int, Viewer],
) -> Iterator[Later]:
    """Yield the messages for withdrawals; what reads the same in many chats is composed once."""
    seen: dict[Viewer, dict[int, Withdrawal]] = {}
    for at, gone in told.items():
        seen.setdefault(viewers[at.chat_id], {}).update({one.passage_id: one for one in gone})
    shown = {
        (viewer, one.old.passage_id): one
        for viewer, theirs in seen.items()
        for one in shown_withdrawals(session, list(theirs.values()), UTC, viewer)
    }
    made: dict[Any, list[Part]] = {}
    for at, gone in told.items():
        viewer, today = viewers[at.chat_id], how[at].day(now)
        days = [(one.passage_id, how[at].day(one.shown_at)) for one in gone]
        reads_as = viewer, tuple(days), today
        if reads_as not in made:
            here = [
                replace(shown[viewer, passage_id], seen_on=day)
                for passage_id, day in days
                if (viewer, passage_id) in shown
            ]
            made[reads_as] = withdrawal_notice(here, today)
        yield from map(how[at].correction, made[reads_as])
