"""Many rows in one statement: a morning's digests are written down before the first is sent.

Going through the unit of work, or through one set of bound parameters a row, would take several
times as long as the database does.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Dialect,
    Table,
    text,
)
from sqlalchemy.orm import Session

from db.base import Row


class Written(str):
    """A JSON value that is written out already: many rows hold the same."""

    __slots__ = ()


def insert_columns(session: Session, into: type[Row], columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows, given as their columns: a value a row in each."""
    if not any(columns.values()):
        return
    session.flush()  # what the rows refer to comes first
    connection = session.connection()
    named = [_table(into).c[name] for name in columns]
    insert = _insert_sqlite if connection.dialect.name == "sqlite" else _insert_postgresql
    insert(connection, named, list(columns.values()))


def new_ids(session: Session, of: type[Row], count: int) -> list[int]:
    """Take ids for rows that are about to be inserted, in the caller's write transaction."""
    name = _table(of).name
    if session.get_bind().dialect.name == "sqlite":
        # AUTOINCREMENT follows the highest id inserted; nobody else writes meanwhile.
        last = session.scalar(
            text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": name}
        )
        return list(range((last or 0) + 1, (last or 0) + 1 + count))
    taken = text(
        "SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)"
    )
    return sorted(session.scalars(taken, {"name": name, "count": count}))


def _table(of: type[Row]) -> Table:
    table = of.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{of.__name__} is no table")
    return table


def _insert_sqlite(
    connection: Connection, columns: Sequence[Column[Any]], values: Sequence[Sequence[Any]]
) -> None:
    names = ", ".join(column.name for column in columns)
    marks = ", ".join("?" for _ in columns)
    written = [
        _each_once(held, _json if _is_json(column) else _processor(column, connection.dialect))
        for column, held in zip(columns, values, strict=True)
    ]
    statement = f"INSERT INTO {columns[0].table} ({names}) VALUES ({marks})"
    connection.exec_driver_sql(statement, list(zip(*written, strict=True)))


def _insert_postgresql(
    connection: Connection, columns: Sequence[Column[Any]], values: Sequence[Sequence[Any]]
) -> None:
    """Insert lists of values; JSON comes as one list of what differs, and a place in it a row."""
    names = ", ".join(column.name for column in columns)
    lists, shown, joins, given, differing = [], [], [], [], []
    for column, held in zip(columns, values, strict=True):
        if _is_json(column):
            written = list(dict.fromkeys(_each_once(held, _json)))
            place = {value: at for at, value in enumerate(written, start=1)}
            given.append([place[value] for value in _each_once(held, _json)])
            differing.append(f"[{','.join(written)}]")
            lists.append("%s::INTEGER[]")
            shown.append(f"of_{column.name}.value")
            joins.append(
                f"JOIN jsonb_array_elements(%s::jsonb) WITH ORDINALITY"
                f" AS of_{column.name}(value, place) ON of_{column.name}.place = u.{column.name}"
            )
        else:
            given.append(list(held))
            lists.append(f"%s::{column.type.compile(connection.dialect)}[]")
            shown.append(f"u.{column.name}")
    connection.exec_driver_sql(
        f"INSERT INTO {columns[0].table} ({names}) SELECT {', '.join(shown)}"
        f" FROM unnest({', '.join(lists)}) AS u({names}) {' '.join(joins)}",
        (*given, *differing),
    )


def _each_once(values: Sequence[Any], write: Callable[[Any], Any] | None) -> Sequence[Any]:
    """Return values as the driver takes them; each object is written out once."""
    if write is None:
        return values
    # Without a step of Python a value: there are a hundred thousand of them in a morning.
    keys = list(map(id, values))
    written = {key: write(value) for key, value in dict(zip(keys, values, strict=True)).items()}
    return list(map(written.__getitem__, keys))


def _is_json(column: Column[Any]) -> bool:
    return isinstance(column.type, JSON)


def _processor(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    return column.type.dialect_impl(dialect).bind_processor(dialect)


def _json(value: Any) -> str:
    return str(value) if isinstance(value, Written) else json.dumps(value)
