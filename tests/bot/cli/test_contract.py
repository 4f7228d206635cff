"""The command line is a contract: verbs, fields, exit codes."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Briefing
from tests.factories import HARBOUR

VERBS = ("run", "ask", "load", "facts", "evaluate", "migrate", "doctor")
ANSWER = {"question", "read_as", "status", "reason", "facts", "elapsed_ms"}
ANSWER_FACT = {
    "id", "external_id", "text", "score", "answer", "context", "speaker", "basis", "moments",
    "document", "span",
}  # fmt: skip
FACT = {
    "id", "external_id", "document", "block", "kind", "text", "span", "context", "speaker",
    "basis", "moments", "figures", "entities", "live",
}  # fmt: skip


@pytest.fixture
def harbour(tmp_path: Path) -> str:
    file = tmp_path / "harbour.txt"
    file.write_text(HARBOUR, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(briefing: Briefing, verb: str) -> None:
    ran = briefing(verb, "--help")
    assert ran.code == 0
    assert "Usage:" in ran.out


def test_rehearsal_then_load_then_known(briefing: Briefing, harbour: str) -> None:
    states = [briefing("load", harbour, "--json").lines[0]["state"]]
    assert briefing("facts", "--json").lines == []
    states += [briefing("load", harbour, "--apply", "--json").lines[0]["state"] for _ in "ab"]
    assert states == ["rehearsed", "applied", "known"]
    assert len(briefing("facts", "--json").lines) == 4


def test_answer_has_the_fields_of_the_contract(briefing: Briefing, harbour: str) -> None:
    briefing("load", harbour, "--apply", "--outlet", "Gazette", "--published", "2025-03-04")
    ran = briefing("ask", "How many fishing boats use the harbour?", "--json")
    answer = ran.lines[0]
    fact = answer["facts"][0]
    assert set(answer) >= ANSWER
    assert set(fact) >= ANSWER_FACT
    assert answer["status"] == "found"
    start, end = fact["answer"]
    assert fact["text"][start:end].startswith("About 300")
    assert fact["document"]["outlet"] == "Gazette"
    assert fact["document"]["published"] == "2025-03-04"
    assert HARBOUR[slice(*fact["span"])] == fact["text"]


def test_facts_have_the_fields_of_the_contract(briefing: Briefing, harbour: str) -> None:
    briefing("load", harbour, "--apply")
    for fact in briefing("facts", "--json").lines:
        assert set(fact) >= FACT
        assert HARBOUR[slice(*fact["span"])] == fact["text"]


def test_facts_of_one_document_only(briefing: Briefing, harbour: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The ferry runs hourly.\n")
    briefing("load", harbour, str(other), "--apply")
    told = briefing("facts", "--document", "2", "--json").lines
    assert [fact["text"] for fact in told] == ["The ferry runs hourly."]


def test_one_line_of_stdin_is_one_answer_in_order(briefing: Briefing, harbour: str) -> None:
    briefing("load", harbour, "--apply")
    raw = "how many boats\n\nwho won the cup final?\n🙂\n".encode() + b"bad \xff"
    answers = briefing("ask", "--stdin", "--json", stdin=raw).lines
    assert [answer["status"] for answer in answers][1:] == ["unknown"] * 4
    assert answers[0]["question"] == "how many boats"


def test_limit_is_kept(briefing: Briefing, harbour: str) -> None:
    briefing("load", harbour, "--apply")
    answer = briefing("ask", "harbour of Port Velden", "--limit", "1", "--json").lines[0]
    assert len(answer["facts"]) == 1


def test_asking_writes_nothing(briefing: Briefing, harbour: str, sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    briefing("load", harbour, "--apply")
    before = file.read_bytes()
    briefing("ask", "How many fishing boats use the harbour?")
    assert file.read_bytes() == before


def test_ready_made_facts_keep_their_own_ids(briefing: Briefing, tmp_path: Path) -> None:
    table = tmp_path / "facts.jsonl"
    rows = [
        {"id": "a-1", "text": "The tower is 93 metres high.", "document": "d1", "title": "Tower"},
        {"id": "a-2", "text": "The tower opened in 1901.", "document": "d1", "title": "Tower"},
        {"id": "b-1", "text": "The tunnel is closed.", "document": "d2", "speaker": "Ana Roth"},
    ]
    table.write_text("\n".join(json.dumps(row) for row in rows))
    told = briefing("load", str(table), "--apply", "--json").lines[0]
    assert [document["facts"] for document in told["documents"]] == [2, 1]
    facts = briefing("facts", "--json").lines
    assert [fact["external_id"] for fact in facts] == ["a-1", "a-2", "b-1"]
    assert facts[2]["speaker"] == "Ana Roth"


def test_evaluate_counts_right_wrong_and_abstained(
    briefing: Briefing, harbour: str, tmp_path: Path
) -> None:
    briefing("load", harbour, "--apply")
    golden = tmp_path / "golden.jsonl"
    rows = [
        {"question": "How many fishing boats use the harbour?", "facts": ["300 fishing boats"]},
        {"question": "Who won the football final?", "facts": []},
    ]
    golden.write_text("\n".join(json.dumps(row) for row in rows))
    told = briefing("evaluate", str(golden), "--json").lines[0]
    assert (told["right"], told["wrong"], told["abstained"]) == (2, 0, 0)


def test_migrate_makes_an_empty_store(briefing: Briefing) -> None:
    assert briefing("migrate", "--json").lines[0]["schema"]
    assert briefing("ask", "anything at all", "--json").lines[0]["status"] == "unknown"


def test_doctor_finds_a_changed_document(briefing: Briefing, harbour: str, sqlite_url: str) -> None:
    briefing("load", harbour, "--apply")
    assert briefing("doctor").code == 0
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE reading SET text = replace(text, '300', '900')")
    connection.close()
    ran = briefing("doctor")
    assert ran.code == 1
    assert "no longer matches its hash" in ran.out
