"""`briefing terms`: the desk's contested terms."""

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services import contesting
from bot.views.texts import say

ACTOR = "terminal"


@click.group()
def terms() -> None:
    """List, add or remove contested terms: narration that uses one is marked."""


@terms.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a term.")
def list_(as_json: bool) -> None:
    """List the contested terms."""
    with opened() as (_, store), store.reads.begin() as session:
        rows = contesting.list_terms(session, SystemClock().now())
    for row in rows:
        told = {"id": row.id, "words": row.words, "added_by": row.added_by}
        click.echo(line(told) if as_json else f"{row.id}. {row.words}")
    if not rows and not as_json:
        click.echo(say("terms-none"))


@terms.command()
@click.argument("words", nargs=-1, required=True)
def add(words: tuple[str, ...]) -> None:
    """Put WORDS on the list."""
    with opened() as (_, store), store.writes.begin() as session:
        row = contesting.add_term(session, SystemClock().now(), words=" ".join(words), actor=ACTOR)
    click.echo(say("term-added", words=row.words))


@terms.command()
@click.argument("term_id", metavar="ID", type=click.IntRange(min=1))
def remove(term_id: int) -> None:
    """Take the term with this number off the list."""
    with opened() as (_, store), store.writes.begin() as session:
        row = contesting.remove_term(session, SystemClock().now(), term_id=term_id, actor=ACTOR)
    click.echo(say("term-removed", words=row.words))
