"""Plain text -> a reading: headline, captions, headings, labels, list items, clock times, body."""

import re
from collections import Counter
from dataclasses import replace

from facts.reading import headers, lines
from facts.reading.decode import clean, decode
from facts.reading.pieces import Piece, compose, overridden, row
from facts.reading.source import Source
from facts.reading.wordlist import word_list
from facts.types import BlockKind, Particulars, ReadDocument

READER = "txt/1"
_CREDIT = re.compile(
    r"\((?:[^()]*\b(?:photo|photographs?|images?|pictures?|courtesy|getty|handout)\b[^()]*"
    r"|[A-Z][\w .'-]+/[A-Z][\w .'-]+)\)\.?$"
    r"|(?:photo|photograph|image|picture|credit)s?(?: by|:)\s.{2,60}$"
    r"|\b(?:REUTERS|AFP|AP Photo|EPA)/[A-Z].{2,40}$",
    re.IGNORECASE,
)
_CAPTION_OPENING = re.compile(
    r"(?:(?:file )?(?:photo|picture|image)|caption|photo caption|pictured|fig(?:ure|\.) ?\d+)"
    r"\s*[:.–—-]\s",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\((?:L|R|C|left|right|cent(?:er|re)|pictured)\)|\bfile photo\b|\bpictured\b")
_NO_SPEAKER = word_list(
    """
    note notes date update updated correction corrections clarification source sources photo
    caption summary background topic subject title contact contacts email tel telephone phone fax
    web website where when what who why how time place venue location price cost total result
    results score breaking watch read listen related more also tip warning important example
    conclusion introduction agenda present attendees apologies
    editor's note, key points, at a glance, the facts, in brief, press release, embargoed
    """
)
_LONGEST_HEADING = 120
_LONGEST_TOP = 12
_MOST_HEADING_WORDS = 14
_SHORTEST_RUN = 3
_LINES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})


def read_plain(source: Source) -> tuple[ReadDocument, ...]:
    """Read a plain text file as one document."""
    text, _ = decode(source.content)
    pieces, found = pieces_of(clean(text))
    reading = compose(pieces, overridden(found, source.given), READER)
    return (ReadDocument("", source.content, reading),)


def pieces_of(text: str) -> tuple[list[Piece], Particulars]:
    """Return the pieces of plain text and what its first lines say about it."""
    return pieces_of_paragraphs(lines.paragraphs(text))


def pieces_of_paragraphs(paragraphs: list[str]) -> tuple[list[Piece], Particulars]:
    """Return the pieces of paragraphs that are already one line each."""
    top, rest, found = _top_matter(paragraphs)
    body = _body(rest)
    headline = next((p.text for p in top if p.kind is BlockKind.HEADING), None)
    found = replace(found, title=found.title or headline)
    first = next((p.text for p in body if p.kind is BlockKind.PARAGRAPH), "")
    return top + body, headers.with_day(found, headers.dated_by_dateline(first))


def _top_matter(paragraphs: list[str]) -> tuple[list[Piece], list[str], Particulars]:
    """Take header lines, the headline and bylines off the top."""
    fields: dict[str, str] = {}
    pieces: list[Piece] = []
    day = None
    for line in paragraphs[:_LONGEST_TOP]:
        named = headers.header_field(line)
        titled = any(piece.kind is BlockKind.HEADING for piece in pieces)
        if named:
            fields.setdefault(*named)
            pieces.append(Piece(None, line))
        elif headers.is_byline(line) or headers.is_furniture(line):
            day = day or headers.dated_by_line(line)
            pieces.append(Piece(None, line))
        elif not titled and len(pieces) + 1 < len(paragraphs) and is_headline(line):
            pieces.append(Piece(BlockKind.HEADING, line, level=1))
        else:
            break
    found = headers.with_day(headers.Header(fields).particulars(), day)
    return pieces, paragraphs[len(pieces) :], found


def is_headline(line: str) -> bool:
    """Tell whether a first line is a headline: short, no full stop, no list mark or caption."""
    if len(line) > _LONGEST_HEADING or lines.list_mark(line) or is_caption(line):
        return False
    return not lines.ends_in_stop(line) or (line.endswith("?") and len(line) <= 90)


def is_caption(line: str) -> bool:
    """Tell whether a line describes a picture, by its credit or its opening."""
    return bool(_CREDIT.search(line[-120:]) or _CAPTION_OPENING.match(line))


def _body(paragraphs: list[str]) -> list[Piece]:
    speakers = speakers_of(paragraphs)
    pieces: list[Piece] = []
    speaker: str | None = None
    for at, line in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        made, speaker = pieces_of_line(line, following, speakers, speaker, first=at == 0)
        pieces += made
    return _runs_as_items(pieces)


def pieces_of_line(
    line: str, following: str | None, speakers: frozenset[str], speaker: str | None, *, first: bool
) -> tuple[list[Piece], str | None]:
    clock = lines.clock_mark(line)
    if clock:
        rest = line[len(clock) :].lstrip(" \t-–—:|")
        return [Piece(BlockKind.HEADING, clock, level=3), Piece(BlockKind.PARAGRAPH, rest)], None
    named = lines.label(line)
    if named and named["name"] in speakers:
        rest = line[named.end() :].lstrip()
        mark = line[: len(line) - len(rest)]
        said = Piece(BlockKind.PARAGRAPH, rest, mark=mark, speaker=named.group()[:-1])
        return [said if rest else Piece(None, line)], named.group()[:-1]
    piece = _piece(line, following, first=first)
    if piece.kind is BlockKind.HEADING:
        return [piece], None
    return [replace(piece, speaker=speaker)], speaker


def _piece(line: str, following: str | None, *, first: bool) -> Piece:
    mark = lines.list_mark(line)
    if mark and line[len(mark) :].strip():
        return Piece(BlockKind.ITEM, line[len(mark) :].strip(), mark=mark)
    if is_caption(line) or (first and _SIDES.search(line) and not lines.ends_in_stop(line)):
        return Piece(BlockKind.CAPTION, line)
    if line.count("|") >= 2 and set(line) <= set("|-:+ \t"):
        return Piece(None, line)
    if line.startswith("|") and line.count("|") >= 2:
        return row(line.strip().strip("|").split("|"))
    if _is_heading(line, following):
        return Piece(BlockKind.HEADING, line, level=2)
    return Piece(BlockKind.PARAGRAPH, line)


def _is_heading(line: str, following: str | None) -> bool:
    if following is None or not _is_short(line):
        return False
    return bool(lines.list_mark(following)) or not _is_short(following) or is_caption(following)


def _is_short(line: str) -> bool:
    fits = len(line) <= _LONGEST_HEADING and len(line.split()) <= _MOST_HEADING_WORDS
    return fits and not lines.ends_in_stop(line)


def _runs_as_items(pieces: list[Piece]) -> list[Piece]:
    """Take three or more short lines in a row for the lines of a list, two for headings."""
    found = list(pieces)
    run: list[int] = []
    for at, piece in enumerate([*pieces, Piece(None, "")]):
        if piece.kind in _LINES and not piece.mark and _is_short(piece.text) and piece.level != 3:
            run.append(at)
            continue
        for place in run if len(run) >= _SHORTEST_RUN else []:
            found[place] = replace(found[place], kind=BlockKind.ITEM, level=0)
        if len(run) == 2 and piece.kind is BlockKind.PARAGRAPH:
            found[run[0]] = replace(found[run[0]], kind=BlockKind.HEADING, level=2)
        run = []
    return found


def speakers_of(paragraphs: list[str]) -> frozenset[str]:
    """Return the labels that speak: those of a transcript, not those of a form."""
    named = [found["name"] for found in map(lines.label, paragraphs) if found]
    counts = Counter(name for name in named if name.lower() not in _NO_SPEAKER)
    shouted = {name for name in counts if name.isupper()}
    again = {name for name, count in counts.items() if count >= 2}
    if len(again) + len(shouted) == 0 or sum(counts.values()) < 2:
        return frozenset()
    return frozenset(again | shouted | (set(counts) if len(again) >= 2 else set()))
