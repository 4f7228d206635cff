"""Membership in a list of ids, given as one value: binding each id cost more than the lookup."""

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Boolean, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class Ids(TypeDecorator[Sequence[int]]):
    """A list of ids as one bound value: an array on PostgreSQL, a JSON list on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the engine's own type."""
        array = dialect.name == "postgresql"
        return dialect.type_descriptor(ARRAY(BigInteger) if array else Text())

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> Any:
        """Return the ids as the engine takes them."""
        ids = list(value or ())
        return ids if dialect.name == "postgresql" else json.dumps(ids)


class among(FunctionElement[bool]):
    """Tell whether a column's value is one of the ids: `among(column, ids_named("ids"))`."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Any:
        """Return itself: SQLite would else compare it with 1, and then reads whole tables."""
        return self


def ids_named(name: str) -> BindParameter[Sequence[int]]:
    """Return the place in a statement where a list of ids is bound under `name`."""
    return bindparam(name, type_=Ids())


def ids_of(ids: Collection[int]) -> BindParameter[Sequence[int]]:
    """Return a list of ids as one value of a statement."""
    return bindparam(None, list(ids), type_=Ids(), unique=True)


@compiles(among, "sqlite")
def _sqlite(element: among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = _sides(element)
    within, listed = compiler.process(column, **options), compiler.process(ids, **options)
    return f"{within} IN (SELECT value FROM json_each({listed}))"


@compiles(among, "postgresql")
def _postgresql(element: among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = _sides(element)
    return f"{compiler.process(column, **options)} = ANY({compiler.process(ids, **options)})"


def _sides(element: among) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    column, ids = element.clauses
    return column, ids
