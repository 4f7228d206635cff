"""Quotation marks of every style made one, so that speech is found the same way in all of them.

The words keep their places: single marks are exchanged for double ones, letter for letter, where
they are no apostrophes.
"""

import re
from functools import lru_cache

from facts.extraction.signs import holds
from facts.types import Name, NameKind

_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"…(\[])(?!\d0s)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?!\w)")
_INTRODUCED = re.compile(r"[:,]\s$")
_ENDS_SPEECH = frozenset(",.?!…—")
QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|[“«][^“”«»]*(?:[”»]|$)")
_CURLY = "“”«»"
MARK = re.compile(f'["{_CURLY}]')
_STARTS_WORD = re.compile(r"(?<![^\s(\[—–-])\"(?=[\w‘'…$£€(\[])")
_ENDS_WORD = re.compile(r"(?<=[\w.,!?…’')\]—–-])\"(?=[\s,.;:)\]—–-]|$)")


def has_marks(text: str) -> bool:
    """Tell whether a sentence holds a double mark of quotation: most hold none."""
    return '"' in text or (not text.isascii() and holds(text, _CURLY))


def with_double_marks(text: str, *, is_open: bool = False) -> str:
    """Return `text`, of equal length, with single quotation marks as double ones.

    `is_open` says that a quotation in single marks runs on from the sentence before.
    """
    if "’" not in text and "'" not in text and "‘" not in text:
        return text
    marks: dict[int, str] = {}
    at = 0
    if is_open:
        at = _close(text, 0, marks)
    within = spans(text, is_open=False)
    while opening := _SINGLE_OPEN.search(text, at):
        held = next((end for start, end in within if start < opening.start() < end), 0)
        if held:  # a quotation within one: "He said, 'Go.'"
            at = held
            continue
        closed = _close(text, opening.end(), marks)
        runs_on = opening.start() == 0 or bool(_INTRODUCED.search(text, 0, opening.start()))
        if closed or runs_on or opening.group() == "‘":
            marks[opening.start()] = "“"
        at = closed or opening.end()
        if not closed:
            break
    return "".join(marks.get(i, letter) for i, letter in enumerate(text)) if marks else text


def _close(text: str, start: int, marks: dict[int, str]) -> int:
    """Note the mark that closes a quotation opened before `start`; return its end, or 0."""
    closings = [m.start() for m in _SINGLE_CLOSE.finditer(text, start)]
    # "the trustees’ chair": a plural's apostrophe is none where the speech ends further on.
    certain = [at for at in closings if text[at - 1] in _ENDS_SPEECH or text[at - 1] != "s"]
    chosen = (certain or closings)[:1]
    if not chosen:
        return 0
    marks[chosen[0]] = "”"
    return chosen[0] + 1


def with_told_marks(text: str) -> str:
    """Return `text`, of equal length, with straight double marks as opening and closing ones."""
    if '"' not in text:
        return text
    letters, is_open = list(text), False
    for match in MARK.finditer(text):
        opens = _opens(text, match.start())
        is_open = not is_open if opens is None else opens
        if match.group() == '"':
            letters[match.start()] = "“" if is_open else "”"
    return "".join(letters)


def stays_open(text: str, *, is_open: bool) -> bool:
    """Tell whether a quotation is still open at the end of a sentence."""
    if not has_marks(text):
        return is_open
    for match in MARK.finditer(text):
        opens = _opens(text, match.start())
        is_open = not is_open if opens is None else opens
    return is_open


def _opens(text: str, at: int) -> bool | None:
    """Tell an opening mark from a closing one; None of a straight one that may be either."""
    if text[at] != '"':
        return text[at] in "“«"
    if _STARTS_WORD.match(text, at):
        return True
    return False if _ENDS_WORD.match(text, at) else None


@lru_cache(maxsize=64)
def spans(text: str, *, is_open: bool) -> list[tuple[int, int]]:
    """Return where a sentence is quoted; a quotation may run in or on. Only to be read."""
    if not has_marks(text):
        return [(0, len(text))] if is_open else []
    found, start = [], 0 if is_open else -1
    for match in MARK.finditer(text):
        told = _opens(text, match.start())
        opens = start < 0 if told is None else told
        if opens and start < 0:
            start = match.start()
        elif not opens and start >= 0:
            found.append((start, match.end()))
            start = -1
    return [*found, (start, len(text))] if start >= 0 else found


def is_whole_quote(text: str) -> bool:
    """Tell a sentence that is nothing but quoted, whatever stops it."""
    quoted = spans(text, is_open=False) if MARK.match(text) else []
    if not quoted or quoted[0][0] > 0:
        return False
    return not text[quoted[0][1] :].strip(" .!?") and len(quoted) == 1


def without_nicknames(text: str, names: tuple[Name, ...]) -> str:
    """Return a sentence with `Jon “Jo” Arke` without the marks, and of equal length."""
    for name in names if has_marks(text) else ():
        if has_marks(name.text) and name.kind is NameKind.PERSON:
            bare = MARK.sub("'", text[name.start : name.end])
            text = text[: name.start] + bare + text[name.end :]
    return text
