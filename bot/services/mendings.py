"""Speakers and dates that a person put right: told once to every chat that was shown them wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.marking import owe_marks
from bot.services.owing import Later, owe_told
from bot.services.reaching import ways
from bot.services.shown import shown_mendings
from bot.views.digests import mending_notice
from bot.views.mendings import ShownMending
from db.address import Address
from db.queries import telling
from db.queries.clearances import viewers_of
from db.queries.mendings import mending_states, mendings_to_tell
from db.queries.reach import LATER, ranked
from facts.digests import Mending

UTC = ZoneInfo("UTC")
Wrong = dict[Address, list[ShownMending]]


@dataclass(frozen=True, slots=True)
class MendingReach:
    """How many places were shown a fact before it was put right, and what became of telling."""

    shown: int
    states: dict[str, int]


def owe_mendings(
    session: Session,
    now: datetime,
    *,
    since: datetime | None,
    zone: ZoneInfo,
    addresses: Sequence[Address] | None = None,
) -> int:
    """Owe what chats, or these of them, are to be told at once of facts put right; return how many
    messages that are.

    Chats that chose to be told with their digest, or are paused, are left to it; quiet hours put
    a message off.
    """
    start = telling.from_before(since)
    found = mendings_to_tell(session, now=now, addresses=addresses, since=start)
    how = ways(session, now, found, zone)
    zones = {at: how[at].zone for at in found if how[at].at_once}
    wrong = _wrong(session, {at: found[at] for at in zones}, zones)
    told = telling.claim(session, now, telling.MENDINGS, mendings_of(wrong))
    messages: list[Later] = []
    for at, mended in told.items():
        ids = {one.fact_id for one in mended}
        shown = [one for one in wrong[at] if one.new.fact_id in ids]
        messages += map(how[at].correction, mending_notice(shown, how[at].day(now)))
    owe_told(session, now, messages, telling.MENDINGS, told)
    mark_mended(session, now, told, zone)
    return len(messages)


def mended_with_digests(
    session: Session, now: datetime, addresses: Sequence[Address]
) -> dict[Address, list[Mending]]:
    """Take what chats are to be told of facts put right with the digests being made for them."""
    waiting = waiting_mendings(session, now, addresses)
    return telling.claim(session, now, telling.MENDINGS, waiting)


def waiting_mendings(
    session: Session, now: datetime, addresses: Sequence[Address]
) -> dict[Address, list[Mending]]:
    """Return what chats have to be told of facts put right, taking nothing."""
    found = mendings_to_tell(session, now=now, addresses=addresses)
    return mendings_of(_wrong(session, found))


def mark_mended(
    session: Session, now: datetime, told: Mapping[Address, Sequence[Mending]], zone: ZoneInfo
) -> None:
    """Owe the marks on the messages that showed facts before these were put right."""
    facts = {at: [one.fact_id for one in mended] for at, mended in told.items()}
    before = {one.fact_id: one.changed_at for mended in told.values() for one in mended}
    how = ways(session, now, facts, zone)
    owe_marks(session, now, facts, how, verdict="mended", before=before)


def mending_reach(session: Session, now: datetime, *, fact_id: int) -> MendingReach:
    """Return whom the putting right of a fact has reached."""
    found = mendings_to_tell(session, now=now, fact_id=fact_id)
    later = _wrong(session, found)
    told = ranked(session, mending_states(session, fact_id))
    states = Counter(told.values()) + Counter({LATER: len(mendings_of(later))})
    return MendingReach(sum(states.values()), dict(states))


def mendings_of(wrong: Mapping[Address, Sequence[ShownMending]]) -> dict[Address, list[Mending]]:
    """Return the mendings that are shown at each address, without those where none is."""
    return {at: [one.mending for one in shown] for at, shown in wrong.items() if shown}


def _wrong(
    session: Session,
    found: Mapping[Address, Sequence[Mending]],
    zones: Mapping[Address, ZoneInfo] | None = None,
) -> Wrong:
    """Return what reads otherwise now than it was shown, as each chat may see it."""
    seen = viewers_of(session, sorted({at.chat_id for at in found}))
    viewers = {at: seen[at.chat_id] for at in found}
    return shown_mendings(session, found, zones or dict.fromkeys(found, UTC), viewers)
