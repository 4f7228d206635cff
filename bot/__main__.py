"""The program `briefing`: all verbs of the command line."""

import sys

import click

from bot.cli.ask import ask
from bot.cli.audit import audit
from bot.cli.backup import backup, restore
from bot.cli.calibrate import calibrate
from bot.cli.correcting import correct, corrections, withdraw
from bot.cli.deliver import deliver
from bot.cli.digest import digest
from bot.cli.doctor import doctor
from bot.cli.evaluate import evaluate, golden
from bot.cli.export import export, import_exported
from bot.cli.facts import facts
from bot.cli.fix import fix_fact
from bot.cli.forget import forget, mydata
from bot.cli.label import label
from bot.cli.load import load
from bot.cli.migrate import migrate
from bot.cli.people import invite_people, people
from bot.cli.ruling import conflicts, rule
from bot.cli.run import run
from bot.cli.serve import serve
from bot.cli.state import state_fact
from bot.cli.stats import stats
from bot.cli.teaching import alias, gaps, phrasings
from bot.cli.terms import terms
from bot.cli.topics import topics
from bot.cli.undo import loads, undo
from bot.cli.work import work
from facts.errors import BriefingError

VERBS = (
    *(run, ask, load, loads, undo, label, facts, fix_fact, state_fact, evaluate, calibrate),
    *(gaps, phrasings, alias, golden),
    *(correct, withdraw, corrections, conflicts, rule, terms),
    *(invite_people, people),
    *(topics, digest, deliver, serve, work, migrate, doctor, backup, restore, export, audit),
    *(import_exported, forget, mydata, stats),
)


@click.group()
@click.version_option(package_name="briefing-bot")
def briefing() -> None:
    """Answers from a desk's own documents, word for word."""


for verb in VERBS:
    briefing.add_command(verb)


def main() -> None:
    """Run a verb; a refusal is its sentence on stderr and exit code 1."""
    try:
        briefing.main(standalone_mode=True)
    except BriefingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
