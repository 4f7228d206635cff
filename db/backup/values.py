"""Column values as JSON that is the same on both engines, and back."""

import base64
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, LargeBinary, TypeDecorator

Turn = Callable[[Any], Any]


def kind_of(column: Column[Any]) -> str:
    """Return how a column's values are written: as they are, or as one of `READERS`."""
    type_ = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    kinds = ((DateTime, "moment"), (Date, "day"), (LargeBinary, "bytes"), (Boolean, "truth"))
    if isinstance(type_, JSON):
        return "json"
    return next((name for class_, name in kinds if isinstance(type_, class_)), "plain")


def _moment(value: datetime) -> str:
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat()


WRITERS: dict[str, Turn] = {
    "moment": _moment,
    "day": date.isoformat,
    "bytes": lambda value: base64.b64encode(value).decode(),
}
READERS: dict[str, Turn] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "bytes": base64.b64decode,
    "truth": bool,
}


def writers(kinds: list[str]) -> list[Turn | None]:
    """Return how each column's values are written; None for those that stay as they are."""
    return [WRITERS.get(kind) for kind in kinds]


def turned(values: list[Any], turns: list[Turn | None]) -> list[Any]:
    """Return the values of a row, each turned as its column says; absent ones stay absent."""
    return [
        value if value is None or turn is None else turn(value)
        for value, turn in zip(values, turns, strict=True)
    ]
