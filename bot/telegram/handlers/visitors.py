"""Who an update is from, and whether they are let in."""

from telegram import Chat, Message, Update, User

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
    if _nobody(update):
        admission = await _admit_chat(edge, update, chat) if asking else None
        if admission is None and update.message is not None:
            await _tell_nobody(edge, update.message)
        return admission
    admission = await edge.admit(visitor(user, chat))
    if admission.allowed:
        return admission
    if chat.type == chat.PRIVATE and not edge.doors.open_to_all:
        await _ask_admins(edge, chat, user)
    return None


async def sent_in_a_group(edge: Edge, update: Update) -> bool:
    """Say whether what is a person's own was sent in a chat of several, and tell who sent it."""
    message = update.message
    if message is None or message.chat.type == message.chat.PRIVATE:
        return False
    if _nobody(update):
        await _tell_nobody(edge, message)
    else:
        await edge.tell(message.chat.id, say("private-only"), _thread(message))
    return True


async def _ask_admins(edge: Edge, chat: Chat, user: User) -> None:
    """Tell the admins once that a stranger wants to be let in, and the stranger that this was done.

    Whoever asks again, was refused or was removed is left without an answer.
    """
    if not await edge.write(ask_to_be_let_in, person_id=user.id):
        return
    await edge.tell(chat.id, say("not-let-in", id=escape(str(user.id))))
    for admin in await edge.read(all_admins, admin_ids=edge.admin_ids):
        await edge.tell(admin, request_notice(user.id, user.full_name))


def _nobody(update: Update) -> bool:
    """Say whether no person can be told behind an update: a bot, a group's or channel's name."""
    user, message = update.effective_user, update.message
    return user is None or user.is_bot or (message is not None and message.sender_chat is not None)


async def _tell_nobody(edge: Edge, message: Message) -> None:
    """Tell who sends a command in a group's or channel's name to write as themselves."""
    if message.sender_chat is None or message.is_automatic_forward:
        return
    if (message.text or "").startswith("/"):
        await edge.tell(message.chat.id, say("write-as-yourself"), _thread(message))


async def _admit_chat(edge: Edge, update: Update, chat: Chat) -> Admission | None:
    """Return the admission of a group in whose own name something is asked, None if it has none."""
    if not _in_its_own_name(update):
        return None
    admission = await edge.admit(Visitor(None, chat.title or "", chat.id, chat.type, chat.title))
    return admission if admission.allowed else None


def _in_its_own_name(update: Update) -> bool:
    """Say whether a message was sent by an admin of a group in the group's own name."""
    message, chat = update.message, update.effective_chat
    sender = message.sender_chat if message else None
    return sender is not None and chat is not None and sender.id == chat.id


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
