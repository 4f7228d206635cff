"""What an editor is asked while a fact is put right, over the fact's card."""

from bot.ports import Message as Shown
from bot.services import pages, prompting
from bot.services.pages import Card
from bot.services.sheets import Rehearsed, Target
from bot.telegram.handlers.requests import Request
from bot.views import fixing as views
from bot.views.html import escape
from bot.views.texts import say
from facts.fixing.pieces import FixRefused
from facts.types import Moment

PURPOSE = "fix"


async def ask_speaker(asked: Request, target: Target, _argument: str) -> Shown:
    """Ask who said it."""
    card, head = await headed(asked, target)
    said = card.draft.attribution
    named = said.sure and said.speaker is not None
    return views.speakers(head, card.names, ref(target), named=named)


async def ask_date(asked: Request, target: Target, argument: str) -> Shown:
    """Ask which day is meant, of the moment at `argument` if there are several."""
    card, head = await headed(asked, target)
    dates = views.dated(card.draft)
    if len(dates) > 1 and not argument:
        return views.moments(head, card.draft, ref(target))
    moment: Moment | None = next(iter(dates), None)
    if argument:
        moment = next((m for m in dates if str(m.start) == argument), None)
    return views.day_asked(head, moment, card.known, ref(target))


async def ask_kind(asked: Request, target: Target, _argument: str) -> Shown:
    """Ask what the fact is."""
    _, head = await headed(asked, target)
    return views.kinds(head, ref(target))


async def ask_topic(asked: Request, target: Target, _argument: str) -> Shown:
    """Ask which topic it is on."""
    card, head = await headed(asked, target)
    return views.topics(head, card.topics, ref(target))


async def ask_split(asked: Request, target: Target, _argument: str) -> Shown:
    """Ask where it is to be cut."""
    card, head = await headed(asked, target)
    return views.splits(head, card.draft.text, ref(target))


async def ask_join(asked: Request, target: Target, _argument: str) -> Shown:
    """Ask with which neighbour it is to be joined."""
    card, head = await headed(asked, target)
    return views.neighbours(head, ref(target), before=card.before, after=card.after)


async def ask_out(asked: Request, target: Target, _argument: str) -> Shown:
    """Ask whether it is really to be left out."""
    _, head = await headed(asked, target)
    return views.leaving_out(head, ref(target))


async def ask_typing(asked: Request, target: Target, argument: str) -> Shown:
    """Ask for a typed word, and remember what for."""
    what, _, start = argument.partition(":")
    if what not in {"speaker", "role", "day", "topic", "split"}:
        raise FixRefused(say("fix-expired"))
    card, head = await headed(asked, target)
    subject = {"ref": ref(target), "what": what, "start": start}
    await asked.edge.write(prompting.ask_for, place=asked.place, purpose=PURPOSE, subject=subject)
    who = escape(card.draft.attribution.speaker or "")
    return views.typing(head, what, ref(target), who)


async def headed(asked: Request, target: Target) -> tuple[Card, list[str]]:
    """Return a fact's card, and what is told of it above a question."""
    card = await asked.edge.read(pages.card_of, target=target, fixer=asked.fixer)
    head = views.described(card.draft, card.known, ref=ref(target), load_id=load(target))
    return card, head


def ref(target: Target) -> str:
    """Return how buttons name a fact."""
    if isinstance(target, Rehearsed):
        return f"{target.load_id}-{target.revision_id}-{target.start}-{target.end}"
    return str(target)


def load(target: Target) -> int | None:
    """Return the load that a rehearsed fact is of."""
    return target.load_id if isinstance(target, Rehearsed) else None
