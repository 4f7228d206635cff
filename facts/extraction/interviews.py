"""Interviews without labels: lines that ask and paragraphs that answer, one after the other."""

import re
from itertools import pairwise

from facts.types import Block, BlockKind, Reading

_FEWEST_ASKED = 3
_LONGEST_ASKED = 45
_OWN_SHARE = 0.6
FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|we['’]\w+|my|our|us|me|We|My|Our)\b")
_MARKS = re.compile(r"[“”\"«»]")
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE})


def turns(reading: Reading) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of the blocks that ask and of those that answer; none if none is sure.

    Every question is a paragraph or heading of its own without quotation marks, an answer follows
    each, and most answers speak of "I" or "we".
    """
    told = [at for at, block in enumerate(reading.blocks) if block.kind in _TOLD]
    asked = frozenset(at for at in told if _asks(_words(reading, reading.blocks[at])))
    if len(asked) < _FEWEST_ASKED or any(reading.blocks[at].speaker for at in told):
        return frozenset(), frozenset()
    first = min(asked)
    answered = frozenset(at for at in told if at > first and at not in asked)
    own = [at for at in answered if FIRST_PERSON.search(_words(reading, reading.blocks[at]))]
    told_of = any(_MARKS.search(_words(reading, reading.blocks[at])) for at in answered)
    alternate = told[-1] in answered and not any(asked.issuperset(two) for two in pairwise(told))
    if told_of or not alternate or len(own) < _OWN_SHARE * len(answered):
        return frozenset(), frozenset()
    return asked, answered


def _asks(words: str) -> bool:
    return words.endswith("?") and len(words.split()) <= _LONGEST_ASKED and not _MARKS.search(words)


def _words(reading: Reading, block: Block) -> str:
    return reading.text[block.start : block.end].strip()
