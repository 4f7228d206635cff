"""Putting facts right from the command line."""

from pathlib import Path

import pytest

from db.engine import Store
from tests.bot.cli.conftest import Briefing
from tests.bot.services.test_fixing import TEXT
from tests.kept import Kept


@pytest.fixture
def loaded(briefing: Briefing, tmp_path: Path, sqlite_store: Store, kept: Kept) -> Briefing:
    file = tmp_path / "harbour.txt"
    file.write_text(TEXT)

    def fill(_: Store) -> None:
        assert briefing("load", str(file), "--apply").code == 0

    kept(sqlite_store, fill)
    return briefing


def test_fields_are_set_and_put_back(loaded: Briefing) -> None:
    ran = loaded("fix", "3", "--speaker", "Ida Roe", "--role", "councillor", "--topic", "Harbour")
    assert ran.out == '3\t"The sea wall must rise."\n  Ida Roe, councillor\n  sentence\n'
    told = loaded("fix", "1", "--date", "2026-11-18", "--kind", "caption", "--json").lines[0]
    assert told["moments"][0]["from"] == "2026-11-18"
    assert told["kind"] == "caption"
    assert loaded("fix", "3", "--put-back").code == 0  # the topic
    assert "speaker uncertain" in loaded("fix", "3", "--put-back").out
    assert "Nothing was fixed in fact 3" in loaded("fix", "3", "--put-back").err


def test_facts_are_cut_joined_and_left_out(loaded: Briefing) -> None:
    assert "\n5\t30 boats were moved." in loaded("fix", "2", "--split", "26").out
    assert "It cost 4 million crowns; 30 boats" in loaded("fix", "4", "--join-next").out
    assert loaded("fix", "3", "--leave-out").out == "Fact 3 is left out.\n"
    assert "no longer stands: left out by the desk" in loaded("fix", "3", "--kind", "item").err
    assert loaded("fix", "3", "--put-back").out.startswith('3\t"The sea wall')


@pytest.mark.parametrize(
    ("given", "code", "says"),
    [
        (["1"], 2, "say what to fix"),
        (["1", "--put-back", "--kind", "item"], 2, "say what to fix"),
        (["1", "--nobody", "--role", "mayor"], 2, "--nobody goes without"),
        (["1", "--moment", "Wednesday"], 2, "--moment goes with --date"),
        (["1", "--split", "9", "--kind", "item"], 2, "cut a fact by itself"),
        (["77", "--kind", "item"], 1, "Fact 77 is not there."),
        (["1", "--kind", "item", "--date", "soon"], 1, "Write the day as"),
    ],
)
def test_wrong_fixes_are_refused_in_one_sentence(
    loaded: Briefing, given: list[str], code: int, says: str
) -> None:
    ran = loaded("fix", *given)
    assert (ran.code, says in ran.err) == (code, True)
    assert '"kind": "sentence"' in loaded("facts", "--json").out.splitlines()[0]
