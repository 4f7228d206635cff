"""`briefing invite` and `briefing people`: who is let in, and what they may see."""

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.people import (
    INVITED_ROLES,
    ROLES,
    invite,
    list_groups,
    list_people,
    remove,
    set_access,
    set_clearance,
    set_role,
)
from db.queries.clearances import clearance_of
from db.viewer import LABELS

ACTOR = "terminal"
MOST_LISTED = 1_000


@click.command("invite")
@click.option("--role", type=click.Choice(INVITED_ROLES), default="reader", show_default=True)
@click.option("--uses", type=int, default=1, show_default=True, help="How many people.")
@click.option("--days", type=int, default=7, show_default=True, help="For how long.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def invite_people(role: str, uses: int, days: int, as_json: bool) -> None:
    """Make an invite: whoever sends its /start command to the bot is let in."""
    with opened(migrating=True) as (_, store), store.writes.begin() as session:
        now = SystemClock().now()
        made = invite(session, now, role=role, uses=uses, days=days, actor=ACTOR)
    told = {"id": made.number, "start": made.code, "role": role, "uses": uses}
    shown = f"/start {made.code}\nfor {role}s, {uses} uses, until {made.until:%Y-%m-%d %H:%M} UTC"
    click.echo(line({**told, "until": made.until.isoformat()}) if as_json else shown)


@click.command()
@click.option("--id", "number", type=int, help="Whom to change: a person, or a group's number.")
@click.option("--role", type=click.Choice(ROLES), help="Give them this role.")
@click.option("--clearance", type=click.Choice(LABELS), help="Let them see up to this label.")
@click.option("--let-in", "letting_in", is_flag=True, help="Let them in.")
@click.option("--remove", "removing", is_flag=True, help="Put them out at once.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a person.")
@click.pass_context
def people(
    context: click.Context,
    number: int | None,
    role: str | None,
    clearance: str | None,
    letting_in: bool,
    removing: bool,
    as_json: bool,
) -> None:
    """List people and groups, after changing the one with --id."""
    changing = bool(role or clearance or letting_in or removing)
    if changing != (number is not None):
        raise click.UsageError("Give --id together with what to change.", context)
    with opened(migrating=True) as (settings, store), store.writes.begin() as session:
        now, whom, named = SystemClock().now(), number or 0, settings.admin_ids
        if letting_in:
            set_access(session, now, person_id=whom, admit=True, actor=ACTOR)
        if role:
            set_role(session, now, person_id=whom, role=role, actor=ACTOR, admin_ids=named)
        if clearance:
            set_clearance(session, now, person_id=whom, label=clearance, actor=ACTOR)
        if removing:
            remove(session, now, person_id=whom, actor=ACTOR, admin_ids=named)
        rows, _ = list_people(session, now, page=0, size=MOST_LISTED)
        told = [[p.id, p.name, p.role, clearance_of(p), p.access] for p in rows]
        told += [[g.id, g.title, None, g.clearance, None] for g in list_groups(session, now)]
    for row in told:
        keyed = dict(zip(("id", "name", "role", "clearance", "access"), row, strict=True))
        click.echo(line(keyed) if as_json else "\t".join(str(value or "-") for value in row))
