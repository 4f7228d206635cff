"""/fix for editors: a fact's fields and its cut put right by buttons and typed words.

What a button means stands in its data, what was asked for to be typed in a row: a restart between
two taps loses nothing. A fact of a rehearsed load is named by its place there.
"""

import re
from collections.abc import Awaitable, Callable

from telegram import Update

from bot.ports import Message as Shown
from bot.services import fixing, pages, prompting, unfixing
from bot.services.fixing import Change
from bot.services.mendings import mending_reach
from bot.services.pages import Card
from bot.services.prompting import Prompt
from bot.services.sheets import Rehearsed, Target
from bot.telegram.edge import Edge
from bot.telegram.handlers import fixquestions as questions
from bot.telegram.handlers.fixquestions import load, ref
from bot.telegram.handlers.requests import Request, show_asked, show_pressed
from bot.views import fixing as views
from bot.views.corrections import reach_line
from bot.views.texts import say
from facts.fixing.fields import Field
from facts.fixing.pieces import FixRefused

PATTERN = re.compile(r"^fix:([a-z]{2,8}):(\d{1,12}(?:-\d{1,12}){0,3})(?::(.{1,40}))?$")
OURS = re.compile(r"^fix:")
PURPOSE = questions.PURPOSE
Show = Callable[[Request, Target, str], Awaitable[Shown]]


async def on_fix(edge: Edge, update: Update) -> None:
    """Show the fact of the answer that is replied to, or one named by its number, to be fixed."""
    await show_asked(edge, update, _asked)


async def _asked(asked: Request) -> Shown:
    number = asked.words.removeprefix("#").strip()
    replied = asked.update.message.reply_to_message if asked.update.message else None
    if number:
        return await _named(asked, number)
    return await _replied(asked, replied.message_id) if replied else Shown(say("fix-how"))


COMMANDS = {"fix": on_fix}


async def on_press(edge: Edge, update: Update) -> None:
    """Do what a button asks for; a reader who forges one is refused."""
    await show_pressed(edge, update, OURS, _pressed)


async def _pressed(asked: Request, ours: re.Match[str]) -> Shown:
    match = PATTERN.match(ours.string)
    show = _SHOWS.get(match[1]) if match else None
    if match is None or show is None:
        raise FixRefused(say("fix-expired"))
    return await show(asked, _target(match[2]), match[3] or "")


async def take_words(asked: Request, prompt: Prompt, text: str) -> Shown:
    """Take typed words for what was asked for; what cannot be is asked for again."""
    subject = prompt.subject
    what, start = str(subject["what"]), str(subject.get("start") or "")
    target = _target(str(subject["ref"]))
    if what == "split":
        card = await asked.edge.read(pages.card_of, target=target, fixer=asked.fixer)
        change = Change(Field.SPLIT, place=_place_of(card, text))
    elif what == "day":
        place = int(start) if start.isdecimal() else None
        change = Change(Field.MOMENT, text, place=place)
    elif what == "speaker":
        name, _, role = text.partition(",")
        change = Change(Field.SPEAKER, name, role=role.strip() or None)
    else:
        change = Change(Field(what), text)
    shown = await _fixed(asked, target, change)
    await asked.edge.write(prompting.forget, place=asked.place)
    return shown


async def _named(asked: Request, number: str) -> Shown:
    if not (number.isascii() and number.isdecimal() and len(number) <= 15):
        return Shown(say("fix-how"))
    return await _card(asked, int(number), "")


async def _replied(asked: Request, message_id: int) -> Shown:
    """Show the fact that a message showed, or let one of several be chosen."""
    chat_id = asked.place.chat_id
    shown = await asked.edge.read(
        pages.facts_in, chat_id=chat_id, message_id=message_id, fixer=asked.fixer
    )
    if not shown:
        return Shown(say("fix-how"))
    return await _card(asked, shown[0][0], "") if len(shown) == 1 else views.which(shown)


async def _card(asked: Request, target: Target, note: str) -> Shown:
    card = await asked.edge.read(pages.card_of, target=target, fixer=asked.fixer)
    reach = ""
    if not isinstance(target, Rehearsed):
        found = await asked.edge.read(mending_reach, fact_id=target)
        reach = reach_line(found.shown, found.states) if found.shown else ""
    document_id, label = card.document or (None, None)
    return views.card(
        card.draft,
        card.known,
        ref=ref(target),
        load_id=load(target),
        joins=card.before or card.after,
        act=card.act,
        note=note,
        reach=reach,
        label=label,
        relabels=document_id if asked.admin else None,
    )


async def _list(asked: Request, target: Target, argument: str, note: str = "") -> Shown:
    load_id = target.load_id if isinstance(target, Rehearsed) else target
    number = int(argument) if argument.isdecimal() else 0
    page = await asked.edge.read(
        pages.page_of_load, load_id=load_id, number=number, fixer=asked.fixer
    )
    return views.fact_list(
        [(ref(item.target), item.draft, item.doubts) for item in page.items],
        load_id=load_id,
        page=(page.number, page.pages),
        counts=(page.count, page.doubtful),
        note=note,
    )


async def _open(asked: Request, target: Target, _argument: str) -> Shown:
    await asked.edge.write(prompting.forget, place=asked.place)
    return await _card(asked, target, "")


async def _say(asked: Request, target: Target, argument: str) -> Shown:
    card = await asked.edge.read(pages.card_of, target=target, fixer=asked.fixer)
    name = None if argument == "-" else _by_sign(card.names, argument)
    return await _fixed(asked, target, Change(Field.SPEAKER, name))


async def _set_day(asked: Request, target: Target, argument: str) -> Shown:
    start, _, when = argument.partition(":")
    place = int(start) if start.isdecimal() else None
    return await _fixed(asked, target, Change(Field.MOMENT, when, place=place))


async def _set_kind(asked: Request, target: Target, argument: str) -> Shown:
    return await _fixed(asked, target, Change(Field.KIND, argument))


async def _set_topic(asked: Request, target: Target, argument: str) -> Shown:
    card = await asked.edge.read(pages.card_of, target=target, fixer=asked.fixer)
    name = None if argument == "-" else _by_sign(card.topics, argument)
    return await _fixed(asked, target, Change(Field.TOPIC, name))


async def _cut(asked: Request, target: Target, argument: str) -> Shown:
    place = int(argument) if argument.isdecimal() else 0
    return await _fixed(asked, target, Change(Field.SPLIT, place=place))


async def _join(asked: Request, target: Target, argument: str) -> Shown:
    return await _fixed(asked, target, Change(Field.JOIN, backwards=argument == "before"))


async def _leave_out(asked: Request, target: Target, _argument: str) -> Shown:
    return await _fixed(asked, target, Change(Field.LEFT_OUT))


async def _put_back(asked: Request, target: Target, argument: str) -> Shown:
    act = int(argument) if argument.isdecimal() else 0
    facts = await asked.edge.write(unfixing.put_back, act=act, fixer=asked.fixer)
    note = say("fix-back-done")
    if isinstance(target, Rehearsed):
        return await _list(asked, target, "0", note)
    return await _card(asked, facts[0] if facts else target, note)


async def _fixed(asked: Request, target: Target, change: Change) -> Shown:
    done = await asked.edge.write(fixing.fix, target=target, change=change, fixer=asked.fixer)
    if done.targets:
        carried = views.carried(done.carried.moved, done.carried.resting)
        note = "\n".join(filter(None, (say("fix-done"), carried)))
        return await _card(asked, done.targets[0], note)
    note = say("fix-out-done")
    if isinstance(target, Rehearsed):
        return await _list(asked, target, "0", note)
    return views.left_out(note, ref(target), done.act)


def _by_sign(names: tuple[str, ...], sign: str) -> str:
    found = next((name for name in names if views.sign_of(name) == sign), None)
    if found is None:
        raise FixRefused(say("fix-expired"))
    return found


def _place_of(card: Card, typed: str) -> int:
    words = typed.strip()
    if not words or card.draft.text.count(words) != 1:
        raise FixRefused(say("fix-not-once"))
    return card.draft.text.index(words)


def _target(written: str) -> Target:
    numbers = [int(part) for part in written.split("-")]
    if len(numbers) == 1:
        return numbers[0]
    if len(numbers) != 4:
        raise FixRefused(say("fix-expired"))
    return Rehearsed(*numbers)


_SHOWS: dict[str, Show] = {
    "load": _list,
    "fact": _open,
    "speaker": questions.ask_speaker,
    "date": questions.ask_date,
    "moment": questions.ask_date,
    "kind": questions.ask_kind,
    "topic": questions.ask_topic,
    "split": questions.ask_split,
    "join": questions.ask_join,
    "out": questions.ask_out,
    "type": questions.ask_typing,
    "say": _say,
    "day": _set_day,
    "be": _set_kind,
    "on": _set_topic,
    "cut": _cut,
    "tie": _join,
    "gone": _leave_out,
    "back": _put_back,
}
