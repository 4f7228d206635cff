"""What an empty store holds once it is filled: filled once, and afterwards put back.

Filling a store takes ten times as long as putting back what it then held, which is the same: only
the first test of a process that asks for it sees it filled.
"""

import filecmp
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import URL, QueuePool

from db.engine import Store
from tests import databases

Told = TypeVar("Told")


@dataclass
class Kept:
    """The fillings of this process, by the function that fills and the database that was filled."""

    folder: Path
    template: Path
    _told: dict[tuple[str, str], Any] = field(default_factory=dict)

    def __call__(self, store: Store, fill: Callable[[Store], Told]) -> Told:
        """Fill an empty store, or put back what `fill` had put there; return what it returned.

        `fill` depends on nothing but the empty store, and what it returns is not changed by tests.
        """
        rest(store)
        if store.engine.dialect.name == "sqlite":
            assert filecmp.cmp(_file(store), self.template, shallow=False), "it is not empty"
        key = f"{fill.__module__}.{fill.__qualname__}", store.engine.dialect.name
        name = f"kept_{list(self._told).index(key)}" if key in self._told else ""
        if not (name and self._put(store, name)):
            self._told[key] = fill(store)
            rest(store)
            self._keep(store, f"kept_{list(self._told).index(key)}")
        return cast(Told, self._told[key])

    def _put(self, store: Store, name: str) -> bool:
        if store.engine.dialect.name == "postgresql":
            return databases.put(address(store.engine.url), name)
        shutil.copy(self.folder / name, _file(store))
        return True

    def _keep(self, store: Store, name: str) -> None:
        if store.engine.dialect.name == "postgresql":
            databases.keep(address(store.engine.url), name)
        else:
            shutil.copy(_file(store), self.folder / name)


def rest(store: Store) -> None:
    """Close the connections of a store whose file is to be copied or put anew.

    Those of PostgreSQL stay, unless one was never given back: new ones are slow at first.
    """
    pool = store.engine.pool
    if store.engine.dialect.name == "sqlite" or (isinstance(pool, QueuePool) and pool.checkedout()):
        store.close()


def _file(store: Store) -> Path:
    return Path(str(store.engine.url.database))


def address(url: URL) -> str:
    """Return the address of a store as libpq reads it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
