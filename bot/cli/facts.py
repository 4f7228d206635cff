"""`briefing facts`: what the store holds, for other programs."""

import click

from bot.cli.contract import fact_json, held_json
from bot.cli.opening import SystemClock, line, opened
from bot.services.embargo import list_held
from db.queries.documents import document_exists
from db.queries.quotes import all_quotes
from facts.errors import BriefingError


class DocumentUnknown(BriefingError):
    """No document has this id."""


@click.command()
@click.option("--document", "document_id", type=int, help="Only this document's facts.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a fact.")
def facts(document_id: int | None, as_json: bool) -> None:
    """Print the facts in the order of documents and of their words.

    With --json also those that no longer stand, as `live` false. Those under embargo come last,
    without an id and with the moment at which they go live.
    """
    with opened() as (_, store), store.reads.begin() as session:
        if document_id is not None and not document_exists(session, document_id):
            raise DocumentUnknown(
                f"There is no document {document_id}: `briefing facts --json` names their ids."
            )
        for quote in all_quotes(session, document_id=document_id):
            if not as_json and not quote.standing:
                continue
            click.echo(line(fact_json(quote)) if as_json else f"{quote.fact_id}\t{quote.text}")
        for held in list_held(session, SystemClock().now()) if document_id is None else ():
            click.echo(line(held_json(held)) if as_json else f"held\t{held.text}")
