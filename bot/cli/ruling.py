"""`briefing conflicts` and `briefing rule`: facts that differ, and the desk's rulings on them."""

import re
from html import unescape

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services import ruling
from bot.services.ruling import Asking, Decision
from bot.views import rulings as views
from bot.views.texts import say
from db.viewer import EVERYTHING

ACTOR = "terminal"
_TAG = re.compile(r"<[^>]*>")
FACT = click.IntRange(min=1)


@click.command()
@click.option("--ruled", is_flag=True, help="List those that were ruled on.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a conflict.")
def conflicts(ruled: bool, as_json: bool) -> None:
    """List standing facts that differ, with their values, sources and dates."""
    with opened() as (_, store), store.reads.begin() as session:
        now = SystemClock().now()
        listed = ruling.list_conflicts(session, now, viewer=EVERYTHING, ruled=ruled)
    for conflict in listed:
        plain = unescape(_TAG.sub("", views.conflict_done(conflict).html))
        click.echo(line(views.conflict_json(conflict)) if as_json else plain)
    if not listed and not as_json:
        click.echo(say("conflicts-none-ruled" if ruled else "conflicts-none-open"))


@click.command()
@click.argument("one", metavar="FACT_ID", type=FACT)
@click.argument("other", metavar="OTHER_ID", type=FACT)
@click.option("--for", "chosen", type=FACT, help="The fact that holds.")
@click.option("--both", is_flag=True, help="Let both stand.")
@click.option("--reason", default="", help="Why: it is shown with the answer.")
@click.option("--asked", help="A question whose answer gives both as differing.")
@click.option("--revoke", is_flag=True, help="Take the ruling back.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def rule(
    one: int,
    other: int,
    chosen: int | None,
    both: bool,
    reason: str,
    asked: str | None,
    revoke: bool,
    as_json: bool,
) -> None:
    """Rule between FACT_ID and OTHER_ID, which differ; or take that back.

    `briefing conflicts` lists what loads, and answers in chats, have shown to differ. For two facts
    that only `briefing ask` gave as differing, give that question with --asked.
    """
    if revoke and asked is not None:
        raise click.UsageError("--asked goes with a ruling, not with --revoke")
    if not revoke and both == (chosen is not None):
        raise click.UsageError("give either --for FACT_ID or --both")
    with opened() as (settings, store), store.writes.begin() as session:
        now, viewer = SystemClock().now(), EVERYTHING
        question = Asking(asked, now.astimezone(settings.zone).date()) if asked else None
        if revoke:
            done = ruling.revoke(session, now, one=one, other=other, actor=ACTOR, viewer=viewer)
        else:
            wanted = Decision(one, other, chosen, reason, ACTOR, question)
            done = ruling.rule(session, now, decision=wanted, viewer=viewer)
    plain = unescape(_TAG.sub("", views.conflict_done(done).html))
    click.echo(line(views.conflict_json(done)) if as_json else plain.strip())
