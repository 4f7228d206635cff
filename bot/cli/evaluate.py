"""`briefing evaluate`: golden questions, asked of the store."""

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from bot.cli.opening import SystemClock, line, opened
from bot.services.evaluating import ABSTAINED, RIGHT, WRONG, Golden, Tally
from bot.services.evaluating import evaluate as ask_all
from bot.services.vocabularies import Vocabularies
from db.viewer import Viewer
from facts.errors import BriefingError


class GoldenFileWrong(BriefingError):
    """A file of golden questions cannot be used."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a kind.")
def evaluate(file: Path, as_json: bool) -> None:
    """Ask the golden questions of FILE (JSON Lines) and count right, wrong and abstained."""
    questions = golden_questions(file)
    with opened() as (settings, store), store.reads.begin() as session:
        now = SystemClock().now()
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


def golden_questions(file: Path) -> list[Golden]:
    """Return the golden questions of a JSON Lines file; raise GoldenFileWrong with the line."""
    found = []
    for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            value = json.loads(raw)
            wanted = tuple(str(name) for name in value.get("facts") or ())
            found.append(Golden(str(value["question"]), wanted, str(value.get("kind", "all"))))
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
