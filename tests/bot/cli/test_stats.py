"""`briefing stats`, and that the program starts without matplotlib."""

import subprocess
import sys
from pathlib import Path

from tests.bot.cli.conftest import Briefing


def test_empty_store_gets_a_kind_sentence(briefing: Briefing, tmp_path: Path) -> None:
    briefing("migrate")
    assert "Nobody has asked" in briefing("stats").out
    (told,) = briefing("stats", "--json", "--picture", "a.png").lines
    assert (told["asked"], len(told["days"])) == (0, 30)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert briefing("stats", "--picture", "nowhere/a.png").code == 1


def test_program_starts_without_matplotlib() -> None:
    look = """if True:
        import sys
        from bot.__main__ import VERBS, load_verb
        print(*map(load_verb, VERBS))
        sys.exit("matplotlib" in sys.modules)
    """
    assert subprocess.run([sys.executable, "-c", look]).returncode == 0
