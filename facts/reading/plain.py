"""Plain text -> a reading: headline, captions, headings, labels, list items, clock times, body."""

import re
from dataclasses import replace

from facts.reading import boilerplate, columns, headers, lines, topwords
from facts.reading.decode import clean, decode
from facts.reading.habits import Habits, ends_speech, habits_of
from facts.reading.pieces import Piece, compose, overridden
from facts.reading.source import Source
from facts.types import BlockKind, Particulars, ReadDocument

READER = "txt/6"
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
_MOST_SENDER = 9
_LONGEST_HEADING = 120
_LONGEST_TOP = 12
_LONGEST_TITLE_BLOCK = 4
_MOST_HEADING_WORDS = 14
_MOST_NUMBERED = 8
_IN_SHORT = re.compile(r"\s\([A-Z]{2,8}\)$")
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
    found = headers.with_day(found, headers.dated_by_title(found.title))
    first = next((p.text for p in body if p.kind is BlockKind.PARAGRAPH), "")
    found = replace(found, outlet=found.outlet or headers.outlet_by_dateline(first))
    return top + body, headers.with_day(found, headers.dated_by_dateline(first))


def _top_matter(paragraphs: list[str]) -> tuple[list[Piece], list[str], Particulars]:
    """Take header lines, the headline and bylines off the top."""
    fields: dict[str, str] = {}
    pieces: list[Piece] = []
    day = outlet = None
    for at, line in enumerate(paragraphs[:_LONGEST_TOP]):
        named = headers.header_field(line)
        titled = any(piece.kind is BlockKind.HEADING for piece in pieces)
        if named:
            fields.setdefault(*named)
            pieces.append(Piece(None, line))
        elif headers.is_byline(line) or _is_above(paragraphs, at, titled=titled):
            day = day or headers.dated_by_line(line)
            outlet = outlet or headers.outlet_of(line)
            pieces.append(Piece(None, line))
        elif not titled and (_is_sender(paragraphs, at) or _is_masthead(paragraphs, at)):
            outlet = outlet or line
            pieces.append(Piece(None, line))
        elif titled and _is_above_date(paragraphs, at):
            outlet = outlet or headers.outlet_named(line)
            pieces.append(Piece(None, line))
        elif titled and _is_subtitle(paragraphs, at):
            pieces.append(Piece(BlockKind.HEADING, line, level=2))
        elif not titled and len(pieces) + 1 < len(paragraphs) and is_headline(line):
            pieces.append(Piece(BlockKind.HEADING, line, level=1))
        else:
            break
    found = headers.with_day(headers.Header(fields).particulars(), day)
    return pieces, paragraphs[len(pieces) :], replace(found, outlet=found.outlet or outlet)


def _is_sender(paragraphs: list[str], at: int) -> bool:
    """Tell "MINISTRY OF FOOD AND COASTS" above the headline of its release."""
    words = _IN_SHORT.sub("", paragraphs[at]).split()
    named = all(word[0].isupper() or word in topwords.LINKS for word in words)
    if (
        not named
        or len(words) > _MOST_SENDER
        or not {w.casefold() for w in words} & topwords.SENDERS
    ):
        return False
    below = (p for p in paragraphs[at + 1 : at + 5] if not _is_passed_over(p))
    return is_headline(next(below, "."))


def _is_masthead(paragraphs: list[str], at: int) -> bool:
    """Tell a newspaper's name above the date and the headline."""
    below = paragraphs[at + 1 : at + 3]
    dated = len(below) > 1 and headers.is_date_line(below[0]) and is_headline(below[1])
    return dated and headers.is_masthead(paragraphs[at])


def _is_passed_over(line: str) -> bool:
    return bool(
        headers.header_field(line)
        or headers.is_byline(line)
        or headers.is_furniture(line)
        or boilerplate.is_boilerplate(line)
    )


def _is_above_date(paragraphs: list[str], at: int) -> bool:
    """Tell the outlet or the author between a headline and the date: names alone."""
    for line in paragraphs[at : at + 3]:
        if headers.is_date_line(line):
            return line is not paragraphs[at]
        if not headers.holds_names_alone(line):
            return False
    return False


def _is_subtitle(paragraphs: list[str], at: int) -> bool:
    """Tell a second headline: short, with nothing but such lines down to the one with the date."""
    below = paragraphs[at + 1 : at + 1 + _LONGEST_TITLE_BLOCK]
    until = next((n for n, line in enumerate(below) if _gives_day(line)), len(below))
    dated = until < len(below) and all(map(_is_short, below[:until]))
    runs_on = paragraphs[at][:1].islower() and is_headline(paragraphs[at])
    return dated and (_is_short(paragraphs[at]) or runs_on)


def _gives_day(line: str) -> bool:
    return headers.is_byline(line) or headers.is_place_and_date(line)


def _is_above(paragraphs: list[str], at: int, *, titled: bool) -> bool:
    line, below = paragraphs[at], paragraphs[at + 1 : at + 2]
    section = line.strip(" :|/").casefold() in topwords.SECTIONS and not titled
    headed = bool(below) and is_headline(below[0]) and not lines.label(below[0])
    return (section and headed) or headers.is_furniture(line) or boilerplate.is_boilerplate(line)


def is_headline(line: str) -> bool:
    """Tell whether a first line is a headline: short, no full stop, no list mark or caption."""
    longest = _LONGEST_HEADING * (2 if headers.names_an_occasion(line) else 1)
    if len(line) > longest or lines.list_mark(line) or is_caption(line):
        return False
    return not lines.ends_in_stop(line) or (line.endswith("?") and len(line) <= 90)


def is_caption(line: str) -> bool:
    """Tell whether a line describes a picture, by its credit or its opening."""
    return bool(_CREDIT.search(line[-120:]) or _CAPTION_OPENING.match(line))


def _body(paragraphs: list[str]) -> list[Piece]:
    habits = habits_of(paragraphs)
    pieces: list[Piece] = []
    speaker: str | None = None
    at = 0
    while at < len(paragraphs):
        end = columns.table_end(paragraphs, at)
        if end > at:
            pieces[-1:] = map(as_table_title, pieces[-1:])
            pieces += columns.table_pieces(paragraphs[at:end])
            at = end
            continue
        made, speaker = pieces_of_line(paragraphs, at, habits, speaker)
        pieces += made
        at += 1
    return boilerplate.quieted(_runs_as_items(pieces))


def as_table_title(piece: Piece) -> Piece:
    """Take a short line right above a table for its title."""
    short = piece.kind is BlockKind.PARAGRAPH and _is_short(piece.text) and not piece.speaker
    return replace(piece, kind=BlockKind.HEADING, level=3) if short else piece


def labelled(pieces: list[Piece]) -> list[Piece]:
    """Let the paragraphs of another format be read as plain lines are: labels, clocks, captions."""
    habits = habits_of([piece.text for piece in pieces])
    named: list[Piece] = []
    speaker: str | None = None
    for piece in pieces:
        if piece.kind is BlockKind.PARAGRAPH:
            # Only itself to look at: a short line is no heading where headings are marked.
            made, speaker = pieces_of_line([piece.text], 0, habits, speaker)
            named += made
        else:
            speaker = None if piece.kind is BlockKind.HEADING else speaker
            named.append(piece)
    return named


def pieces_of_line(
    paragraphs: list[str], at: int, habits: Habits, speaker: str | None
) -> tuple[list[Piece], str | None]:
    """Return the pieces of one paragraph and who speaks after it."""
    line = paragraphs[at]
    clock = "" if habits.numbered else lines.clock_mark(line)
    if clock:
        rest = line[len(clock) :].lstrip(" \t-–—:|")
        head = Piece(BlockKind.HEADING, clock.strip("[]"), level=3)
        below = paragraphs[at + 1 : at + 2]
        titles = bool(below) and _is_short(rest) and lines.ends_in_stop(below[0])
        titles = titles and not lines.clock_mark(below[0])
        kind = BlockKind.HEADING if titles else BlockKind.PARAGRAPH
        return [head, Piece(kind, rest, level=4 if titles else 0)], None
    named = lines.label(line)
    if named and named.name.casefold() in habits.speakers:
        rest = line[named.end :].lstrip()
        mark = line[: len(line) - len(rest)]
        said = Piece(BlockKind.PARAGRAPH, rest, mark=mark, speaker=named.words)
        return [said if rest else Piece(None, line)], named.words
    piece = _piece(paragraphs, at)
    if piece.kind is BlockKind.HEADING:
        return [piece], None
    if speaker and ends_speech(line, habits.speakers):
        speaker = None
    return [replace(piece, speaker=speaker)], speaker


def _piece(paragraphs: list[str], at: int) -> Piece:
    line = paragraphs[at]
    mark = lines.list_mark(line) or lines.number_mark(line)
    if mark and line[len(mark) :].strip():
        rest = line[len(mark) :].strip()
        if _is_numbered_heading(paragraphs, at, rest):
            return Piece(BlockKind.HEADING, rest, level=2, mark=mark)
        return Piece(BlockKind.ITEM, rest, mark=mark)
    if is_caption(line) or (at == 0 and _SIDES.search(line) and not lines.ends_in_stop(line)):
        return Piece(BlockKind.CAPTION, line)
    if _is_heading(line, paragraphs[at + 1] if at + 1 < len(paragraphs) else None):
        return Piece(BlockKind.HEADING, line, level=2)
    return Piece(BlockKind.PARAGRAPH, line)


def _is_numbered_heading(paragraphs: list[str], at: int, rest: str) -> bool:
    """Tell "2. Findings" above prose from a point of a list."""
    around = [*paragraphs[max(at - 1, 0) : at], *paragraphs[at + 1 : at + 2]]
    title = rest.rstrip("?") if rest.isupper() else rest
    if len(paragraphs) == at + 1 or not _is_short(title) or len(rest.split()) > _MOST_NUMBERED:
        return False
    follows = paragraphs[at + 1]
    if rest.isupper() and not any(map(_numbered_in_capitals, around)):
        return True  # points may stand below it, or above
    beside = any(lines.list_mark(line) for line in around)
    return lines.list_mark(paragraphs[at])[:-1].strip()[:1].isdigit() and not (
        beside or _is_short(follows)
    )


def _numbered_in_capitals(line: str) -> bool:
    mark = lines.list_mark(line)
    return bool(mark) and line[len(mark) :].isupper()


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
        plain_line = piece.kind in _LINES and piece.level != 3 and not _shouts(piece)
        if plain_line and not piece.mark and _is_short(piece.text):
            run.append(at)
            continue
        for place in run if len(run) >= _SHORTEST_RUN else []:
            found[place] = replace(found[place], kind=BlockKind.ITEM, level=0)
        if len(run) == 2 and piece.kind is BlockKind.PARAGRAPH:
            found[run[0]] = replace(found[run[0]], kind=BlockKind.HEADING, level=2)
        run = []
    return found


def _shouts(piece: Piece) -> bool:
    """Tell "RATES" above its paragraph: a heading, whatever short lines stand before it."""
    return piece.kind is BlockKind.HEADING and piece.text.isupper()
