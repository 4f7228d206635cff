"""A table's column heads -> the kinds of the names in its cells: "Port", "Operator", "Player"."""

import re
from collections.abc import Iterable

from facts.extraction.mentions import Mention, mentions
from facts.extraction.nameparts import CAPITAL
from facts.reading.wordlist import word_list
from facts.types import FactDraft, FactKind, NameKind, Reading

_KINDS = {
    NameKind.PLACE: word_list(
        """
        port town city place country region location station village county district province state
        area harbour harbor island venue stadium airport river lake mountain municipality borough
        ground pitch mill mine plant quarry depot lighthouse dam reservoir bridge tunnel
        peak beach hall park street road racecourse circuit base pier ward parish constituency
        capital site destination origin
        """
    ),
    NameKind.ORGANISATION: word_list(
        """
        company operator club team party owner employer organisation organization agency bank
        university school firm airline supplier publisher manufacturer maker ministry department
        institution union hospital bidder contractor lender outlet newspaper broadcaster carrier
        body side shipowner
        """
    ),
    NameKind.PERSON: word_list(
        """
        minister player author chair chairman chairwoman artist director person winner candidate
        driver rider scorer captain coach manager mayor governor president speaker member witness
        athlete runner swimmer skier cyclist boxer golfer wrestler rower jockey
        defendant judge editor singer composer contact rapporteur
        """
    ),
    NameKind.WORK: word_list("film title book work album song play painting exhibition series"),
    NameKind.OTHER: word_list("ship vessel ferry boat trawler tanker yacht horse storm cyclone"),
}
_WAYS = word_list("route line crossing leg stretch journey service routes section link")
# "Orrin - Staveness", "Orrin to Staveness via Calder": the ends of a way.
_APART = re.compile(r"\s(?:[-–—/]|to|via)\s|[–→]|\s?→\s?|,\s")
_LANDS = frozenset({"country", "nation", "nationality", "nat", "nat.", "noc"})
_BY_HEAD = {word: kind for kind, heads in _KINDS.items() for word in heads}
_CODE = re.compile(r"[A-Z]{2,3}")  # "KEN" under "Country"
_IS_END = re.compile(rf"{CAPITAL}[\w.’'-]*(?:\s(?:[a-z]{{1,3}}\s)?{CAPITAL}[\w.’'-]*){{0,3}}")
_SUMS = word_list(
    "total totals subtotal other others all average mean sum rest unknown none various overall"
)
_MOST_WORDS = 7
_NAMED = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_WEIGHT = 6


def row_mentions(reading: Reading, drafts: Iterable[FactDraft]) -> dict[str, list[Mention]]:
    """Return the mentions of each table row whose heads tell the kind of a cell."""
    found: dict[str, list[Mention]] = {}
    for draft in drafts:
        if draft.kind is FactKind.ROW:
            cells = list(_cells(reading, draft))
            if cells:
                codes = _codes(reading, draft)
                found[draft.text] = [
                    m for m in _with_cells(draft.text, cells) if m.start not in codes
                ]
    return found


def _cells(reading: Reading, draft: FactDraft) -> Iterable[Mention]:
    block = reading.blocks[draft.block]
    for cell, head in zip(block.cells, block.heads, strict=False):
        words = cell.of(reading.text)
        last = re.sub(r"\W*\([^)]*\)\W*$", "", head).lower().split()[-1:]
        kind = _BY_HEAD.get(last[0].rstrip("s") if last else "") or _BY_HEAD.get("".join(last))
        if kind is NameKind.PLACE and _CODE.fullmatch(words):
            continue
        if words.lower().split(" ")[0] in _SUMS:
            continue
        if last and last[0] in _WAYS:
            yield from _ends_of_way(words, cell.start - draft.span.start)
        if kind and _NAMED.match(words) and len(words.split()) <= _MOST_WORDS:
            start = cell.start - draft.span.start
            yield Mention(start, start + len(words), words, kind, _WEIGHT)


def _ends_of_way(words: str, start: int) -> Iterable[Mention]:
    """Read "Orrin - Staveness" under "Route" as two places; "Route 5" names none."""
    ends, at = _APART.split(words), 0
    if len(ends) < len("AB") or not all(_IS_END.fullmatch(end) for end in ends):
        return
    for end in ends:
        at = words.index(end, at)
        yield Mention(start + at, start + at + len(end), end, NameKind.PLACE, _WEIGHT)
        at += len(end)


def _codes(reading: Reading, draft: FactDraft) -> frozenset[int]:
    """Return where the cells of a row stand that hold nothing but a code of a land."""
    block = reading.blocks[draft.block]
    named = zip(block.cells, block.heads, strict=False)
    return frozenset(
        cell.start - draft.span.start
        for cell, head in named
        if head.strip().lower() in _LANDS and _CODE.fullmatch(cell.of(reading.text))
    )


def _with_cells(text: str, cells: list[Mention]) -> list[Mention]:
    rest = [
        mention
        for mention in mentions(text)
        if not any(mention.start < cell.end and cell.start < mention.end for cell in cells)
    ]
    return sorted([*rest, *cells], key=lambda mention: mention.start)
