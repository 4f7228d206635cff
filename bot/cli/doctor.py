"""`briefing doctor`: is everything in order, and if not, what to do."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.calibrating import in_force
from bot.services.outbox import figures
from bot.settings import Settings
from bot.telegram.token import token_problem
from bot.views.thresholds import in_force_line
from db.engine import Store
from db.queries.health import broken_links, damaged_pages
from db.queries.quotes import all_quotes
from facts.errors import EvidenceBroken


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `problem` is None when it is in order."""

    name: str
    problem: str | None


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a check.")
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Check settings, store, documents, deliveries and the token; exit 1 on a problem."""
    sound = True
    with opened() as (settings, store):
        for check in _checks(settings, store):
            sound = sound and check.problem is None
            told = {"check": check.name, "ok": check.problem is None, "problem": check.problem}
            mark = "✗" if check.problem else "✓"
            click.echo(line(told) if as_json else f"{mark} {check.name}{_because(check)}")
    if not sound:
        context.exit(1)


def _because(check: Check) -> str:
    return f": {check.problem}" if check.problem else ""


def _checks(settings: Settings, store: Store) -> Iterator[Check]:
    yield Check("settings can be read", None)
    yield Check("the store opens and its schema is current", None)
    with store.reads.begin() as session:
        yield Check("the database file is undamaged", damaged_pages(session))
        yield Check("all rows are linked", broken_links(session))
        yield Check("every fact is still in its document, word for word", _broken_evidence(store))
        unknown = figures(session, SystemClock().now()).unknown_count
        held = in_force(session, SystemClock().now())
        version = held.thresholds.version
        yield Check(in_force_line(version, held.wrong_at_most, held.measured), None)
        yield Check("no message is of unknown fate", _unknown(unknown))
    if settings.telegram_bot_token is not None:
        yield Check("the bot token is accepted", _token(settings))


def _broken_evidence(store: Store) -> str | None:
    with store.reads.begin() as session:
        try:
            for _ in all_quotes(session):
                pass
        except EvidenceBroken as broken:
            return str(broken)
    return None


def _unknown(count: int) -> str | None:
    return f"{count} unknown, see `briefing deliver`" if count else None


def _token(settings: Settings) -> str | None:
    if settings.telegram_bot_token is None:
        return None
    token = settings.telegram_bot_token.get_secret_value()
    return asyncio.run(token_problem(token, base_url=settings.telegram_base_url))
