"""The buttons under a submission, and the list of those that wait for a decision.

What a button means stands in its data (`load:VERB:SUBMISSION[:ARGUMENT]`), and what it acts on are
rows: it works after a restart, and a conditional change decides when several press.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date

from telegram import CallbackQuery, Update

from bot.services import deciding, particulars, presenting, rehearsing, submitting
from bot.services.deciding import Decision, PlannedAnew
from bot.services.keeping import Asked
from bot.services.loading import StoreChanged
from bot.services.presenting import Place, View
from bot.services.submitting import SubmissionRefused
from bot.telegram.edge import Edge
from bot.telegram.handlers.asking import answer
from bot.telegram.handlers.requests import NOTE_LIMIT, Request, editor_request
from bot.telegram.reading import bring_on, present, show
from bot.views.texts import say
from facts.errors import BriefingError

PATTERN = r"^load:"
_PRESS = re.compile(r"load:([a-z]{2,10}):(\d{1,15})(?::([\w-]{1,20}))?", re.ASCII)
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


async def on_loads(edge: Edge, update: Update) -> None:
    """List the submissions that wait for a decision."""
    asked = await editor_request(edge, update)
    if asked is not None:
        await asked.show(await edge.read(presenting.list_open))


async def on_press(edge: Edge, update: Update) -> None:
    """Do what a button asks for, and let its press be seen to have arrived."""
    query = update.callback_query
    if query is None:
        return
    asked = await editor_request(edge, update)
    if asked is None:
        return
    match = _PRESS.fullmatch(query.data or "")
    do = VERBS.get(match[1]) if match else None
    if match is None or do is None or query.message is None:
        await query.answer(say("button-expired"))
        return
    pressed = Pressed(asked, query, int(match[2]), match[3] or "")
    try:
        note = await do(pressed)
        await query.answer(note[:NOTE_LIMIT] if note else None)
    except PlannedAnew as anew:
        await query.answer(str(anew)[:NOTE_LIMIT], show_alert=True)
        await pressed.look(presenting.SUMMARY)
    except BriefingError as refused:
        await query.answer(str(refused)[:NOTE_LIMIT], show_alert=True)


async def _apply(pressed: Pressed) -> Told:
    edge = pressed.edge
    try:
        await edge.write(
            deciding.apply_submission, decision=pressed.decision, version=pressed.argument
        )
    except StoreChanged:
        await edge.write(
            rehearsing.plan_again,
            submission_id=pressed.number,
            today=edge.today(),
            worker=edge.worker,
            store_changed=True,
        )
        await present(edge, pressed.number)
        return say("rehearsal-store-changed")
    await present(edge, pressed.number)
    return say("note-applied")


async def _discard(pressed: Pressed) -> Told:
    await pressed.edge.write(deciding.discard_submission, decision=pressed.decision)
    await present(pressed.edge, pressed.number)
    return say("note-discarded")


async def _undo(pressed: Pressed) -> Told:
    if pressed.argument == "keep":
        await pressed.look(presenting.SUMMARY)
        return None
    tell = {"tell": True, "quietly": False}.get(pressed.argument)
    shown = await pressed.edge.write(deciding.undo_submission, decision=pressed.decision, tell=tell)
    if shown is not None:
        await pressed.look(View(chats=shown))
        return None
    await present(pressed.edge, pressed.number)
    return say("note-undone")


async def _review(pressed: Pressed) -> Told:
    count = await pressed.edge.write(deciding.ask_another, decision=pressed.decision)
    await present(pressed.edge, pressed.number)
    return say("note-asked", count=count)


async def _open(pressed: Pressed) -> Told:
    await pressed.edge.write(
        deciding.open_here, decision=pressed.decision, chat_id=pressed.asked.place.chat_id
    )
    await present(pressed.edge, pressed.number)
    return None


async def _all(pressed: Pressed) -> Told:
    await pressed.look(View("all", _page(pressed.argument)))
    return None


async def _golden(pressed: Pressed) -> Told:
    await pressed.look(View("golden", _page(pressed.argument)))
    return None


async def _show(pressed: Pressed) -> Told:
    """Show the rehearsal of a load again, planned anew: its facts may have been fixed."""
    edge = pressed.edge
    number = await edge.read(presenting.submission_of_load, load_id=pressed.number)
    own = replace(pressed, number=number)
    await edge.write(
        rehearsing.plan_again, submission_id=number, today=edge.today(), worker=edge.worker
    )
    await own.look(presenting.SUMMARY)
    await present(edge, number)
    return None


async def _change(pressed: Pressed) -> Told:
    await pressed.look(View(pressed.argument))
    return None


async def _back(pressed: Pressed) -> Told:
    await pressed.look(presenting.SUMMARY)
    return None


async def _type(pressed: Pressed) -> Told:
    if pressed.argument not in ("day", "outlet"):
        raise SubmissionRefused(say("button-expired"))
    prompt = await pressed.edge.write(
        particulars.ask_to_type,
        submission_id=pressed.number,
        what=pressed.argument,
        chat_id=pressed.asked.place.chat_id,
        person_id=pressed.asked.place.person_id,
    )
    await pressed.asked.show(prompt)
    return None


async def _day(pressed: Pressed) -> Told:
    value = None if pressed.argument == "-" else _past_day(pressed)
    return await _tell(pressed, "day", value)


async def _outlet(pressed: Pressed) -> Told:
    if pressed.argument == "-":
        return await _tell(pressed, "outlet", None)
    source = _page(pressed.argument)
    name = await pressed.edge.read(particulars.outlet_named, source_id=source)
    return await _tell(pressed, "outlet", name)


async def _tell(pressed: Pressed, what: str, value: str | None) -> Told:
    await pressed.edge.write(
        particulars.set_told,
        submission_id=pressed.number,
        what=what,
        value=value,
        worker=pressed.edge.worker,
    )
    await bring_on(pressed.edge, pressed.number)
    return None


async def _take(pressed: Pressed) -> Told:
    """Load a text, or have it answered as the question that it is."""
    load, edge = pressed.argument == "load", pressed.edge
    taken = await edge.write(
        submitting.take_text, submission_id=pressed.number, load=load, worker=edge.worker
    )
    await bring_on(edge, pressed.number)
    if not load:
        place = pressed.asked.place
        asked = Asked(
            chat_id=taken.chat_id,
            message_id=taken.message_id,
            text=taken.text,
            person_id=place.person_id,
        )
        await answer(edge, asked, pressed.asked.admission)
    return None


def _page(argument: str) -> int:
    if not argument.isdecimal():
        raise SubmissionRefused(say("button-expired"))
    return int(argument)


def _past_day(pressed: Pressed) -> str:
    try:
        chosen = date.fromisoformat(pressed.argument)
    except ValueError:
        raise SubmissionRefused(say("button-expired")) from None
    if chosen > pressed.edge.today():
        raise SubmissionRefused(say("button-expired"))
    return chosen.isoformat()


VERBS: dict[str, Callable[[Pressed], Awaitable[Told]]] = {
    "apply": _apply,
    "discard": _discard,
    "undo": _undo,
    "review": _review,
    "open": _open,
    "all": _all,
    "golden": _golden,
    "show": _show,
    "change": _change,
    "back": _back,
    "type": _type,
    "day": _day,
    "outlet": _outlet,
    "take": _take,
}
COMMANDS = {"loads": on_loads}
