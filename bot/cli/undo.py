"""`briefing undo` and `briefing loads`: finding a load, deciding about it, taking it back."""

from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from bot.cli.loaded import terms_lines
from bot.cli.opening import SystemClock, line, opened
from bot.services import stating
from bot.services.embargo import hold, terms_json, terms_kept
from bot.services.golden import changed_json
from bot.services.loading import (
    StoreChanged,
    apply,
    discard,
    rehearse_again,
    rehearsed_load,
)
from bot.services.undoing import list_loads
from bot.services.undoing import undo as take_back
from bot.settings import Settings
from bot.views.golden import golden_lines
from bot.views.rehearsal import rehearsal_text
from bot.views.texts import say
from db.engine import Store
from db.models import LoadRow

ACTOR = "terminal"
_LOAD = click.IntRange(min=1)
Told = tuple[dict[str, Any], str]


@click.command()
@click.argument("load_id", metavar="LOAD", type=_LOAD)
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
@click.option("--show", metavar="LOAD", type=_LOAD, help="Show what a rehearsed load would do.")
@click.option("--apply", "applied", metavar="LOAD", type=_LOAD, help="Apply a rehearsed load.")
@click.option("--discard", "dropped", metavar="LOAD", type=_LOAD, help="Give it up.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a load.")
def loads(
    limit: int, show: int | None, applied: int | None, dropped: int | None, as_json: bool
) -> None:
    """List the newest loads and how many facts stand by them, or decide about a rehearsed one."""
    wanted = {_show: show, _apply: applied, _discard: dropped}
    chosen = [(do, load_id) for do, load_id in wanted.items() if load_id is not None]
    if len(chosen) > 1:
        raise click.UsageError("Give one of --show, --apply and --discard.")
    with opened() as (settings, store):
        for do, load_id in chosen:
            told, text = do(store, load_id, settings)
            click.echo(line(told) if as_json else text)
        if not chosen:
            _list(store, limit, as_json=as_json)


def _list(store: Store, limit: int, *, as_json: bool) -> None:
    with store.reads.begin() as session:
        rows = [_row(*found) for found in list_loads(session, SystemClock().now(), most=limit)]
    if as_json:
        for row in rows:
            click.echo(line(row))
    elif rows:
        Console(highlight=False).print(_table(rows))
    else:
        click.echo(say("no-loads"))


def _show(store: Store, load_id: int, settings: Settings) -> Told:
    """Plan a rehearsed load anew and tell what it would change."""
    now, zone = SystemClock().now(), settings.zone
    today = now.astimezone(zone).date()
    with store.writes.begin() as session:
        plan = rehearse_again(session, now, load_id=load_id, today=today)
        load = session.get_one(LoadRow, load_id)
        terms, label = terms_json(terms_kept(load, zone)), load.visibility
    lines = [*terms_lines(label, **terms), *(f"  ⚠ {line}" for line in plan.unread)]
    text = "\n".join([*lines, *map(rehearsal_text, plan.documents)])
    changed = changed_json(plan.golden)
    if changed:
        text = "\n".join([text, *golden_lines(changed)])
    told = {
        "load": load_id,
        "state": "rehearsed",
        "new": plan.new,
        "told": plan.told,
        "golden": changed,
        "unread": list(plan.unread),
        "visibility": label,
        **terms,
    }
    return told, f"{plan.file_name}\n{text}"


def _apply(store: Store, load_id: int, settings: Settings) -> Told:
    """Apply a load as it was rehearsed, or hold it back until the moment that was given then.

    The terminal counts as one person: with REVIEW=two its own statement is not its own to add.
    """
    now = SystemClock().now()
    try:
        with store.writes.begin() as session:
            load = rehearsed_load(session, load_id)
            terms = terms_kept(load, settings.zone)
            if stating.is_statement(session, now, load_id=load_id):
                by_two = settings.review == "two"
                facts = stating.add(session, now, load_id=load_id, actor=ACTOR, by_two=by_two)
                told = {"load": load_id, "state": "applied", "documents": 1, "facts": len(facts)}
                return told, say("load-applied", load=str(load_id), facts=len(facts))
            if load.live_at is None and terms.live_at is not None and terms.live_at > now:
                hold(session, now, load_id=load_id, terms=terms, actor=ACTOR)
                moment = terms_json(terms)["embargo"] or ""
                told = {"load": load_id, "state": "held", "embargo": moment}
                return told, say("load-held", load=str(load_id), moment=moment)
            done = apply(session, now, load_id=load_id, actor=ACTOR, as_rehearsed=True)
    except StoreChanged as changed:
        raise StoreChanged(f"{changed} (briefing loads --show {load_id})") from None
    told = {"load": load_id, "state": "applied", **asdict(done)}
    del told["seen"]
    return told, say("load-applied", load=str(load_id), facts=done.facts)


def _discard(store: Store, load_id: int, _settings: Settings) -> Told:
    with store.writes.begin() as session:
        discard(session, SystemClock().now(), load_id=load_id, actor=ACTOR)
    return {"load": load_id, "state": "discarded"}, say("load-discarded", load=str(load_id))


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
