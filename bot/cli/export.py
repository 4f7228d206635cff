"""`briefing export` and `import`: a desk's facts, documents and decisions, without people."""

import csv
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

import click

from bot.cli.backup import note_filled
from bot.cli.opening import SystemClock, alone, line, opened
from bot.services.exporting import COLUMNS, DECIDED_COLUMNS, decided, loadable, readable
from bot.views.texts import say
from db.backup.desk import write_desk
from db.backup.restoring import import_desk
from db.queries.documents import labels_of_documents
from facts.errors import BriefingError

LOADABLE, READABLE = "facts.jsonl", "facts.csv"
DECISIONS, DESK = "decisions.csv", "desk.jsonl.gz"
Write = Callable[[Any, TextIO], int]


class ExportRefused(BriefingError):
    """The export cannot be written where it was asked for, or there is nothing to write."""


@click.command()
@click.argument("place", type=click.Path(path_type=Path))
@click.option("--csv", "as_csv", is_flag=True, help="Only the tables for a spreadsheet.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
def export(place: Path, as_csv: bool, as_json: bool) -> None:
    """Write all that the desk has made to PLACE, a folder, or its facts to a new file.

    A folder gets facts.jsonl, which `briefing load` takes back (facts that stand, with their
    documents, speakers and dates; ids kept), and desk.jsonl.gz, which `briefing import` takes into
    an empty store: documents with their words, facts, corrections, rulings, phrasings, aliases,
    contested terms, topics, golden questions, thresholds; no people, nothing that was asked or
    sent. And to be read in a spreadsheet: facts.csv (all facts, with a column that tells whether
    they stand) and decisions.csv. A file gets facts.jsonl, or with --csv facts.csv.
    """
    with opened() as (_, store), store.reads.begin() as session:
        for file, write in _files(place, as_csv=as_csv):
            count = _written(session, file, write)
            told = {"file": str(file), "facts": count}
            click.echo(line(told) if as_json else say("exported", **told))
        if _whole(place):
            _write_rest(session, place, as_csv=as_csv, as_json=as_json)
        if set(labels_of_documents(session).values()) - {"public"}:
            click.echo(say("export-labels"), err=True)


@click.command("import")
@click.argument("place", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_exported(place: Path, as_json: bool) -> None:
    """Fill an empty store with what a desk exported to PLACE: a folder or its desk.jsonl.gz.

    All of it or nothing, into either engine; the facts keep their numbers, so rulings and golden
    questions hold. A store that holds something is left as it is.
    """
    file = place / DESK if place.is_dir() else place
    with opened(as_it_is=True) as (_, store), alone(store):
        now = SystemClock().now()
        done = import_desk(store, now, path=file)
        note_filled(store, now, "import", done)
    told = {"file": str(file), "rows": done.rows}
    made = f"{done.made_at:%d %b %Y %H:%M} UTC"
    as_text = say("imported", made=made, **told)
    click.echo(line({**told, "made": done.made_at.isoformat()}) if as_json else as_text)


def _whole(place: Path) -> bool:
    """Say whether a place is a folder, which gets everything."""
    return place.is_dir() or not place.suffix


def _write_rest(session: Any, place: Path, *, as_csv: bool, as_json: bool) -> None:
    """Write what is no list of facts: decisions to be read, and the desk to be imported."""
    rows = _written(session, place / DECISIONS, _decisions)
    files = {place / DECISIONS: rows}
    if not as_csv:
        now = SystemClock().now()
        files[place / DESK] = write_desk(session, now, path=place / DESK)
    for file, count in files.items():
        told = {"file": str(file), "rows": count}
        click.echo(line(told) if as_json else say("exported-rows", **told))


def _files(place: Path, *, as_csv: bool) -> list[tuple[Path, Write]]:
    wanted: dict[str, Write] = (
        {READABLE: _table} if as_csv else {LOADABLE: _lines, READABLE: _table}
    )
    found: list[tuple[Path, Write]] = [(place, _table if as_csv else _lines)]
    rest: list[Path] = []
    if _whole(place):
        found = [(place / name, write) for name, write in wanted.items()]
        rest = [place / DECISIONS, place / DESK]
    for file in (*(file for file, _ in found), *rest):
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
        if not count and write is not _decisions:
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
    return _rows(file, COLUMNS, readable(session))


def _decisions(session: Any, file: TextIO) -> int:
    return _rows(file, DECIDED_COLUMNS, decided(session))


def _rows(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    file.write("\ufeff")  # without it a spreadsheet takes the letters for another alphabet's
    table, count = csv.writer(file), 0
    table.writerow(columns)
    for count, row in enumerate(rows, 1):  # noqa: B007 - the last number is the count
        table.writerow(row)
    return count
