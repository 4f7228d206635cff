"""A Word paragraph's words as the document stands: insertions in, deletions and field codes out."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

Element = Any  # lxml's element; python-docx gives subclasses of it

_NOTES = re.compile(r"/(?:footnotes|endnotes)$")
_TEXT = qn("w:t")
_SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_LEFT_OUT = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:instrText", "w:txbxContent", "w:rPr", "w:pPr", "w:delText"))
)
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def words_of(paragraph: Element) -> str:
    """Return a paragraph's words; boxes that hang on it are none of them."""
    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _LEFT_OUT or element.tag == _FALLBACK or _is_hidden(element):
            walk.skip_subtree()
        elif element.tag == _TEXT:
            parts.append(element.text or "")
        else:
            parts.append(_SPACES.get(element.tag, ""))
    return "".join(parts)


def blocks_in(parent: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a body in order, through controls and insertions."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in _WRAPPERS:
            yield from blocks_in(child)


def boxes_in(paragraph: Element) -> Iterator[Element]:
    """Yield the paragraphs of the text boxes that hang on a paragraph, each box once."""
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(a.tag == _FALLBACK for a in box.iterancestors()):
            yield from box.iter(qn("w:p"))


def is_listed(paragraph: Element) -> bool:
    """Tell whether a paragraph is numbered or has a bullet, whatever its style is called."""
    number = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return number is not None and number.get(qn("w:val")) != "0"


def notes_of(part: Any) -> Iterator[str]:
    """Yield the words of the foot- and endnotes of a document's main part."""
    for relation in part.rels.values():
        if relation.is_external or not _NOTES.search(relation.reltype):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        for note in etree.fromstring(relation.target_part.blob, parser):
            if note.get(qn("w:type")) in (None, "normal"):
                yield " ".join(words_of(paragraph) for paragraph in note.iter(qn("w:p")))


def _is_hidden(element: Element) -> bool:
    if element.tag != qn("w:r"):
        return False
    hidden = element.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(qn("w:val")) not in ("0", "false")
