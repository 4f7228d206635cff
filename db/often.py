"""Statements that every question asks, without what SQLAlchemy does anew for any statement.

To prepare an execution and a result costs more than most of these take to be answered.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Dialect, Select
from sqlalchemy.orm import Session

Row: TypeAlias = Sequence[Any]


class Often:
    """A statement made once an engine, which gives bare rows."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._made: dict[str, _Made] = {}

    def rows(self, session: Session, values: Mapping[str, Any]) -> Sequence[Row]:
        """Return all rows for these bound values; what is yet to be flushed is not seen."""
        connection = session.connection()
        made = self._made.get(connection.dialect.name)
        if made is None:
            made = self._made[connection.dialect.name] = _Made(self._statement, connection.dialect)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(made.text, made.bound(values))
            return made.read(cursor.fetchall())
        except connection.dialect.loaded_dbapi.Error:
            # SQLAlchemy knows what to make of it, and says so in its own errors.
            return connection.execute(self._statement, values).all()
        finally:
            cursor.close()


class _Made:
    """A statement as one engine's driver takes it, and what the driver's rows stand for."""

    def __init__(self, statement: Select[Any], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.text = str(compiled)
        self._order = compiled.positiontup if compiled.positional else None
        binds = compiled.binds
        self._fixed = {name: bind.value for name, bind in binds.items() if not bind.required}
        types = {name: bind.type.dialect_impl(dialect) for name, bind in binds.items()}
        writers = {name: each.bind_processor(dialect) for name, each in types.items()}
        self._writers = {name: write for name, write in writers.items() if write}
        columns = [each.type.dialect_impl(dialect) for each in statement.selected_columns]
        readers = [each.result_processor(dialect, None) for each in columns]
        self._readers = [(at, reader) for at, reader in enumerate(readers) if reader]

    def bound(self, values: Mapping[str, Any]) -> Any:
        """Return the values as the driver takes them."""
        bound = {**self._fixed, **values}
        for name, write in self._writers.items():
            bound[name] = write(bound[name])
        return bound if self._order is None else [bound[name] for name in self._order]

    def read(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the driver's rows with the values that their columns stand for."""
        return [_read(list(row), self._readers) for row in rows] if self._readers else rows


def _read(row: list[Any], readers: Sequence[tuple[int, Callable[[Any], Any]]]) -> Row:
    for at, reader in readers:
        row[at] = reader(row[at])
    return row
