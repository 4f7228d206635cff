"""Tables of facts from the command line: columns guessed and shown, or named."""

from pathlib import Path

from tests.bot.cli.conftest import Briefing

SAID = "Statement,Who\nThe bridge will open in spring,Ida Roe\n"
ODD = "Aussage,Wert\nThe bridge will open in spring.,3\n"


def test_guessed_columns_are_shown_in_the_rehearsal(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "said.csv"
    file.write_text(SAID)
    ran = briefing("load", str(file))
    assert "text = column “Statement”, speaker = column “Who”" in ran.out
    told = briefing("load", str(file), "--apply", "--json").lines[0]
    assert told["columns"] == {"text": "Statement", "speaker": "Who"}


def test_named_columns_are_used_or_refused(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text(ODD)
    assert briefing("load", str(file), "--json").lines[0]["columns"] is None
    ran = briefing("load", str(file), "--columns", "text=Fact")
    assert (ran.code, 'no column "Fact"' in ran.err) == (1, True)
    assert briefing("load", str(file), "--columns", "text").code == 2
    assert briefing("load", str(file), "--columns", "text=Aussage", "--apply").code == 0
    assert briefing("facts").out == "1\tThe bridge will open in spring.\n"


def test_undone_table_is_loaded_again_with_other_columns(
    briefing: Briefing, tmp_path: Path
) -> None:
    table = tmp_path / "claims.csv"
    rows = ["The quay is 90 m long.,The mole of Lund is 7 m long.,2026-03-04"] * 2
    table.write_text("\n".join(["Statement,Remark,When", *rows]) + "\n", encoding="utf-8")
    first = briefing("load", str(table), "--columns", "text=Statement", "--apply", "--json")
    assert briefing("undo", str(first.lines[0]["load"])).code == 0
    second = briefing("load", str(table), "--columns", "text=Remark", "--apply", "--json")
    assert second.lines[0]["state"] == "applied"
    facts = briefing("facts", "--json").lines
    assert {each["text"] for each in facts if each["live"]} == {"The mole of Lund is 7 m long."}
    assert briefing("doctor").code == 0


def test_table_taken_for_facts_is_read_as_a_plain_one(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "said.csv"
    file.write_text(SAID + "The dam will close in autumn,Ole Vik\n")
    told = briefing("load", str(file), "--columns", "none", "--json").lines[0]
    assert (told["columns"], told["new"]) == (None, 2)
    assert briefing("load", str(file), "--columns", "none", "--apply").code == 0
    assert {each["kind"] for each in briefing("facts", "--json").lines} == {"row"}


def test_good_rows_are_loaded_only_when_asked(briefing: Briefing, tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text("text,date\nThe quay is 90 m long.,2026-03-04\nIt rained.,never\n,\n")
    ran = briefing("load", str(table), "--apply")
    assert ran.code == 1
    assert 'Row 3 has "never" in the column "date"' in ran.err
    assert "1 row is good: load it without the others by --good-rows" in ran.err
    assert briefing("load", str(table), "--json").lines[0]["good_rows"] == 1
    assert "Left out: row 3." in briefing("load", str(table), "--good-rows").out
    assert briefing("facts").out == ""
    assert briefing("load", str(table), "--good-rows", "--apply").code == 0
    assert briefing("facts").out == "1\tThe quay is 90 m long.\n"
