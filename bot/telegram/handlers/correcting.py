"""/correct, /withdraw, /corrections for editors: asked step by step, then done in one tap."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update

from bot.ports import Message as Shown
from bot.services import correcting, prompting
from bot.services.correcting import CorrectionRefused, Wish
from bot.services.progress import list_corrections, progress_of
from bot.services.prompting import Prompt
from bot.services.proposing import draft_wish, facts_in_message
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, editor_request, show_asked, show_pressed
from bot.telegram.handlers.stating import shown_to_others
from bot.views import corrections as views
from bot.views.texts import say

PATTERN = re.compile(r"^corr:(correct|withdraw|do|see|undo|cancel):(\d{1,15})$")
PURPOSE = "correct"
_REASON = re.compile(r"\s*\breason\s*:\s*", re.IGNORECASE)
_BY = re.compile(r"by\s+(?:fact\s+)?(\d{1,15})", re.IGNORECASE)
_NUMBER = re.compile(r"#?(\d{1,15})(?:\s+|$)(.*)", re.DOTALL)


async def on_correct(edge: Edge, update: Update) -> None:
    """Begin to correct the fact of the message that is replied to, or one named by its number."""
    await _begin(edge, update, "correct")


async def on_withdraw(edge: Edge, update: Update) -> None:
    """Begin to withdraw a fact."""
    await _begin(edge, update, "withdraw")


async def on_corrections(edge: Edge, update: Update) -> None:
    """List what was taken back last, and whom that has reached."""
    asked = await editor_request(edge, update)
    if asked is not None:
        viewer = asked.admission.viewer
        await asked.show(views.correction_list(await edge.read(list_corrections, viewer=viewer)))


COMMANDS = {"correct": on_correct, "withdraw": on_withdraw, "corrections": on_corrections}


async def take_words(asked: Request, prompt: Prompt, text: str) -> Shown:
    """Take typed words for what was asked for: the right words, or the reason."""
    subject = dict(prompt.subject)
    subject["reason" if subject.get("words") or subject["verb"] == "withdraw" else "words"] = text
    return await _next(asked, subject)


async def on_press(edge: Edge, update: Update) -> None:
    """Do what a button of a correction asks for; a reader who forges one is refused."""
    await show_pressed(edge, update, PATTERN, _pressed)


async def _pressed(asked: Request, match: re.Match[str]) -> Shown:
    return await _PRESSES[match[1]](asked, int(match[2]))


async def _begin(edge: Edge, update: Update, verb: str) -> None:
    await show_asked(edge, update, lambda asked: _first(asked, verb))


async def _first(asked: Request, verb: str) -> Shown:
    replied = asked.update.message.reply_to_message if asked.update.message else None
    subject: dict[str, Any] = {"verb": verb}
    words = asked.words
    if replied is None:
        number = _NUMBER.fullmatch(words)
        if number is None:
            return Shown(say("correct-how"))
        facts, words = [int(number[1])], number[2]
    else:
        facts = await asked.edge.read(
            facts_in_message, chat_id=asked.place.chat_id, message_id=replied.message_id
        )
    if not facts:
        raise CorrectionRefused(say("correct-nothing-shown"))
    subject |= _parsed(words, verb)
    if len(facts) == 1:
        return await _next(asked, {**subject, "fact": facts[0]})
    await _remember(asked, subject)
    quotes = [
        await asked.edge.read(
            correcting.fact_to_correct, fact_id=fact, viewer=asked.admission.viewer
        )
        for fact in facts
    ]
    return views.pick_fact(quotes, verb)


def _parsed(words: str, verb: str) -> dict[str, Any]:
    """Return what stands in a command: the right words or a fact's number, and the reason."""
    before, *reasons = _REASON.split(words)
    found: dict[str, Any] = {"reason": " ".join(reasons)} if reasons else {}
    by = _BY.fullmatch(before.strip())
    if verb == "withdraw":
        return found or ({"reason": before} if before.strip() else {})
    if by is not None:
        return {**found, "by": int(by[1])}
    return {**found, "words": before.strip()} if before.strip() else found


async def _next(asked: Request, subject: dict[str, Any]) -> Shown:
    """Ask for what is missing, or show what would be done."""
    viewer = asked.admission.viewer
    old = await asked.edge.read(correcting.fact_to_correct, fact_id=subject["fact"], viewer=viewer)
    if subject["verb"] == "correct" and not (subject.get("words") or subject.get("by")):
        await _remember(asked, subject)
        return views.ask_words(old)
    if not subject.get("reason"):
        await _remember(asked, subject)
        return views.ask_reason(old, subject.get("words"))
    wished = await asked.edge.read(draft_wish, wish=_wish(asked, subject), viewer=viewer)
    await _remember(asked, {**subject, "ready": True})
    return views.confirm(wished, asks_another=asked.edge.by_two and wished.words is not None)


async def _remember(asked: Request, subject: dict[str, Any]) -> None:
    await asked.edge.write(prompting.ask_for, place=asked.place, purpose=PURPOSE, subject=subject)


def _wish(asked: Request, subject: dict[str, Any]) -> Wish:
    return Wish(
        fact_id=subject["fact"],
        reason=subject["reason"],
        actor=asked.actor,
        day=asked.edge.today(),
        words=subject.get("words"),
        by=subject.get("by"),
    )


async def _chosen(asked: Request, fact_id: int) -> Shown:
    prompt = await asked.edge.read(prompting.asked_for, place=asked.place)
    if prompt is None or prompt.purpose != PURPOSE:
        raise CorrectionRefused(say("button-expired"))
    return await _next(asked, {**prompt.subject, "fact": fact_id})


async def _do(asked: Request, fact_id: int) -> Shown:
    viewer = asked.admission.viewer
    prompt = await asked.edge.read(prompting.asked_for, place=asked.place)
    if prompt is None or not prompt.subject.get("ready") or prompt.subject["fact"] != fact_id:
        raise CorrectionRefused(say("button-expired"))
    wish = _wish(asked, dict(prompt.subject))
    if asked.edge.by_two and wish.words is not None:
        load_id = await asked.edge.write(correcting.put_forward, wish=wish, viewer=viewer)
        await asked.edge.write(prompting.forget, place=asked.place)
        return await shown_to_others(asked, load_id)
    await asked.edge.write(correcting.take_back, wish=wish, viewer=viewer)
    await asked.edge.write(prompting.forget, place=asked.place)
    return await _see(asked, fact_id)


async def _see(asked: Request, fact_id: int) -> Shown:
    viewer = asked.admission.viewer
    progress = await asked.edge.read(progress_of, fact_id=fact_id, viewer=viewer)
    if progress is None:
        raise CorrectionRefused(say("correct-nothing-to-undo", id=str(fact_id)))
    return views.progress_message(progress, undo=not progress.by_document)


async def _undo(asked: Request, fact_id: int) -> Shown:
    viewer = asked.admission.viewer
    await asked.edge.write(correcting.give_back, fact_id=fact_id, actor=asked.actor, viewer=viewer)
    return await _see(asked, fact_id)


async def _cancel(asked: Request, fact_id: int) -> Shown:
    await asked.edge.write(prompting.forget, place=asked.place)
    return Shown(say("prompt-dropped"))


Act = Callable[[Request, int], Awaitable[Shown]]
_PRESSES: dict[str, Act] = {
    "correct": _chosen,
    "withdraw": _chosen,
    "do": _do,
    "see": _see,
    "undo": _undo,
    "cancel": _cancel,
}
