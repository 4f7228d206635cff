"""The tables of a submission whose columns an editor may choose, and what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.open_loads import open_load
from bot.services.submitting import SubmissionRefused, to_be_told
from bot.services.understanding import Understood
from bot.views.texts import say
from db.models import SubmissionRow
from db.queries.submissions import WAITING
from facts.reading.mapping import FIELDS, ColumnsOfTables


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table: its name, the heads of its columns, and which of them hold which field.

    Of one that was read as a plain table, none does.
    """

    name: str
    heads: Sequence[str]
    columns: Mapping[str, str]


def tables_json(documents: Sequence[Understood]) -> list[dict[str, Any]]:
    """Return the tables of a file as they are kept with its submission, each once."""
    found = {table.name: table for each in documents for table in each.document.reading.tables}
    return [
        {"name": table.name, "heads": list(table.heads), "columns": dict(table.columns)}
        for table in found.values()
    ]


def tables_shown(shown: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the tables that are kept with a submission; one of before had a single one."""
    if shown.get("heads"):
        return [{"name": "", "heads": shown["heads"], "columns": shown.get("columns", {})}]
    return list(shown.get("tables", ()))


def tables_of(shown: Mapping[str, Any]) -> list[ShownTable]:
    """Return the tables that are kept with a submission."""
    return [ShownTable(**table) for table in tables_shown(shown)]


def columns_told(told: Mapping[str, Any]) -> ColumnsOfTables:
    """Return what a person said about the columns of tables, by their names."""
    columns: dict[str, Any] = told.get("columns") or {}
    alone = any(isinstance(head, str) for head in columns.values())  # kept so before
    return {"": columns} if alone else columns


def set_column(
    session: Session,
    now: datetime,
    *,
    submission_id: int,
    table: int,
    field: str,
    at: int | None,
    worker: str,
) -> None:
    """Take the column at a place among a table's heads for a field, and have it read anew.

    None: no column holds the field. Raises SubmissionRefused.
    """
    row, _ = open_load(session, submission_id)
    chosen = _table(row, table)
    if field not in FIELDS or (at is not None and at >= len(chosen.heads)):
        raise SubmissionRefused(say("button-expired"))
    columns = {k: v for k, v in chosen.columns.items() if k != field}
    if at is not None:
        head = chosen.heads[at]
        columns = {k: v for k, v in columns.items() if v != head} | {field: head}
    if "text" not in columns:
        raise SubmissionRefused(say("column-text-first"))
    _read_anew(row, now, chosen.name, columns, worker)


def set_plain(
    session: Session, now: datetime, *, submission_id: int, table: int, worker: str
) -> None:
    """Have a table read as one whose rows are no ready-made facts; raises SubmissionRefused."""
    row, _ = open_load(session, submission_id)
    _read_anew(row, now, _table(row, table).name, {}, worker)


def _table(row: SubmissionRow, number: int) -> ShownTable:
    tables = tables_of(row.shown)
    if number >= len(tables):
        raise SubmissionRefused(say("button-expired"))
    return tables[number]


def _read_anew(
    row: SubmissionRow, now: datetime, name: str, columns: Mapping[str, str], worker: str
) -> None:
    ordered = {field: columns[field] for field in FIELDS if field in columns}
    row.told = {**row.told, "columns": {**columns_told(row.told), name: ordered}}
    row.state = WAITING
    to_be_told(row, now, worker)
