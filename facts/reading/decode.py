"""Bytes -> text without guessing: byte order mark, strict UTF-8, then Windows-1252, or refused."""

import codecs
import re
import unicodedata

from facts.errors import DocumentRefused
from facts.reading.western import is_western

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNKNOWN = (
    "The file's encoding is neither UTF-8 nor Windows-1252; save it as UTF-8 text and send it"
    " again."
)
_LOOKED_AT = 200_000
_FEWEST_SPACES, _MOST_ODD, _OFTEN = 0.05, 0.01, 2
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Marks that are invisible or turn the direction of writing: they could make shown words differ
# from stored ones. Joiners stay, since scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\u061c\u180e\U000e0000-\U000e007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]"
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")


def decode(content: bytes) -> tuple[str, str]:
    """Return the text as written and the encoding's name."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding)), encoding
    unmarked = _utf16_without_mark(content) if b"\0" in content else None
    if unmarked is not None:
        return _checked(unmarked[0]), unmarked[1]
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
    text = _strict(content, "cp1252")
    if not is_western(text):
        raise DocumentRefused(_UNKNOWN)
    return _checked(text), "cp1252"


def _utf16_without_mark(content: bytes) -> tuple[str, str] | None:
    """Return the text and the order of its bytes, if every second one tells that it is UTF-16."""
    if len(content) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        spaces = sum(text.count(sign) for sign in " \n\r\t")
        if "\0" not in text and spaces >= _FEWEST_SPACES * len(text) and _is_readable(text):
            return text, encoding
    return None


def _is_readable(text: str) -> bool:
    looked_at = text[:_LOOKED_AT]
    odd = sum(1 for sign in looked_at if unicodedata.category(sign) in ("Cn", "Co", "Cc", "Cs"))
    breaks = sum(looked_at.count(sign) for sign in "\n\r\t")
    return odd - breaks <= _MOST_ODD * len(looked_at)


# An accented letter or a curly quote of UTF-8; as Windows-1252 it would read as "Ã©" or "â€™".
_SURELY_UTF8 = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x93-\x9d]|\xed[\xa0-\xbf][\x80-\xbf]")
# UTF-8 that was once read as Windows-1252 and saved so.
_SAVED_TWICE = re.compile("Ã[\u00a1-\u00bf]|â€[™œ\u009d“”˜¦]|Ð[\u00b0-\u00bf]Ð")


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
        raise DocumentRefused(_UNKNOWN) from None


def _checked(text: str) -> str:
    if "\0" in text:
        raise DocumentRefused(
            "The file holds zero characters, so it is no plain text; save it as UTF-8 text and"
            " send it again."
        )
    if len(_SAVED_TWICE.findall(text[:_LOOKED_AT])) >= _OFTEN:
        raise DocumentRefused(
            "The file was saved in a wrong encoding before (it reads “Ã©” for “é”); save the"
            " original as UTF-8 and send that."
        )
    if len(_CONTROLS.findall(text)) > len(text) // 100:
        raise DocumentRefused(
            "The file is binary and of no known kind; send text, Markdown, HTML, PDF, DOCX, CSV,"
            " JSON or an e-mail."
        )
    if not clean(text).strip():
        raise DocumentRefused("The file is empty; send one that holds text.")
    return text
