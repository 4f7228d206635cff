"""A command or a press with all that carrying it out needs, in one value."""

import logging
import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass

from telegram import CallbackQuery, ChatMember, Message, Update

from bot.ports import Message as Shown
from bot.ports import Outgoing
from bot.services.access import Admission
from bot.services.sheets import Fixer
from bot.services.subscribing import Place
from bot.telegram.edge import Edge
from bot.telegram.handlers.visitors import let_in
from bot.telegram.sending import tell
from bot.views.html import escape
from bot.views.texts import say
from facts.errors import BriefingError

log = logging.getLogger(__name__)

NOTE_LIMIT = 200  # characters of what a press is answered with; Telegram's limit
MAY_CHANGE_GROUPS = {ChatMember.OWNER, ChatMember.ADMINISTRATOR}


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody let in asks for something in a chat; `words` follow the command."""

    edge: Edge
    update: Update
    admission: Admission
    place: Place
    private: bool
    words: str = ""

    @property
    def admin(self) -> bool:
        """Say whether this is an admin of the bot, in private."""
        return self.private and self.admission.role == "admin"

    @property
    def editor(self) -> bool:
        """Say whether this is an editor or an admin of the bot, in private."""
        return self.private and self.admission.role in {"editor", "admin"}

    @property
    def actor(self) -> str:
        """The person as the audit record names them."""
        return str(self.place.person_id)

    @property
    def fixer(self) -> Fixer:
        """Who puts something right, and what they may see."""
        return Fixer(self.actor, self.admission.viewer)

    async def show(self, message: Shown, *, edits: int | None = None) -> None:
        """Show a message that is owed to nobody: a card or a list, in place of another one."""
        outgoing = Outgoing(
            self.place.chat_id, message, thread_id=self.place.thread_id, edits=edits
        )
        await tell(self.edge, outgoing)

    async def may_change(self) -> bool:
        """Say whether the briefings of this chat are theirs to change."""
        if self.private:
            return True
        member = await self.update.get_bot().get_chat_member(
            self.place.chat_id, self.place.person_id
        )
        return member.status in MAY_CHANGE_GROUPS


async def request(edge: Edge, update: Update) -> Request | None:
    """Return what is asked for, None when it is nobody who may ask."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    admission = await let_in(edge, update)
    if admission is None or user is None or chat is None or message is None:
        return None
    in_topic = isinstance(message, Message) and message.is_topic_message
    place = Place(chat.id, user.id, message.message_thread_id if in_topic else None)
    text = (update.message.text or "") if update.message else ""
    words = " ".join(text.split(maxsplit=1)[1:]).strip()
    return Request(edge, update, admission, place, chat.type == chat.PRIVATE, words)


async def admin_request(edge: Edge, update: Update) -> Request | None:
    """Return what an admin asks for in their private chat; refuse and log everybody else's."""
    asked = await request(edge, update)
    if asked is not None and asked.admin:
        return asked
    await _refuse(update, asked, say("admins-only"))
    return None


async def editor_request(edge: Edge, update: Update) -> Request | None:
    """Return what an editor asks for in their private chat; refuse and log everybody else's."""
    asked = await request(edge, update)
    if asked is not None and asked.editor:
        return asked
    await _refuse(update, asked, say("editors-only"))
    return None


async def show_asked(
    edge: Edge, update: Update, show: Callable[[Request], Awaitable[Shown]]
) -> None:
    """Show what an editor's command asks for, or why it is refused."""
    asked = await editor_request(edge, update)
    if asked is None:
        return
    try:
        shown = await show(asked)
    except BriefingError as refused:
        shown = Shown(escape(str(refused)))
    await asked.show(shown)


async def show_pressed(
    edge: Edge,
    update: Update,
    pattern: re.Pattern[str],
    show: Callable[[Request, re.Match[str]], Awaitable[Shown]],
    notes: Mapping[str, str] | None = None,
    beside: Collection[str] = (),
) -> None:
    """Show what an editor's button asks for in place of its message, or why it is refused.

    `pattern` reads the button's data; `notes` names, for a verb that is its first group, the text
    that the press is answered with. What verbs `beside` ask for gets a message of its own.
    """
    query = update.callback_query
    asked = await editor_request(edge, update)
    match = pattern.match(query.data or "") if query else None
    if asked is None or query is None or match is None or query.message is None:
        return
    try:
        shown = await show(asked, match)
    except BriefingError as refused:
        await query.answer(str(refused)[:NOTE_LIMIT], show_alert=True)
        return
    note = notes.get(match[1]) if notes else None
    await query.answer(say(note) if note else None)
    await asked.show(
        shown, edits=None if beside and match[1] in beside else query.message.message_id
    )


def message_id(query: CallbackQuery) -> int | None:
    """Return the number of the message that a pressed button stands under."""
    return query.message.message_id if query.message else None


async def _refuse(update: Update, asked: Request | None, told: str) -> None:
    query = update.callback_query
    if asked is not None:
        log.warning("Refused a command of the desk to person %s", asked.actor)
    if query is not None:
        await query.answer(told)
    elif asked is not None:
        await asked.show(Shown(told))
