"""`briefing audit`: the record of who changed what, for people and for other programs."""

from datetime import UTC, datetime
from typing import Any

import click

from bot.cli.opening import line, opened
from bot.services.auditing import entry_of
from bot.views.audit import plain
from bot.views.texts import say
from db.models import AuditRow
from db.queries.audit import all_records


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="From this day on, desk's zone.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a record.")
def audit(since: datetime | None, as_json: bool) -> None:
    """Print who did what when to which, with before and after, oldest first."""
    with opened() as (settings, store), store.reads.begin() as session:
        begin = since.replace(tzinfo=settings.zone) if since else None
        printed = 0
        for row in all_records(session, since=begin):
            told = line(_json(row)) if as_json else plain(entry_of(session, row, settings.zone))
            click.echo(told)
            printed += 1
        if not printed and not as_json:
            click.echo(say("audit-empty"))


def _json(row: AuditRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "at": row.at.astimezone(UTC).isoformat(),
        "actor": row.actor,
        "verb": row.verb,
        "subject": row.subject,
        "particulars": row.particulars,
    }
