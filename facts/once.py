"""A property worked out when it is first asked for, and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """As `functools.cached_property`, without the lock that this takes before Python 3.12.

    Two threads at the same time may both work the value out, which must come to the same.
    """

    def __init__(self, made: Callable[[Any], T]) -> None:
        self._made, self._name, self.__doc__ = made, made.__name__, made.__doc__

    @overload
    def __get__(self, holder: None, kind: type) -> "once[T]": ...
    @overload
    def __get__(self, holder: object, kind: type) -> T: ...
    def __get__(self, holder: object | None, kind: type) -> "once[T] | T":
        if holder is None:
            return self
        made = holder.__dict__[self._name] = self._made(holder)
        return made
