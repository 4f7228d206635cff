"""The number format of each cell of a spreadsheet, and how far each sheet reaches."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from facts.reading.cellformat import BUILT_IN

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")
_BOOK = "xl/workbook.xml"


@dataclass(slots=True)
class Formats:
    """A sheet's format codes by row and column, counted from nought, and its height and width."""

    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    height: int = 0
    width: int = 0


def formats_of(members: Mapping[str, bytes]) -> dict[str, Formats]:
    """Return the formats of each sheet by its name; a part that cannot be read gives none."""
    try:
        styles = _styles(members.get("xl/styles.xml"))
        return {
            name: _formats(members[path], styles)
            for name, path in _paths(members)
            if path in members
        }
    except (etree.LxmlError, ValueError):
        return {}


def _paths(members: Mapping[str, bytes]) -> list[tuple[str, str]]:
    relations = _parsed(members.get("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target") or "" for each in relations}
    found = []
    for sheet in _parsed(members.get(_BOOK)).iter("{*}sheet"):
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), None)
        target = targets.get(key, "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        found.append((sheet.get("name") or "", posixpath.normpath(path)))
    return found


def _styles(content: bytes | None) -> list[str | None]:
    root = _parsed(content)
    codes: dict[int, str] = dict(BUILT_IN)
    for each in root.iter("{*}numFmt"):
        codes[int(each.get("numFmtId") or 0)] = each.get("formatCode") or ""
    cells = next(root.iter("{*}cellXfs"), ())
    return [codes.get(int(each.get("numFmtId") or 0)) for each in cells if each.tag is not None]


def _formats(content: bytes, styles: list[str | None]) -> Formats:
    found = Formats()
    for cell in _parsed(content).iter("{*}c"):
        place = _PLACE.match(cell.get("r") or "")
        if place is None:
            continue
        y, x = int(place[2]) - 1, _column(place[1])
        found.height, found.width = max(found.height, y + 1), max(found.width, x + 1)
        style = int(cell.get("s") or 0)
        code = styles[style] if style < len(styles) else None
        if code:
            found.codes[y, x] = code
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _parsed(content: bytes | None) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content or b"<none/>", parser)
