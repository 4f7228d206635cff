"""Taking a backup back into a store of either engine, in one transaction: all of it or nothing.

The schema is built anew at the backup's version, filled, and then upgraded, so that a backup of
an older program goes through the same steps as its store would have.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Connection, MetaData, Table, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.schema import AddConstraint, DropConstraint

from db.backup.numbers import go_on_from
from db.backup.sealed import BackupRefused, Holds, checked, rows_of
from db.backup.values import READERS, turned
from db.base import Row
from db.engine import Store
from db.migrate import known_versions, newest_version, upgrade, without_foreign_keys
from db.queries.deliveries import doubt_open
from db.queries.quotes import all_quotes
from facts.errors import EvidenceBroken

BATCH = 500
# What a store holds that nobody has put anything into; whatever anybody does is audited too.
HELD_WHEN_EMPTY = {"sequence", "rate", "claim", "topic"}
NOT_EMPTY = {
    Holds.STORE: "The store is not empty: restore into an empty one, or add --replace to lose "
    "what it holds now.",
    Holds.DESK: "The store is not empty and was left as it is: import into an empty one; "
    "`briefing load facts.jsonl` adds an export's facts to a store that holds others.",
}
Filled = dict[str, list[list[str]]]


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and how many messages were owed that may have been sent since."""

    made_at: datetime
    rows: int
    doubted: int


def restore_backup(
    store: Store, now: datetime, *, path: Path, replace: bool, moved: bool
) -> Restored:
    """Fill a store from a backup; `replace` empties it first.

    Unless it was `moved` (the bot has not run since), what was owed then may have been sent since
    and is marked unknown. Raises BackupRefused, and the store is as it was.
    """
    return _refilled(store, now, path, Holds.STORE, replace=replace, moved=moved)


def import_desk(store: Store, now: datetime, *, path: Path) -> Restored:
    """Fill an empty store with what a desk exported; raises BackupRefused, changing nothing."""
    return _refilled(store, now, path, Holds.DESK, replace=False, moved=True)


def _refilled(
    store: Store, now: datetime, path: Path, holds: Holds, *, replace: bool, moved: bool
) -> Restored:
    head, seal = checked(path, holds)
    _require_known(head["schema"])
    made_at = datetime.fromisoformat(head["made_at"])
    with store.writes.kw["bind"].connect() as connection:
        without_foreign_keys(connection)
        try:
            with connection.begin():
                _require_empty(connection, holds, replace=replace)
                _rebuild(connection, path, head, seal)
                doubted = 0 if moved else _doubt(connection, now, made_at)
        finally:
            if connection.dialect.name == "sqlite":
                connection.invalidate()  # the next connection has foreign keys on again
    return Restored(made_at, seal["rows"], doubted)


def _require_known(schema: str) -> None:
    if schema not in known_versions():
        raise BackupRefused(
            f"The backup has schema {schema}, this program knows up to {newest_version()}: "
            "update the program, then restore."
        )


def _require_empty(connection: Connection, holds: Holds, *, replace: bool) -> None:
    there = set(inspect(connection).get_table_names())
    tables = [t for t in Row.metadata.sorted_tables if t.name in there - HELD_WHEN_EMPTY]
    if not replace and any(connection.execute(_first(table)).first() for table in tables):
        raise BackupRefused(NOT_EMPTY[holds])


def _first(table: Table) -> Any:
    # Of its keys alone: a table of an older version may lack other columns.
    return select(*table.primary_key.columns).limit(1)


def _rebuild(
    connection: Connection, path: Path, head: dict[str, Any], seal: dict[str, Any]
) -> None:
    _drop_all(connection, head["columns"])
    upgrade(connection, head["schema"])
    metadata = MetaData()
    metadata.reflect(connection, only=sorted(head["columns"]))
    for table in metadata.sorted_tables:
        connection.execute(table.delete())  # what the steps themselves put in
    _fill(connection, metadata, path, head["columns"])
    go_on_from(connection, seal["numbers"])
    upgrade(connection)
    _check(connection)


def _drop_all(connection: Connection, columns: Filled) -> None:
    names = sorted({"alembic_version", *columns, *Row.metadata.tables})
    sqlite = connection.dialect.name == "sqlite"
    for name in ["fact_search", *names] if sqlite else names:
        cascade = "" if sqlite else " CASCADE"
        connection.execute(text(f'DROP TABLE IF EXISTS "{name}"{cascade}'))


def _fill(connection: Connection, metadata: MetaData, path: Path, columns: Filled) -> None:
    """Insert all rows; links between them are checked once they are all there."""
    links = [c for t in metadata.sorted_tables for c in t.foreign_key_constraints]
    postgresql = connection.dialect.name == "postgresql"
    for link in links if postgresql else ():
        connection.execute(DropConstraint(link))
    try:
        for name, rows in groupby(rows_of(path), key=lambda each: each[0]):
            _insert(connection, metadata.tables[name], columns[name], (row for _, row in rows))
        for link in links if postgresql else ():
            connection.execute(AddConstraint(link))
    except (DBAPIError, KeyError, ValueError) as error:
        raise BackupRefused(
            "The backup holds rows that this store cannot take: nothing was restored "
            f"({type(error).__name__})."
        ) from error


def _insert(
    connection: Connection, table: Table, columns: list[list[str]], rows: Iterable[list[Any]]
) -> None:
    for column in table.columns:
        if isinstance(column.type, JSON):
            column.type.none_as_null = bool(column.nullable)
    names = [name for name, _ in columns]
    turns = [READERS.get(kind) for _, kind in columns]
    for batch in _batches(rows):
        filled = [dict(zip(names, turned(row, turns), strict=True)) for row in batch]
        connection.execute(table.insert(), filled)


def _batches(rows: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _check(connection: Connection) -> None:
    """Check links, and every fact against the hash of its reading."""
    if (
        connection.dialect.name == "sqlite"
        and connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    ):
        raise BackupRefused(
            "The backup has rows without what they belong to: nothing was restored."
        )
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        try:
            for _ in all_quotes(session):
                pass
        except EvidenceBroken as broken:
            raise BackupRefused(
                f"The documents in the backup were changed: nothing was restored. {broken}"
            ) from broken


def _doubt(connection: Connection, now: datetime, made_at: datetime) -> int:
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        doubted = doubt_open(session, now, reason=f"restored from a backup of {made_at:%d %b %Y}")
        session.commit()
    return doubted
