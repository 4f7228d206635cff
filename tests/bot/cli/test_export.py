"""`briefing export`: what it writes can be loaded again, and is safe to open."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from bot.services.exporting import safe_cell
from db.engine import Store
from tests.bot.cli.conftest import Briefing
from tests.kept import Kept

LEDGER = (
    {"text": "=SUM(A1:A9) was found in cell 4.", "document": "a", "id": "x1", "date": "2026-03-04"},
    {"text": "-12 degrees were measured.", "speaker": "Ida", "document": "a", "date": "2026-03-04"},
    {"text": "שלום 🌍 was painted on the wall.", "source": "The Gazette", "topic": "art"},
)


@pytest.fixture
def filled(briefing: Briefing, tmp_path: Path, sqlite_store: Store, kept: Kept) -> Briefing:
    rows = "".join(json.dumps(row) + "\n" for row in LEDGER)
    (tmp_path / "given.jsonl").write_text(rows)
    (tmp_path / "pier.txt").write_text(
        "The pier\n\nThe pier of Kessing opened in 1931.\n\n"
        '"It never closed on a Sunday," said Mayor Ilse Brandt.\n'
    )
    told = ("--published", "2026-05-06", "--outlet", "The Post")

    def fill(_: Store) -> None:
        assert briefing("load", "given.jsonl", "--apply").code == 0
        assert briefing("load", "pier.txt", "--apply", *told).code == 0

    kept(sqlite_store, fill)
    return briefing


def told(briefing: Briefing) -> list[Any]:
    """What a fact says, whose words it holds, and when its document was published."""
    return sorted(
        (
            each["text"],
            each["speaker"],
            each["document"]["published"],
            each["document"]["outlet"],
            each["document"]["title"],
            json.dumps([each["moments"], each["figures"]]),
        )
        for each in briefing("facts", "--json").lines
        if each["live"]
    )


def test_exported_facts_load_into_an_empty_store(
    filled: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, ids = told(filled), {e["external_id"] for e in filled("facts", "--json").lines}
    assert filled("export", "out").code == 0
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/other.sqlite3")
    assert filled("load", "out/facts.jsonl", "--apply").code == 0
    assert told(filled) == before
    again = {each["external_id"] for each in filled("facts", "--json").lines}
    assert None not in again
    assert ids - {None} <= again


def test_table_is_safe_for_a_spreadsheet(filled: Briefing, tmp_path: Path) -> None:
    filled("export", "out", "--csv")
    assert not (tmp_path / "out/facts.jsonl").exists()
    content = (tmp_path / "out/facts.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(content.splitlines()))
    assert {row["fact"][:5] for row in rows} >= {"'=SUM", "'-12 ", "שלום "}
    assert {row["live"] for row in rows} == {"yes"}
    assert {row["date"] for row in rows} >= {"2026-05-06", "2026-03-04"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", " =1", "\t=1", "\r=1", "＝1"])
def test_formula_is_no_formula_any_more(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


def test_fact_that_was_taken_back_is_only_in_the_table(filled: Briefing, tmp_path: Path) -> None:
    filled("undo", "2")
    filled("export", "out")
    assert "Kessing" not in (tmp_path / "out/facts.jsonl").read_text()
    table = (tmp_path / "out/facts.csv").read_text()
    assert "Kessing" in table
    assert ",no," in table


def test_file_that_is_there_is_not_written_over(filled: Briefing, tmp_path: Path) -> None:
    refused = filled("export", "given.jsonl")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert json.loads((tmp_path / "given.jsonl").read_text().splitlines()[0]) == LEDGER[0]


def test_empty_store_has_nothing_to_export(briefing: Briefing, tmp_path: Path) -> None:
    briefing("migrate")
    refused = briefing("export", "facts.jsonl")
    assert (refused.code, refused.err) == (1, "The store holds no fact to export.\n")
    assert not list(tmp_path.glob("*facts*"))


def test_label_goes_along_and_is_pointed_out(filled: Briefing, tmp_path: Path) -> None:
    (tmp_path / "cable.txt").write_text("The envoy met the mayor on the pier of Kessing.")
    filled("load", "cable.txt", "--apply", "--visibility", "restricted")
    told = filled("export", "out")
    rows = [json.loads(row) for row in (tmp_path / "out/facts.jsonl").read_text().splitlines()]
    labels = {row["text"][:9]: row["visibility"] for row in rows}
    assert (labels["The envoy"], labels["The pier "]) == ("restricted", "public")
    assert "Not all of this is public" in told.err


def test_exported_desk_is_imported_and_answers_alike(
    filled: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled("alias", "landing stage = pier").code == 0
    assert filled("terms", "add", "painted").code == 0
    before = filled("ask", "When did the landing stage of Kessing open?", "--json").lines[0]
    written = {Path(each["file"]).name for each in filled("export", "out", "--json").lines}
    assert written == {"facts.jsonl", "facts.csv", "decisions.csv", "desk.jsonl.gz"}
    assert (tmp_path / "out/desk.jsonl.gz").stat().st_mode & 0o077 == 0
    decided = (tmp_path / "out/decisions.csv").read_text(encoding="utf-8-sig")
    assert "alias,landing stage,pier" in decided
    refused = filled("import", "out")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/other.sqlite3")
    assert filled("import", "out").code == 0
    after = filled("ask", "When did the landing stage of Kessing open?", "--json").lines[0]
    assert {**before, "elapsed_ms": 0} == {**after, "elapsed_ms": 0}
    assert after["facts"][0]["text"].startswith("The pier of Kessing opened")
    assert "landing stage" in filled("alias").out
    assert "painted" in filled("terms", "list").out


@pytest.mark.parametrize("place", ["nowhere", "given.jsonl"])
def test_what_is_no_export_is_not_imported(filled: Briefing, place: str) -> None:
    refused = filled("import", place)
    assert (refused.code, refused.err.count("\n"), refused.out) == (1, 1, "")
