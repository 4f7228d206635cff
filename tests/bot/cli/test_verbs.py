"""Every verb is where the program looks for it, under its own name, and loaded only then."""

import subprocess
import sys

import pytest

from bot.__main__ import VERBS, load_verb


@pytest.mark.parametrize("name", VERBS)
def test_verb_has_the_name_that_it_is_called_by(name: str) -> None:
    assert load_verb(name).name == name


def test_quick_answer_loads_no_verb() -> None:
    look = """if True:
        import sys
        from bot.__main__ import main
        sys.argv = ["briefing", "--version"]
        try:
            main()
        except SystemExit as left:
            assert left.code == 0
        sys.exit(any(name.startswith(("bot.cli", "sqlalchemy")) for name in sys.modules))
    """
    assert subprocess.run([sys.executable, "-c", look]).returncode == 0
