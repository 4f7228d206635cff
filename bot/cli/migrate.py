"""`briefing migrate`: the schema brought up to date."""

import click

from bot.cli.opening import line, opened
from db.migrate import schema_version


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the schema version as JSON.")
def migrate(as_json: bool) -> None:
    """Bring the store's schema up to date; a filled SQLite file is copied aside first."""
    with opened(migrating=True) as (_, store):
        version = schema_version(store)
        where = store.engine.url.render_as_string(hide_password=True)
        told = {"database": where, "schema": version}
        click.echo(line(told) if as_json else f"{where} is at schema {version}.")
