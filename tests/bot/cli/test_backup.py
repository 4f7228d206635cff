"""`briefing backup` and `briefing restore` as they are typed."""

from pathlib import Path

import pytest

from tests.bot.cli.conftest import Briefing

TEXT = "The pier of Kessing opened in 1931."


def test_backup_goes_into_a_store_that_was_never_there(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pier.txt").write_text(TEXT)
    briefing("load", "pier.txt", "--apply")
    assert briefing("backup", "a.backup").code == 0
    before = briefing("ask", "when did the pier of Kessing open", "--json").lines[0]
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/other.sqlite3")
    restored = briefing("restore", "a.backup", "--json")
    assert (restored.code, restored.lines[0]["unknown"]) == (0, 0)
    after = briefing("ask", "when did the pier of Kessing open", "--json").lines[0]
    assert {**before, "elapsed_ms": 0} == {**after, "elapsed_ms": 0}


def test_filled_store_is_refused_in_one_sentence(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text(TEXT)
    briefing("load", "pier.txt", "--apply")
    briefing("backup", "a.backup")
    refused = briefing("restore", "a.backup")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert briefing("restore", "a.backup", "--replace").code == 0


@pytest.mark.parametrize("verb", ["backup", "restore"])
def test_other_file_is_refused_in_one_sentence(
    briefing: Briefing, tmp_path: Path, verb: str
) -> None:
    (tmp_path / "pier.txt").write_text(TEXT)
    briefing("load", "pier.txt", "--apply")
    refused = briefing(verb, "pier.txt")
    assert (refused.code, refused.err.count("\n"), refused.out) == (1, 1, "")
    assert (tmp_path / "pier.txt").read_text() == TEXT


def test_no_place_to_write_is_one_sentence(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text(TEXT)
    briefing("load", "pier.txt", "--apply")
    refused = briefing("backup", "nowhere/a.backup")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
