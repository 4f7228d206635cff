"""Correcting and withdrawing from the terminal."""

from pathlib import Path

from tests.bot.cli.conftest import Briefing

FERRY = "The ferry made 30 crossings in May.\n\nThe bridge was opened in June by the mayor.\n"


def _loaded(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY)
    assert briefing("migrate").code == 0
    assert briefing("load", "ferry.txt", "--apply").code == 0


def test_correct_withdraw_and_undo_from_the_terminal(briefing: Briefing, tmp_path: Path) -> None:
    _loaded(briefing, tmp_path)
    right = "The ferry made 31 crossings in May."
    [done] = briefing("correct", "1", right, "--reason", "miscounted", "--json").lines
    [found] = briefing("ask", "How many crossings did the ferry make in May?", "--json").lines
    assert found["facts"][0]["id"] == done["by_fact"]
    assert all(fact["id"] != 1 for fact in found["facts"])
    assert briefing("withdraw", "2", "--reason", "not true").code == 0
    listed = briefing("corrections", "--json").lines
    assert [(each["fact"], each["by_fact"]) for each in listed] == [(2, None), (1, done["by_fact"])]
    assert listed[0]["shown"] == 0
    assert briefing("correct", "1", "--undo").code == 0
    [found] = briefing("ask", "How many crossings did the ferry make in May?", "--json").lines
    assert found["facts"][0]["id"] == 1
    assert "Undone" in briefing("corrections", "1").out


def test_refusals_are_one_sentence(briefing: Briefing, tmp_path: Path) -> None:
    _loaded(briefing, tmp_path)
    refused = briefing("withdraw", "1")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Give a reason")
    assert briefing("correct", "1").code == 2
    assert "by itself" in briefing("correct", "1", "--by", "1", "--reason", "x").err
    assert "No editor" in briefing("correct", "1", "--undo").err
