"""/gaps for editors: pages of unanswered questions, each closed in a few taps."""

import re
from collections.abc import Awaitable, Callable

from telegram import Update

from bot.ports import Message as Shown
from bot.services import gapdesk, gaps, prompting
from bot.services.correcting import fact_to_correct
from bot.services.gapdesk import GapCard
from bot.services.gaps import GapRefused
from bot.services.prompting import Prompt
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import Request, editor_request, show_asked, show_pressed
from bot.views import gapdesk as views
from bot.views.texts import say

PATTERN = re.compile(r"^gap:(page|card|point|fact|add|cannot):(\d{1,15}):(\d{1,15})$")
PURPOSE = "gap"
_GAP = re.compile(
    r"#?(?P<gap>\d{1,15})(?:\s+fact\s+#?(?P<fact>\d{1,15})"
    r"|\s+cannot(?: be answered)?\s*:?\s*(?P<words>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)


async def on_gaps(edge: Edge, update: Update) -> None:
    """List the questions that nothing answered."""
    asked = await editor_request(edge, update)
    if asked is not None:
        await asked.show(await _page(asked, 0, 0))


async def on_gap(edge: Edge, update: Update) -> None:
    """Show one gap (/gap 3), or close it: /gap 3 fact 17, /gap 3 cannot be answered: why."""
    await show_asked(edge, update, _named)


async def on_press(edge: Edge, update: Update) -> None:
    """Do what a button of a gap asks for."""
    await show_pressed(edge, update, PATTERN, _pressed)


async def _pressed(asked: Request, match: re.Match[str]) -> Shown:
    return await _PRESSES[match[1]](asked, int(match[2]), int(match[3]))


async def take_words(asked: Request, prompt: Prompt, text: str) -> Shown:
    """Take typed words as the answer to a gap, or as why it cannot be answered."""
    gap_id = prompt.subject["gap"]
    if prompt.subject["way"] == "add":
        day = asked.edge.today()
        done = await asked.edge.write(
            gapdesk.answer_with_words, gap_id=gap_id, words=text, actor=asked.actor, day=day
        )
    else:
        done = await asked.edge.write(gaps.close, gap_id=gap_id, words=text, actor=asked.actor)
    await asked.edge.write(prompting.forget, place=asked.place)
    return Shown(views.settled(done.told, done.waiting))


async def _named(asked: Request) -> Shown:
    if not asked.words:
        return await _page(asked, 0, 0)
    match = _GAP.fullmatch(asked.words)
    if match is None:
        return Shown(say("gaps-how"))
    number = int(match["gap"])
    if match["fact"]:
        return await _point(asked, number, int(match["fact"]))
    if match["words"] is None:
        return await _card(asked, number, 0)
    done = await asked.edge.write(
        gaps.close, gap_id=number, words=match["words"], actor=asked.actor
    )
    return Shown(views.settled(done.told, done.waiting))


async def _page(asked: Request, page: int, _: int) -> Shown:
    counted, pages = await asked.edge.read(gapdesk.gap_page, page=page)
    listed = [(c.gap.id, c.gap.text, c.people, c.waiting) for c in counted]
    return views.page_of_gaps(listed, min(page, pages - 1), pages)


async def _card(asked: Request, gap_id: int, _: int) -> Shown:
    return views.card(await _gap(asked, gap_id))


async def _point(asked: Request, gap_id: int, fact_id: int) -> Shown:
    viewer = asked.admission.viewer
    quote = await asked.edge.read(fact_to_correct, fact_id=fact_id, viewer=viewer)
    return views.confirm_point(await _gap(asked, gap_id), quote)


async def _fact(asked: Request, gap_id: int, fact_id: int) -> Shown:
    done = await asked.edge.write(
        gaps.close,
        gap_id=gap_id,
        fact_id=fact_id,
        actor=asked.actor,
        viewer=asked.admission.viewer,
    )
    return Shown(views.settled(done.told, done.waiting))


async def _add(asked: Request, gap_id: int, _: int) -> Shown:
    if asked.edge.by_two:
        raise GapRefused(say("gap-by-two"))
    return await _ask(asked, gap_id, "add")


async def _cannot(asked: Request, gap_id: int, _: int) -> Shown:
    return await _ask(asked, gap_id, "cannot")


async def _ask(asked: Request, gap_id: int, way: str) -> Shown:
    gap = await _gap(asked, gap_id)
    subject = {"gap": gap_id, "way": way}
    await asked.edge.write(prompting.ask_for, place=asked.place, purpose=PURPOSE, subject=subject)
    return views.ask_words(gap, way)


async def _gap(asked: Request, gap_id: int) -> GapCard:
    return await asked.edge.read(
        gapdesk.gap_card,
        gap_id=gap_id,
        viewer=asked.admission.viewer,
        vocabularies=asked.edge.vocabularies,
    )


Act = Callable[[Request, int, int], Awaitable[Shown]]
_PRESSES: dict[str, Act] = {
    "page": _page,
    "card": _card,
    "point": _point,
    "fact": _fact,
    "add": _add,
    "cannot": _cannot,
}
COMMANDS = {"gaps": on_gaps, "gap": on_gap}
