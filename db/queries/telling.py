"""What chats are told of facts that they were shown: taken once, and by which delivery it went."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.address import Address
from db.base import Row
from db.inserting import claimed
from db.models import ChangeToldRow, MendingToldRow, WithdrawalToldRow
from facts.digests import Change, Mending, Withdrawal

# What was written while another transaction was still open comes to light a little late.
OVERLAP = timedelta(minutes=15)
T = TypeVar("T", Change, Mending, Withdrawal)
F = TypeVar("F", Mending, Withdrawal)
Sent = tuple[Address, Collection[int], int]
Told = tuple[Address, T, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """A table of what chats were told, and what names one thing in it as in what is told."""

    row: type[Row]
    named_by: tuple[str, ...]


CHANGES = Telling(ChangeToldRow, ("earlier_id", "later_id"))
MENDINGS = Telling(MendingToldRow, ("fact_id", "changed_at"))
WITHDRAWALS = Telling(WithdrawalToldRow, ("fact_id", "ended_at"))


def from_before(since: datetime | None) -> datetime | None:
    """Return from when to look for what is to be told, given when that was last done."""
    return since - OVERLAP if since else None


def claim(
    session: Session, now: datetime, telling: Telling, found: Mapping[Address, Sequence[T]]
) -> dict[Address, list[T]]:
    """Take what is to be told to chats; leave out what another process took meanwhile."""
    rows = [
        {**_named(telling, at, one), "told_at": now}
        for at, each in sorted(found.items())
        for one in each
    ]
    columns = [getattr(telling.row, name) for name in ("chat_id", "thread_id", *telling.named_by)]
    taken = set(map(tuple, claimed(session, telling.row, rows, columns)))
    kept = {
        at: [one for one in each if tuple(_named(telling, at, one).values()) in taken]
        for at, each in found.items()
    }
    return {at: each for at, each in kept.items() if each}


def record(session: Session, telling: Telling, told: Sequence[Told[T]]) -> None:
    """Store with which delivery each thing that was claimed is told at an address."""
    rows = [{**_named(telling, at, one), "delivery_id": number} for at, one, number in told]
    if rows:
        session.execute(update(telling.row), rows)


def in_messages(told: Mapping[Address, Sequence[F]], sent: Sequence[Sent]) -> Iterator[Told[F]]:
    """Yield what is told by each delivery: of `sent` the address, the facts shown, the delivery."""
    for at, fact_ids, number in sent:
        yield from ((at, one, number) for one in told.get(at, ()) if one.fact_id in fact_ids)


def _named(telling: Telling, at: Address, one: T) -> dict[str, Any]:
    what = {name: getattr(one, name) for name in telling.named_by}
    return {"chat_id": at.chat_id, "thread_id": at.thread_id, **what}
