"""A file's name and content -> its format. The content decides where the two disagree."""

import codecs
import json
import re
from enum import StrEnum

from facts.errors import DocumentRefused
from facts.reading.source import Source


class Format(StrEnum):
    """A kind of file that can be read."""

    PLAIN = "txt"
    MARKDOWN = "md"
    HTML = "html"
    TABLE = "csv"
    JSON = "json"
    JSON_LINES = "jsonl"
    PDF = "pdf"
    WORD = "docx"
    WORKBOOK = "xlsx"
    MAIL = "eml"
    ARCHIVE = "zip"


_ENDINGS = {
    "txt": Format.PLAIN,
    "text": Format.PLAIN,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "csv": Format.TABLE,
    "tsv": Format.TABLE,
    "json": Format.JSON,
    "jsonl": Format.JSON_LINES,
    "ndjson": Format.JSON_LINES,
    "eml": Format.MAIL,
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UNREADABLE = (
    (_OLD_OFFICE, "an old Office file; save it as DOCX or text and send that"),
    (b"{\\rtf", "an RTF file; save it as DOCX or text and send that"),
    (b"\x89PNG", "a picture; send the text itself"),
    (b"\xff\xd8\xff", "a picture; send the text itself"),
    (b"GIF8", "a picture; send the text itself"),
    (b"\x1f\x8b", "a packed file; unpack it and send what is in it"),
    (b"7z\xbc\xaf", "a packed file; unpack it and send what is in it"),
    (b"Rar!", "a packed file; unpack it and send what is in it"),
    (b"\x7fELF", "a program; send a document"),
    (b"MZ\x90", "a program; send a document"),
    (b"ID3", "a sound file; send the text itself"),
    (b"OggS", "a sound file; send the text itself"),
    (b"SQLite format 3", "a database; export its rows as CSV and send that"),
)
_OFFICE = {
    "xl/workbook.bin": "a binary spreadsheet; save it as XLSX and send that",
    "ppt/presentation.xml": "a slide show; save it as PDF and send that",
    "content.xml": "an OpenDocument file; save it as DOCX or PDF and send that",
    "META-INF/container.xml": "an e-book; send its text itself",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAGS = re.compile(rb"<(?:p|div|h[1-6]|article|section|ul|table|span|br)\b[^>]*>", re.IGNORECASE)
_JSON_LINE = re.compile(rb"\s*\{.*\}\s*$")
_MARKDOWN = re.compile(rb"(?m)\A---\s*$|^#{1,3} \S.*$|^\|[ :|-]*-[ :|-]*\|\s*$")
_JSON_LIST = re.compile(rb"\s*\[\s*[\[{\"]")
_SNIFFED = 100_000
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FEWEST_TAGS, _FEWEST_MARKS = 5, 2


def recognise(source: Source) -> Format:
    """Return the format of a file, or refuse what no reader takes."""
    if b"%PDF-" in source.content[:1024]:
        return Format.PDF
    if source.content.startswith(b"PK\x03\x04"):
        return _packed(source.content)
    if source.content.startswith(_OLD_OFFICE) and _ENCRYPTED in source.content:
        raise DocumentRefused("The file is locked with a password; save it without one.")
    for magic, what in _UNREADABLE:
        if source.content.startswith(magic):
            raise DocumentRefused(f"The file is {what}.")
    named = _ENDINGS.get(source.ending)
    content = _sniffed(source.content)
    if _HTML.match(content):
        return Format.HTML
    if (content.lstrip()[:1] == b"{" or _JSON_LIST.match(content)) and (
        named in (Format.JSON, Format.JSON_LINES) or _holds_records(source.content)
    ):
        return _json_kind(content, named)
    if named is Format.MAIL or (named in (None, Format.PLAIN) and _is_mail(content)):
        return Format.MAIL
    if named in (Format.JSON, Format.JSON_LINES):
        return named  # broken: its own reader refuses it in its own words
    return _text_kind(content, named)


def _sniffed(content: bytes) -> bytes:
    """Return the first bytes as UTF-8: another encoding hides the marks that are looked for."""
    first = content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    for mark, encoding in _WIDE:
        if first.startswith(mark):
            return first[len(mark) :].decode(encoding, errors="ignore").encode()
    return first


def _packed(content: bytes) -> Format:
    from facts.reading.archive import checked_archive  # most files are not packed

    names = set(checked_archive(content).namelist())
    if "word/document.xml" in names:
        return Format.WORD
    if "xl/workbook.xml" in names:
        return Format.WORKBOOK
    for member, what in _OFFICE.items():
        if member in names:
            raise DocumentRefused(f"The file is {what}.")
    return Format.ARCHIVE


def _holds_records(content: bytes) -> bool:
    """Tell JSON from text that only begins as JSON does ("[[Wiki link]]")."""
    for part in (content.strip().partition(b"\n")[0], content):
        try:
            value = json.loads(part)
        except (ValueError, RecursionError):
            continue
        return isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict))
    return False


def _json_kind(content: bytes, named: Format | None) -> Format:
    if content.lstrip()[:1] == b"[":
        return Format.JSON
    first, _, rest = content.strip().partition(b"\n")
    whole = bool(_JSON_LINE.match(first))
    if whole and (named is Format.JSON_LINES or rest.lstrip()[:1] == b"{"):
        return Format.JSON_LINES
    return Format.JSON_LINES if named is Format.JSON_LINES and not rest else Format.JSON


def _is_mail(content: bytes) -> bool:
    head = content.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n"
    keys = {line.partition(b":")[0].lower() for line in head.split(b"\n") if b":" in line}
    return {b"from", b"date", b"subject"} <= keys


def _text_kind(content: bytes, named: Format | None) -> Format:
    if named in (Format.MARKDOWN, Format.TABLE):
        return named
    if len(_TAGS.findall(content)) >= _FEWEST_TAGS:
        return Format.HTML
    if named is None and len(_MARKDOWN.findall(content)) >= _FEWEST_MARKS:
        return Format.MARKDOWN
    return Format.PLAIN
