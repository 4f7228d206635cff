"""Who an update is from, and whether they are let in."""

from telegram import Chat, Update, User

from bot.services.access import Admission, Visitor
from bot.services.people import all_admins, ask_to_be_let_in
from bot.telegram.edge import Edge
from bot.views.html import escape
from bot.views.people import request_notice
from bot.views.texts import say


def visitor(user: User, chat: Chat) -> Visitor:
    """Return who wrote where, in our words."""
    return Visitor(
        person_id=user.id,
        name=user.full_name,
        chat_id=chat.id,
        chat_kind=chat.type,
        chat_title=chat.title,
        language=user.language_code,
    )


async def let_in(edge: Edge, update: Update) -> Admission | None:
    """Return the admission of whoever sent the update; tell those who are not let in."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or user.is_bot:
        return None
    admission = await edge.admit(visitor(user, chat))
    if admission.allowed:
        return admission
    if chat.type == chat.PRIVATE and not edge.doors.open_to_all:
        await _ask_admins(edge, chat, user)
    return None


async def _ask_admins(edge: Edge, chat: Chat, user: User) -> None:
    """Tell the admins once that a stranger wants to be let in, and the stranger that this was done.

    Whoever asks again, was refused or was removed is left without an answer.
    """
    if not await edge.write(ask_to_be_let_in, person_id=user.id):
        return
    await edge.tell(chat.id, say("not-let-in", id=escape(str(user.id))))
    for admin in await edge.read(all_admins, admin_ids=edge.admin_ids):
        await edge.tell(admin, request_notice(user.id, user.full_name))
