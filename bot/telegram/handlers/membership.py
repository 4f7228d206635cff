"""Chats that block us or put us out, people who leave the gate, and who comes back."""

from telegram import ChatMember, Update

from bot.services.access import note_gate
from bot.services.membership import join, leave, move
from bot.telegram.edge import Edge
from bot.telegram.gate import is_in

GONE = {ChatMember.BANNED, ChatMember.LEFT}


async def on_membership(edge: Edge, update: Update) -> None:
    """Keep note of whether a chat can be written to."""
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in GONE:
        await edge.write(leave, chat_id=change.chat.id)
    else:
        title = change.chat.title or change.chat.full_name
        await edge.write(join, chat_id=change.chat.id, kind=change.chat.type, title=title)


async def on_member(edge: Edge, update: Update) -> None:
    """Keep note of who joins or leaves the chat whose members may ask.

    Telegram tells it only to a bot that is an administrator there.
    """
    change = update.chat_member
    if change is None or edge.gate is None or change.chat.id != edge.gate.chat_id:
        return
    member = change.new_chat_member
    inside, person_id = is_in(member), member.user.id
    await edge.write(note_gate, person_id=person_id, chat_id=change.chat.id, inside=inside)


async def on_move(edge: Edge, update: Update) -> None:
    """Follow a group that became a supergroup; both tell it, the old and the new one."""
    message = update.message
    if message is None:
        return
    old, new = message.chat.id, message.migrate_to_chat_id
    if new is None:
        old, new = message.migrate_from_chat_id or 0, message.chat.id
    await edge.write(move, old_id=old, new_id=new)
