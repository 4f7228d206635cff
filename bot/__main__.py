"""The program `briefing`: all verbs of the command line, each loaded when it is called for."""

import gc
import sys
from importlib import import_module

import click

from facts.errors import BriefingError

# Where each verb is: with all of them at once, the quick ones would start a third slower.
VERBS = {
    "run": "bot.cli.run:run",
    "ask": "bot.cli.ask:ask",
    "load": "bot.cli.load:load",
    "loads": "bot.cli.undo:loads",
    "undo": "bot.cli.undo:undo",
    "label": "bot.cli.label:label",
    "facts": "bot.cli.facts:facts",
    "fix": "bot.cli.fix:fix_fact",
    "fact": "bot.cli.state:state_fact",
    "evaluate": "bot.cli.evaluate:evaluate",
    "golden": "bot.cli.evaluate:golden",
    "calibrate": "bot.cli.calibrate:calibrate",
    "gaps": "bot.cli.teaching:gaps",
    "phrasings": "bot.cli.teaching:phrasings",
    "alias": "bot.cli.teaching:alias",
    "correct": "bot.cli.correcting:correct",
    "withdraw": "bot.cli.correcting:withdraw",
    "corrections": "bot.cli.correcting:corrections",
    "conflicts": "bot.cli.ruling:conflicts",
    "rule": "bot.cli.ruling:rule",
    "terms": "bot.cli.terms:terms",
    "invite": "bot.cli.people:invite_people",
    "people": "bot.cli.people:people",
    "topics": "bot.cli.topics:topics",
    "digest": "bot.cli.digest:digest",
    "deliver": "bot.cli.deliver:deliver",
    "serve": "bot.cli.serve:serve",
    "work": "bot.cli.work:work",
    "migrate": "bot.cli.migrate:migrate",
    "doctor": "bot.cli.doctor:doctor",
    "backup": "bot.cli.backup:backup",
    "restore": "bot.cli.backup:restore",
    "export": "bot.cli.export:export",
    "import": "bot.cli.export:import_exported",
    "audit": "bot.cli.audit:audit",
    "forget": "bot.cli.forget:forget",
    "mydata": "bot.cli.forget:mydata",
    "stats": "bot.cli.stats:stats",
}


class Verbs(click.Group):
    """The verbs by name, each imported with its first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all verbs, in order."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb, or None for a name that is none."""
        return load_verb(cmd_name) if cmd_name in VERBS else None


def load_verb(name: str) -> click.Command:
    """Return the verb of this name; nothing that it imports is garbage, so none is looked for."""
    module, _, verb = VERBS[name].partition(":")
    gc.disable()
    try:
        found: click.Command = getattr(import_module(module), verb)
    finally:
        gc.enable()
    return found


@click.group(cls=Verbs)
@click.version_option(package_name="briefing-bot")
def briefing() -> None:
    """Answers from a desk's own documents, word for word."""


def main() -> None:
    """Run a verb; a refusal is its sentence on stderr and exit code 1."""
    try:
        briefing.main(standalone_mode=True)
    except BriefingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
