"""`briefing calibrate`: the desk's own thresholds, fitted to its promise."""

from pathlib import Path
from typing import Any

import click

from bot.cli.evaluate import FILE, golden_of
from bot.cli.opening import SystemClock, line, opened
from bot.services import calibrating
from bot.services.vocabularies import Vocabularies
from bot.views.thresholds import fit_text

ACTOR = "terminal"


@click.command()
@click.argument("file", required=False, type=FILE)
@click.option("--keep", "keeping", is_flag=True, help="Keep them: each rehearsal tries them.")
@click.option("--wrong-at-most", default=0.05, show_default=True, type=click.FloatRange(0.001, 0.5))
@click.option("--apply", "applying", is_flag=True, help="Let the fitted thresholds hold.")
@click.option("--shipped", is_flag=True, help="Go back to the thresholds before these.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def calibrate(
    file: Path | None,
    keeping: bool,
    wrong_at_most: float,
    applying: bool,
    shipped: bool,
    as_json: bool,
) -> None:
    """Fit thresholds to a promise, from golden questions and readers' feedback.

    The golden questions are those of FILE, or without one those that are kept.
    """
    with opened() as (settings, store):
        now = SystemClock().now()
        if shipped:
            with store.writes.begin() as session:
                taken = calibrating.take_out_of_force(session, now, actor=ACTOR)
            click.echo("Taken back." if taken else "The shipped thresholds hold already.")
            return
        questions = golden_of(store, file, keeping=keeping)
        with store.reads.begin() as session:
            outcomes = calibrating.outcomes_of_feedback(session)
            outcomes += calibrating.outcomes_of_golden(
                session,
                now,
                questions=questions,
                today=now.astimezone(settings.zone).date(),
                vocabularies=Vocabularies(),
            )
        fitted = calibrating.calibrate(outcomes, wrong_at_most=wrong_at_most)
        if applying:
            with store.writes.begin() as session:
                calibrating.put_in_force(
                    session, now, fitted=fitted, wrong_at_most=wrong_at_most, actor=ACTOR
                )
    told: dict[str, Any] = {
        "answer_only_above": round(fitted.answer_only_above, 4),
        "offer_above": round(fitted.offer_above, 4),
        "wrong_at_most": wrong_at_most,
        "questions": fitted.measured.questions,
        "documents": fitted.measured.documents,
        "answered": fitted.measured.answered,
        "wrong": fitted.measured.wrong,
        "wrong_low": round(fitted.measured.low, 4),
        "wrong_high": round(fitted.measured.high, 4),
        "applied": applying,
    }
    click.echo(line(told) if as_json else fit_text(told))
