"""What an empty store holds once it is filled: filled once, and afterwards put back.

Filling a store takes ten times as long as putting back what it then held, which is the same: only
the first test of a process that asks for it sees it filled.
"""

import shutil
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import URL, QueuePool

from db.engine import Store
from tests import databases

Told = TypeVar("Told")
Filling = tuple[Hashable, str]


KEPT: "dict[URL, Kept]" = {}  # by the address of each store whose filling can be put back


@dataclass
class Kept:
    """The fillings of this process, by what filled and the engine that was filled."""

    folder: Path
    template: Path
    patched: bool = False  # whether the test that runs may have changed what fills
    _told: dict[Filling, Any] = field(default_factory=dict)
    _seen: set[Filling] = field(default_factory=set)

    def __call__(self, store: Store, fill: Callable[[Store], Told]) -> Told:
        """Fill an empty store, or put back what `fill` had put there; return what it returned.

        `fill` depends on nothing but the empty store, and what it returns is not changed by tests.
        """
        rest(store)
        if _engine(store) == "sqlite":
            assert self._is_empty_file(store), "it is not empty"
        return self._filled(store, (f"{fill.__module__}.{fill.__qualname__}", _engine(store)), fill)

    def again(self, store: Store, what: Hashable, fill: Callable[[Store], Told]) -> Told:
        """Fill any store; put back what came of it where one as empty was twice filled with this.

        It is kept only with the second time, since most things are filled in once. Where the test
        has `monkeypatch`, all is filled in anew.
        """
        key = what, _engine(store)
        if self.patched or not self._is_empty(store):
            return fill(store)
        if key not in self._seen:
            self._seen.add(key)
            return fill(store)
        rest(store)
        return self._filled(store, key, fill)

    def _filled(self, store: Store, key: Filling, fill: Callable[[Store], Told]) -> Told:
        name = f"kept_{list(self._told).index(key)}" if key in self._told else ""
        if not (name and self._put(store, name)):
            self._told[key] = fill(store)
            rest(store)
            self._keep(store, f"kept_{list(self._told).index(key)}")
        return cast(Told, self._told[key])

    def _is_empty(self, store: Store) -> bool:
        """Whether surely nothing was written since the store was put there for a test."""
        pool = store.engine.pool
        if not isinstance(pool, QueuePool) or pool.checkedout():
            return False
        if _engine(store) == "postgresql":
            return databases.untouched(address(store.engine.url))
        log = _file(store).with_name(f"{_file(store).name}-wal")
        return not (log.exists() and log.stat().st_size) and self._is_empty_file(store)

    def _is_empty_file(self, store: Store) -> bool:
        file = _file(store)
        return file.exists() and file.read_bytes() == self.template.read_bytes()

    def _put(self, store: Store, name: str) -> bool:
        if _engine(store) == "postgresql":
            return databases.put(address(store.engine.url), name)
        shutil.copy(self.folder / name, _file(store))
        return True

    def _keep(self, store: Store, name: str) -> None:
        if _engine(store) == "postgresql":
            databases.keep(address(store.engine.url), name)
        else:
            shutil.copy(_file(store), self.folder / name)


def _engine(store: Store) -> str:
    return store.engine.dialect.name


def rest(store: Store) -> None:
    """Close the connections of a store whose file is to be copied or put anew.

    Those of PostgreSQL stay, unless one was never given back: new ones are slow at first.
    """
    pool = store.engine.pool
    if _engine(store) == "sqlite" or (isinstance(pool, QueuePool) and pool.checkedout()):
        store.close()


def _file(store: Store) -> Path:
    return Path(str(store.engine.url.database))


def address(url: URL) -> str:
    """Return the address of a store as libpq reads it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
