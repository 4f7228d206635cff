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
