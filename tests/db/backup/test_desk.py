"""What a desk has made comes back on either engine, and nobody's questions go along."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.services.contesting import add_term
from bot.services.correcting import Wish, take_back
from bot.services.evaluating import Golden
from bot.services.fixing import Change, fix
from bot.services.golden import keep_golden
from bot.services.learning import add_alias
from bot.services.ruling import Decision, list_conflicts, rule
from bot.services.sheets import Fixer
from bot.services.topics import add_topic
from db.backup.desk import KEPT, LEFT_OUT, SOMEBODY, write_desk
from db.backup.restoring import import_desk, restore_backup
from db.backup.sealed import BackupRefused
from db.backup.writing import write_backup
from db.base import Row
from db.engine import Store
from db.models import AuditRow, FactRow, PhrasingRow
from db.personal import PERSONAL, Fate
from db.queries.decisions import decisions
from db.queries.learning import gist_json
from db.queries.sequences import STORE_VERSION, take_one
from db.viewer import EVERYTHING
from facts.answering.likeness import gist
from facts.fixing.fields import Field
from tests.bot.services.busy_desk import ASKED, UNANSWERED, fill
from tests.factories import NOW, load_text, question

EDITOR = "700700700"
SAID = "{}\n\nThe ferry of Velden made {} crossings in May 2025.\n"
PROPOSED = "what is the tally of hulls at the quay"
QUESTIONS = (
    *(ASKED, "When did the docklands reopen?", "How many crossings did the ferry of Velden make?"),
    *("What did the mayor say of the sea wall?", "how many keels lie there in the warm months"),
)


def decide_all(store: Store) -> None:
    """A desk that has asked, answered, taught, ruled, corrected and put right."""
    fill(store)
    for name, count in (("a.txt", 30), ("b.txt", 44)):
        load_text(store, SAID.format(name, count), name=name, published=date(2025, 6, 1))
    with store.writes.begin() as session:
        boats = session.scalars(select(FactRow.id).where(FactRow.text.contains("boats"))).one()
        cost = session.scalars(select(FactRow.id).where(FactRow.text.contains("cost"))).one()
        add_alias(session, NOW, words="docklands", meaning="harbour", actor=EDITOR)
        add_term(session, NOW, words="damage", actor=EDITOR)
        add_topic(session, NOW, written="Port: harbour", actor=EDITOR)
        keep_golden(session, NOW, questions=[Golden(ASKED, (str(boats),))], actor=EDITOR)
        speaker = Change(Field.SPEAKER, "Tomas Veld")
        fix(session, NOW, target=boats, change=speaker, fixer=Fixer(EDITOR))
        wish = Wish(cost, "misheard", EDITOR, NOW.date(), words="The work cost 4.1 million crowns.")
        take_back(session, NOW, wish=wish, viewer=EVERYTHING)
        [conflict] = list_conflicts(session, NOW, viewer=EVERYTHING)
        ends = conflict.one.fact_id, conflict.other.fact_id
        wanted = Decision(*ends, max(ends), "counted at the quay", EDITOR)
        rule(session, NOW, decision=wanted, viewer=EVERYTHING)
    ways = [phrasing(store, boats, QUESTIONS[-1], "live")]
    ways.append(phrasing(store, boats, PROPOSED, "proposed"))
    with store.writes.begin() as session:
        session.add_all(ways)
        take_one(session, STORE_VERSION)


def phrasing(store: Store, fact_id: int, text: str, state: str) -> PhrasingRow:
    asked = gist(question(store, text).question)
    return PhrasingRow(
        fact_id=fact_id,
        text=text,
        stem_key=asked.key,
        stems=gist_json(asked),
        state=state,
        chosen=1,
        against=0,
        proposed_by=int(EDITOR),
        proposed_at=NOW,
        decided_by=EDITOR if state == "live" else None,
        decided_at=NOW,
    )


def answers(store: Store) -> list[Any]:
    replies = [question(store, asked).answer for asked in QUESTIONS]
    return [
        (reply.status, reply.reason, [(f.candidate.fact_id, f.score.total) for f in reply.facts])
        for reply in replies
    ]


def decided(store: Store) -> tuple[list[Any], list[Any]]:
    with store.reads.begin() as session:
        ruled = list_conflicts(session, NOW, viewer=EVERYTHING, ruled=True)
        return list(decisions(session)), [(one.one, one.other, one.chosen) for one in ruled]


def rows(written: str) -> list[Any]:
    return [json.loads(line) for line in written.splitlines()[1:-1]]


def export(store: Store, path: Path) -> str:
    with store.reads.begin() as session:
        write_desk(session, NOW, path=path)
    return gzip.decompress(path.read_bytes()).decode()


@pytest.mark.parametrize("way", [(0, 1), (1, 0)])
def test_desk_answers_and_has_decided_alike_on_the_other_engine(
    both_stores: tuple[Store, Store], tmp_path: Path, way: tuple[int, int]
) -> None:
    first, second = (both_stores[each] for each in way)
    decide_all(first)
    before = answers(first), decided(first)
    written = export(first, tmp_path / "desk.jsonl.gz")
    import_desk(second, NOW, path=tmp_path / "desk.jsonl.gz")
    assert (answers(second), decided(second)) == before
    assert rows(written) == rows(export(second, tmp_path / "again"))


def test_no_person_and_nothing_asked_goes_along(store: Store, tmp_path: Path) -> None:
    decide_all(store)
    written = export(store, tmp_path / "desk.jsonl.gz")
    for private in (EDITOR, "Name 501", "Rita", UNANSWERED, PROPOSED):
        assert private not in written
    assert SOMEBODY in written
    assert QUESTIONS[-1] in written


def test_imported_desk_goes_on_numbering_and_can_be_worked_on(
    both_stores: tuple[Store, Store], tmp_path: Path
) -> None:
    first, second = both_stores
    decide_all(first)
    export(first, tmp_path / "desk.jsonl.gz")
    import_desk(second, NOW, path=tmp_path / "desk.jsonl.gz")
    with first.reads.begin() as session:
        last_fact = session.scalar(select(func.max(FactRow.id))) or 0
        last_act = session.scalar(select(func.max(AuditRow.id))) or 0
    load_text(second, "The lighthouse of Velden is 41 metres tall.", name="light.txt")
    with second.writes.begin() as session:
        newest = session.scalar(select(func.max(FactRow.id))) or 0
        assert newest > last_fact
        done = fix(
            session,
            NOW,
            target=newest,
            change=Change(Field.SPEAKER, "Ida Roe"),
            fixer=Fixer(EDITOR),
        )
        assert done.act > last_act


def test_filled_store_is_left_as_it_is(store: Store, tmp_path: Path) -> None:
    decide_all(store)
    path = tmp_path / "desk.jsonl.gz"
    export(store, path)
    before = answers(store), decided(store)
    with pytest.raises(BackupRefused, match="not empty and was left as it is"):
        import_desk(store, NOW, path=path)
    assert (answers(store), decided(store)) == before
    with pytest.raises(BackupRefused, match="is there already"):
        export(store, path)


def test_backup_is_no_export_and_an_export_no_backup(store: Store, tmp_path: Path) -> None:
    decide_all(store)
    export(store, tmp_path / "desk.jsonl.gz")
    with store.reads.begin() as session:
        write_backup(session, NOW, path=tmp_path / "a.backup")
    with pytest.raises(BackupRefused, match="`briefing restore` takes it"):
        import_desk(store, NOW, path=tmp_path / "a.backup")
    with pytest.raises(BackupRefused, match="`briefing import` takes it"):
        restore_backup(store, NOW, path=tmp_path / "desk.jsonl.gz", replace=True, moved=True)


def test_every_table_is_kept_or_left_out_and_what_is_kept_needs_nothing_else() -> None:
    tables = Row.metadata.tables
    assert KEPT | LEFT_OUT.keys() == tables.keys()
    assert not KEPT & LEFT_OUT.keys()
    for name in KEPT:
        for column in tables[name].columns:
            assert PERSONAL.get(f"{name}.{column.name}") is not Fate.GOES
            assert {key.column.table.name for key in column.foreign_keys} <= KEPT
