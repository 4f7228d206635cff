"""Correcting and withdrawing from the terminal."""

from pathlib import Path

import pytest

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


def test_terminal_sees_what_is_restricted_and_its_note_stays_so(
    briefing: Briefing, tmp_path: Path
) -> None:
    _loaded(briefing, tmp_path)
    assert briefing("label", "1", "restricted").code == 0
    right = "The ferry made 31 crossings in May."
    [done] = briefing("correct", "1", right, "--reason", "miscounted", "--json").lines
    assert briefing("withdraw", "2", "--reason", "not true").code == 0
    listed = briefing("corrections").out
    assert right in listed
    assert "Nobody was shown it." in listed
    briefing("export", "out")
    facts = [line for file in tmp_path.rglob("*.jsonl") for line in file.read_text().splitlines()]
    [note] = [line for line in facts if right in line and '"visibility"' in line]
    assert '"visibility": "restricted"' in note
    assert done["by_fact"] == 3
    assert "No question is open" in briefing("gaps").out


def test_refusals_are_one_sentence(briefing: Briefing, tmp_path: Path) -> None:
    _loaded(briefing, tmp_path)
    refused = briefing("withdraw", "1")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Give a reason")
    assert briefing("correct", "1").code == 2
    assert "by itself" in briefing("correct", "1", "--by", "1", "--reason", "x").err
    assert "No editor" in briefing("correct", "1", "--undo").err


def test_terms_conflicts_and_rulings_from_the_terminal(briefing: Briefing, tmp_path: Path) -> None:
    assert briefing("migrate").code == 0
    assert briefing("terms", "add", "illegally", "occupied").code == 0
    assert briefing("terms", "list", "--json").lines[0]["words"] == "illegally occupied"
    assert briefing("terms", "remove", "1").code == 0
    assert "no contested term" in briefing("terms", "remove", "1").err
    said = "The ferry made {} crossings in May 2025, the harbour office said.\n"
    for outlet, count in (("Wire", 30), ("Agency", 44)):
        (tmp_path / f"{outlet}.txt").write_text(f"{outlet} report\n\n{said.format(count)}")
        given = ("--outlet", outlet, "--published", "2025-06-01", "--apply")
        assert briefing("load", f"{outlet}.txt", *given).code == 0
    [conflict] = briefing("conflicts", "--json").lines
    one, other = (fact["id"] for fact in conflict["facts"])
    assert briefing("rule", str(one), str(other)).code == 2
    ruled = briefing("rule", str(one), str(other), "--for", str(one), "--reason", "nearer")
    assert ruled.code == 0
    [found] = briefing("ask", "How many crossings did the ferry make in May 2025?", "--json").lines
    assert (found["status"], found["facts"][0]["id"]) == ("found", one)
    assert briefing("conflicts", "--json").lines == []
    assert briefing("rule", str(one), str(other), "--revoke").code == 0
    assert len(briefing("conflicts", "--json").lines) == 1


QUESTION = "How many people did the storm in Velden kill?"


@pytest.fixture
def asked(briefing: Briefing, tmp_path: Path) -> Briefing:
    """Two documents whose facts no load found to differ, but an answer does."""
    (tmp_path / "a.txt").write_text(
        "The storm\n\nThe storm in Velden on 3 May 2026 killed 12 people, the police said.\n"
    )
    (tmp_path / "b.txt").write_text(
        "Deaths\n\nIn Velden the storm of 3 May 2026 has killed 15 people in all.\n"
    )
    briefing("load", "a.txt", "--apply", "--published", "2026-05-04")
    briefing("load", "b.txt", "--apply", "--published", "2026-05-05")
    return briefing


def test_conflict_that_only_an_answer_showed_is_ruled_on_with_its_question(asked: Briefing) -> None:
    [answer] = asked("ask", QUESTION, "--json").lines
    one, other = (str(fact["id"]) for fact in answer["facts"])
    assert answer["status"] == "conflict"
    assert f"briefing rule {one} {other}" in asked("ask", QUESTION).out
    why = ("--for", other, "--reason", "counted later")
    assert asked("rule", one, other, *why).code == 1
    ruled = asked("rule", one, other, *why, "--asked", QUESTION)
    assert (ruled.code, ruled.err) == (0, "")
    [after] = asked("ask", QUESTION, "--json").lines
    assert (after["status"], str(after["facts"][0]["id"])) == ("found", other)
    assert len(asked("conflicts", "--ruled", "--json").lines) == 1
    assert asked("rule", one, other, "--revoke").code == 0
    assert asked("ask", QUESTION, "--json").lines[0]["status"] == "conflict"


def test_question_whose_answer_gives_no_conflict_rules_on_nothing(asked: Briefing) -> None:
    refused = asked("rule", "1", "2", "--both", "--reason", "r", "--asked", "When was the storm?")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "not side by side" in refused.err
    assert asked("rule", "1", "2", "--revoke", "--asked", QUESTION).code == 2
