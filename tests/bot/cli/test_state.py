"""The desk's own statements from the command line."""

import pytest

from tests.bot.cli.conftest import Briefing


def test_statement_is_shown_then_added(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_NAME", "Velden Press Office")
    shown = briefing("fact", "The embassy is closed on 1 May 2027.", "--signed", "Ida Roe")
    assert "It waits as load 1" in shown.out
    assert briefing("facts", "--json").lines == []
    told = briefing("fact", "Visas cost 80 euros. They take ten days.", "--apply", "--json").lines
    assert told == [
        {"load": 2, "texts": ["Visas cost 80 euros.", "They take ten days."], "facts": [1, 2]}
    ]
    answer = briefing("ask", "what do visas cost", "--json").lines[0]
    assert answer["facts"][0]["document"]["outlet"] == "Velden Press Office"
    assert briefing("loads", "--apply", "1").code == 0
    assert briefing("undo", "2").code == 0
    assert len([fact for fact in briefing("facts", "--json").lines if fact["live"]]) == 1


def test_fixed_statement_that_is_discarded_leaves_nothing(briefing: Briefing) -> None:
    assert briefing("fact", "The embassy is closed.").code == 0
    assert briefing("loads", "--discard", "1").code == 0
    assert "no word in them" in briefing("fact", "…").err


def test_under_two_the_terminal_adds_no_words_of_its_own(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert briefing("fact", "The ferry made 30 crossings in May.", "--apply").code == 0
    monkeypatch.setenv("REVIEW", "two")
    waits = briefing("fact", "The embassy is closed.", "--apply")
    assert "somebody else adds it" in waits.out
    refused = briefing("loads", "--apply", "2")
    assert (refused.code, "Another editor" in refused.err) == (1, True)
    right = "The ferry made 31 crossings in May."
    assert "load 3" in briefing("correct", "1", right, "--reason", "miscounted").out
    assert briefing("loads", "--apply", "3").code == 1
    assert [fact["id"] for fact in briefing("facts", "--json").lines if fact["live"]] == [1]
    monkeypatch.setenv("REVIEW", "one")
    assert briefing("loads", "--apply", "3").code == 0
    live = [fact["text"] for fact in briefing("facts", "--json").lines if fact["live"]]
    assert live == [right]
