"""The audit record is told in the past tense, whatever was done."""

import ast
from collections.abc import Iterator
from pathlib import Path

import bot
from bot.views.texts import say

SERVICES = Path(bot.__file__).parent / "services"
NOTES = {"record", "_record"}


def verbs() -> Iterator[str]:
    """Every verb that a service writes into the record by its name."""
    for file in sorted(SERVICES.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in NOTES:
                given = [word.value for word in node.keywords if word.arg == "verb"]
                for value in given or node.args[3:5]:
                    if isinstance(value, ast.Constant) and str(value.value).isalpha():
                        yield value.value


def test_every_verb_has_its_past_tense() -> None:
    found = set(verbs())
    assert {"label", "fix", "grant", "revoke", "discard"} <= found
    for verb in sorted(found):
        assert say(f"audit-verb-{verb}") != verb
