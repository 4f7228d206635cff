"""Words typed by an editor who was asked for them go to whoever asked."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.ports import Message as Shown
from bot.services import prompting
from bot.services.prompting import Prompt
from bot.telegram.edge import Edge
from bot.telegram.handlers import contesting, correcting, fixing, gapping, ruling, stating, teaching
from bot.telegram.handlers.requests import Request, request
from bot.views.html import escape
from facts.errors import BriefingError

Take = Callable[[Request, Prompt, str], Awaitable[Shown]]
TAKERS: dict[str, Take] = {
    contesting.PURPOSE: contesting.take_words,
    correcting.PURPOSE: correcting.take_words,
    fixing.PURPOSE: fixing.take_words,
    ruling.PURPOSE: ruling.take_reason,
    stating.PURPOSE: stating.take_words,
    gapping.PURPOSE: gapping.take_words,
    teaching.PURPOSE: teaching.take_words,
}


async def on_prompted(edge: Edge, update: Update, text: str) -> bool:
    """Take words that an editor was asked for; say whether they were."""
    message = update.message
    if message is None or message.chat.type != message.chat.PRIVATE or not text.strip():
        return False
    asked = await request(edge, update)
    if asked is None or not asked.editor:
        return False
    prompt = await edge.read(prompting.asked_for, place=asked.place)
    if prompt is None or prompt.subject.get("ready") or prompt.purpose not in TAKERS:
        return False
    try:
        shown = await TAKERS[prompt.purpose](asked, prompt, text)
    except BriefingError as refused:
        shown = Shown(escape(str(refused)))
    await asked.show(shown)
    return True
