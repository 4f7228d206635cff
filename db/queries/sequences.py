"""Numbers that are never used twice, moved under the write lock.

They are rows and not the engines' own sequences, so that the same loads give the same ids on
SQLite and PostgreSQL, and so that a number's order is the order of commits.
"""

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db.models import SequenceRow
from db.often import Often

STORE_VERSION = "store_version"
_SEQUENCE = SequenceRow.__table__.c
_LAST = Often(select(_SEQUENCE.value).where(_SEQUENCE.name == bindparam("name")))


def take(session: Session, name: str, count: int) -> range:
    """Reserve `count` numbers of the sequence `name`; the lock is held until the commit."""
    moved = (
        update(SequenceRow)
        .where(SequenceRow.name == name)
        .values(value=SequenceRow.value + count)
        .returning(SequenceRow.value)
    )
    last = session.scalars(moved).one()
    return range(last - count + 1, last + 1)


def take_one(session: Session, name: str) -> int:
    """Reserve one number of the sequence `name`."""
    return take(session, name, 1)[0]


def last_number(session: Session, name: str) -> int:
    """Return the last number taken from a sequence, 0 before the first.

    The store's version is such a number: it moves with every change of what stands.
    """
    [(last,)] = _LAST.rows(session, {"name": name})
    return int(last)
