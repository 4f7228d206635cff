"""The commands, in one table; the menu is made from it."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.metadata import version

from telegram import Update

from bot.ports import Message
from bot.services import calibrating, describing, outbox
from bot.services.access import Admission, claim
from bot.services.prompting import cancel
from bot.services.subscribing import Place
from bot.telegram.edge import Edge
from bot.telegram.handlers.visitors import let_in, sent_in_a_group, visitor
from bot.views import notices
from bot.views import outbox as outbox_view
from bot.views.texts import say
from bot.views.thresholds import in_force_line

log = logging.getLogger(__name__)
Reply = Callable[[Edge, Update, Admission], Awaitable[str | Message]]
MOST_DOCUMENTS = 30
READER, EDITOR, ADMIN = ROLES = ("reader", "editor", "admin")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the lowest role that is `offered` it, and the notice it returns."""

    name: str
    reply: Reply
    offered: str = READER
    in_menu: bool = True


async def _start(edge: Edge, _update: Update, admission: Admission) -> str:
    summary = await edge.read(describing.summarise_store, viewer=admission.viewer)
    return notices.start(summary.titles)


async def _help(_edge: Edge, update: Update, admission: Admission) -> str:
    chat = update.effective_chat
    # In a group the desk's commands work for nobody: they are not for everybody to read either.
    private = chat is not None and chat.type == chat.PRIVATE
    return notices.help_text(admission.role if private else "reader")


async def _settings(_edge: Edge, update: Update, admission: Admission) -> str:
    user = update.effective_user
    return notices.settings(
        person_id=user.id if user else 0, language=admission.language, role=admission.role
    )


async def _about(edge: Edge, _update: Update, admission: Admission) -> str:
    summary = await edge.read(describing.summarise_store, viewer=admission.viewer)
    held = await edge.read(calibrating.in_force)
    about = notices.about(
        version("briefing-bot"),
        document_count=summary.documents,
        fact_count=summary.facts,
        newest=summary.newest,
    )
    told = in_force_line(held.thresholds.version, held.wrong_at_most, held.measured)
    return f"{about}\n{told}"


async def _privacy(edge: Edge, _update: Update, _admission: Admission) -> str:
    return say("privacy", days=edge.retention_days)


async def _documents(edge: Edge, _update: Update, admission: Admission) -> str:
    cards = await edge.read(describing.list_documents, viewer=admission.viewer, most=MOST_DOCUMENTS)
    return notices.document_list(cards)


async def _delivery(edge: Edge, _update: Update, _admission: Admission) -> Message:
    return outbox_view.message(await edge.read(outbox.figures))


async def _cancel(edge: Edge, update: Update, _admission: Admission) -> str:
    user, chat = update.effective_user, update.effective_chat
    place = Place(chat.id if chat else 0, user.id if user else 0)
    return say("cancelled" if await edge.write(cancel, place=place) else "cancel-nothing")


COMMANDS = (
    Command("start", _start),
    Command("help", _help),
    Command("settings", _settings),
    Command("about", _about),
    Command("privacy", _privacy),
    Command("cancel", _cancel, in_menu=False),
    Command("documents", _documents, offered=EDITOR),
    Command("delivery", _delivery, offered=ADMIN),
)


async def on_command(edge: Edge, update: Update, command: Command) -> None:
    """Answer a command; the desk's only to those it is offered, and only in a private chat."""
    chat, message = update.effective_chat, update.effective_message
    admission = await let_in(edge, update)
    if admission is None or chat is None or message is None:
        return
    thread = message.message_thread_id if message.is_topic_message else None
    lacks = ROLES.index(admission.role) < ROLES.index(command.offered)
    if command.offered != READER and (lacks or chat.type != chat.PRIVATE):
        log.warning("Refused /%s in chat %s", command.name, chat.id)
        await edge.tell(chat.id, say(f"{command.offered}s-only"), thread)
        return
    await edge.tell(chat.id, await command.reply(edge, update, admission), thread)


async def on_claim(edge: Edge, update: Update, code: str) -> bool:
    """Make whoever sends the terminal's code in a private chat an admin; say whether it was so."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or await sent_in_a_group(edge, update):
        return False
    await edge.admit(visitor(user, chat))
    done = await edge.write(claim, code=code, person_id=user.id)
    await edge.tell(chat.id, say("claim-done") if done else say("claim-wrong"))
    return done


async def on_unknown(edge: Edge, update: Update) -> None:
    """Say kindly that a command is not known, in a private chat."""
    chat = update.effective_chat
    if chat is not None and chat.type == chat.PRIVATE and await let_in(edge, update):
        await edge.tell(chat.id, say("unknown-command"))
