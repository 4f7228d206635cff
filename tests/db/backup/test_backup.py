"""A backup brings everything back on either engine, or nothing."""

import gzip
import hashlib
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from bot.services.undoing import undo
from db.backup.restoring import restore_backup
from db.backup.sealed import BackupRefused
from db.backup.writing import write_backup
from db.base import Row
from db.engine import Store, open_store
from db.migrate import upgrade
from db.models import AuditRow, DeliveryRow, FactRow, GapRow, SightingRow
from db.queries.audit import record
from tests.bot.services.busy_desk import ASKED, fill
from tests.factories import NOW, load_text, question
from tests.filed import filed_in_lists, filed_with_facts

QUESTIONS = (ASKED, "When did the harbour reopen?", "What did the mayor say of the sea wall?")


_COLUMNS = text("SELECT name FROM pragma_table_info(:table)")


def back_up(store: Store, path: Path) -> list[Any]:
    with store.reads.begin() as session:
        write_backup(session, NOW, path=path)
    return lines(path)


def restore(store: Store, path: Path, *, replace: bool = False, moved: bool = True) -> int:
    return restore_backup(store, NOW, path=path, replace=replace, moved=moved).doubted


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def rows(told: list[Any]) -> list[Any]:
    return told[1:-1]


def answers(store: Store) -> list[Any]:
    replies = [question(store, asked).answer for asked in QUESTIONS]
    return [
        (reply.status, reply.reason, [(f.candidate.fact_id, f.score.total) for f in reply.facts])
        for reply in replies
    ]


@pytest.mark.parametrize("way", [(0, 1), (1, 0), (0, 0)])
def test_everything_comes_back_on_either_engine(
    both_stores: tuple[Store, Store], tmp_path: Path, way: tuple[int, int]
) -> None:
    first = both_stores[way[0]]
    fill(first)
    before, told = answers(first), back_up(first, tmp_path / "a.backup")
    second = both_stores[way[1]]
    restore(second, tmp_path / "a.backup", replace=way[0] == way[1])
    again = back_up(second, tmp_path / "b.backup")
    assert rows(again) == rows(told)
    assert again[-1]["numbers"] == told[-1]["numbers"]
    assert answers(second) == before


def test_busy_desk_leaves_few_tables_untried(store: Store, tmp_path: Path) -> None:
    fill(store)
    filled = {name for name, _ in rows(back_up(store, tmp_path / "a.backup"))}
    assert {"person", "question", "answer", "delivery", "sighting", "waiting", "fact"} <= filled


def test_restored_store_goes_on_with_fresh_ids(
    both_stores: tuple[Store, Store], tmp_path: Path
) -> None:
    first, second = both_stores
    load_text(first)
    with first.writes.begin() as session:
        session.add(GapRow(id=41, text="?", kind="what", stems=[], state="open", created_at=NOW))
        session.flush()
        session.delete(session.get_one(GapRow, 41))
    back_up(first, tmp_path / "a.backup")
    restore(second, tmp_path / "a.backup")
    with second.writes.begin() as session:
        gap = GapRow(text="?", kind="what", stems=[], state="open", created_at=NOW)
        session.add(gap)
        session.flush()
        assert gap.id == 42
    load_text(second, "The pier of Kessing opened in 1931.", name="pier.txt")
    assert question(second, "when did the pier of Kessing open").quotes


def test_lists_of_terms_are_as_they_were(both_stores: tuple[Store, Store], tmp_path: Path) -> None:
    first, second = both_stores[1], both_stores[0]
    load = load_text(first)
    with first.writes.begin() as session:
        undo(session, NOW, load_id=load or 0, actor="test")
    back_up(first, tmp_path / "a.backup")
    restore(second, tmp_path / "a.backup")
    assert filed_in_lists(second) == filed_in_lists(first) == filed_with_facts(second)
    assert not question(second, ASKED).answer.facts


def test_filled_store_is_refused_unless_it_is_to_be_replaced(store: Store, tmp_path: Path) -> None:
    load_text(store)
    back_up(store, tmp_path / "a.backup")
    load_text(store, "The pier of Kessing opened in 1931.", name="pier.txt")
    with pytest.raises(BackupRefused, match="--replace"):
        restore(store, tmp_path / "a.backup")
    assert question(store, "when did the pier of Kessing open").quotes
    restore(store, tmp_path / "a.backup", replace=True)
    assert not question(store, "when did the pier of Kessing open").quotes
    assert question(store, ASKED).quotes


def test_what_was_owed_at_the_backup_is_of_unknown_fate_after_it(
    store: Store, tmp_path: Path
) -> None:
    fill(store)
    back_up(store, tmp_path / "a.backup")
    assert restore(store, tmp_path / "a.backup", replace=True, moved=False) == 1
    with store.reads.begin() as session:
        states = set(session.scalars(select(DeliveryRow.state)))
    assert states == {"sent", "unknown"}


def cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


def flipped(content: bytes) -> bytes:
    return content[:-300] + bytes([content[-300] ^ 1]) + content[-299:]


def without_a_row(content: bytes) -> bytes:
    head, _, *rest = gzip.decompress(content).splitlines(keepends=True)
    return gzip.compress(b"".join([head, *rest]))


def one_word_changed(content: bytes) -> bytes:
    return gzip.compress(gzip.decompress(content).replace(b"eleven weeks", b"eleven years"))


def unsealed(content: bytes) -> bytes:
    return gzip.compress(b"".join(gzip.decompress(content).splitlines(keepends=True)[:-1]))


def resealed(content: bytes) -> bytes:
    *told, seal = one_line_each(gzip.decompress(one_word_changed(content)))
    sealed = json.loads(seal) | {"sha256": hashlib.sha256(b"".join(told)).hexdigest()}
    return gzip.compress(b"".join(told) + json.dumps(sealed).encode())


def one_line_each(content: bytes) -> list[bytes]:
    return content.splitlines(keepends=True)


SPOILT = (cut, flipped, without_a_row, one_word_changed, unsealed, resealed)


@pytest.mark.parametrize("spoil", SPOILT)
def test_spoilt_backup_is_refused_and_changes_nothing(
    store: Store, tmp_path: Path, spoil: Any
) -> None:
    load_text(store)
    path = tmp_path / "a.backup"
    told = back_up(store, path)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(BackupRefused, match="nothing was restored"):
        restore(store, path, replace=True)
    assert rows(back_up(store, tmp_path / "b.backup")) == rows(told)


@pytest.mark.parametrize(
    "content",
    [b"", b"SQLite format 3\0", b"\x1f\x8b", gzip.compress(b'{"a": 1}\n'), b"\xff" * 99],
    ids=["empty", "sqlite", "cut", "packed", "bytes"],  # packed bytes hold the time of packing
)
def test_foreign_file_is_refused(sqlite_store: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foreign"
    path.write_bytes(content)
    with pytest.raises(BackupRefused, match="nothing was restored"):
        restore(sqlite_store, path)
    with sqlite_store.reads.begin() as session, pytest.raises(BackupRefused, match="no backup"):
        write_backup(session, NOW, path=path)
    assert path.read_bytes() == content


def test_missing_file_is_refused(sqlite_store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="is not there"):
        restore(sqlite_store, tmp_path / "none")


def test_backup_of_a_newer_program_is_refused(sqlite_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.backup"
    back_up(sqlite_store, path)
    head, *rest = one_line_each(gzip.decompress(path.read_bytes()))
    newer = json.loads(head) | {"schema": "9999"}
    *told, seal = [json.dumps(newer).encode() + b"\n", *rest]
    sealed = json.loads(seal) | {"sha256": hashlib.sha256(b"".join(told)).hexdigest()}
    path.write_bytes(gzip.compress(b"".join([*told, json.dumps(sealed).encode()])))
    with pytest.raises(BackupRefused, match="update the program"):
        restore(sqlite_store, path)


def test_backup_of_an_older_program_is_upgraded(
    both_stores: tuple[Store, Store], tmp_path: Path
) -> None:
    """What an older program wrote: no tables but those of its schema, and their columns."""
    path = tmp_path / "old.backup"
    load_text(both_stores[0])
    head, *told, seal = back_up(both_stores[0], path)
    older = open_store(f"sqlite:///{tmp_path}/older.sqlite3")
    with older.engine.begin() as connection:
        upgrade(connection, "0003")
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        tables = set(found.scalars()) & set(head["columns"])
        known = {
            table: set(connection.execute(_COLUMNS, {"table": table}).scalars()) for table in tables
        }
    older.close()
    old = _cut_to(head, told, known)
    seal = seal | {"numbers": {}, "rows": len(old) - 1}
    body = b"".join(json.dumps(line).encode() + b"\n" for line in old)
    seal["sha256"] = hashlib.sha256(body).hexdigest()
    path.write_bytes(gzip.compress(body + json.dumps(seal).encode()))
    restore(both_stores[1], path)
    assert answers(both_stores[1])[0] == answers(both_stores[0])[0]


def _cut_to(head: Any, told: list[Any], known: dict[str, set[str]]) -> list[Any]:
    columns = {
        table: [each for each in head["columns"][table] if each[0] in kept]
        for table, kept in known.items()
    }
    places = {
        table: [i for i, each in enumerate(head["columns"][table]) if each[0] in kept]
        for table, kept in known.items()
    }
    old = [[table, [values[i] for i in places[table]]] for table, values in told if table in known]
    return [head | {"schema": "0003", "columns": columns}, *old]


def test_killed_restore_leaves_the_store_as_it_was(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    fill(store)
    back_up(store, tmp_path / "a.backup")
    load_text(store, "The pier of Kessing opened in 1931.", name="pier.txt")
    before = rows(back_up(store, tmp_path / "b.backup"))
    store.close()
    command = [sys.executable, "-m", "tests.db.backup.dying"]
    killed = subprocess.run([*command, database_url, str(tmp_path / "a.backup"), "60"])
    assert killed.returncode == -signal.SIGKILL
    assert rows(back_up(store, tmp_path / "c.backup")) == before


def test_failed_backup_leaves_the_earlier_one(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text(sqlite_store)
    path = tmp_path / "a.backup"
    told = back_up(sqlite_store, path)
    monkeypatch.setattr("db.backup.writing.last_numbers", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        back_up(sqlite_store, path)
    assert lines(path) == told
    assert list(tmp_path.glob("*.backup*")) == [path]
    assert path.stat().st_mode & 0o077 == 0


def test_backup_sees_one_state_while_the_bot_writes(store: Store, tmp_path: Path) -> None:
    load_text(store)
    with store.reads.begin() as session:
        held = session.scalar(select(func.count()).select_from(FactRow))
        load_text(store, "The pier of Kessing opened in 1931.", name="pier.txt")
        write_backup(session, NOW, path=tmp_path / "a.backup")
    found = rows(lines(tmp_path / "a.backup"))
    assert sum(table == "fact" for table, _ in found) == held
    assert sum(table == "load" for table, _ in found) == 1


def test_every_table_is_in_the_backup(sqlite_store: Store, tmp_path: Path) -> None:
    head, *_ = back_up(sqlite_store, tmp_path / "a.backup")
    assert set(head["columns"]) == set(Row.metadata.tables)


def test_letters_of_every_kind_come_back(both_stores: tuple[Store, Store], tmp_path: Path) -> None:
    words = "שלום 🌍 \u2028 é \u200f\t\\ \"'\n" + "x" * 4_096
    with both_stores[0].writes.begin() as session:
        record(session, NOW, actor="1", verb="try", subject=words, particulars={"w": words})
    back_up(both_stores[0], tmp_path / "a.backup")
    restore(both_stores[1], tmp_path / "a.backup", replace=True)
    with both_stores[1].reads.begin() as session:
        kept = session.scalars(select(AuditRow).order_by(AuditRow.id.desc())).first()
    assert kept is not None
    assert (kept.subject, kept.particulars, kept.at) == (words, {"w": words}, NOW)


def test_sightings_come_back(store: Store, tmp_path: Path) -> None:
    fill(store)
    back_up(store, tmp_path / "a.backup")
    restore(store, tmp_path / "a.backup", replace=True)
    with store.reads.begin() as session:
        assert session.scalar(select(func.count()).select_from(SightingRow))
