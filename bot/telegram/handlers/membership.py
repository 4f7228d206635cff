"""Chats that block us or put us out, and come back."""

from telegram import ChatMember, Update

from bot.services.membership import join, leave
from bot.telegram.edge import Edge

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
