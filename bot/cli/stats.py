"""`briefing stats`: the figures of the last days, in words, as JSON, as a picture."""

from pathlib import Path

import click

from bot.cli.opening import CannotRun, SystemClock, line, opened
from bot.services.statistics import DAYS, statistics
from bot.views.charts import picture
from bot.views.html import without_tags
from bot.views.statistics import caption, figures_json
from bot.views.texts import say


@click.command()
@click.option("--days", type=click.IntRange(1, 366), default=DAYS, help="How many, with today.")
@click.option("--picture", "file", type=click.Path(path_type=Path), help="Write a PNG here.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def stats(days: int, file: Path | None, as_json: bool) -> None:
    """Print how many questions were asked, answered and judged, and how messages fared."""
    with opened() as (settings, store), store.reads.begin() as session:
        found = statistics(session, SystemClock().now(), zone=settings.zone, days=days)
    if as_json:
        click.echo(line(figures_json(found)))
    else:
        click.echo(without_tags(caption(found)) if found.asked else say("stats-empty"))
    if file is not None:
        try:
            file.write_bytes(picture(found))
        except OSError as error:
            raise CannotRun(f"{file} cannot be written ({error.strerror}).") from error
