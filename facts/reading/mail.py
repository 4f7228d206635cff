"""E-mail -> a reading: subject, sender and date from the header, body without earlier mails."""

import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage

import lxml.html
from lxml import etree

from facts.errors import DocumentRefused, RowsRefused
from facts.reading import headers, plain
from facts.reading.dates import first_full_date
from facts.reading.decode import clean, decode
from facts.reading.html import read_html
from facts.reading.pagewalk import Element
from facts.reading.pieces import compose, overridden
from facts.reading.source import Reader, Source, read_within
from facts.types import Particulars, Published, PublishedBasis, ReadDocument

READER = "eml/6"
_MOST_PARTS = 200
_WHO = r"[^\n]{5,200}(?:\n[^\n]{1,200})?"
_REPLY = re.compile(
    rf"^(?:On {_WHO}wrote:|Am {_WHO}schrieb[^\n]{{0,80}}:|Le {_WHO}a écrit\s?:|El {_WHO}escribió:"
    r"|-{2,} ?Original [Mm]essage ?-{2,}"
    r"|\*?(?:From|Von|De):\*? [^\n]+\n(?:\*?[A-Z][\w -]{1,12}:\*?[^\n]*\n)+)\s*$",
    re.M,
)
_FORWARD = re.compile(
    r"^(?:-{2,} ?Forwarded [Mm]essage ?-{2,}|Begin forwarded message:)\s*\n"
    r"(?P<head>(?:\s*>?\s*\*?[A-Z]\w{1,11}:[^\n]*\n)*)",
    re.M,
)
_MOST_COMMENTED = 12  # words above a forwarded text: more, and they are the mail's own text
_FIELD = re.compile(r"\s*>?\s*\*?(From|Date|Sent|Subject)\s*:\*?\s*(.+)", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_LEAVING = re.compile(r"(?m)^(?:_{5,}|-{5,})\s*$")
_QUOTED_HTML = (
    "//*[contains(@class, 'gmail_quote') or contains(@class, 'gmail_signature')"
    " or contains(@class, 'moz-cite-prefix') or contains(@class, 'moz-signature')"
    " or contains(@class, 'yahoo_quoted') or @id='divRplyFwdMsg' or @id='Signature']"
    " | //*[@id='divRplyFwdMsg']/following-sibling::* | //blockquote[@type='cite']"
)
_DOCUMENTS = frozenset({"txt", "md", "html", "htm", "pdf", "docx", "xlsx", "csv", "eml", "json"})
_PREFIXES = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_mail(source: Source, read: Reader) -> tuple[ReadDocument, ...]:
    """Read an e-mail as one document, and each document attached to it, by `read`, as another.

    What is attached and cannot be read is told with the mail; it refuses it only where the mail
    says nothing itself. Raises RowsRefused where rows of attached tables cannot be taken and
    others can.
    """
    if source.content.lower().count(b"boundary=") > _MOST_PARTS:
        raise DocumentRefused("The e-mail is nested too deeply; send its text itself.")
    try:
        message = email.message_from_bytes(source.content, policy=email.policy.default)
        known, body, kind = _particulars(message), *_body(message)
        attached = list(_attached(message))
    except (
        email.errors.MessageError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
    ):
        raise DocumentRefused("The e-mail is damaged; send its text itself.") from None
    own = (_own(source, known, body, kind),) if body.strip() or not attached else ()
    others: list[ReadDocument] = []
    refused: list[DocumentRefused] = []
    rows: list[RowsRefused] = []
    for name, content in attached:
        try:
            part = Source(name, content, good_rows=source.good_rows)
            others += read_within(part, "attached to the e-mail", read)
        except RowsRefused as refusal:
            rows.append(refusal)
        except DocumentRefused as refusal:
            refused.append(refusal)
    if rows:
        raise RowsRefused.together(rows, others=bool(own or others))
    found = (*own, *others)
    if refused and not found:
        raise DocumentRefused(str(refused[0]))
    return (replace(found[0], unread=tuple(map(str, refused))), *found[1:]) if refused else found


def _own(source: Source, found: Particulars, body: str, kind: str) -> ReadDocument:
    if kind == "html":
        given = overridden(found, source.given)
        words = _without_quoted(body).encode("utf-8", errors="replace")
        page = read_html(Source("mail.html", words, given))[0]
        return ReadDocument("", source.content, page.reading)
    own, found = _forwarded(clean(body), found)
    pieces, seen = plain.pieces_of(_without_replies(own))
    reading = compose(pieces, overridden(overridden(seen, found), source.given), READER)
    return ReadDocument("", source.content, reading)


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each attached document; pictures and the like are left alone."""
    for part in message.iter_attachments():
        name = _as_sent(part.get_filename() or "")
        if name.rpartition(".")[2].lower() not in _DOCUMENTS:
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            yield name, content


def _particulars(message: EmailMessage) -> Particulars:
    subject = _PREFIXES.sub("", _as_sent(str(message.get("subject") or ""))).strip()
    sender = getattr(message.get("from"), "addresses", ())
    name = _as_sent(sender[0].display_name or sender[0].domain) if sender else None
    sent = getattr(message.get("date"), "datetime", None)
    published = Published()
    if isinstance(sent, datetime):
        published = headers.on_day(sent.date(), PublishedBasis.HEADER)
    return Particulars(subject or None, name or None, published)


def _as_sent(words: str) -> str:
    """Return a header that holds bytes of no ASCII as the UTF-8 that they mostly are."""
    try:
        return words.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")
    except UnicodeEncodeError:  # no bytes of the mail's, but halves of characters
        return words.encode("utf-8", errors="replace").decode("utf-8")


def _body(message: EmailMessage) -> tuple[str, str]:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        if any(True for _ in _attached(message)):
            return "", "plain"
        raise DocumentRefused("The e-mail holds no text, only attachments; send those themselves.")
    content = part.get_payload(decode=True)
    words = content if isinstance(content, bytes) else b""
    try:
        text = words.decode(part.get_content_charset("utf-8"))
    except (UnicodeDecodeError, LookupError):  # it says one encoding and is in another
        text = decode(words)[0]
    return text, part.get_content_subtype()


def _without_quoted(page: str) -> str:
    """Return an HTML mail without the mails that it answers, and without its signature."""
    try:
        root: Element = lxml.html.document_fromstring(page)
        for element in root.xpath(_QUOTED_HTML):
            if element.getparent() is not None and element.getroottree().getroot() is root:
                element.drop_tree()
    except (etree.LxmlError, ValueError):  # a control letter beside what is to be dropped
        return page
    kept = root.text_content().strip()
    return str(lxml.html.tostring(root, encoding="unicode")) if kept else page


def _forwarded(body: str, found: Particulars) -> tuple[str, Particulars]:
    """Return the forwarded text with who sent it and when, if the mail adds hardly a word."""
    match = _FORWARD.search(body)
    if match is None:
        return body, found
    above = body[: match.start()]
    if len(above.split()) > _MOST_COMMENTED:
        return above, found
    fields = {m[1].lower(): m[2].strip() for m in map(_FIELD.match, match["head"].split("\n")) if m}
    day = first_full_date(fields.get("date") or fields.get("sent") or "")
    sender = re.sub(r"\s*<.*|[\"*]", "", fields.get("from", "")).strip()
    return body[match.end() :], Particulars(
        title=_PREFIXES.sub("", fields.get("subject", "")).strip() or found.title,
        outlet=sender or None,
        published=headers.on_day(day, PublishedBasis.HEADER) if day else Published(),
    )


def _without_replies(body: str) -> str:
    for mark in (_REPLY, _SIGNATURE):
        match = mark.search(body)
        body = body[: match.start()] if match and body[: match.start()].strip() else body
    body = _LEAVING.sub("", body)
    return "\n".join(line for line in body.split("\n") if not line.startswith(">"))
