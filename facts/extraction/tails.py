"""What belongs to a name behind its last capital: "St Brigid's", ", Inc.", the stop of "Corp."."""

import re

_INCORPORATED = re.compile(r",?\s(?:Inc|Ltd|LLC|Corp|Co|LLP|LP|PLC|Pty Ltd|S\.A|N\.V)(?![\w-])")
_FIRM_TAIL = re.compile(rf"{_INCORPORATED.pattern}\.?$")
_NICKNAMED = re.compile(r"\s[\"“‘][A-Z][\w’' -]{1,20}[\"”’]\s[A-Z][\w’-]*\w")
_SHORT = ("Inc", "Ltd", "Corp", "Co", "Bros")
_SHORTENED = re.compile(rf"\b(?:{'|'.join(_SHORT)})$")
_STOP = re.compile(r"\.(?=,|\s[a-z(&]|$)")
_SAINT = re.compile(r"(?:St\.?|Saint)\s[^\W\d_][\w-]*$")
_OWNS_NOTHING = re.compile(
    r"['’]s(?=[,.;:)]|$|\s(?:said|says|will|would|has|have|had|is|are|was|were|can|could|and|or|in"
    r"|on|at|for|to|from|with|by|after|before|where|which|since)\b)"
)


def tail_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the body whose name stands at `start` really ends, and how sure; or None."""
    name = text[start:end]
    saint = name.startswith("S") and _SAINT.fullmatch(name) and _OWNS_NOTHING.match(text, end)
    if saint:
        return saint.start() + len("'s"), 3
    firm = _INCORPORATED.match(text, end) if text[end : end + 1] == "," else None
    last = firm.end() if firm else end
    short = text.endswith(_SHORT, start, last) and _SHORTENED.search(text, start, last)
    stop = _STOP.match(text, last) if short else None
    last = stop.end() if stop else last
    return (last, 5) if last > end else None


def nicknamed(text: str, end: int) -> int | None:
    """Return where 'Winston "Bunny" Clarke' ends, after the first name."""
    match = _NICKNAMED.match(text, end)
    return match.end() if match else None


def without_tail(name: str) -> str:
    """Return "Sarn Foods" for "Sarn Foods, Inc.", as texts call it again."""
    return _FIRM_TAIL.sub("", name) if "," in name else name
