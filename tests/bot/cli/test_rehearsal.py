"""The rehearsal that a person reads before loading."""

from pathlib import Path

from tests.bot.cli.conftest import Briefing
from tests.factories import HARBOUR
from tests.facts.reading.test_office import attached


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


FLOOD = """Flood in Port Velden

At least 286 people were killed in the flood in Port Velden.

The water stood 4 metres high in the old town.
"""
LATER = """Port Velden counts the dead of the flood

At least 297 people were killed in the flood in Port Velden.

"We will rebuild every one of the lost houses," said Ilse Brandt of the Orle Trust.
"""


def loaded(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(FLOOD)
    briefing("load", "flood.txt", "--apply", "--published", "2026-03-02", "--outlet", "Gazette")


def flat(told: str) -> str:
    return " ".join(told.split())


def test_changed_figure_is_told_before_the_facts(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    told = rehearsal(briefing, tmp_path, LATER, "--published", "2026-03-05")
    assert "2 new · 0 repeats · 1 changed figure" in told
    change = "⚠ changed figure in 1: At least 286 people → At least 297 people; fact 1 says"
    assert flat(told).index(change) < flat(told).index("1. At least 297")
    assert "Heard: Ilse Brandt" in told
    assert max(map(len, told.splitlines()[1:])) <= 80


def test_conflict_and_correction_are_told(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    note = "\nCorrection: The water stood 3 metres high in the old town, not 4 metres.\n"
    more = ("--published", "2026-03-02", "--outlet", "Gazette")
    text = LATER.replace("At least 297", "Fewer than 200") + note
    told = flat(rehearsal(briefing, tmp_path, text, *more))
    assert "⚠ correction: fact 2 “The water stood 4 metres high in the old town.” will end" in told
    assert "⚠ conflict in 1: At least 286 people → Fewer than 200 people" in told


def test_other_content_tells_what_is_gone(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    (tmp_path / "flood.txt").write_text(FLOOD.replace("The water stood", "Water is"))
    told = briefing("load", "flood.txt")
    assert "Another content of document 1" in told.out
    assert "⚠ gone: fact 2 “The water stood 4 metres high" in told.out
    plan = briefing("load", "flood.txt", "--json").lines[0]["documents"][0]
    assert (plan["revises"], plan["new"], plan["repeats"], plan["gone"]) == (1, 1, 1, 1)
    assert plan["endings"][0]["fact"] == 2
    assert plan["published"] == "2026-03-02"


def test_known_content_tells_since_when_and_by_whom(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    told = briefing("load", "flood.txt", "--json").lines[0]["documents"][0]
    assert (told["known_by"], told["outlet"], told["amended"]) == ("terminal", "Gazette", [])
    assert "loaded by terminal" in briefing("load", "flood.txt").out


def test_particulars_given_later_are_set_when_applied(briefing: Briefing, tmp_path: Path) -> None:
    loaded(briefing, tmp_path)
    more = ("flood.txt", "--outlet", "Velden Gazette", "--title", "Night of the Breaker")
    assert "outlet will be “Velden Gazette” with --apply" in briefing("load", *more).out
    assert briefing("load", *more, "--apply", "--json").lines[0]["state"] == "amended"
    fact = briefing("facts", "--json").lines[0]
    assert (fact["id"], fact["document"]["outlet"]) == (1, "Velden Gazette")
    found = briefing("ask", "Who were killed on the Night of the Breaker?", "--json").lines[0]
    assert found["facts"][0]["id"] == 1
    assert briefing("load", *more, "--apply", "--json").lines[0]["state"] == "known"


def test_attachment_that_cannot_be_read_is_a_doubt(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "note.eml"
    file.write_bytes(attached("plan.pdf", b"%PDF-1.7 cut off"))
    ran = briefing("load", str(file))
    assert ran.code == 0
    assert '⚠ "plan.pdf" attached to the e-mail' in ran.out


def test_what_is_given_for_a_known_document_is_set_or_plainly_not(
    briefing: Briefing, tmp_path: Path
) -> None:
    rehearsal(briefing, tmp_path, HARBOUR, "--apply")
    told = rehearsal(briefing, tmp_path, HARBOUR, "--outlet", "Gazette", "--title", "Harbour")
    assert "known already (add --apply to set what is given for it)" in told
    assert "outlet will be “Gazette” with --apply; title will be “Harbour” with --apply" in told
    given = ("--columns", "text=A", "--expires", "2099-01-01", "--apply")
    told = rehearsal(briefing, tmp_path, HARBOUR, *given)
    assert "--expires, --columns changed nothing, since this is known already" in told
    assert "expires 2099" not in told
    label = ("--visibility", "internal")
    assert "add --apply to set" in rehearsal(briefing, tmp_path, HARBOUR, *label)
    told = rehearsal(briefing, tmp_path, HARBOUR, *label, "--apply")
    assert "known already; what was given for it is set" in told
    told = rehearsal(briefing, tmp_path, HARBOUR, *label, "--apply")
    assert "known already, nothing to do" in told
    assert "internal" in briefing("label", "1", "public").out


def test_what_an_e_mail_held_besides_is_told_again_with_the_load(
    briefing: Briefing, tmp_path: Path
) -> None:
    file = tmp_path / "mail.eml"
    file.write_bytes(attached("plan.pdf", b"%PDF-1.7 cut off"))
    load = briefing("load", str(file), "--json").lines[0]["load"]
    shown = briefing("loads", "--show", str(load))
    assert '⚠ "plan.pdf" attached to the e-mail' in shown.out


def test_load_rehearsed_with_an_embargo_is_held_back_when_it_is_applied_by_its_number(
    briefing: Briefing, tmp_path: Path
) -> None:
    file = tmp_path / "dam.txt"
    file.write_text("The dam of Sorn is 31 m high.\n")
    terms = ("--visibility", "internal", "--embargo", "2099-01-01", "--expires", "2099-02-01")
    number = str(briefing("load", str(file), *terms, "--json").lines[0]["load"])
    for _ in range(2):  # planned anew, it keeps them
        shown = briefing("loads", "--show", number).out
        assert "who may see it: internal" in shown
        assert "under embargo until 2099-01-01T00:00:00" in shown
        assert "expires 2099-02-01T00:00:00" in shown
    assert briefing("loads", "--apply", number, "--json").lines[0]["state"] == "held"
    again = briefing("loads", "--apply", number)
    assert (again.code, "held back until 2099-01-01" in again.err) == (1, True)
    assert not [fact for fact in briefing("facts", "--json").lines if fact["live"]]
