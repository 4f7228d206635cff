"""`briefing export`: all facts, to be loaded again or to be read in a spreadsheet."""

import csv
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

import click

from bot.cli.opening import line, opened
from bot.services.exporting import COLUMNS, loadable, readable
from bot.views.texts import say
from db.queries.documents import labels_of_documents
from facts.errors import BriefingError

LOADABLE, READABLE = "facts.jsonl", "facts.csv"
Write = Callable[[Any, TextIO], int]


class ExportRefused(BriefingError):
    """The export cannot be written where it was asked for, or there is nothing to write."""


@click.command()
@click.argument("place", type=click.Path(path_type=Path))
@click.option("--csv", "as_csv", is_flag=True, help="Only the table for a spreadsheet.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
def export(place: Path, as_csv: bool, as_json: bool) -> None:
    """Write all facts to PLACE, a folder or a new file.

    A folder gets facts.jsonl, which `briefing load` takes back (facts that stand, with their
    documents, speakers and dates; ids kept), and facts.csv, to be read in a spreadsheet (all
    facts, with a column that tells whether they stand). A file gets the first, or with --csv the
    second.
    """
    with opened() as (_, store), store.reads.begin() as session:
        for file, write in _files(place, as_csv=as_csv):
            count = _written(session, file, write)
            told = {"file": str(file), "facts": count}
            click.echo(line(told) if as_json else say("exported", **told))
        if set(labels_of_documents(session).values()) - {"public"}:
            click.echo(say("export-labels"), err=True)


def _files(place: Path, *, as_csv: bool) -> list[tuple[Path, Write]]:
    wanted: dict[str, Write] = (
        {READABLE: _table} if as_csv else {LOADABLE: _lines, READABLE: _table}
    )
    if place.is_dir() or not place.suffix:
        found = [(place / name, write) for name, write in wanted.items()]
    else:
        found = [(place, _table if as_csv else _lines)]
    for file, _ in found:
        if file.exists():
            raise ExportRefused(f"{file} is there already: give a name that is free.")
    return found


def _written(session: Any, file: Path, write: Write) -> int:
    """Write one file: it is there whole or not at all; others may not read it."""
    part = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as opened_file:
            count = write(session, opened_file)
        if not count:
            raise ExportRefused("The store holds no fact to export.")
        part.replace(file)
    except OSError as error:
        raise ExportRefused(f"{file} cannot be written ({error.strerror}).") from error
    finally:
        with suppress(OSError):
            part.unlink()
    return count


def _lines(session: Any, file: TextIO) -> int:
    count = 0
    for count, row in enumerate(loadable(session), 1):  # noqa: B007 - the last number is the count
        file.write(line(row) + "\n")
    return count


def _table(session: Any, file: TextIO) -> int:
    file.write("\ufeff")  # without it a spreadsheet takes the letters for another alphabet's
    table, count = csv.writer(file), 0
    table.writerow(COLUMNS)
    for count, row in enumerate(readable(session), 1):  # noqa: B007 - as above
        table.writerow(row)
    return count
