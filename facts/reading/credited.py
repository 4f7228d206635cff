"""Who is quoted in a quotation that stands alone: named in the line beneath, "— Ida Roe, mayor"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from facts.reading.pieces import Piece
from facts.types import BlockKind

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|de|van|von|der|den|bin|al|el|da|di)){{1,4}}"
_CREDIT = re.compile(
    rf"(?P<dash>[—–-]{{1,2}}\s?)?(?P<name>{_NAME})(?:(?:,| \(|:)\s?[^.!?]{{2,100}})?$"
)
_DASH = re.compile(r"[—–-]{1,2}\s?$")
_WHOLE = re.compile(r"[“\"‘'«].+[”\"’'»]$", re.DOTALL)
_LONGEST = 140


def credited(pieces: Iterable[Piece]) -> list[Piece]:
    """Give each quotation that stands alone to whoever is named beneath it."""
    found: list[Piece] = []
    for piece in pieces:
        name = _credit(found, piece)
        if name is None:
            found.append(piece)
            continue
        for at in range(_first_quoted(found), len(found)):
            found[at] = replace(found[at], speaker=name)
        found.append(replace(piece, kind=None))
    return found


def _credit(before: list[Piece], piece: Piece) -> str | None:
    """Return the name in a line beneath a quotation; without a dash only inside a block of it."""
    last = before[-1] if before else None
    if last is None or last.speaker or len(piece.text) > _LONGEST or not _is_quoted(last):
        return None
    match = _CREDIT.match(piece.text)
    if match is None:
        return None
    dashed = bool(match["dash"]) or bool(_DASH.match(piece.mark))
    within = piece.kind is BlockKind.QUOTE and last.kind is BlockKind.QUOTE
    return match["name"] if dashed or within else None


def _is_quoted(piece: Piece) -> bool:
    alone = piece.kind is BlockKind.PARAGRAPH and bool(_WHOLE.match(piece.text))
    return piece.kind is BlockKind.QUOTE or alone


def _first_quoted(pieces: list[Piece]) -> int:
    at = len(pieces)
    while at and _is_quoted(pieces[at - 1]) and not pieces[at - 1].speaker:
        at -= 1
    return at
