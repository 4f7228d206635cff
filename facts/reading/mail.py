"""E-mail -> a reading: subject, sender and date from the header, body without earlier mails."""

import email
import email.errors
import email.policy
import re
from datetime import datetime
from email.message import EmailMessage

from facts.errors import DocumentRefused
from facts.reading import headers, plain
from facts.reading.decode import clean
from facts.reading.html import read_html
from facts.reading.pieces import compose, overridden
from facts.reading.source import Source
from facts.types import Particulars, Published, PublishedBasis, ReadDocument

READER = "eml/1"
_MOST_PARTS = 200
_REPLY = re.compile(
    r"^(?:On .{5,200} wrote:|-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,})$", re.M
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_PREFIXES = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_mail(source: Source) -> tuple[ReadDocument, ...]:
    """Read an e-mail as one document."""
    if source.content.lower().count(b"boundary=") > _MOST_PARTS:
        raise DocumentRefused("The e-mail is nested too deeply; send its text itself.")
    try:
        message = email.message_from_bytes(source.content, policy=email.policy.default)
        found, body, kind = _particulars(message), *_body(message)
    except (
        email.errors.MessageError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
    ):
        raise DocumentRefused("The e-mail is damaged; send its text itself.") from None
    given = overridden(found, source.given)
    if kind == "html":
        page = read_html(Source(source.name, body.encode("utf-8", errors="replace"), given))[0]
        return (ReadDocument("", source.content, page.reading),)
    pieces, seen = plain.pieces_of(_without_replies(clean(body)))
    reading = compose(pieces, overridden(overridden(seen, found), source.given), READER)
    return (ReadDocument("", source.content, reading),)


def _particulars(message: EmailMessage) -> Particulars:
    subject = _PREFIXES.sub("", str(message.get("subject") or "")).strip()
    sender = getattr(message.get("from"), "addresses", ())
    name = sender[0].display_name or sender[0].domain if sender else None
    sent = getattr(message.get("date"), "datetime", None)
    published = Published()
    if isinstance(sent, datetime):
        published = headers.on_day(sent.date(), PublishedBasis.HEADER)
    return Particulars(subject or None, name or None, published)


def _body(message: EmailMessage) -> tuple[str, str]:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise DocumentRefused("The e-mail holds no text, only attachments; send those themselves.")
    return str(part.get_content()), part.get_content_subtype()


def _without_replies(body: str) -> str:
    for mark in (_REPLY, _SIGNATURE):
        match = mark.search(body)
        body = body[: match.start()] if match and body[: match.start()].strip() else body
    return "\n".join(line for line in body.split("\n") if not line.startswith(">"))
