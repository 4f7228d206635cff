"""`briefing forget` and `briefing mydata`: taking a person out, and what is kept of one."""

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.privacy import everything_about
from bot.services.privacy import forget as take_out
from bot.views.texts import say

PERSON = click.IntRange(min=1)


@click.command()
@click.argument("person_id", metavar="PERSON_ID", type=PERSON)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def forget(person_id: int, as_json: bool) -> None:
    """Delete all that is kept about the person with this Telegram id; see docs/privacy.md."""
    with opened() as (settings, store), store.writes.begin() as session:
        done = take_out(
            session,
            SystemClock().now(),
            person_id=person_id,
            admin_ids=settings.admin_ids,
            zone=settings.zone,
            actor="terminal",
        )
    told = {"person": person_id, "rows": done.rows, "questions": done.questions}
    as_text = say("terminal-forgotten", **told | {"person": str(person_id)})
    click.echo(line(told) if as_json else as_text)


@click.command()
@click.argument("person_id", metavar="PERSON_ID", type=PERSON)
def mydata(person_id: int) -> None:
    """Print all that is kept about the person with this Telegram id, as JSON."""
    with opened() as (_, store), store.reads.begin() as session:
        click.echo(line(everything_about(session, SystemClock().now(), person_id=person_id)))
