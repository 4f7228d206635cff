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
