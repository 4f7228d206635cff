"""`briefing fact`: a statement of the desk's own."""

import re
from html import unescape

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services import stating
from bot.views import stating as views
from bot.views.texts import say

ACTOR = "terminal"
_TAG = re.compile(r"<[^>]*>")


@click.command("fact")
@click.argument("words")
@click.option("--signed", help="Who signs it.")
@click.option("--apply", "adding", is_flag=True, help="Add it; without, it is only shown.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
def state_fact(words: str, signed: str | None, adding: bool, as_json: bool) -> None:
    """State WORDS as the desk: dated today, a sentence a fact; with --apply it stands at once.

    Without --apply, and where REVIEW=two asks for another person, it waits as a rehearsed load: see
    `briefing loads`, and /loads in the chat.
    """
    with opened(migrating=True) as (settings, store):
        now = SystemClock().now()
        with store.writes.begin() as session:
            found = stating.propose(
                session,
                now,
                words=words,
                actor=ACTOR,
                day=now.astimezone(settings.zone).date(),
                signed=signed,
                outlet=settings.desk_name,
            )
            ids, alone = [], settings.review == "one"
            if adding and alone:
                ids = stating.add(session, now, load_id=found.load_id, actor=ACTOR)
    if as_json:
        texts = [fact.text for fact in found.facts]
        click.echo(line({"load": found.load_id, "texts": texts, "facts": ids}))
        return
    shown = views.proposed(found.load_id, found.known, found.facts, found.stands).html
    plain = unescape(_TAG.sub("", shown)).partition("\n")[2]
    click.echo(plain)
    waits = say("waits" if alone else "waits-another", load=str(found.load_id))
    told = views.added(found.load_id, ids).html if ids else waits
    click.echo(told)
