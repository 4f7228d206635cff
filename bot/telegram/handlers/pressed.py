"""A pressed button under a submission, as the verbs that it asks for are given it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import CallbackQuery

from bot.services.deciding import Decision
from bot.services.more import View
from bot.services.presenting import Place
from bot.services.submitting import SubmissionRefused
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request
from bot.telegram.reading import show
from bot.views.texts import say

Told = str | None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button: which submission, by whom and where, and with what."""

    asked: Request
    query: CallbackQuery
    number: int
    argument: str

    @property
    def edge(self) -> Edge:
        """The real things."""
        return self.asked.edge

    @property
    def decision(self) -> Decision:
        """Who decides about what."""
        return Decision(self.number, self.asked.actor, self.edge.worker, self.edge.by_two)

    async def look(self, view: View) -> None:
        """Show another view of the submission in the pressed message."""
        message = self.query.message
        place = Place(self.asked.place.chat_id, message.message_id if message else None)
        await show(self.edge, self.number, place, view)


def number_of(argument: str) -> int:
    """Return the number that a button is about; raises SubmissionRefused."""
    if not argument.isdecimal():
        raise SubmissionRefused(say("button-expired"))
    return int(argument)


Do = Callable[[Pressed], Awaitable[Told]]
