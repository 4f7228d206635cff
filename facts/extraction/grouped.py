"""A long alternation of words, put under their first letters: it is tried at every word."""

import re

_PLAIN_START = re.compile(r"[a-z][a-z]")
_LETTERS = re.compile(r"[a-z]*(?![?*{])")


def grouped(pattern: str) -> str:
    """Return the alternation `pattern` with its words under their first letters, in their order.

    "(?:is|are) due" is taken as "is due" and "are due". What opens with anything but two letters
    stands last: the pattern must end at a word's end, so that no order between different words
    matters.
    """
    by_letter: dict[str, list[str]] = {}
    rest = []
    for each in (opened for written in _alternatives(pattern) for opened in _opened(written)):
        if _PLAIN_START.match(each):
            by_letter.setdefault(each[0], []).append(each[1:])
        else:
            rest.append(each)
    under = (f"{letter}(?:{'|'.join(words)})" for letter, words in by_letter.items())
    return "|".join((*under, *rest))


def openings(pattern: str) -> tuple[str, ...]:
    """Return the letters that words open with at which the alternation `pattern` may match.

    "is due" opens with "is", "labell?ed" with "label"; "" stands for any word at all.
    """
    opened = (each for written in _alternatives(pattern) for each in _opened(written))
    return tuple({found[0] if (found := _LETTERS.match(each)) else "" for each in opened})


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


def _opened(each: str) -> list[str]:
    """Return the alternatives that one is which opens with a group of them."""
    if not each.startswith("(?:") or "(?P<" in each:
        return [each]
    end = _end_of_group(each)
    rest = each[end:]
    if rest[:1] in ("*", "+", "{") or rest[:2] in ("??", "?+"):
        return [each]
    optional = rest.startswith("?")
    rest = rest.removeprefix("?")
    found = [opened for one in _alternatives(each[3 : end - 1]) for opened in _opened(one + rest)]
    return [*found, *_opened(rest)] if optional else found


def _end_of_group(pattern: str) -> int:
    """Return where the group ends that opens a pattern."""
    return next(
        at for at in range(3, len(pattern) + 1) if pattern[at - 1] == ")" and _closes(pattern[:at])
    )


def _closes(group: str) -> bool:
    """Tell whether a group is whole: nothing of it is left open."""
    plain = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", group)
    return plain.count("(") == plain.count(")")
