"""`briefing undo` and `briefing loads` as an admin uses them."""

from pathlib import Path

from tests.bot.cli.conftest import Briefing
from tests.factories import HARBOUR

ASKED = "How many fishing boats use the harbour?"


def loaded(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(HARBOUR)
    assert briefing("load", "harbour.txt", "--apply").code == 0


def test_load_is_found_and_taken_back(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    found = briefing("loads", "--json").lines[0]
    assert (found["load"], found["state"], found["facts"]) == (1, "applied", 4)
    told = briefing("undo", str(found["load"])).out
    assert told.startswith("Load 1 is undone: 4 facts are withdrawn")
    assert briefing("ask", ASKED, "--json").lines[0]["facts"] == []
    assert "undone" in briefing("loads").out


def test_withdrawn_facts_are_exported_as_not_live(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    briefing("undo", "1")
    assert {fact["live"] for fact in briefing("facts", "--json").lines} == {False}


def test_load_taken_back_can_be_loaded_again(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    briefing("undo", "1", "--json")
    told = briefing("load", "harbour.txt", "--apply", "--json").lines[0]
    assert (told["state"], told["new"]) == ("applied", 4)
    assert briefing("ask", ASKED, "--json").lines[0]["status"] == "found"


def test_load_that_is_not_applied_is_refused(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(HARBOUR)
    briefing("load", "harbour.txt")
    for number, words in (("1", "rehearsed"), ("7", "not there")):
        ran = briefing("undo", number)
        assert (ran.code, len(ran.err.splitlines())) == (1, 1)
        assert words in ran.err
    assert briefing("undo", "three").code == 2


def test_no_loads_is_said(briefing: Briefing) -> None:
    briefing("migrate")
    assert briefing("loads").out == "Nothing was loaded yet.\n"


def test_rehearsed_load_is_shown_and_applied_by_its_number(
    briefing: Briefing, tmp_path: Path
) -> None:
    (tmp_path / "harbour.txt").write_text(HARBOUR)
    briefing("load", "harbour.txt")
    assert "4 new" in briefing("loads", "--show", "1").out
    assert briefing("loads", "--apply", "1", "--json").lines[0]["facts"] == 4
    assert "applied" in briefing("loads", "--apply", "1").err
    assert briefing("loads", "--apply", "1", "--discard", "1").code == 2


def test_load_that_would_do_something_else_is_looked_at_again(
    briefing: Briefing, tmp_path: Path
) -> None:
    (tmp_path / "harbour.txt").write_text(HARBOUR)
    (tmp_path / "brief.txt").write_text("About 300 fishing boats use the harbour in summer.")
    briefing("load", "harbour.txt")
    briefing("load", "brief.txt", "--apply")
    refused = briefing("loads", "--apply", "1")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "look again (briefing loads --show 1)" in refused.err
    assert "3 new · 1 repeat" in briefing("loads", "--show", "1").out
    assert briefing("loads", "--apply", "1").code == 0


def test_discarded_load_is_gone(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(HARBOUR)
    briefing("load", "harbour.txt")
    assert "nothing of it is kept" in briefing("loads", "--discard", "1").out
    assert briefing("loads", "--json").lines[0]["state"] == "discarded"
    assert briefing("loads", "--apply", "1").code == 1
