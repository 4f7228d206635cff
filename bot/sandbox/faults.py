"""Faults on demand: what the next calls of a method shall suffer, for tests and the brave.

`too_many`, `blocked`, `refused`, `migrated` (to the chat `moved_to`), `unauthorized`, `too_large`,
`server_error` and `bad_gateway` come instead of the method; `silence`, `reset`, `half` and
`not_json` come after it has done its work; `delay` comes before it.
"""

from dataclasses import dataclass
from typing import Any

KINDS = ("too_many", "blocked", "refused", "migrated", "unauthorized", "too_large", "server_error",
         "bad_gateway", "silence", "reset", "half", "not_json", "delay")  # fmt: skip


@dataclass
class Fault:
    """One trouble for the next `times` calls of a method, in one chat or in all."""

    method: str
    kind: str
    times: int = 1
    chat_id: int | None = None
    retry_after: int = 1
    text: str = "Bad Request: refused on demand"
    seconds: float = 1.0
    moved_to: int = 0

    @classmethod
    def of(cls, fields: dict[str, Any]) -> "Fault":
        """A fault from a form or JSON; raises TypeError and ValueError."""
        kinds = {"times": int, "chat_id": int, "retry_after": int, "seconds": float,
                 "moved_to": int}  # fmt: skip
        return cls(**{name: kinds.get(name, str)(value) for name, value in fields.items()})

    def meets(self, method: str, fields: dict[str, Any]) -> bool:
        here = self.chat_id is None or str(fields.get("chat_id")) == str(self.chat_id)
        return self.times > 0 and here and self.method.lower() in ("*", method)


class Faults:
    """The faults still to come, first asked first served."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise ValueError(f"no fault is called {fault.kind!r}; there are {', '.join(KINDS)}")
        self.waiting.append(fault)

    def next_for(self, method: str, fields: dict[str, Any]) -> Fault | None:
        for fault in self.waiting:
            if fault.meets(method, fields):
                fault.times -= 1
                return fault
        return None
