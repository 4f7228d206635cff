"""A long alternation of words, put under their first letters: it is tried at every word."""

import re

_PLAIN_START = re.compile(r"[a-z][a-z]")


def grouped(pattern: str) -> str:
    """Return the alternation `pattern` with its words under their first letters, in their order.

    What opens with anything but two letters stands last: the pattern must end at a word's end, so
    that no order between different words matters.
    """
    by_letter: dict[str, list[str]] = {}
    rest = []
    for each in _alternatives(pattern):
        if _PLAIN_START.match(each):
            by_letter.setdefault(each[0], []).append(each[1:])
        else:
            rest.append(each)
    under = (f"{letter}(?:{'|'.join(words)})" for letter, words in by_letter.items())
    return "|".join((*under, *rest))


def _alternatives(pattern: str) -> list[str]:
    """Cut a pattern at its outermost bars."""
    found, depth, start, in_class, at = [], 0, 0, False, 0
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            at += 1
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and depth == 0:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]
