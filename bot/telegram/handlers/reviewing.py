"""The buttons under an answer, and the reactions to it."""

from collections.abc import Iterable

from telegram import CallbackQuery, Message, ReactionType, ReactionTypeEmoji, Update

from bot.services import gaps, reviewing
from bot.services.access import Admission
from bot.services.reviewing import ButtonExpired, Pressed
from bot.telegram.buttons import Press, press
from bot.telegram.edge import Edge
from bot.telegram.handlers.visitors import let_in
from bot.views.texts import say
from facts.errors import EvidenceBroken

SHOWING = {
    "context": reviewing.show_context,
    "document": reviewing.show_document,
    "page": reviewing.show_page,
    "pick": reviewing.choose,
}
THUMBS = {"👍": "up", "👎": "down"}


async def on_button(edge: Edge, update: Update) -> None:
    """Do what a button asks for, and let its press be seen to have arrived."""
    query = update.callback_query
    if query is None:
        return
    wanted = press(query.data)
    admission = await let_in(edge, update)
    if wanted is None or admission is None or query.message is None:
        await query.answer(say("button-expired"))
        return
    try:
        await query.answer(await _do(edge, query, wanted, admission))
    except ButtonExpired:
        await query.answer(say("button-expired"))
    except EvidenceBroken:
        await query.answer(say("evidence-broken"), show_alert=True)


async def on_reaction(edge: Edge, update: Update) -> None:
    """Take a thumb set as a reaction to an answer for a press of its button, or take it back."""
    changed = update.message_reaction
    if changed is None or changed.user is None:
        return
    before, after = _thumbs(changed.old_reaction), _thumbs(changed.new_reaction)
    if before == after or len(after) > 1 or await let_in(edge, update) is None:
        return
    place = {"chat_id": changed.chat.id, "message_id": changed.message_id}
    thumb = {"person_id": changed.user.id, "verdict": next(iter(after), None)}
    await edge.write(reviewing.judge_shown, **place, **thumb)


def _thumbs(reactions: Iterable[ReactionType]) -> set[str]:
    emojis = [one.emoji for one in reactions if isinstance(one, ReactionTypeEmoji)]
    return {THUMBS[emoji] for emoji in emojis if emoji in THUMBS}


async def _do(edge: Edge, query: CallbackQuery, wanted: Press, admission: Admission) -> str | None:
    """Carry out a press; return what the person is told in passing."""
    pressed = _pressed(query, wanted)
    if wanted.verb in {"up", "down"}:
        await edge.write(reviewing.judge, pressed=pressed, verdict=wanted.verb)
        return say(f"thanks-{wanted.verb}")
    if wanted.verb == "wait":
        return await _wait(edge, pressed)
    owed = await _owed(edge, pressed, wanted, admission)
    if owed is not None:
        await edge.deliver(owed)
    return None


async def _owed(edge: Edge, pressed: Pressed, wanted: Press, admission: Admission) -> int | None:
    shared = {"pressed": pressed, "viewer": admission.viewer, "worker": edge.worker}
    if wanted.verb == "none":
        return await edge.write(reviewing.choose_none, **shared)
    return await edge.write(SHOWING[wanted.verb], rank=wanted.rank, **shared)


async def _wait(edge: Edge, pressed: Pressed) -> str:
    waiting = await edge.write(gaps.wait, answer_id=pressed.answer_id, chat_id=pressed.chat_id)
    if waiting is None:
        return say("button-expired")
    return say("wait-noted") if waiting else say("wait-known")


def _pressed(query: CallbackQuery, wanted: Press) -> Pressed:
    message = query.message
    if message is None:
        raise ButtonExpired("The message of this button is not known.")
    in_topic = isinstance(message, Message) and message.is_topic_message
    return Pressed(
        chat_id=message.chat.id,
        message_id=message.message_id,
        person_id=query.from_user.id,
        answer_id=wanted.answer_id,
        thread_id=message.message_thread_id if in_topic and isinstance(message, Message) else None,
    )
