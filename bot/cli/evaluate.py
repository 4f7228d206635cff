"""`briefing evaluate` and `briefing golden`: golden questions, asked of the store and kept."""

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from bot.cli.opening import SystemClock, line, opened
from bot.services import golden as keeping_golden
from bot.services.evaluating import ABSTAINED, RIGHT, WRONG, Golden, Tally
from bot.services.evaluating import evaluate as ask_all
from bot.services.vocabularies import Vocabularies
from bot.views.texts import say
from db.engine import Store
from db.viewer import Viewer
from facts.errors import BriefingError

ACTOR = "terminal"
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


class GoldenFileWrong(BriefingError):
    """A file of golden questions cannot be used."""


@click.command()
@click.argument("file", required=False, type=FILE)
@click.option("--keep", "keeping", is_flag=True, help="Keep them: each rehearsal tries them.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a kind.")
def evaluate(file: Path | None, keeping: bool, as_json: bool) -> None:
    """Ask golden questions, of FILE (JSON Lines) or those kept; count right, wrong, abstained."""
    with opened() as (settings, store):
        now = SystemClock().now()
        questions = golden_of(store, file, keeping=keeping)
        with store.reads.begin() as session:
            tallies = ask_all(
                session,
                now,
                questions=questions,
                today=now.astimezone(settings.zone).date(),
                viewer=Viewer(),
                vocabularies=Vocabularies(),
            )
    rows = [_row(kind, tally) for kind, tally in tallies.items()]
    if as_json:
        for row in rows:
            click.echo(line(row))
    else:
        Console().print(_table(rows))


@click.command()
@click.option("--remove", "number", type=click.IntRange(min=1), help="Keep this one no longer.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a question.")
def golden(number: int | None, as_json: bool) -> None:
    """List the golden questions that are kept, or remove one."""
    with opened() as (_, store):
        now = SystemClock().now()
        if number is not None:
            with store.writes.begin() as session:
                row = keeping_golden.remove_golden(session, now, number=number, actor=ACTOR)
                click.echo(say("golden-removed", id=str(row.id), question=row.text))
            return
        with store.reads.begin() as session:
            rows = keeping_golden.list_golden(session, now)
            for row in rows:
                told = {"id": row.id, "question": row.text, "facts": row.facts, "kind": row.kind}
                click.echo(line(told) if as_json else f"{row.id}. {row.text}")
    if not rows and not as_json:
        click.echo(say("golden-none"))


def golden_of(store: Store, file: Path | None, *, keeping: bool) -> list[Golden]:
    """Return the golden questions of a file, which are kept if asked for; else those kept."""
    now = SystemClock().now()
    if file is None:
        if keeping:
            raise click.UsageError("say with FILE which golden questions to keep")
        with store.reads.begin() as session:
            return keeping_golden.kept_golden(session, now)
    questions = golden_questions(file)
    if keeping:
        with store.writes.begin() as session:
            added, changed = keeping_golden.keep_golden(
                session, now, questions=questions, actor=ACTOR
            )
            kept = len(keeping_golden.list_golden(session, now))
        click.echo(say("golden-kept", added=added, changed=changed), err=True)
        if kept > keeping_golden.MOST_TRIED:
            tried = say("golden-tried", all=kept, tried=keeping_golden.MOST_TRIED)
            click.echo(tried, err=True)
    return questions


def golden_questions(file: Path) -> list[Golden]:
    """Return the golden questions of a JSON Lines file; raise GoldenFileWrong with the line."""
    found = []
    for number, raw in enumerate(_text(file).splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            found.append(_golden(json.loads(raw)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GoldenFileWrong(
                f"Line {number} of {file.name} is not a golden question: give a JSON object with "
                "`question` and a list `facts`."
            ) from error
    if not found:
        raise GoldenFileWrong(
            f"{file.name} holds no golden questions: give one JSON object a line with `question` "
            "and a list `facts`."
        )
    return found


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldenFileWrong(f"{file.name} is not UTF-8 text: save it as JSON Lines.") from error


def _golden(value: Any) -> Golden:
    """Return a golden question; raise ValueError or the like for what is none."""
    wanted, question = value.get("facts") or [], str(value["question"])
    if not isinstance(wanted, list) or not question.strip():
        raise ValueError(question)
    return Golden(question, tuple(map(str, wanted)), str(value.get("kind", "all")))


def _row(kind: str, tally: Tally) -> dict[str, Any]:
    return {
        "kind": kind,
        "questions": sum(tally.outcomes.values()),
        RIGHT: tally.outcomes[RIGHT],
        WRONG: tally.outcomes[WRONG],
        ABSTAINED: tally.outcomes[ABSTAINED],
        "answerable": tally.answerable,
        "first": tally.first,
        "in_three": tally.in_three,
    }


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(*rows[0])
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    return table
