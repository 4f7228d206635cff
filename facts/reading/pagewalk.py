"""A page's tree -> its runs of words in reading order, each with the kind of block it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from facts.reading import lines
from facts.reading.pieces import CELL_BREAK, Piece, one_line, row
from facts.reading.wordlist import word_list
from facts.types import BlockKind

Element = Any  # lxml's element; its stubs differ between the two packages that give them

_BLOCKS = word_list(
    """
    p h1 h2 h3 h4 h5 h6 li blockquote figcaption figure tr dt dd dl ul ol table tbody thead pre div
    section article main td th caption body header details summary address fieldset center
    """
)
_KINDS = {
    **{f"h{n}": BlockKind.HEADING for n in range(1, 7)},
    "dt": BlockKind.HEADING,
    "summary": BlockKind.HEADING,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.HEADING,  # of a table
    "li": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTE,
}
_LEVELS = {**{f"h{n}": n for n in range(1, 7)}, "dt": 4, "summary": 4, "caption": 5}
_WHOLE = frozenset({"article", "main", "body", "td"})  # what is around these says nothing of words
_CAPTION = re.compile(r"(?:^|[\s_-])(?:photo-|image-|img-)?captions?(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_CELL = 400


@dataclass(frozen=True, slots=True)
class Run:
    """A piece with the parent of its block, the share of it that is links, and their number."""

    piece: Piece
    parent: Element  # held: a proxy that nobody holds is made anew, and is another
    linked: float
    links: int


def runs(root: Element) -> Iterator[Run]:
    """Yield the runs of a page from top to bottom."""
    walker = _Walker(blocks=[root])
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag == "tr" and _is_row(element):
            yield from walker.flush()
            yield Run(_row(element), element.getparent(), _linked(element), 0)
            walk.skip_subtree()
        elif event == "start":
            yield from walker.open(element)
        else:
            yield from walker.close(element)
    yield from walker.flush()


@dataclass(slots=True)
class _Walker:
    """What is open: the blocks around, the words of the run so far, and how many are links."""

    blocks: list[Element]
    words: list[str] = field(default_factory=list)
    breaks: int = 0
    anchors: int = 0
    linked: int = 0
    links: int = 0

    def open(self, element: Element) -> Iterator[Run]:
        if element.tag in _BLOCKS:
            yield from self.flush()
            self.blocks.append(element)
        elif element.tag == "hr":
            yield from self.flush()
        elif element.tag == "br":
            self.breaks += 1
            if self.breaks > 1:  # two in a row stand for the end of a paragraph
                yield from self.flush()
            self.words.append("\n")
        elif element.tag == "a":
            self.anchors += 1
            self.links += 1
        self._add(element.text)

    def close(self, element: Element) -> Iterator[Run]:
        if element.tag in _BLOCKS:
            yield from self.flush()
            if self.blocks[-1] is element:
                self.blocks.pop()
        elif element.tag == "a":
            self.anchors -= 1
        self._add(element.tail)

    def _add(self, words: str | None) -> None:
        if words:
            plain = self.blocks[-1].tag == "pre"
            self.words.append(words if plain else words.replace("\n", " "))
            self.breaks = 0 if words.strip() else self.breaks
            self.linked += len("".join(words.split())) if self.anchors > 0 else 0

    def flush(self) -> Iterator[Run]:
        written, self.words = "".join(self.words), []
        linked, links, self.linked, self.links = self.linked, self.links, 0, 0
        block = self.blocks[-1]
        texts = lines.paragraphs(written) if block.tag == "pre" else lines.unbroken(written)
        if block.tag in _LEVELS:
            texts = [one_line(written)]
        for text in texts:
            if text:
                share = linked / len("".join(text.split()))
                yield Run(self._piece(text), block.getparent(), share, links)

    def _piece(self, text: str) -> Piece:
        for block in reversed(self.blocks):
            if block.tag in _KINDS:
                return Piece(_KINDS[block.tag], text, level=_LEVELS.get(block.tag, 0))
            if _CAPTION.search(block.get("class") or ""):
                return Piece(BlockKind.CAPTION, text)
            if block.tag in _WHOLE:
                break
        return Piece(BlockKind.PARAGRAPH, text)


def _is_row(element: Element) -> bool:
    # Old pages lay out whole articles as one row.
    cells = list(element.iter("td", "th"))
    return bool(cells) and all(len(cell.text_content()) <= _LONGEST_CELL for cell in cells)


def _linked(element: Element) -> float:
    links = sum(len(one_line(link.text_content())) for link in element.iter("a"))
    return links / max(len(one_line(element.text_content())), 1)


def _row(element: Element) -> Piece:
    cells = [one_line(cell.text_content()) for cell in element.iter("td", "th")]
    table = next((a for a in element.iterancestors() if a.tag == "table"), None)
    heads = _heads(table) if table is not None else ()
    if all(cell.tag == "th" for cell in element.iter("td", "th")) or tuple(cells) == heads:
        return Piece(None, CELL_BREAK.join(cells), cells=tuple(cells))
    return row(cells, heads)


def _heads(table: Element) -> tuple[str, ...]:
    first = next(iter(table.iter("tr")), None)
    if first is None:
        return ()
    in_head = any(a.tag == "thead" for a in first.iterancestors())
    cells = list(first.iter("th", "td"))
    heads = [one_line(cell.text_content()) for cell in cells]
    named = in_head or all(cell.tag == "th" or not heads[i] for i, cell in enumerate(cells))
    bold = all(any(True for _ in cell.iter("b", "strong")) for cell in cells)
    return tuple(heads) if heads and (named or bold) and len(list(table.iter("tr"))) > 1 else ()
