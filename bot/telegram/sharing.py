"""Trips to the store that are shared by whoever comes while one is under way.

While the store is quick each message makes its own; the slower it gets, the more share one, so
that a slow store costs time but not pace.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Given = TypeVar("Given")
Got = TypeVar("Got")


class Shared(Generic[Given, Got]):
    """Calls one at a time, each for all who came meanwhile, at most so many, in their order.

    `call` returns a result for each thing given to it; where it fails, all of them fail.
    """

    def __init__(
        self, call: Callable[[Sequence[Given]], Awaitable[Sequence[Got]]], *, most: int
    ) -> None:
        self._call, self._most = call, most
        self._waiting: list[tuple[Given, asyncio.Future[Got]]] = []
        self._caller: asyncio.Task[None] | None = None

    async def __call__(self, given: Given) -> Got:
        """Return the result for one thing, from the next call."""
        told: asyncio.Future[Got] = asyncio.get_running_loop().create_future()
        self._waiting.append((given, told))
        if self._caller is None:
            self._caller = asyncio.create_task(self._run())
        return await told

    async def _run(self) -> None:
        try:
            while self._waiting:
                together, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._tell(together)
        finally:
            self._caller = None

    async def _tell(self, together: Sequence[tuple[Given, "asyncio.Future[Got]"]]) -> None:
        told = [future for _, future in together]
        try:
            results = await self._call([given for given, _ in together])
        except Exception as error:
            for future in told:
                if not future.done():
                    future.set_exception(error)
            return
        for future, result in zip(told, results, strict=True):
            if not future.done():  # who asked may have been cancelled
                future.set_result(result)
