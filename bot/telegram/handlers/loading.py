"""Documents and long texts that an editor gives in a private chat: stored, then read."""

import asyncio
import logging
import re
from dataclasses import replace
from pathlib import PurePosixPath

from telegram import (
    Document,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    Update,
)

from bot.links import checked, name_of
from bot.ports import Message as Shown
from bot.services import particulars, prompting, submitting
from bot.services.submitting import NEARLY_FULL, SubmissionRefused, Submitted
from bot.telegram.edge import Edge
from bot.telegram.handlers import asking
from bot.telegram.handlers.requests import Request, request
from bot.telegram.reading import bring_on, links_of, present
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.errors import DocumentRefused
from facts.reading.limits import LARGEST_FILE
from facts.types import Particulars, Published, PublishedBasis

log = logging.getLogger(__name__)

# So long the next part of a text is waited for that an app has cut.
PAUSE_SECONDS = 1.0
LONG_TEXT, LONG_PARAGRAPHS = 400, 120
LONGEST_NAME = 120
_PARAGRAPHS = re.compile(r"\S\s*\n\s*\n\s*\S")
_LINK = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_NEVER_READ = ("image/", "video/", "audio/")
_UNREADABLE = {
    *("doc", "rtf", "odt", "ods", "odp", "ppt", "pptx", "xls", "xlsb", "epub", "pages", "key"),
    *("rar", "7z", "gz", "tar", "exe", "apk", "dmg", "iso", "ics", "vcf", "psd", "svg"),
}


async def on_document(edge: Edge, update: Update) -> None:
    """Store a document of an editor and rehearse it; say kindly to others that they cannot."""
    asked, message = await request(edge, update), update.message
    if asked is None or message is None or message.document is None or not asked.private:
        return
    if not asked.editor:
        log.info("Refused: %s sent a document and is no editor", asked.actor)
        await asked.show(Shown(say("documents-editors-only")))
        return
    refusal = _refusal(message.document)
    if refusal:
        await asked.show(Shown(refusal))
        return
    submitted = Submitted(
        chat_id=message.chat.id,
        message_id=message.message_id,
        person_id=asked.place.person_id,
        file_name=_name(message.document),
        file_id=message.document.file_id,
        proposed=_proposed(edge, message),
    )
    number = await edge.write(submitting.receive_document, submitted=submitted, worker=edge.worker)
    if number is None:
        return
    if message.caption:
        await asked.show(Shown(say("caption-not-read", name=escape(submitted.file_name))))
    await bring_on(edge, number)


async def on_text(edge: Edge, update: Update) -> None:
    """Take words that were asked for, or a text that may be a document; else it is a question."""
    message = update.message
    if message is None:
        return
    taken: int | bool = False
    if message.chat.type == message.chat.PRIVATE:
        async with edge.chats.turn(message.chat.id):
            taken = await _take(edge, update, message, message.text or "")
    if taken is False:
        await asking.on_text(edge, update)
    elif taken is not True and _LINK.fullmatch(message.text or ""):
        await bring_on(edge, taken)
    elif taken is not True:
        await _ask_when_complete(edge, message, taken)


async def on_other(edge: Edge, update: Update) -> None:
    """Take the caption of a forwarded post; say of anything else that it cannot be read."""
    message = update.message
    if message is None or message.forward_origin is None:
        await asking.on_other(edge, update)
        return
    asked = await request(edge, update)
    if asked is None or not asked.editor:
        await asking.on_other(edge, update)
    elif not message.caption:
        await asked.show(Shown(say("forward-empty")))
    else:
        async with edge.chats.turn(message.chat.id):
            number = await _receive(edge, asked, message, message.caption)
        if number is not None:
            await _ask_when_complete(edge, message, number)


async def _take(edge: Edge, update: Update, message: Message, text: str) -> int | bool:
    """Return the submission that a text became, True when it was dealt with, False if not ours."""
    asked = await request(edge, update)
    if asked is None or not asked.editor:
        return False
    forwarded = message.forward_origin is not None
    if not forwarded and await _take_typed(edge, asked, text):
        return True
    prompt = await edge.write(prompting.asked_for, place=asked.place)
    if not forwarded and prompt is not None and prompt.purpose != particulars.PURPOSE:
        return False  # what another part has asked for may be long
    if _LINK.fullmatch(text):
        return await _take_link(edge, asked, message, text)
    if not (forwarded or _long(text) or await _goes_on(edge, asked, message, text)):
        return False
    number = await _receive(edge, asked, message, text)
    return True if number is None else number


async def _take_typed(edge: Edge, asked: Request, text: str) -> bool:
    place = asked.place
    try:
        number = await edge.write(
            particulars.typed,
            chat_id=place.chat_id,
            person_id=place.person_id,
            text=text,
            today=edge.today(),
            zone=edge.zone,
            worker=edge.worker,
        )
    except SubmissionRefused as refused:
        await asked.show(Shown(escape(str(refused))))
        return True
    if number is not None:
        await bring_on(edge, number)
    return number is not None


async def _take_link(edge: Edge, asked: Request, message: Message, text: str) -> int | bool:
    """Return the submission that a link became; True when it was refused, and that was said."""
    try:
        link = _checked_link(edge, text)
    except DocumentRefused as refused:
        await asked.show(Shown(escape(str(refused))))
        return True
    submitted = Submitted(
        chat_id=message.chat.id,
        message_id=message.message_id,
        person_id=asked.place.person_id,
        file_name=name_of(link),
        link=link,
        proposed=replace(_proposed(edge, message), url=link),
    )
    number = await edge.write(submitting.receive_document, submitted=submitted, worker=edge.worker)
    return True if number is None else number


def _checked_link(edge: Edge, text: str) -> str:
    links_of(edge)
    link = text.strip()
    return str(checked(link if "://" in link else f"https://{link}"))


async def _goes_on(edge: Edge, asked: Request, message: Message, text: str) -> bool:
    submitted = _submitted(edge, asked, message, text)
    return await edge.read(submitting.goes_on, submitted=submitted)


async def _receive(edge: Edge, asked: Request, message: Message, text: str) -> int | None:
    submitted = _submitted(edge, asked, message, text)
    return await edge.write(submitting.receive_text, submitted=submitted, worker=edge.worker)


async def _ask_when_complete(edge: Edge, message: Message, number: int) -> None:
    """Ask what a text is for, once no more of it comes; the last part's handler does."""
    text = message.text or message.caption or ""
    if submitting.units(text) >= NEARLY_FULL:
        await asyncio.sleep(PAUSE_SECONDS)
    if await edge.write(submitting.complete, submission_id=number, message_id=message.message_id):
        await present(edge, number)


def _submitted(edge: Edge, asked: Request, message: Message, text: str) -> Submitted:
    forwarded = message.forward_origin is not None
    return Submitted(
        chat_id=message.chat.id,
        message_id=message.message_id,
        person_id=asked.place.person_id,
        file_name=say("text-forward" if forwarded else "text-paste"),
        text=text.encode(errors="replace").decode(),
        proposed=_proposed(edge, message),
    )


def _proposed(edge: Edge, message: Message) -> Particulars:
    """Return what the forward tells: a channel's title, the post's day and its address."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginChannel):
        title, name = origin.chat.title, origin.chat.username
        url = f"https://t.me/{name}/{origin.message_id}" if name else None
    elif isinstance(origin, MessageOriginChat):
        title, url = origin.sender_chat.title, None
    else:
        return Particulars()
    day = origin.date.astimezone(edge.zone).date()
    published = Published(day, day, PublishedBasis.METADATA)
    return Particulars(outlet=title, published=published, url=url)


def _refusal(document: Document) -> str | None:
    """Return why a document is not even fetched, None if it is."""
    name = escape(_name(document))
    if (document.file_size or 0) > LARGEST_FILE:
        return say("file-too-large", name=name, most=LARGEST_FILE >> 20)
    ending = PurePosixPath(document.file_name or "").suffix.lower().removeprefix(".")
    if (document.mime_type or "").startswith(_NEVER_READ) or ending in _UNREADABLE:
        return say("file-not-read", name=name)
    return None


def _name(document: Document) -> str:
    return shortened(" ".join((document.file_name or "document").split()), LONGEST_NAME)


def _long(text: str) -> bool:
    several = len(text) > LONG_PARAGRAPHS and _PARAGRAPHS.search(text) is not None
    return len(text) > LONG_TEXT or several
