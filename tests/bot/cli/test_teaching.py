"""Teaching, explaining and calibrating from the command line."""

import json
from pathlib import Path

import pytest

from db.engine import Store
from tests.bot.cli.conftest import Briefing
from tests.kept import Kept


@pytest.fixture
def filled(briefing: Briefing, tmp_path: Path, sqlite_store: Store, kept: Kept) -> Briefing:
    """A store with six documents, each on a boat of its own."""

    def fill(_: Store) -> None:
        for number in range(6):
            assert briefing("load", str(tmp_path / f"{number}.txt"), "--apply").code == 0

    for number in range(6):
        file = tmp_path / f"{number}.txt"
        name = "ABCDEF"[number] * 3 + "ora"
        lines = [f"The boat {name} carried {n}{number} crates to Port {n}ville." for n in range(9)]
        file.write_text("\n\n".join(lines))
    kept(sqlite_store, fill)
    return briefing


def test_why_is_told_beneath_an_answer(filled: Briefing) -> None:
    ran = filled("ask", "how many crates did the boat AAAora carry to Port 3ville", "--why")
    assert "Why? You asked:" in ran.out
    assert "✓ crates: written so" in ran.out
    assert "<" not in ran.out


def test_alias_is_added_listed_and_removed(filled: Briefing) -> None:
    assert filled("alias", "peace", "deal", "=", "accord").out == "1. peace deal = accord\n"
    assert filled("alias", "Peace deal = Accord").code == 1
    assert filled("alias", "no", "sign").code == 2
    assert filled("alias", "--remove", "1").out == "No other words are set.\n"
    assert "no alias 1" in filled("alias", "--remove", "1").err


def test_nothing_to_teach_yet(filled: Briefing) -> None:
    assert filled("gaps", "--json").out == filled("phrasings", "--json").out == ""
    assert "no open gap 4" in filled("gaps", "--close", "4", "--words", "x").err
    assert "no phrasing 4" in filled("phrasings", "--live", "4").err


def golden(file: Path, count: int) -> str:
    rows = [
        {
            "question": f"how many crates did the boat {boat} carry to Port {port}ville",
            "facts": [f"{boat} carried {port}{n} crates"],
        }
        for n, boat in enumerate(f"{letter * 3}ora" for letter in "ABCDEF")
        for port in range(9)
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows[:count]))
    return str(file)


def test_thresholds_are_fitted_applied_told_and_taken_back(
    filled: Briefing, tmp_path: Path
) -> None:
    file = golden(tmp_path / "golden.jsonl", 54)
    assert "shipped" in filled("doctor").out
    tried = filled("calibrate", file, "--json").lines[0]
    assert (tried["questions"], tried["documents"], tried["applied"]) == (54, 6, False)
    assert tried["wrong_low"] <= tried["wrong_high"]
    assert "hold from now on" in filled("calibrate", file, "--apply").out
    assert "Thresholds desk-1. Promise: at most 5 in 100" in filled("doctor").out
    assert filled("calibrate", "--shipped").out == "Taken back.\n"
    assert "desk-1" not in filled("doctor").out


def test_small_sample_is_refused_politely(filled: Briefing, tmp_path: Path) -> None:
    ran = filled("calibrate", golden(tmp_path / "few.jsonl", 12))
    assert ran.code == 1
    assert "too few to promise anything: at least 40 on 3 documents" in ran.err
