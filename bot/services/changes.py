"""Corrections, updates and differences: told once to every chat that was shown the old fact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.marking import owe_marks
from bot.services.owing import Later, owe_later
from bot.services.reaching import Way, ways
from bot.services.shown import shown_changes
from bot.views.digests import change_notice
from bot.views.parts import Part
from db.address import Address
from db.queries import telling
from db.queries.changes import any_change_since, changes_to_tell
from db.queries.clearances import viewers_of
from db.queries.links import links_of
from db.queries.sequences import STORE_VERSION, last_number
from db.viewer import Viewer
from facts.digests import Change, told_first
from facts.links import LinkKind

UTC = ZoneInfo("UTC")


def store_version(session: Session, now: datetime) -> int:
    """Return the store's version: it moves with every load."""
    return last_number(session, STORE_VERSION)


def changes_waiting(session: Session, now: datetime, *, since: datetime | None) -> bool:
    """Say whether a chat may have to be told of a change: all that an idle tick asks."""
    return any_change_since(session, telling.from_before(since))


def owe_changes(
    session: Session,
    now: datetime,
    *,
    since: datetime | None,
    zone: ZoneInfo,
    addresses: Sequence[Address] | None = None,
) -> int:
    """Owe what chats, or these of them, are to be told at once; return how many messages that are.

    Looks at links drawn since a moment (with some overlap), or at all of them. Chats that chose to
    be told with their digest, or are paused, are left to it; quiet hours put a message off. A
    difference between sources is never sent by itself to a chat that follows nothing.
    """
    start = telling.from_before(since)
    found = changes_to_tell(session, now=now, addresses=addresses, since=start)
    how = ways(session, now, found, zone)
    wanted = {at: _at_once(changes, how[at]) for at, changes in found.items()}
    viewers = viewers_of(session, sorted({at.chat_id for at in wanted}))
    told = claim_visible(session, now, wanted, viewers)
    places: list[tuple[Address, Change]] = []
    messages: list[Later] = []
    for at, change, part in _notices(session, now, told, how, viewers):
        places.append((at, change))
        messages.append(how[at].correction(part))
    deliveries = owe_later(session, now, messages)
    sent = [(*place, one) for place, one in zip(places, deliveries, strict=True)]
    telling.record(session, telling.CHANGES, sent)
    owe_marks(session, now, corrected_there(told), how, verdict="corrected")
    return len(messages)


def to_tell_with_digests(
    session: Session,
    now: datetime,
    addresses: Sequence[Address],
    viewers: Mapping[int, Viewer],
) -> dict[Address, list[Change]]:
    """Take what chats are to be told with the digests that are being made for them."""
    found = changes_to_tell(session, now=now, addresses=addresses, since=None)
    return claim_visible(session, now, found, viewers)


def claim_visible(
    session: Session,
    now: datetime,
    found: Mapping[Address, Sequence[Change]],
    viewers: Mapping[int, Viewer],
) -> dict[Address, list[Change]]:
    """Take, for each chat, as many changes as one digest holds whose facts may be seen there."""
    drawn = _drawn(session, now, found, viewers)
    visible = {
        at: told_first(
            [c for c in told if (viewers[at.chat_id], c.earlier_id, c.later_id) in drawn]
        )
        for at, told in found.items()
    }
    return telling.claim(session, now, telling.CHANGES, visible)


def _drawn(
    session: Session,
    now: datetime,
    found: Mapping[Address, Sequence[Change]],
    viewers: Mapping[int, Viewer],
) -> set[tuple[Viewer, int, int]]:
    """Return which pairs of facts are linked as each sort of viewer sees it."""
    ends: dict[Viewer, set[int]] = {}
    for at, told in found.items():
        pairs = {end for change in told for end in (change.earlier_id, change.later_id)}
        ends.setdefault(viewers[at.chat_id], set()).update(pairs)
    return {
        (viewer, link.earlier_id, link.later_id)
        for viewer, ids in ends.items()
        if ids
        for link in links_of(session, sorted(ids), viewer=viewer, now=now)
    }


def corrected_there(told: Mapping[Address, Sequence[Change]]) -> dict[Address, list[int]]:
    """Return the facts that each chat is told to be corrected."""
    corrected = LinkKind.CORRECTED
    return {at: [c.earlier_id for c in some if c.kind is corrected] for at, some in told.items()}


def _at_once(changes: Sequence[Change], way: Way) -> list[Change]:
    if not way.follows:
        return [change for change in changes if change.kind is not LinkKind.DIFFERS]
    return list(changes) if way.at_once else []


def _notices(
    session: Session,
    now: datetime,
    told: Mapping[Address, Sequence[Change]],
    how: Mapping[Address, Way],
    viewers: Mapping[int, Viewer],
) -> Iterator[tuple[Address, Change, Part]]:
    """Yield the message for each change; none when its document no longer matches its hash.

    What reads the same in many chats is quoted and composed once.
    """
    seen: dict[Viewer, list[Change]] = {}
    for at, changes in told.items():
        seen.setdefault(viewers[at.chat_id], []).extend(changes)
    shown = {
        (viewer, one.old.fact_id, one.new.fact_id): one
        for viewer, changes in seen.items()
        for one in shown_changes(session, now, changes, UTC, viewer)
    }
    made: dict[Any, Part] = {}
    for at, changes in told.items():
        today = how[at].day(now)
        for change in changes:
            key = viewers[at.chat_id], change.earlier_id, change.later_id
            if key not in shown:
                continue
            seen_on = how[at].day(change.shown_at)
            reads_as = *key, seen_on, today
            if reads_as not in made:
                made[reads_as] = change_notice(replace(shown[key], seen_on=seen_on), today)
            yield at, change, made[reads_as]
