"""Lines of plain text -> paragraphs: finds wrapped text and the lines that open a block.

One newline ends a paragraph in one file and only wraps it in another; the rule was measured on
articles and e-mails of both kinds.
"""

import re
from itertools import pairwise

_STOPS = (".", "!", "?", ":", ";", '"', "”", ")", "’")
_MARK = re.compile(
    r"[ \t]*(?:[-*+•‣◦▪●○■–—·][ \t]+|\(?\d{1,3}[.)][ \t]+(?=\S)|\(?[a-hivx]{1,4}\)[ \t]+)"
)
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:[ \t]?[ap]\.?m\.?)?(?:[ \t]+[A-Z]{2,4}\b)?"
    r"(?=[ \t]*$|[ \t]*[-–—:|][ \t]|[ \t]+[A-Z\"“'‘])"
)
_LABEL = re.compile(
    r"(?P<name>[QA]|[A-Z][A-Z.'’-]+(?: [A-Z.'’-]{2,}| [A-Z]\.?){0,5}"
    r"|(?:(?:[A-Z][\w.'’-]*|of|the|de|van|der|von|bin|al)[ ]){0,6}[A-Z][\w.'’-]*)"
    r"(?:[ ]\([^()\n]{1,60}\))?:(?=[ \t]+\S|[ \t]*$)"
)
_SMALLEST_WRAPPED = 5
_WRAPPED_SHARE = 0.6
_SLACK = 12


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain text, wrapped lines joined by a space."""
    groups = _groups(text)
    wrapped = is_wrapped(groups)
    width = max((len(line) for group in groups for line in group if len(line) <= 100), default=0)
    found: list[str] = []
    for group in groups:
        found += _joined(group, wrapped=wrapped or _plainly_wrapped(group), width=width)
    return found


def list_mark(line: str) -> str:
    """Return the list mark that opens `line`, or nothing."""
    match = _MARK.match(line)
    return match.group() if match else ""


def clock_mark(line: str) -> str:
    """Return the clock time that opens `line` ("00.48"), or nothing."""
    match = _CLOCK.match(line)
    return match.group() if match else ""


def label(line: str) -> re.Match[str] | None:
    """Return the match of a label ("NAME:") that opens `line`; whether it speaks is not known."""
    return _LABEL.match(line)


def ends_in_stop(line: str) -> bool:
    """Tell whether a line ends as a sentence does, closing marks left aside."""
    return line.rstrip("\"”'’)]» ").endswith((".", "!", "?", "…", ":", ";"))


def is_wrapped(groups: list[list[str]]) -> bool:
    """Tell whether single newlines only wrap the text of the file."""
    inner = [line for group in groups for line in group[:-1]]
    wrapped = [line for line in inner if 55 <= len(line) <= 80 and not line.endswith(_STOPS)]
    return len(inner) >= _SMALLEST_WRAPPED and len(wrapped) >= _WRAPPED_SHARE * len(inner)


def _groups(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return groups if groups[-1] else groups[:-1]


def _plainly_wrapped(group: list[str]) -> bool:
    # A short file cannot show a habit; a paragraph does, where lines run on in lower case.
    inner = group[:-1]
    running = sum(_runs_on(a, b) for a, b in pairwise(group))
    return running >= 1 and all(45 <= len(line) <= 100 for line in inner)


def _runs_on(line: str, following: str) -> bool:
    return len(line) >= 45 and not ends_in_stop(line) and following.lstrip()[0].islower()


def _joined(group: list[str], *, wrapped: bool, width: int) -> list[str]:
    found: list[str] = []
    last = ""
    for line in group:
        joins = bool(found) and wrapped and not _opens_block(line, last)
        if joins and not _breaks_early(last, line, width):
            found[-1] += " " + line.strip()
        else:
            found.append(line.strip())
        last = line
    return found


def _opens_block(line: str, before: str) -> bool:
    start = line.lstrip()
    named = label(start)
    if (start[0] in "-*•‣◦▪●○■|" and list_mark(start + " ")) or (named and named["name"].isupper()):
        return True
    opens = list_mark(start) or clock_mark(start) or named
    return bool(opens) and (ends_in_stop(before) or bool(list_mark(before.lstrip())))


def _breaks_early(line: str, following: str, width: int) -> bool:
    # The next word would have fitted: the break was meant.
    first = following.split(maxsplit=1)[0]
    runs_on = not ends_in_stop(line) and first[0].islower()
    return len(line) + 1 + len(first) < width - _SLACK and not runs_on
