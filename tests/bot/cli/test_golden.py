"""Golden questions kept from a file, listed, removed, and told of by a rehearsal."""

import json
from pathlib import Path

from tests.bot.cli.conftest import Briefing
from tests.factories import HARBOUR

BOATS = "How many fishing boats use the harbour in summer?"


def written(tmp_path: Path, *rows: object) -> str:
    file = tmp_path / "golden.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(file)


def test_kept_listed_and_told_by_a_rehearsal(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(HARBOUR)
    briefing("load", str(file), "--apply")
    golden = written(tmp_path, {"question": BOATS, "facts": ["About 300"]})
    assert "1 golden question is kept." in briefing("evaluate", golden, "--keep").err
    assert briefing("golden").out == f"1. {BOATS}\n"
    assert briefing("evaluate", "--json").lines[0]["right"] == 1
    file.write_text(HARBOUR.replace("About 300", "About <340>"))
    told = briefing("load", str(file)).out
    assert "1 golden question would be answered otherwise, 1 for the worse:" in told
    assert "− “About 300 fishing boats use the harbour in summer.” · right" in told
    assert "+ “About <340> fishing boats use the harbour in summer.” · wrong" in told
    ran = briefing("load", str(file), "--json").lines[0]
    assert ran["golden"][0]["after"]["outcome"] == "wrong"
    shown = briefing("loads", "--show", str(ran["load"]))
    assert "would be answered otherwise" in shown.out
    assert "is kept no longer" in briefing("golden", "--remove", "1").out
    assert "no golden question 1" in briefing("golden", "--remove", "1").err
    assert "No golden questions are kept" in briefing("golden").out
    assert briefing("load", str(file), "--json").lines[0]["golden"] == []


def test_what_is_no_golden_question_is_refused_and_nothing_is_kept(
    briefing: Briefing, tmp_path: Path
) -> None:
    briefing("migrate")
    good = {"question": BOATS, "facts": []}
    for bad in ({"question": BOATS, "facts": "300"}, {"question": " "}, {"facts": []}, [1], "x"):
        ran = briefing("evaluate", written(tmp_path, good, bad), "--keep")
        assert ran.code == 1
        assert "Line 2 of golden.jsonl is not a golden question" in ran.err
    (tmp_path / "golden.jsonl").write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8 text" in briefing("evaluate", str(tmp_path / "golden.jsonl")).err
    assert briefing("golden", "--json").out == ""
    assert briefing("evaluate", "--keep").code == 2


def test_questions_stand_alike_in_a_rehearsal_and_in_a_load_that_is_shown(
    briefing: Briefing, tmp_path: Path
) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(HARBOUR)
    briefing("load", str(file), "--apply")
    briefing("evaluate", written(tmp_path, {"question": BOATS, "facts": ["About 300"]}), "--keep")
    file.write_text(HARBOUR.replace("About 300", "About 340"))
    rehearsed = briefing("load", str(file)).out
    load_id = briefing("loads", "--json").lines[0]["load"]
    shown = briefing("loads", "--show", str(load_id)).out
    block = rehearsed[rehearsed.index("  1 golden question") :].splitlines()[:4]
    assert block[1] == f"    {BOATS}"
    assert "\n".join(block) in shown
