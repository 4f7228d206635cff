"""`briefing undo` and `briefing loads`: taking a load back, and finding which one."""

from typing import Any

import click
from rich.console import Console
from rich.table import Table

from bot.cli.opening import SystemClock, line, opened
from bot.services.undoing import list_loads
from bot.services.undoing import undo as take_back
from bot.views.texts import say
from db.models import LoadRow

ACTOR = "terminal"


@click.command()
@click.argument("load_id", metavar="LOAD", type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def undo(load_id: int, as_json: bool) -> None:
    """Take back LOAD (a number that `briefing loads` lists): its facts no longer stand."""
    with opened() as (_, store), store.writes.begin() as session:
        done = take_back(session, SystemClock().now(), load_id=load_id, actor=ACTOR)
    told = {
        "load": load_id,
        "withdrawn": len(done.withdrawn),
        "returned": len(done.returned),
        "documents": len(done.documents),
    }
    click.echo(line(told) if as_json else say("load-undone", **told))


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=20, help="How many, newest first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a load.")
def loads(limit: int, as_json: bool) -> None:
    """List the newest loads, what became of them and how many facts stand by them."""
    with opened() as (_, store), store.reads.begin() as session:
        rows = [_row(*found) for found in list_loads(session, SystemClock().now(), most=limit)]
    if as_json:
        for row in rows:
            click.echo(line(row))
    elif rows:
        Console(highlight=False).print(_table(rows))
    else:
        click.echo(say("no-loads"))


def _row(load: LoadRow, facts: int) -> dict[str, Any]:
    return {
        "load": load.id,
        "file": load.file_name,
        "state": load.state,
        "facts": facts,
        "actor": load.actor,
        "created": load.created_at.isoformat(),
        "applied": load.applied_at.isoformat() if load.applied_at else None,
    }


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table("load", "file", "state", "facts", "by", "when", box=None)
    for row in rows:
        when = (row["applied"] or row["created"])[:16].replace("T", " ")
        told = (row["load"], row["file"], row["state"], row["facts"], row["actor"], when)
        table.add_row(*map(str, told))
    return table
