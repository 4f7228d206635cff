"""Digests and messages written down many at once, for many chats, given as their columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.bulk import insert_columns, new_ids
from db.models import DeliveryFactRow, DeliveryRow, DigestPartRow, DigestRow

Columns = Mapping[str, Sequence[Any]]


def columns_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return rows that have the same names as columns."""
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def add_digests(session: Session, count: int, columns: Columns) -> list[int]:
    """Store so many digests; return their ids in order."""
    ids = new_ids(session, DigestRow, count)
    insert_columns(session, DigestRow, {"id": ids, **columns})
    return ids


def add_deliveries(session: Session, count: int, columns: Columns) -> list[int]:
    """Store so many messages to be sent when they are due; return their ids in order."""
    ids = new_ids(session, DeliveryRow, count)
    insert_columns(session, DeliveryRow, {"id": ids, **columns})
    return ids


def add_parts(session: Session, columns: Columns) -> None:
    """Store which delivery is which part of a digest."""
    insert_columns(session, DigestPartRow, columns)


def add_quoted(session: Session, columns: Columns) -> None:
    """Store which facts deliveries quote."""
    insert_columns(session, DeliveryFactRow, columns)
