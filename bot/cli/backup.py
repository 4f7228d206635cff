"""`briefing backup` and `briefing restore`: the whole store in one file, for either engine."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.opening import SystemClock, alone, line, opened
from bot.views.texts import say
from db.backup.restoring import Restored, restore_backup
from db.backup.writing import write_backup
from db.engine import Store
from db.queries.audit import record

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def backup(file: Path, as_json: bool) -> None:
    """Write the whole store to FILE, also while the bot runs.

    FILE holds everything, questions and people too: keep it as safe as the store.
    """
    with opened() as (_, store), store.reads.begin() as session:
        rows = write_backup(session, SystemClock().now(), path=file)
    told = {"file": str(file), "rows": rows, "bytes": file.stat().st_size}
    click.echo(line(told) if as_json else say("backup-made", **told))


@click.command()
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Lose what the store holds now.")
@click.option(
    "--moved",
    is_flag=True,
    help="The bot has not run since the backup: what was owed is still owed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def restore(file: Path, replace: bool, moved: bool, as_json: bool) -> None:
    """Fill the store from a backup in FILE, of this or the other engine: all of it or nothing.

    Messages that were owed at the time of the backup may have been sent since: they are marked
    unknown and not sent again by themselves, unless --moved is given.
    """
    with opened(as_it_is=True) as (_, store), alone(store):
        now = SystemClock().now()
        done = restore_backup(store, now, path=file, replace=replace, moved=moved)
        note_filled(store, now, "restore", done)
    told = {"file": str(file), "rows": done.rows, "unknown": done.doubted}
    made = f"{done.made_at:%d %b %Y %H:%M} UTC"
    as_text = say("backup-restored", made=made, **told)
    click.echo(line({**told, "made": done.made_at.isoformat()}) if as_json else as_text)


def note_filled(store: Store, now: datetime, verb: str, done: Restored) -> None:
    """Write in the audit by which verb the store was filled from a file, and what came of it."""
    with store.writes.begin() as session:
        record(
            session,
            now,
            actor="terminal",
            verb=verb,
            subject="store",
            particulars={"made_at": done.made_at.isoformat(), "rows": done.rows},
        )
