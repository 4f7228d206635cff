"""Lines in front of a text and below it that state nothing: its particulars and its signature.

They are known by where they stand: before the first line of prose, and after the last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.reading import lines
from facts.reading.dates import MONTH
from facts.reading.pieces import Piece
from facts.reading.wordlist import word_list
from facts.types import BlockKind

_LONGEST_FRONT, _SHORTEST_PROSE, _LONGEST_SIGNED, _MOST_SIGNED = 120, 120, 60, 3
_MOST_DECKS = 2
_FIELD = re.compile(
    r"(?:reporting period|period covered|date of issue|location|distribution|classification"
    r"|categor(?:y|ies)|tags?|topics?|keywords|filed (?:under|in)|reading time|time to read|version"
    r"|status|story|text|words|to|from|cc|attn|attention|issue|edition|section"
    r"|document(?: no| number| type)?|reference|file no|audience|language|author|editor|reporter"
    r"|prepared (?:by|for)"
    r"|compiled by|drafted by|approved by|release date|issued (?:by|on)|last (?:updated|modified))"
    r"\s*[:|]\s\S.{0,90}$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:listen to (?:this|the) (?:article|story|episode)|reading time.{0,20}|print\s*\|\s*e-?mail"
    r"|(?:last )?updated .{1,30} ago|not for (?:publication|release|broadcast)\b.{0,60}"
    r"|\d+ comments?|share|save|print)$",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}(?:Desk|Bureau|Newsroom)$"
    r"|(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w.’'-]*,\s(?:[A-Z][\w-]*\s){0,3}(?:Writer|Reporter"
    r"|Correspondent|Editor|Photographer|Producer|Columnist)$"
    r"|OFFICE OF(?: THE)?(?:\s[A-Z’']+){1,5}$"
)
_MONTH = re.compile(rf"{MONTH}$")
_WORD = re.compile(r"[^\W_][\w’'.:-]*")
_NAMED = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_BESIDE = word_list(
    "issue issued no nr number vol volume version situation as of at on date period reporting"
    " covered covering release released press minutes meeting held the from to page p pp bulletin"
    " edition report update updated and by am pm a.m p.m hours until published circular notice memo"
    " week agenda record proceedings session"
)
_POSTS = word_list(
    "Chair Chairman Chairwoman Chairperson Editor President Secretary Treasurer Director Mayor"
    " Principal Headteacher Minister Governor Captain Coordinator Organiser Vicar Rector Warden"
)
# "Table 1: Rents by district": what stands above a table.
_TABLE = re.compile(r"table\s\d{1,3}[a-z]?\s*[.:–-]\s", re.IGNORECASE)
_SIGNED_WORD = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'&-]*|of|and|the|for|in|at|de|di|van|von|der|plc|ltd|&|on behalf),?$"
)


def without_front(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with what is only about the text taken out of the blocks before it.

    One or two lines without a stop between the headline and the prose are second headlines.
    """
    found = [_as_table_title(piece) for piece in pieces]
    begins = next((at for at, piece in enumerate(found) if _is_text(piece)), None)
    decks: list[int] = []
    for at, piece in enumerate(found[:begins]):
        if piece.kind is not BlockKind.PARAGRAPH:
            continue
        if is_front(piece.text):
            found[at] = replace(piece, kind=None, level=0)
        elif _is_deck(piece) and any(each.kind is BlockKind.HEADING for each in found[:at]):
            decks.append(at)
    for at in decks if begins is not None and len(decks) <= _MOST_DECKS else ():
        found[at] = replace(found[at], kind=BlockKind.HEADING, level=2)
    return found


def _as_table_title(piece: Piece) -> Piece:
    told = piece.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION) and is_table_title(piece.text)
    return replace(piece, kind=BlockKind.HEADING, level=5) if told else piece


def _is_deck(piece: Piece) -> bool:
    short = len(piece.text) <= _LONGEST_FRONT and not lines.ends_in_stop(piece.text)
    return short and piece.text[:1].isupper() and not lines.list_mark(piece.text)


def _is_text(piece: Piece) -> bool:
    if piece.kind in (None, BlockKind.HEADING, BlockKind.CAPTION):
        return False
    prose = len(piece.text) > _SHORTEST_PROSE or piece.text.rstrip("\"”'’)] ").endswith((".", "!"))
    return piece.kind is not BlockKind.PARAGRAPH or piece.speaker is not None or prose


def is_table_title(line: str) -> bool:
    """Tell "Table 1: Rents by district" from a sentence."""
    return bool(_TABLE.match(line)) and not lines.ends_in_stop(line)


def is_front(line: str) -> bool:
    """Tell a line before a text that says which issue, day, desk or office it is of."""
    if len(line) > _LONGEST_FRONT or lines.ends_in_stop(line):
        return False
    return bool(
        _FIELD.match(line) or _FURNITURE.match(line) or _DESK.match(line) or _is_dated_issue(line)
    )


def _is_dated_issue(line: str) -> bool:
    """Tell "Issue No. 14 | May 2026" and "Situation as of 5 May 2026": names and numbers alone."""
    words = [word.strip(".:-") for word in _WORD.findall(line)]
    numbered = any(word[0].isdigit() for word in words)
    told = any(word.lower() in _BESIDE or _MONTH.match(word) for word in words)
    return (
        numbered
        and told
        and all(
            word.lower() in _BESIDE or word[0].isdigit() or bool(_NAMED.match(word))
            for word in words
            if word
        )
    )


def without_signature(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without the names, posts and bodies that sign a text at its end."""
    found = list(pieces)
    at = len(found)
    signed: list[int] = []
    while at > 0 and len(signed) <= _MOST_SIGNED:
        at -= 1
        if found[at].kind is None:
            continue
        if found[at].kind is not BlockKind.PARAGRAPH or not _signs(found[at].text):
            break
        signed.append(at)
    prose = any(piece.kind is not None and _is_text(piece) for piece in found[: at + 1])
    if prose and signed and len(signed) <= _MOST_SIGNED:
        for place in signed:
            found[place] = replace(found[place], kind=None, level=0)
    return found


def _signs(line: str) -> bool:
    """Tell "Ida Roe", "Parish Secretary" and "The Committee": capitals, and nothing said."""
    words = line.split()
    if not words or len(line) > _LONGEST_SIGNED or lines.ends_in_stop(line) or line.isupper():
        return False
    named = words[0] == "The" or len(words) > 1 or line in _POSTS
    return named and all(map(_SIGNED_WORD.match, words)) and not words[-1].islower()
