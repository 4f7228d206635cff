"""What became of facts that were shown, told with digests: taken, and stored as told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services import mendings, withdrawals
from bot.services.changes import corrected_there, owe_changes, to_tell_with_digests
from bot.services.marking import owe_marks
from bot.services.reaching import ways
from db.address import Address
from db.queries import telling
from db.queries.changes import changes_to_tell
from db.queries.mendings import mendings_to_tell
from db.queries.withdrawals import withdrawals_to_tell
from db.viewer import Viewer
from facts.digests import Became, Change, Mending, Withdrawal

UTC = ZoneInfo("UTC")
T = TypeVar("T", Change, Mending, Withdrawal)


def addresses_to_tell(session: Session, now: datetime, *, since: datetime | None) -> list[Address]:
    """Return the chats, and threads, that may have to be told what became of a fact shown there.

    Of all facts, or of those that changed since a moment (with some overlap).
    """
    start = telling.from_before(since)
    changed = changes_to_tell(session, now=now, addresses=None, since=start)
    withdrawn = withdrawals_to_tell(session, now=now, addresses=None, since=start)
    return sorted({*changed, *withdrawn, *mendings_to_tell(session, now=now, since=start)})


def owe_what_became(
    session: Session,
    now: datetime,
    *,
    since: datetime | None,
    zone: ZoneInfo,
    addresses: Sequence[Address],
) -> int:
    """Owe what these chats are to be told at once of facts they were shown; return how many
    messages that are.
    """
    each = (owe_changes, withdrawals.owe_withdrawals, mendings.owe_mendings)
    return sum(owe(session, now, since=since, zone=zone, addresses=addresses) for owe in each)


def take_with_digests(
    session: Session, now: datetime, addresses: Sequence[Address], viewers: Mapping[int, Viewer]
) -> dict[Address, Became]:
    """Take what is to be told with the digests that are being made for these addresses."""
    changes = to_tell_with_digests(session, now, addresses, viewers)
    withdrawn = withdrawals.withdrawn_with_digests(session, now, addresses)
    mended = mendings.mended_with_digests(session, now, addresses)
    return _became(changes, withdrawn, mended)


def waiting_with_digests(
    session: Session, now: datetime, addresses: Sequence[Address]
) -> dict[Address, Became]:
    """Return what would be told with digests made now for these addresses, taking nothing."""
    changes = changes_to_tell(session, now=now, addresses=addresses, since=None)
    withdrawn = withdrawals_to_tell(session, now=now, addresses=addresses, since=None)
    return _became(changes, withdrawn, mendings.waiting_mendings(session, now, addresses))


def record_with_digests(
    session: Session, now: datetime, became: Mapping[Address, Became], first: Mapping[Address, int]
) -> None:
    """Store which digest tells what became of facts, and mark the messages that showed them.

    `first` is the first delivery of the digest at each address.
    """
    here = {at: became[at] for at in first if at in became}
    if not here:
        return
    changed = {at: each.changes for at, each in here.items() if each.changes}
    withdrawn = {at: each.withdrawn for at, each in here.items() if each.withdrawn}
    mended = {at: each.mended for at, each in here.items() if each.mended}
    telling.record(session, telling.CHANGES, _told_first(changed, first))
    telling.record(session, telling.WITHDRAWALS, _told_first(withdrawn, first))
    telling.record(session, telling.MENDINGS, _told_first(mended, first))
    how = ways(session, now, here, UTC)
    owe_marks(session, now, corrected_there(changed), how, verdict="corrected")
    owe_marks(session, now, withdrawals.gone_there(withdrawn), how, verdict="withdrawn")
    if mended:
        mendings.mark_mended(session, now, mended, UTC)


def _told_first(
    told: Mapping[Address, Sequence[T]], first: Mapping[Address, int]
) -> list[tuple[Address, T, int]]:
    return [(at, one, first[at]) for at, each in told.items() for one in each]


def _became(
    changes: Mapping[Address, Sequence[Change]],
    withdrawn: Mapping[Address, Sequence[Withdrawal]],
    mended: Mapping[Address, Sequence[Mending]],
) -> dict[Address, Became]:
    return {
        at: Became(
            tuple(changes.get(at, ())), tuple(withdrawn.get(at, ())), tuple(mended.get(at, ()))
        )
        for at in sorted({*changes, *withdrawn, *mended})
    }
