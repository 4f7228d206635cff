"""The guided start: a few first steps, each a tap in the chat page, gone once used.

The steps come from whoever starts the sandbox; it knows nothing of the bot that it serves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.sandbox.history import History


@dataclass(frozen=True)
class Step:
    """A text or a file that `person` sends, or a move of the clock to `tomorrow` at a time of day.

    Offered once the step `after` is taken, if it names one.
    """

    name: str
    person: int
    label: str
    hint: str
    text: str = ""
    file: str = ""
    content: bytes = b""
    tomorrow: str = ""
    after: str = ""

    def shown(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("name", "person", "label", "hint")}


class Tour:
    """The steps not taken yet, in order."""

    def __init__(self, history: History, steps: Sequence[Step] = ()) -> None:
        self._history = history
        taken = set(history.all("tour"))
        self._steps = [step for step in steps if step.name not in taken]

    def left(self) -> list[dict[str, Any]]:
        names = {step.name for step in self._steps}
        return [step.shown() for step in self._steps if step.after not in names]

    def take(self, name: str) -> Step | None:
        """The step of this name, once."""
        step = next((step for step in self._steps if step.name == name), None)
        if step is not None:
            self._steps.remove(step)
            self._history.keep("tour", name, name)
        return step
