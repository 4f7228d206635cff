"""Membership in a list given as one value: binding each of it cost more than the lookup."""

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Boolean, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class Listed(TypeDecorator[Sequence[int | str]]):
    """A list as one bound value: an array on PostgreSQL, a JSON list on SQLite."""

    impl = Text
    cache_ok = True

    def __init__(self, each: type[BigInteger] | type[Text] = BigInteger) -> None:
        super().__init__()
        self.each = each

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the engine's own type."""
        array = dialect.name == "postgresql"
        return dialect.type_descriptor(ARRAY(self.each) if array else Text())

    def process_bind_param(self, value: Sequence[int | str] | None, dialect: Dialect) -> Any:
        """Return the list as the engine takes it."""
        listed = list(value or ())
        if dialect.name == "postgresql":
            return listed
        return json.dumps(listed) if self.each is Text else str(listed)  # numbers, in half the time


class among(FunctionElement[bool]):
    """Tell whether a column's value is one of a list: `among(column, ids_named("ids"))`."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Any:
        """Return itself: SQLite would else compare it with 1, and then reads whole tables."""
        return self


def ids_named(name: str) -> BindParameter[Any]:
    """Return the place in a statement where a list of ids is bound under `name`."""
    return bindparam(name, type_=Listed())


def texts_named(name: str) -> BindParameter[Any]:
    """Return the place in a statement where a list of texts is bound under `name`."""
    return bindparam(name, type_=Listed(Text))


def ids_of(ids: Collection[int]) -> BindParameter[Any]:
    """Return a list of ids as one value of a statement."""
    return bindparam(None, list(ids), type_=Listed(), unique=True)


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
