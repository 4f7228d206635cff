"""The rehearsal that a person reads before loading."""

from pathlib import Path

from tests.bot.cli.conftest import Briefing
from tests.factories import HARBOUR


def rehearsal(briefing: Briefing, tmp_path: Path, text: str, *more: str) -> str:
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    ran = briefing("load", str(file), *more)
    assert ran.code == 0
    return ran.out


def test_tells_what_was_understood_of_each_fact(briefing: Briefing, tmp_path: Path) -> None:
    told = rehearsal(briefing, tmp_path, HARBOUR)
    assert "nothing changed yet" in told
    assert "1. The harbour of Port Velden reopened on 3 March 2025" in told
    assert "3 March 2025 = 3 Mar 2025" in told
    assert "Ilse Brandt, Mayor (quote)" in told
    assert "4 new facts, 0 repeats" in told


def test_undated_weekday_is_a_doubt_until_the_date_is_given(
    briefing: Briefing, tmp_path: Path
) -> None:
    text = "Bridge opens\n\nThe bridge over the Orle opened on Wednesday after two years.\n"
    assert "“Wednesday” stay as written" in rehearsal(briefing, tmp_path, text)
    dated = rehearsal(briefing, tmp_path, text, "--published", "2026-11-20")
    assert "Wednesday = 18 Nov 2026" in dated
    assert "⚠" not in dated


def test_repeats_are_told_with_the_fact_that_stands(briefing: Briefing, tmp_path: Path) -> None:
    rehearsal(briefing, tmp_path, HARBOUR, "--apply")
    more = "About 300 fishing boats use the harbour in summer.\n\nThe crane is new.\n"
    told = rehearsal(briefing, tmp_path, more)
    assert "stands already as fact 4" in told
    assert "1 new facts, 1 repeats" in told


def test_date_given_later_reads_the_moments_anew(briefing: Briefing, tmp_path: Path) -> None:
    text = "Bridge opens\n\nThe bridge over the Orle opened on Wednesday after two years.\n"
    file = tmp_path / "bridge.txt"
    file.write_text(text, encoding="utf-8")
    briefing("load", str(file), "--apply")
    before = briefing("facts", "--json").lines[0]
    dated = briefing("load", str(file), "--published", "2026-11-20", "--apply", "--json").lines[0]
    after = briefing("facts", "--json").lines[0]
    assert (dated["state"], dated["new"]) == ("redated", 0)
    assert before["moments"][0]["from"] is None
    assert after["moments"][0]["from"] == "2026-11-18"
    assert after["document"]["published"] == "2026-11-20"
    assert (before["id"], before["span"]) == (after["id"], after["span"])
    assert briefing("load", str(file), "--apply", "--json").lines[0]["state"] == "known"
