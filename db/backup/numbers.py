"""The last number that each table gave out: a number is never used again, not even after this."""

from collections.abc import Mapping

from sqlalchemy import Connection, MetaData, func, select, text


def last_numbers(connection: Connection, metadata: MetaData) -> dict[str, int]:
    """Return the last number of each table that numbers its own rows."""
    given = _given(connection, metadata)
    found: dict[str, int] = {}
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            largest = connection.scalar(select(func.max(column))) or 0
            found[table.name] = max(largest, given.get(table.name, 0))
    return found


def go_on_from(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Let tables go on numbering after these."""
    for table, number in sorted(numbers.items()):
        if not number:
            continue
        if connection.dialect.name == "sqlite":
            _go_on_sqlite(connection, table, number)
        else:
            connection.execute(
                text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :number)"),
                {"table": f'"{table}"', "number": number},
            )


def _given(connection: Connection, metadata: MetaData) -> dict[str, int]:
    if connection.dialect.name == "sqlite":
        kept = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
        return {str(row[0]): int(row[1]) for row in kept}
    found: dict[str, int] = {}
    for table in metadata.sorted_tables:
        if table.autoincrement_column is not None:
            sequence = connection.scalar(
                text("SELECT pg_get_serial_sequence(:table, :column)"),
                {"table": f'"{table.name}"', "column": table.autoincrement_column.name},
            )
            if sequence:
                used = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"
                found[table.name] = connection.scalar(text(used)) or 0
    return found


def _go_on_sqlite(connection: Connection, table: str, number: int) -> None:
    numbers = connection.scalar(
        text("SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_master WHERE name = :table"),
        {"table": table},
    )
    if numbers:
        values = {"table": table, "number": number}
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), values)
        connection.execute(text("INSERT INTO sqlite_sequence VALUES (:table, :number)"), values)
