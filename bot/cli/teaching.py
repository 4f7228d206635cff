"""`briefing gaps`, `briefing phrasings` and `briefing alias`: what the chat's commands do."""

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services import gaps as gap_services
from bot.services import learning
from bot.services.gapdesk import answer_with_words
from bot.views.gapdesk import settled
from bot.views.texts import say

ACTOR = "terminal"


@click.command()
@click.option("--close", "gap_id", type=int, help="Close this gap, with --words or --fact.")
@click.option("--words", help="Why it cannot be answered; those who wait are told.")
@click.option("--fact", "fact_id", type=int, help="The fact that answers it.")
@click.option("--statement", help="Answer it by this statement of the desk.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a gap.")
def gaps(
    gap_id: int | None,
    words: str | None,
    fact_id: int | None,
    statement: str | None,
    as_json: bool,
) -> None:
    """List the questions that nothing answered, the most asked first; or close one."""
    if gap_id is None and (words or statement or fact_id is not None):
        raise click.UsageError("say with --close which gap is meant")
    if statement and (words or fact_id is not None):
        raise click.UsageError("give one of --words, --fact and --statement")
    with opened() as (settings, store):
        now = SystemClock().now()
        if gap_id is not None:
            with store.writes.begin() as session:
                if statement:
                    if settings.review == "two":
                        raise gap_services.GapRefused(say("gap-by-two"))
                    done = answer_with_words(
                        session,
                        now,
                        gap_id=gap_id,
                        words=statement,
                        actor=ACTOR,
                        day=now.astimezone(settings.zone).date(),
                    )
                else:
                    done = gap_services.close(
                        session, now, gap_id=gap_id, actor=ACTOR, words=words, fact_id=fact_id
                    )
            click.echo(settled(done.told, done.waiting))
            return
        with store.reads.begin() as session:
            listed = gap_services.list_gaps(session, now)
            if not listed and not as_json:
                click.echo(say("gaps-none"))
            for count in listed:
                gap = count.gap
                told_gap = {
                    "id": gap.id,
                    "question": gap.text,
                    "people": count.people,
                    "waiting": count.waiting,
                }
                plain = f"{gap.id}. {gap.text} ({count.people} people, {count.waiting} waiting)"
                click.echo(line(told_gap) if as_json else plain)


@click.command()
@click.option("--live", "live_id", type=int, help="Make this phrasing live.")
@click.option("--refuse", "refuse_id", type=int, help="Refuse this phrasing.")
@click.option("--all", "every", is_flag=True, help="List the refused ones too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a phrasing.")
def phrasings(live_id: int | None, refuse_id: int | None, every: bool, as_json: bool) -> None:
    """List other ways that people ask for a fact; or decide on one."""
    if live_id is not None and refuse_id is not None:
        raise click.UsageError("give either --live or --refuse")
    with opened() as (_, store):
        now = SystemClock().now()
        chosen = live_id if live_id is not None else refuse_id
        if chosen is not None:
            with store.writes.begin() as session:
                learning.decide_phrasing(
                    session, now, phrasing_id=chosen, live=live_id is not None, actor=ACTOR
                )
        with store.reads.begin() as session:
            listed = learning.list_phrasings(session, now, every=every)
            if not listed and not as_json:
                click.echo(say("phrasings-none"))
            for row, fact in listed:
                told = {
                    "id": row.id,
                    "text": row.text,
                    "state": row.state,
                    "chosen": row.chosen,
                    "against": row.against,
                    "fact": {"id": row.fact_id, "text": fact},
                }
                counts = f"{row.state}, chosen {row.chosen}, refused {row.against}"
                plain = f"{row.id}. “{row.text}” ({counts})\n   → {fact}"
                click.echo(line(told) if as_json else plain)


@click.command()
@click.argument("pair", nargs=-1)
@click.option("--remove", "alias_id", type=int, help="Take this alias out of use.")
def alias(pair: tuple[str, ...], alias_id: int | None) -> None:
    """List other words for the same thing, or add some: briefing alias "peace deal = accord"."""
    one, equals, other = " ".join(pair).partition("=")
    if pair and not equals:
        raise click.UsageError("put = between the two wordings")
    with opened() as (_, store):
        now = SystemClock().now()
        with store.writes.begin() as session:
            if alias_id is not None:
                learning.remove_alias(session, now, alias_id=alias_id, actor=ACTOR)
            if equals:
                learning.add_alias(session, now, words=one, meaning=other, actor=ACTOR)
        with store.reads.begin() as session:
            listed = learning.list_aliases(session, now)
            if not listed:
                click.echo(say("aliases-none"))
            for row in listed:
                click.echo(f"{row.id}. {row.words} = {row.meaning}")
