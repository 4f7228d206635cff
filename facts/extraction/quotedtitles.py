"""Titles that stand in quotation marks: works, or ships after such a noun."""

from facts.extraction import cluewords as clues
from facts.extraction.beside import words_before
from facts.types import NameKind


def quoted_titles(text: str) -> list[tuple[int, int, NameKind]]:
    """Return the titles that stand in quotation marks: works, or ships after such a noun."""
    found = []
    for match in clues.PRINTED.finditer(text):
        found.append((*match.span("title"), NameKind.WORK))
    for match in clues.TITLED.finditer(text):
        if text[match.start()] in '“"' and text[match.end() - 1] not in '”"':
            continue  # '"Watch the Farmers' Union"': an apostrophe closes nothing
        before = words_before(text, match.start())
        title = match["title"]
        if before and before[-1].lower() in clues.VESSELS:
            found.append((*match.span("title"), NameKind.OTHER))
        elif {word.lower() for word in before[-3:]} & clues.WORKS or _looks_titled(title):
            found.append((*match.span("title"), NameKind.WORK))
    return found


def _looks_titled(title: str) -> bool:
    capitals_in = [word for word in title.split() if not word[0].islower()]
    return len(capitals_in) > 1 and capitals_in[0] not in ("I", "We", "You", "It", "He", "She")
