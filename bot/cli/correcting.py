"""`briefing correct`, `withdraw`, `corrections`: taking a fact back, and whom that reached."""

import re
from html import unescape

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.correcting import Corrected, Wish, give_back, put_forward, take_back
from bot.services.progress import list_corrections
from bot.views import corrections as views
from bot.views.corrections import Progress
from bot.views.texts import say
from db.viewer import EVERYTHING

ACTOR = "terminal"
_TAG = re.compile(r"<[^>]*>")
FACT = click.argument("fact_id", metavar="FACT_ID", type=click.IntRange(min=1))
REASON = click.option("--reason", help="Why: everybody who was shown the fact will read it.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")


@click.command()
@FACT
@click.argument("words", required=False)
@click.option("--by", type=click.IntRange(min=1), help="The fact that holds instead.")
@REASON
@click.option("--undo", is_flag=True, help="Take the correction or withdrawal back, within a day.")
@AS_JSON
def correct(
    fact_id: int, words: str | None, by: int | None, reason: str | None, undo: bool, as_json: bool
) -> None:
    """Correct FACT_ID with the right WORDS, or with another fact; or undo that.

    With REVIEW=two the right words wait until somebody else adds them, in the chat from /loads.
    """
    if undo:
        _give_back(fact_id, as_json=as_json)
        return
    if (words is None) == (by is None):
        raise click.UsageError("give either the right words or --by FACT_ID")
    _take_back(fact_id, words, by, reason, as_json=as_json)


@click.command()
@FACT
@REASON
@AS_JSON
def withdraw(fact_id: int, reason: str | None, as_json: bool) -> None:
    """Withdraw FACT_ID with nothing in its place."""
    _take_back(fact_id, None, None, reason, as_json=as_json)


@click.command()
@click.argument("fact_id", metavar="[FACT_ID]", type=click.IntRange(min=1), required=False)
@AS_JSON
def corrections(fact_id: int | None, as_json: bool) -> None:
    """List what was corrected or withdrawn last, and whom that has reached."""
    with opened() as (_, store), store.reads.begin() as session:
        listed = list_corrections(session, SystemClock().now(), viewer=EVERYTHING, fact_id=fact_id)
    for progress in listed:
        click.echo(line(views.progress_json(progress)) if as_json else _plain(progress))
    if not listed and not as_json:
        click.echo(say("corrections-none"))


def _take_back(
    fact_id: int, words: str | None, by: int | None, reason: str | None, *, as_json: bool
) -> None:
    with opened() as (settings, store), store.writes.begin() as session:
        now = SystemClock().now()
        day = now.astimezone(settings.zone).date()
        wish = Wish(fact_id, reason or "", ACTOR, day, words, by)
        if settings.review == "two" and words is not None:
            load_id = put_forward(session, now, wish=wish, viewer=EVERYTHING)
            told = {"fact": fact_id, "by_fact": None, "load": load_id}
            click.echo(line(told) if as_json else say("waits-another", load=str(load_id)))
            return
        done = take_back(session, now, wish=wish, viewer=EVERYTHING)
    click.echo(line(_json(done)) if as_json else say("corrected-plain", **_json(done)))


def _json(done: Corrected) -> dict[str, object]:
    return {"fact": done.fact_id, "by_fact": done.later_id, "load": done.load_id}


def _give_back(fact_id: int, *, as_json: bool) -> None:
    with opened() as (_, store), store.writes.begin() as session:
        done = give_back(session, SystemClock().now(), fact_id=fact_id, actor=ACTOR)
    told = {"fact": fact_id, "returned": list(done.returned), "withdrawn": list(done.withdrawn)}
    click.echo(line(told) if as_json else say("correction-undone"))


def _plain(progress: Progress) -> str:
    new = progress.new.text if progress.new else say("correction-nothing")
    reach = [say("correction-undone")] if progress.undone else views.reach_lines(progress)
    head = f"{progress.fact_id}. {progress.old.text}\n   → {new}\n   {progress.reason or ''}"
    who = f"{progress.by}, {progress.at:%Y-%m-%d %H:%M}"
    return unescape(_TAG.sub("", f"{head} ({who})\n   {'; '.join(reach)}"))
