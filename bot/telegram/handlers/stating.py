"""/fact for editors: what the desk itself states, shown as understood, added in one tap."""

import re
from dataclasses import replace

from telegram import Update

from bot.ports import Message as Shown
from bot.services import prompting, stating
from bot.services.prompting import Prompt
from bot.services.stating import Proposed
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, show_asked, show_pressed
from bot.views import stating as views
from bot.views.texts import say

PATTERN = re.compile(r"^state:(add|ask|drop|undo|show):(\d{1,15})$")
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
    await show_pressed(edge, update, PATTERN, _pressed, beside={"show"})


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
    return _card(found, asks_another=asked.edge.by_two)


def _card(found: Proposed, *, asks_another: bool) -> Shown:
    told = (found.load_id, found.known, found.facts, found.stands)
    return views.proposed(*told, asks_another=asks_another, corrects=found.corrects)


async def _decided(asked: Request, verb: str, load_id: int) -> Shown:
    edge, viewer = asked.edge, asked.admission.viewer
    await edge.read(stating.check_seen, load_id=load_id, actor=asked.actor, viewer=viewer)
    if verb == "ask":
        return await shown_to_others(asked, load_id)
    if verb == "show":
        return await _shown(asked, load_id)
    if verb == "add":
        facts = await edge.write(
            stating.add, load_id=load_id, actor=asked.actor, by_two=edge.by_two
        )
        added = views.added(load_id, facts)
        author = await edge.read(stating.author, load_id=load_id)
        if author is not None and author != asked.place.person_id:
            await edge.tell(author, added)
        return added
    decide = stating.drop if verb == "drop" else stating.take_back
    await asked.edge.write(decide, load_id=load_id, actor=asked.actor)
    return Shown(say("statement-dropped") if verb == "drop" else say("statement-undone"))


async def _shown(asked: Request, load_id: int) -> Shown:
    """Show a statement that waits as it is understood now, to add it or to ask another."""
    edge, viewer = asked.edge, asked.admission.viewer
    author = await edge.read(stating.author, load_id=load_id)
    found = await edge.write(stating.proposal, load_id=load_id, viewer=viewer)
    return _card(found, asks_another=edge.by_two and author == asked.place.person_id)


async def shown_to_others(asked: Request, load_id: int) -> Shown:
    """Show a statement that waits to those who may add it, and how many they are."""
    edge = asked.edge
    others = await edge.read(stating.others_to_decide, load_id=load_id)
    for chat_id, viewer in others.items():
        found = await edge.write(stating.proposal, load_id=load_id, viewer=viewer)
        await edge.tell(chat_id, _card(found, asks_another=False))
    own = await edge.write(stating.proposal, load_id=load_id, viewer=asked.admission.viewer)
    card = _card(own, asks_another=True)
    return replace(card, html=f"{card.html}\n{say('note-asked', count=len(others))}")
