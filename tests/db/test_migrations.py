"""The schema, made and taken back, on both engines, with rows in it."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from db.engine import Store, open_store
from db.errors import StoreUnavailable
from db.migrate import (
    _configuration,
    migrate,
    newest_version,
    require_current,
    schema_version,
    without_foreign_keys,
)
from db.models import FactRow
from migrations.env_filter import ours
from tests.factories import load_text, question
from tests.filed import filed_in_lists, filed_with_facts


def test_models_match_the_schema(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, FactRow.metadata) == []


def test_every_step_can_be_taken_back_and_again(store: Store) -> None:
    for revision in ("base", "head"):
        with store.writes.kw["bind"].connect() as connection, connection.begin():
            configuration = _configuration()
            configuration.attributes["connection"] = connection
            move = command.downgrade if revision == "base" else command.upgrade
            move(configuration, revision)
    load_text(store)
    assert question(store, "when did the harbour of Port Velden reopen").quotes


def test_facts_loaded_before_are_filed_in_the_lists(store: Store) -> None:
    load_text(store)
    load_text(store, "The barge Anna carried coal.", name="hidden.txt", visibility="restricted")
    before = filed_in_lists(store)
    with store.writes.kw["bind"].connect() as connection:
        without_foreign_keys(connection)
        with connection.begin():
            configuration = _configuration()
            configuration.attributes["connection"] = connection
            command.downgrade(configuration, "0023")
            command.upgrade(configuration, "head")
        connection.invalidate()
    assert filed_in_lists(store) == before == filed_with_facts(store)
    assert {level for _, level in before} == {0, 2}


def test_migrating_twice_changes_nothing(store: Store) -> None:
    load_text(store)
    migrate(store)
    assert schema_version(store) == newest_version()
    assert question(store, "how many fishing boats use the harbour").quotes


def test_unmigrated_store_is_refused_with_a_remedy(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/new.sqlite3")
    with pytest.raises(StoreUnavailable, match="briefing migrate"):
        require_current(store)
    store.close()


def test_filled_file_is_copied_aside_before_an_upgrade(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite3"
    store = open_store(f"sqlite:///{file}")
    with store.engine.begin() as connection:
        configuration = _configuration()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "0001")
    migrate(store)
    assert schema_version(store) == newest_version()
    assert Path(f"{file}.before-{newest_version()}").exists()
    store.close()


def test_interrupted_migration_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(f"sqlite:///{tmp_path}/half.sqlite3")
    real = command.upgrade

    def dies(configuration: object, revision: str) -> None:
        real(configuration, "0001")  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "upgrade", dies)
    with pytest.raises(KeyboardInterrupt):
        migrate(store)
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    store.close()
