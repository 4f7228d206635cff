"""`briefing ask`: answers from the store, writing nothing."""

import sys
import time
from collections.abc import Iterable
from datetime import date

import click

from bot.cli.contract import reply_json
from bot.cli.opening import SystemClock, line, opened
from bot.services.explaining import explained_reply
from bot.services.finding import Reply, find
from bot.services.ruled import given_as_true
from bot.services.telling import telling_of
from bot.services.vocabularies import Vocabularies
from bot.views.plain import reply_text
from bot.views.texts import say
from bot.views.why import why_text
from db.engine import Store
from db.viewer import LABELS, PUBLIC, Viewer, cleared
from facts.answering.types import Status


@click.command()
@click.argument("question", required=False)
@click.option("--stdin", "from_stdin", is_flag=True, help="Read one question a line.")
@click.option("--limit", default=3, show_default=True, type=click.IntRange(1, 50))
@click.option(
    "--clearance",
    type=click.Choice(LABELS),
    default=PUBLIC,
    show_default=True,
    help="Answer as to somebody who may see documents up to this label.",
)
@click.option("--why", "explaining", is_flag=True, help="Also say why this is the answer.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a question.")
def ask(
    question: str | None,
    from_stdin: bool,
    limit: int,
    clearance: str,
    as_json: bool,
    explaining: bool,
) -> None:
    """Answer QUESTION from the store, writing nothing."""
    if (question is None) == (not from_stdin):
        raise click.UsageError("give either a QUESTION or --stdin")
    with opened() as (settings, store):
        clock, vocabularies, viewer = SystemClock(), Vocabularies(), cleared(clearance)
        for text in _lines() if from_stdin else (question or "",):
            today = clock.now().astimezone(settings.zone).date()
            reply, elapsed_ms = _timed(store, text, limit, today, viewer, vocabularies)
            if as_json:
                click.echo(line(reply_json(text, reply, elapsed_ms)))
            else:
                click.echo(_text(store, reply, viewer))
                click.echo(
                    f"\n{why_text(explained_reply(reply))}" if explaining else "", nl=explaining
                )
            sys.stdout.flush()


def _text(store: Store, reply: Reply, viewer: Viewer) -> str:
    with store.reads.begin() as session:
        telling = telling_of(session, SystemClock().now(), reply, viewer=viewer)
    text = reply_text(reply.answer, reply.quotes, telling)
    if reply.answer.status is not Status.CONFLICT:
        return text
    one, other = (str(fact.candidate.fact_id) for fact in given_as_true(reply.answer)[:2])
    return f"{text}\n{say('rule-how', one=one, other=other)}"


def _lines() -> Iterable[str]:
    # Undecodable bytes must not end a run of thousands of questions.
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def _timed(
    store: Store, text: str, limit: int, today: date, viewer: Viewer, vocabularies: Vocabularies
) -> tuple[Reply, float]:
    started = time.perf_counter()
    with store.reads.begin() as session:
        reply = find(
            session,
            SystemClock().now(),
            text=text,
            today=today,
            viewer=viewer,
            vocabularies=vocabularies,
            limit=limit,
        )
    return reply, (time.perf_counter() - started) * 1000
