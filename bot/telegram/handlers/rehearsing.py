"""The buttons under a submission, and the list of those that wait for a decision.

What a button means stands in its data (`load:VERB:SUBMISSION[:ARGUMENT]`), and what it acts on are
rows: it works after a restart, and a conditional change decides when several press.
"""

import re
from typing import Any

from telegram import Update

from bot.services import deciding, goodrows, open_loads, presenting, rehearsing, submitting
from bot.services.deciding import PlannedAnew
from bot.services.keeping import Asked
from bot.services.loading import StoreChanged
from bot.services.more import View
from bot.telegram.edge import Edge
from bot.telegram.handlers import telling
from bot.telegram.handlers.asking import answer
from bot.telegram.handlers.pressed import Do, Pressed, Told, number_of
from bot.telegram.handlers.requests import NOTE_LIMIT, editor_request
from bot.telegram.reading import bring_on, present
from bot.views.texts import say
from facts.errors import BriefingError

PATTERN = r"^load:"
_PRESS = re.compile(r"load:([a-z]{2,10}):(\d{1,15})(?::([\w-]{1,20}))?", re.ASCII)


async def on_loads(edge: Edge, update: Update) -> None:
    """List the submissions that wait for a decision."""
    asked = await editor_request(edge, update)
    if asked is not None:
        shown = await edge.read(presenting.list_open, person_id=asked.place.person_id)
        await asked.show(shown)


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
    try:
        number = int(match[2])
        if match[1] == "show":  # named by its load
            number = await edge.read(presenting.submission_of_load, load_id=number)
        person_id = asked.place.person_id
        await edge.read(open_loads.check_seen, submission_id=number, person_id=person_id)
    except BriefingError as refused:
        await query.answer(str(refused)[:NOTE_LIMIT], show_alert=True)
        return
    pressed = Pressed(asked, query, number, match[3] or "")
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
        state = await edge.write(
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
    return say(f"note-{state}")


async def _live(pressed: Pressed) -> Told:
    await pressed.edge.write(deciding.release_submission, decision=pressed.decision)
    await present(pressed.edge, pressed.number)
    return say("note-live")


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
    await pressed.look(View("all", number_of(pressed.argument)))
    return None


async def _golden(pressed: Pressed) -> Told:
    await pressed.look(View("golden", number_of(pressed.argument)))
    return None


async def _show(pressed: Pressed) -> Told:
    """Show the rehearsal of a load again, planned anew: its facts may have been fixed."""
    edge, number = pressed.edge, pressed.number
    await edge.write(
        rehearsing.plan_again, submission_id=number, today=edge.today(), worker=edge.worker
    )
    await pressed.look(presenting.SUMMARY)
    await present(edge, number)
    return None


async def _back(pressed: Pressed) -> Told:
    await pressed.look(presenting.SUMMARY)
    return None


async def _rows(pressed: Pressed) -> Told:
    """Rehearse the good rows of a table of facts, without its wrong ones."""
    await pressed.edge.write(goodrows.load_good_rows, **_by(pressed))
    await bring_on(pressed.edge, pressed.number)
    return None


async def _forgo(pressed: Pressed) -> Told:
    await pressed.edge.write(goodrows.discard_rows, **_by(pressed))
    await present(pressed.edge, pressed.number)
    return say("note-discarded")


def _by(pressed: Pressed) -> dict[str, Any]:
    actor, worker = pressed.asked.actor, pressed.edge.worker
    return {"submission_id": pressed.number, "actor": actor, "worker": worker}


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


VERBS: dict[str, Do] = {
    "apply": _apply,
    "discard": _discard,
    "undo": _undo,
    "review": _review,
    "open": _open,
    "all": _all,
    "golden": _golden,
    "show": _show,
    "back": _back,
    "live": _live,
    "take": _take,
    "rows": _rows,
    "forgo": _forgo,
    **telling.VERBS,
}
COMMANDS = {"loads": on_loads}
