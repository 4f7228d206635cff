"""Bytes -> text without guessing: byte order mark, strict UTF-8, then Windows-1252, or refused."""

import codecs
import re

from facts.errors import DocumentRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Marks that are invisible or turn the direction of writing: they could make shown words differ
# from stored ones. Joiners stay, since scripts and emoji need them.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")


def decode(content: bytes) -> tuple[str, str]:
    """Return the text as written and the encoding's name."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding)), encoding
    if b"\0" in content:
        raise DocumentRefused(
            "The file holds zero bytes, so it is no plain text; save it as UTF-8 text and send it"
            " again."
        )
    return _checked_without_mark(content)


def clean(text: str) -> str:
    """Return `text` with plain line ends and without invisible direction and width marks."""
    return _INVISIBLE.sub("", _BREAKS.sub("\n", text))


def _checked_without_mark(content: bytes) -> tuple[str, str]:
    try:
        return _checked(content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(content, error.start)
    return _checked(_strict(content, "cp1252")), "cp1252"


# An accented letter or a curly quote of UTF-8; as Windows-1252 it would read as "Ã©" or "â€™".
_SURELY_UTF8 = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x93-\x9d]")


def _refuse_broken_utf8(content: bytes, first: int) -> None:
    # UTF-8 with a few broken bytes must not be taken for Windows-1252: every letter would differ.
    lenient = content.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    whole = sum(1 for c in lenient if c > "\x7f") - broken
    if whole > broken or _SURELY_UTF8.search(content):
        raise DocumentRefused(
            f"The file is UTF-8 text with broken bytes (the first is byte {first + 1}); save it"
            " again as UTF-8 and send it."
        )


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise DocumentRefused(
            "The file's encoding is neither UTF-8 nor Windows-1252; save it as UTF-8 text and send"
            " it again."
        ) from None


def _checked(text: str) -> str:
    if "\0" in text:
        raise DocumentRefused(
            "The file holds zero characters, so it is no plain text; save it as UTF-8 text and"
            " send it again."
        )
    if len(_CONTROLS.findall(text)) > len(text) // 100:
        raise DocumentRefused(
            "The file is binary and of no known kind; send text, Markdown, HTML, PDF, DOCX, CSV,"
            " JSON or an e-mail."
        )
    if not clean(text).strip():
        raise DocumentRefused("The file is empty; send one that holds text.")
    return text
