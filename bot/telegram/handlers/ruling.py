"""/conflicts for editors: facts that differ, one a page, ruled on by two taps."""

import re

from telegram import Update

from bot.ports import Message as Shown
from bot.services import prompting, ruling
from bot.services.prompting import Prompt
from bot.services.ruling import Decision, RulingRefused
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, editor_request, show_pressed
from bot.views import rulings as views
from bot.views.texts import say

PATTERN = re.compile(r"^rule:(page|one|two|both|why|revoke):(\d{1,15}):(\d{1,15}|open|ruled)$")
PURPOSE = "rule"


async def on_conflicts(edge: Edge, update: Update) -> None:
    """List the facts that differ and were not ruled on."""
    asked = await editor_request(edge, update)
    if asked is not None:
        await asked.show(await _page(asked, "0", "open"))


async def on_press(edge: Edge, update: Update) -> None:
    """Do what a button of a conflict asks for."""
    await show_pressed(edge, update, PATTERN, _pressed)


async def take_reason(asked: Request, prompt: Prompt, text: str) -> Shown:
    """Take the typed reason of a ruling, and rule."""
    subject = prompt.subject
    decision = Decision(subject["one"], subject["other"], subject["chosen"], text, asked.actor)
    viewer = asked.admission.viewer
    done = await asked.edge.write(ruling.rule, decision=decision, viewer=viewer)
    await asked.edge.write(prompting.forget, place=asked.place)
    return views.conflict_done(done)


async def _pressed(asked: Request, match: re.Match[str]) -> Shown:
    verb, first, second = match.groups()
    act = {"page": _page, "why": _why, "revoke": _revoke}.get(verb)
    try:
        return await (act(asked, first, second) if act else _pick(asked, verb, first, second))
    except ValueError:  # a word where this verb takes a number
        raise RulingRefused(say("button-expired")) from None


async def _page(asked: Request, number: str, which: str) -> Shown:
    ruled = which == "ruled"
    viewer = asked.admission.viewer
    listed = await asked.edge.read(ruling.list_conflicts, viewer=viewer, ruled=ruled)
    return views.conflict_page(listed, int(number), ruled=ruled)


async def _pick(asked: Request, verb: str, first: str, second: str) -> Shown:
    one, other = int(first), int(second)
    chosen = {"one": one, "two": other}.get(verb)
    viewer = asked.admission.viewer
    conflict = await asked.edge.read(ruling.conflict_between, one=one, other=other, viewer=viewer)
    if conflict.ruled:
        raise RulingRefused(say("rule-ruled", reason=conflict.reason or ""))
    subject = {"one": one, "other": other, "chosen": chosen}
    await asked.edge.write(prompting.ask_for, place=asked.place, purpose=PURPOSE, subject=subject)
    return views.ask_why(conflict, chosen)


async def _why(asked: Request, place: str, _other: str) -> Shown:
    prompt = await asked.edge.read(prompting.asked_for, place=asked.place)
    reason = views.usual_reason(int(place))
    if prompt is None or prompt.purpose != PURPOSE or reason is None:
        raise RulingRefused(say("button-expired"))
    return await take_reason(asked, prompt, reason)


async def _revoke(asked: Request, first: str, second: str) -> Shown:
    done = await asked.edge.write(
        ruling.revoke,
        one=int(first),
        other=int(second),
        actor=asked.actor,
        viewer=asked.admission.viewer,
    )
    return views.conflict_done(done)


COMMANDS = {"conflicts": on_conflicts}
