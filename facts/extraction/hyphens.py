"""Words with hyphens that hold a name: "Baku-Yerevan", "Port Sarel-based"; or none: "Dow-style"."""

import re

from facts.extraction.nameparts import Part, part
from facts.extraction.places import capitals, cities, countries, demonyms

_TAILED = re.compile(
    r"(?P<head>[^\W\d_]+)-(?:(?P<placed>based|born|bound|registered|flagged|raised|educated)"
    r"|style|era|like|type|wide|themed|inspired)"
)
_WORD = re.compile(r"[^-]+")


def head_of(parts: list[Part]) -> str | None:
    """Return the place of "Port Sarel-based", "" where nothing is named, None for other words."""
    tailed = _TAILED.fullmatch(parts[-1].text) if "-" in parts[-1].text else None
    if tailed is None or any(each.is_link for each in parts):
        return None
    head = tailed["head"]
    if len(parts) == 1 and (head in demonyms() or head in countries() or head in capitals()):
        return None
    before = parts[-1].start - parts[0].start
    placed = tailed["placed"] or head in cities()
    return " ".join(p.text for p in parts)[: before + len(head)] if placed else ""


def known_parts(parts: list[Part]) -> list[Part]:
    """Return the known places in "Baku-Yerevan" and "Russian-brokered"; nothing for other words."""
    if len(parts) != 1 or "-" not in parts[0].plain:
        return []
    cut = [
        part(found.start() + parts[0].start, found.group())
        for found in _WORD.finditer(parts[0].plain)
        if found.group()[0].isupper()
    ]
    known = capitals().keys() | countries().keys() | demonyms().keys()
    return cut if cut and all(each.text in known for each in cut) else []
