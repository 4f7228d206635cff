"""JSON columns as they are written, read only when somebody looks at them."""

import json
from collections.abc import Callable, Iterator, Sequence
from json.scanner import make_scanner
from typing import Any, Generic, TypeVar, cast, overload

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

T = TypeVar("T")
_NONE = "[]"  # most lists are empty
_decoder = json.JSONDecoder()
_scanned = make_scanner(cast(Any, _decoder))  # what the decoder calls, in two calls less


class written(FunctionElement[str]):
    """A JSON column as text: `written(column)`."""

    type = Text()
    inherit_cache = True


@compiles(written, "sqlite")
def _sqlite(element: written, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(written, "postgresql")
def _postgresql(element: written, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AS TEXT)"


def read(text: str) -> Any:
    """Return the value of a JSON column that was selected as `written`."""
    try:
        return _scanned(text, 0)[0]
    except StopIteration:
        return _decoder.raw_decode(text)[0]  # which says what is wrong with it


class Unread(Sequence[T], Generic[T]):
    """The values of a written list: of most candidates for a question nobody asks for them.

    Two are equal that hold the same values.
    """

    __slots__ = ("_read", "_values", "_written")

    def __init__(self, text: str, each: Callable[[Any], T]) -> None:
        self._written, self._read = text, each
        self._values: tuple[T, ...] | None = None

    def _all(self) -> tuple[T, ...]:
        if self._values is None:
            self._values = tuple(map(self._read, read(self._written)))
        return self._values

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._all()[at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Unread):
            return False
        if self._written == other._written and self._read is other._read:
            return True
        return self._all() == other._all()  # engines write the same values out differently

    def __hash__(self) -> int:
        return hash(
            Unread
        )  # told apart without being read: beside other things, by its fact's words


def unread(text: str, each: Callable[[Any], T]) -> Sequence[T]:
    """Return the values of a written list, each to be read so."""
    return () if text == _NONE else Unread(text, each)
