"""`briefing label`: who may see which document."""

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.labelling import list_labelled, relabel
from db.viewer import LABELS

ACTOR = "terminal"
MOST_LISTED = 200


@click.command()
@click.argument("document_id", type=int, required=False)
@click.argument("label", type=click.Choice(LABELS), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a document.")
@click.pass_context
def label(
    context: click.Context, document_id: int | None, label: str | None, as_json: bool
) -> None:
    """List documents with their labels, or give DOCUMENT_ID the LABEL that says who may see it."""
    with opened(migrating=True) as (_, store):
        if document_id is None:
            with store.reads.begin() as session:
                listed = list_labelled(session, SystemClock().now(), most=MOST_LISTED)
            for card, its in listed:
                told = {"id": card.id, "title": card.title, "visibility": its}
                click.echo(
                    line(told) if as_json else f"{card.id}\t{its}\t{card.title or 'untitled'}"
                )
            return
        if label is None:
            raise click.UsageError("Give the label too: " + ", ".join(LABELS) + ".", context)
        with store.writes.begin() as session:
            done = relabel(
                session,
                SystemClock().now(),
                document_id=document_id,
                label=label,
                actor=ACTOR,
            )
        told = {"id": done.document_id, "before": done.before, "visibility": done.label}
        click.echo(line(told) if as_json else f"{done.document_id}\t{done.before} → {done.label}")
