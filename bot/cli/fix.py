"""`briefing fix`: put right how a fact was understood; its words stay."""

from typing import Any

import click

from bot.cli.contract import fact_json
from bot.cli.opening import SystemClock, line, opened
from bot.services.correcting import fact_to_correct
from bot.services.fixing import Change, fix, last_fix
from bot.services.mendings import mending_reach
from bot.services.rephrasing import NOTHING
from bot.services.sheets import Fixer, Target
from bot.services.unfixing import put_back
from bot.views import fixing as views
from bot.views.corrections import reach_line
from bot.views.html import without_tags
from db.engine import Store
from db.queries.quotes import quotes_of_facts
from db.viewer import EVERYTHING
from facts.fixing.fields import KINDS, Field
from facts.quote import Quote

ACTOR = "terminal"
NAMES = [kind.value for kind in KINDS]


@click.command("fix")
@click.argument("fact_id", type=int)
@click.option("--speaker", help="Who said it.")
@click.option("--nobody", is_flag=True, help="Nobody is quoted: the document says it.")
@click.option("--role", help="As what the speaker spoke.")
@click.option("--date", "day", help="The day meant: YYYY-MM-DD, YYYY-MM, YYYY or unknown.")
@click.option("--moment", help="Which words of the fact the date is of, if it holds several.")
@click.option("--kind", type=click.Choice(NAMES), help="What the fact is made of.")
@click.option("--topic", help="The topic it is on.")
@click.option("--no-topic", is_flag=True, help="It is on no topic.")
@click.option("--split", type=int, help="Cut it before this character of its words, from 0.")
@click.option("--join-next", is_flag=True, help="Join it with the next fact of its passage.")
@click.option("--join-previous", is_flag=True, help="Join it with the fact before it.")
@click.option("--leave-out", is_flag=True, help="It is no fact: leave it out.")
@click.option("--put-back", "putting_back", is_flag=True, help="Take back the last fix of it.")
@click.option("--reached", is_flag=True, help="Say how many who were shown it were told.")
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON objects.")
def fix_fact(
    fact_id: int, *, putting_back: bool, reached: bool, as_json: bool, **given: Any
) -> None:
    """Put right speaker, date, kind or topic of fact FACT_ID, or how it is cut out of its passage.

    What a person sets is never overwritten by a later run. Those who were shown another speaker or
    date are told; --reached alone says how many were.
    """
    changes = list(_changes(given))
    if reached and not (putting_back or changes):
        _say_reached(fact_id, as_json=as_json)
        return
    if reached or putting_back == bool(changes):
        raise click.UsageError("say what to fix, or --put-back alone (see --help)")
    if sum(change.field.cuts for change in changes) and len(changes) > 1:
        raise click.UsageError("cut a fact by itself: other fixes belong to the facts it becomes")
    with opened() as (_, store):
        if putting_back:
            targets, carried = _put_back(store, fact_id), ""
        else:
            targets, carried = _fix(store, fact_id, changes)
        with store.reads.begin() as session:
            shown = quotes_of_facts(session, targets, viewer=EVERYTHING)
        for quote in shown:
            click.echo(line(fact_json(quote)) if as_json else _text(quote))
        if carried:
            click.echo(carried, err=as_json)
        if not shown and not as_json:
            click.echo(f"Fact {fact_id} is left out.")


def _say_reached(fact_id: int, *, as_json: bool) -> None:
    with opened() as (_, store), store.reads.begin() as session:
        fact_to_correct(session, SystemClock().now(), fact_id=fact_id, viewer=EVERYTHING)
        found = mending_reach(session, SystemClock().now(), fact_id=fact_id)
    told = {"fact": fact_id, "shown": found.shown, "told": found.states}
    click.echo(line(told) if as_json else reach_line(found.shown, found.states))


def _changes(given: dict[str, Any]) -> list[Change]:
    found = []
    if given["nobody"] and (given["speaker"] or given["role"]):
        raise click.UsageError("--nobody goes without --speaker and --role")
    if given["speaker"] is not None or given["nobody"]:
        found.append(Change(Field.SPEAKER, given["speaker"], role=given["role"]))
    elif given["role"] is not None:
        found.append(Change(Field.ROLE, given["role"]))
    if given["moment"] is not None and given["day"] is None:
        raise click.UsageError("--moment goes with --date")
    if given["day"] is not None:
        found.append(Change(Field.MOMENT, given["day"], words=given["moment"]))
    if given["kind"]:
        found.append(Change(Field.KIND, given["kind"]))
    if given["topic"] is not None or given["no_topic"]:
        found.append(Change(Field.TOPIC, None if given["no_topic"] else given["topic"]))
    if given["split"] is not None:
        found.append(Change(Field.SPLIT, place=given["split"]))
    found += [Change(Field.JOIN)] if given["join_next"] else []
    found += [Change(Field.JOIN, backwards=True)] if given["join_previous"] else []
    found += [Change(Field.LEFT_OUT)] if given["leave_out"] else []
    return found


def _fix(store: Store, fact_id: int, changes: list[Change]) -> tuple[list[int], str]:
    """Make all the changes, or none when one is refused.

    Returns the facts that stand then, and what became of the learned ways to ask for them.
    """
    targets: tuple[Target, ...] = (fact_id,)
    carried = NOTHING
    with store.writes.begin() as session:
        for change in changes:
            now = SystemClock().now()
            done = fix(session, now, target=fact_id, change=change, fixer=Fixer(ACTOR))
            targets, carried = done.targets, carried.and_(done.carried)
    told = without_tags(views.carried(carried.moved, carried.resting))
    return [target for target in targets if isinstance(target, int)], told


def _put_back(store: Store, fact_id: int) -> list[int]:
    now = SystemClock().now()
    with store.writes.begin() as session:
        act = last_fix(session, now, fact_id=fact_id)
        return list(put_back(session, now, act=act, fixer=Fixer(ACTOR)))


def _text(quote: Quote) -> str:
    said = quote.attribution
    who = (said.speaker or "the document") if said.sure else "speaker uncertain"
    role = f", {said.role}" if said.role else ""
    days = [f"{m.text or 'day'} = {_period(m.earliest, m.latest)}" for m in quote.moments]
    return "\n  ".join([f"{quote.fact_id}\t{quote.text}", f"{who}{role}", quote.kind, *days])


def _period(first: object, last: object) -> str:
    if first is None:
        return "as written"
    return f"{first}" if first == last else f"{first} to {last}"
