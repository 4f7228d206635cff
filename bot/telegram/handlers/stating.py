"""/fact for editors: what the desk itself states, shown as understood, added in one tap."""

import re

from telegram import Update

from bot.ports import Message as Shown
from bot.services import prompting, stating
from bot.services.prompting import Prompt
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, show_asked, show_pressed
from bot.views import stating as views
from bot.views.texts import say

PATTERN = re.compile(r"^state:(add|drop|undo):(\d{1,15})$")
PURPOSE = "state"


async def on_fact(edge: Edge, update: Update) -> None:
    """Show how a statement is understood, or ask for one to be typed."""
    await show_asked(edge, update, _asked)


COMMANDS = {"fact": on_fact}


async def take_words(asked: Request, _prompt: Prompt, text: str) -> Shown:
    """Take a typed statement."""
    shown = await _proposed(asked, text)
    await asked.edge.write(prompting.forget, place=asked.place)
    return shown


async def on_press(edge: Edge, update: Update) -> None:
    """Add, discard or undo a statement; a reader who forges a button is refused."""
    await show_pressed(edge, update, PATTERN, _pressed)


async def _pressed(asked: Request, match: re.Match[str]) -> Shown:
    return await _decided(asked, match[1], int(match[2]))


async def _asked(asked: Request) -> Shown:
    return await _proposed(asked, asked.words) if asked.words else await _asking(asked)


async def _asking(asked: Request) -> Shown:
    await asked.edge.write(prompting.ask_for, place=asked.place, purpose=PURPOSE, subject={})
    return Shown(say("statement-how"))


async def _proposed(asked: Request, words: str) -> Shown:
    user = asked.update.effective_user
    found = await asked.edge.write(
        stating.propose,
        words=words,
        actor=asked.actor,
        day=asked.edge.today(),
        signed=user.full_name if user else None,
        outlet=asked.edge.desk_name,
        viewer=asked.admission.viewer,
    )
    return views.proposed(found.load_id, found.known, found.facts, found.stands)


async def _decided(asked: Request, verb: str, load_id: int) -> Shown:
    if verb == "add":
        facts = await asked.edge.write(stating.add, load_id=load_id, actor=asked.actor)
        return views.added(load_id, facts)
    decide = stating.drop if verb == "drop" else stating.take_back
    await asked.edge.write(decide, load_id=load_id, actor=asked.actor)
    return Shown(say("statement-dropped") if verb == "drop" else say("statement-undone"))
