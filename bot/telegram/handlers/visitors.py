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


async def let_in(edge: Edge, update: Update, *, asking: bool = False) -> Admission | None:
    """Return the admission of whoever sent the update; tell those who are not let in.

    A group's anonymous admins, whom nobody can tell apart, are one reader of the group: they are
    let in only for `asking`, and told so when they send another command.
    """
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return None
    if user.is_bot and not (asking and _anonymous(update)):
        await _tell_anonymous(edge, update)
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


def _anonymous(update: Update) -> bool:
    """Say whether a message was sent by an admin of a group in the group's own name."""
    message, chat = update.message, update.effective_chat
    sender = message.sender_chat if message else None
    return sender is not None and chat is not None and sender.id == chat.id


async def _tell_anonymous(edge: Edge, update: Update) -> None:
    message = update.message
    if message is None or not _anonymous(update) or not (message.text or "").startswith("/"):
        return
    thread = message.message_thread_id if message.is_topic_message else None
    await edge.tell(message.chat.id, say("write-as-yourself"), thread)
