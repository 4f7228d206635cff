"""Invites, requests to be let in, /people and /label: for admins, in private."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot.ports import Message
from bot.services import labelling, people
from bot.telegram.edge import Edge
from bot.telegram.handlers.requests import NOTE_LIMIT, Request, message_id, request
from bot.telegram.handlers.visitors import sent_in_a_group, visitor
from bot.views import people as views
from bot.views.html import escape
from bot.views.texts import say
from db.models import ChatRow, PersonRow
from db.queries.clearances import clearance_of
from facts.errors import BriefingError

log = logging.getLogger(__name__)
PATTERN = r"^(invite|people|label):"
PAGE = 8
MOST_LABELLED = 40
Did = Callable[[Request, list[str]], Awaitable[Message]]


async def on_invite_link(edge: Edge, update: Update) -> None:
    """Let in whoever opens an invite in a private chat; say so in one sentence if it is no good."""
    user, chat, message = update.effective_user, update.effective_chat, update.message
    if user is None or chat is None or message is None or await sent_in_a_group(edge, update):
        return
    code = (message.text or "").split(maxsplit=1)[1].strip()
    await edge.admit(visitor(user, chat))
    role = await edge.write(people.accept_invite, code=code, person_id=user.id)
    await edge.tell(chat.id, say("invite-good" if role else "invite-bad"))


async def on_command(edge: Edge, update: Update, command: str) -> None:
    """Carry out a command of an admin's; anybody else is told that it is not theirs."""
    asked = await request(edge, update)
    if asked is None:
        return
    if not asked.admin:
        log.warning("person %s was refused /%s", asked.actor, command)
        await asked.show(Message(say("admins-only")))
        return
    try:
        await asked.show(await COMMANDS[command](asked, asked.words.split()))
    except BriefingError as refused:
        await asked.show(Message(escape(str(refused))))


async def on_press(edge: Edge, update: Update) -> None:
    """Do what an admin's button asks for, in place of the message that it stands under."""
    query = update.callback_query
    asked = await request(edge, update)
    if query is None or query.message is None:
        return
    if asked is None or not asked.admin:
        log.warning("person %d was refused a button: %s", query.from_user.id, query.data)
        await query.answer(say("admins-only"))
        return
    part, verb, *rest = [*(query.data or "").split(":"), "", ""]
    try:
        shown = await BUTTONS[f"{part}:{verb}"](asked, rest)
    except (BriefingError, KeyError, ValueError) as refused:
        told = str(refused) if isinstance(refused, BriefingError) else say("button-expired")
        await query.answer(told[:NOTE_LIMIT], show_alert=True)
        return
    await query.answer()
    await asked.show(shown, edits=message_id(query))


def _shown(row: PersonRow | ChatRow) -> views.ShownPerson:
    if isinstance(row, PersonRow):
        name = row.name or str(row.id)
        return views.ShownPerson(row.id, name, clearance_of(row), row.role, row.access)
    return views.ShownPerson(row.id, row.title or str(row.id), row.clearance)


async def _invite(asked: Request, words: list[str]) -> Message:
    return views.invite_choice("reader", "1", "7")


async def _show_invite(asked: Request, rest: list[str]) -> Message:
    role, uses, days = rest[:3]
    return views.invite_choice(role, str(int(uses)), str(int(days)))


async def _make_invite(asked: Request, rest: list[str]) -> Message:
    role, uses, days = rest[:3]
    made = await asked.edge.write(
        people.invite, role=role, uses=int(uses), days=int(days), actor=asked.actor
    )
    link = f"https://t.me/{asked.update.get_bot().username}?start={made.code}"
    return views.invite_made(role, made.uses, made.until.astimezone(asked.edge.zone), link)


async def _invites(asked: Request, rest: list[str]) -> Message:
    rows, zone = await asked.edge.write(people.list_invites), asked.edge.zone
    listed = [(r, r.expires_at.astimezone(zone)) for r in rows]
    return views.invite_list(
        [views.ShownInvite(r.id, r.role, r.used, r.uses, until) for r, until in listed]
    )


async def _revoke(asked: Request, rest: list[str]) -> Message:
    await asked.edge.write(people.revoke, number=int(rest[0]), actor=asked.actor)
    listed = await _invites(asked, [])
    done = say("invite-revoked", number=rest[0])
    return replace(listed, html=f"{done}\n\n{listed.html}")


async def _people(asked: Request, rest: list[str]) -> Message:
    page = int(rest[0]) if rest and rest[0].isdecimal() else 0
    rows, count = await asked.edge.read(people.list_people, page=page, size=PAGE)
    groups = await asked.edge.read(people.list_groups)
    return views.people_list(
        [_shown(r) for r in rows], [_shown(g) for g in groups], page, max(1, -(-count // PAGE))
    )


async def _card(asked: Request, rest: list[str]) -> Message:
    number = int(rest[0])
    if number < 0:
        found = [g for g in await asked.edge.read(people.list_groups) if g.id == number]
        return views.card(_shown(found[0])) if found else await _people(asked, [])
    return views.card(_shown(await asked.edge.write(people.person_card, person_id=number)))


async def _decide(asked: Request, rest: list[str], *, admit: bool) -> Message:
    row = await asked.edge.write(
        people.set_access, person_id=int(rest[0]), admit=admit, actor=asked.actor
    )
    if admit:
        await asked.edge.tell(row.id, say("access-admitted"))
    return views.card(_shown(row))


async def _admit(asked: Request, rest: list[str]) -> Message:
    return await _decide(asked, rest, admit=True)


async def _refuse(asked: Request, rest: list[str]) -> Message:
    return await _decide(asked, rest, admit=False)


async def _role(asked: Request, rest: list[str]) -> Message:
    row = await asked.edge.write(
        people.set_role,
        person_id=int(rest[0]),
        role=rest[1],
        actor=asked.actor,
        admin_ids=asked.edge.admin_ids,
    )
    return views.card(_shown(row))


async def _clear(asked: Request, rest: list[str]) -> Message:
    row = await asked.edge.write(
        people.set_clearance, person_id=int(rest[0]), label=rest[1], actor=asked.actor
    )
    return views.card(_shown(row))


async def _remove(asked: Request, rest: list[str]) -> Message:
    row = await asked.edge.write(
        people.remove,
        person_id=int(rest[0]),
        actor=asked.actor,
        admin_ids=asked.edge.admin_ids,
    )
    return views.card(_shown(row))


async def _labels(asked: Request, _rest: list[str]) -> Message:
    return views.labelled(await asked.edge.read(labelling.list_labelled, most=MOST_LABELLED))


async def _choose_label(asked: Request, rest: list[str]) -> Message:
    found = await asked.edge.read(labelling.labelled_document, document_id=int(rest[0][:15]))
    return views.label_choice(*found)


async def _set_label(asked: Request, rest: list[str]) -> Message:
    return replace(await _label(asked, rest[:2]), buttons=views.label_back())


async def _label(asked: Request, words: list[str]) -> Message:
    if len(words) != 2 or not words[0].isdecimal():
        return await _labels(asked, words)
    done = await asked.edge.write(
        labelling.relabel, document_id=int(words[0][:15]), label=words[1], actor=asked.actor
    )
    told = {"id": str(done.document_id), "before": done.before, "after": done.label}
    return Message(say("label-done", **told))


COMMANDS: dict[str, Did] = {
    "invite": _invite,
    "invites": _invites,
    "people": _people,
    "label": _label,
}
BUTTONS: dict[str, Did] = {
    "invite:show": _show_invite,
    "invite:make": _make_invite,
    "invite:revoke": _revoke,
    "label:list": _labels,
    "label:pick": _choose_label,
    "label:set": _set_label,
    "people:page": _people,
    "people:card": _card,
    "people:admit": _admit,
    "people:refuse": _refuse,
    "people:role": _role,
    "people:clear": _clear,
    "people:remove": _remove,
}
