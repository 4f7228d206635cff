"""Markdown -> a reading: front matter, headings, lists, tables, quotes; the marks are left out."""

import re
from dataclasses import dataclass, field, replace

from facts.reading import boilerplate, headers, lines, plain
from facts.reading.decode import clean, decode
from facts.reading.habits import habits_of
from facts.reading.pieces import Piece, check_size, compose, one_line, overridden, row
from facts.reading.source import Source
from facts.types import BlockKind, Particulars, Published, PublishedBasis, ReadDocument

_LONGEST_TOP = 6
READER = "md/6"
_FRONT = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_DEFINED = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*<?(?:https?://|/|#|mailto:|\./)\S*.*$")
_NOTED = re.compile(r" {0,3}\[\^[^\]\n]+\]:[ \t]*|[ \t]*:[ \t]+(?=\S)")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_NOTICE = re.compile(r"\[!\w+\][ \t]*$")
_SIGNED = re.compile(r"[—–-]{1,2} ?[A-Z]")  # "> — Ida Roe, mayor of Sarn"
_CODE = re.compile(r"(?: {4}|\t)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_IMAGE_LINE = re.compile(r"\s*!\[([^\]\n]*)\]\([^)\n]*\)\s*$")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+\1\s*$")
_BOLD_LEVEL, _MOST_BOLD = 6, 10
_LONGEST_MARKED = 5_000
_MARKED = re.compile(r"[\[<`*_~\\]")  # without any of these there is nothing to take off
_INLINE = (
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]\n]+\]"), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>"), ""),
    (re.compile(r"(`+)([^`\n]+)\1"), r"\2"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"~~(?=\S)([^~\n]+?)~~"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])"), r"\1"),
)


def read_markdown(source: Source) -> tuple[ReadDocument, ...]:
    """Read a Markdown file as one document."""
    text, _ = decode(source.content)
    front, body = front_matter(clean(text))
    pieces = _Parser().parse(_COMMENT.sub("", body))
    found = _particulars(front, pieces)
    reading = compose(pieces, overridden(found, source.given), READER)
    return (ReadDocument("", source.content, reading),)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split off the fields between the opening lines of dashes."""
    match = _FRONT.match(text.lstrip("\n"))
    if not match:
        return {}, text
    sign = ":" if match["mark"] == "---" else "="
    pairs = (line.partition(sign) for line in match["fields"].split("\n") if sign in line)
    fields = {key.strip().lower(): value.strip().strip("\"'[]") for key, _, value in pairs}
    return fields, text.lstrip("\n")[match.end() :]


def plain_words(text: str) -> str:
    """Return a line of Markdown without its marks."""
    # The patterns look ahead for closing marks: quadratic in a line that only opens them.
    marked = len(text) <= _LONGEST_MARKED and _MARKED.search(text)
    for pattern, kept in _INLINE if marked else ():
        text = pattern.sub(kept, text)
    return one_line(text)


def _particulars(front: dict[str, str], pieces: list[Piece]) -> Particulars:
    found = headers.Header(front).particulars()
    if found.published != Published():
        found = replace(found, published=replace(found.published, basis=PublishedBasis.METADATA))
    titles = (p.text for p in pieces if p.kind is BlockKind.HEADING and p.level == 1)
    lower = (headers.header_field(p.text) for p in pieces[:_LONGEST_TOP] if p.kind is None)
    found = overridden(headers.Header(dict(filter(None, lower))).particulars(), found)
    for piece in pieces[:_LONGEST_TOP]:
        if piece.kind is None and headers.is_byline(piece.text):
            found = headers.with_day(found, headers.dated_by_line(piece.text))
    return replace(found, title=found.title or next(titles, None))


@dataclass(slots=True)
class _Parser:
    """Goes over the lines once; `words` gathers the lines of an open paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    mark: str = ""
    heads: tuple[str, ...] = ()
    fenced: bool = False

    def parse(self, text: str) -> list[Piece]:
        all_lines = text.split("\n")
        for line, following in zip(all_lines, [*all_lines[1:], ""], strict=True):
            self._line(line, following)
            check_size(0, len(self.pieces) // 2)  # before all of a hopeless file has been read
        self._close()
        return self._with_plain_lines()

    def _line(self, line: str, following: str) -> None:
        if _FENCE.match(line):
            self._close()
            self.fenced = not self.fenced
        elif self.fenced:
            self.pieces.append(Piece(None, line))
        elif not line.strip():
            self._close()
            self.heads = ()
        elif _DEFINED.match(line) or self._is_code(line):
            self.pieces.append(Piece(None, line))
        elif not (self._heading(line) or self._table(line, following) or self._other(line)):
            self._words(line)

    def _is_code(self, line: str) -> bool:
        # Prose that somebody only moved to the right stays prose.
        if self.words or not _CODE.match(line) or lines.list_mark(line):
            return False
        before = self.pieces[-1].kind if self.pieces else None
        return before is not BlockKind.ITEM and not lines.ends_in_stop(line)

    def _heading(self, line: str) -> bool:
        match = _HEADING.match(line)
        under = _SETEXT.match(line)
        if match:
            self._close()
            self.pieces.append(Piece(BlockKind.HEADING, plain_words(match[2]), len(match[1])))
        elif under and self.words and self.kind is BlockKind.PARAGRAPH:
            level = 1 if under[1][0] == "=" else 2
            self.pieces.append(Piece(BlockKind.HEADING, plain_words(" ".join(self.words)), level))
            self.words = []
        elif _RULE.match(line):
            self._close()
        else:
            return False
        return True

    def _table(self, line: str, following: str) -> bool:
        if self.heads and "|" in line:
            if not _DIVIDER.match(line):
                self.pieces.append(row(map(plain_words, _cells(line)), self.heads))
        elif "|" in line and _DIVIDER.match(following) and "-" in following and "|" in following:
            self._close()
            self.heads = tuple(plain_words(cell) for cell in _cells(line))
            self.pieces.append(Piece(None, " | ".join(self.heads)))
        else:
            return False
        return True

    def _other(self, line: str) -> bool:
        image = _IMAGE_LINE.match(line)
        noted = _NOTED.match(line)
        mark = noted.group() if noted else lines.list_mark(line)
        if image:
            self._close()
            self.pieces.append(Piece(BlockKind.CAPTION, plain_words(image[1])))
        elif line.lstrip().startswith(">"):
            self._quote(line.lstrip().lstrip("> "))
        elif mark and line[len(mark) :].strip():
            self._close()
            self.kind, self.mark = BlockKind.ITEM, mark.lstrip()
            self.words = [_TASK.sub("", line[len(mark) :])]
        else:
            return False
        return True

    def _quote(self, words: str) -> None:
        if self.kind is not BlockKind.QUOTE or not words or _SIGNED.match(words):
            self._close()
            self.kind = BlockKind.QUOTE
        if words and not _NOTICE.match(words):
            self.words.append(words)

    def _words(self, line: str) -> None:
        may_label = ":" in line or line.lstrip("*_ ")[:1] in ("Q", "A")  # looked for first: quick
        named = lines.label(plain_words(line)) if may_label else None
        hard_break = self.words and self.words[-1].endswith(("  ", "\\"))
        ended = self.words and lines.ends_in_stop(self.words[-1])
        fields = self.words and all(_is_field(each) for each in (self.words[-1], line))
        bold = len(self.words) == 1 and _BOLD_LINE.match(self.words[0])
        if self.words and (hard_break or (named and ended) or fields or bold):
            self._close()
        self.words.append(line)

    def _close(self) -> None:
        text = plain_words(" ".join(word.rstrip("\\") for word in self.words))
        if text and self._is_bold_heading(text):
            self.pieces.append(Piece(BlockKind.HEADING, text, _BOLD_LEVEL))
        elif text:
            self.pieces.append(Piece(self.kind, text, mark=self.mark))
        self.words, self.kind, self.mark = [], BlockKind.PARAGRAPH, ""

    def _is_bold_heading(self, text: str) -> bool:
        """Tell "**Health**" alone on its line, in words short of a sentence."""
        if self.kind is not BlockKind.PARAGRAPH or len(self.words) > 1:
            return False
        bold = bool(_BOLD_LINE.match(self.words[0])) and not headers.is_byline(text)
        return bold and len(text.split()) <= _MOST_BOLD and not lines.ends_in_stop(text)

    def _with_plain_lines(self) -> list[Piece]:
        """Let paragraphs be read as plain text is: labels, bylines, captions, clock times."""
        found: list[Piece] = []
        texts = [piece.text for piece in self.pieces]
        habits = habits_of(texts)
        speaker: str | None = None
        for at, piece in enumerate(self.pieces):
            below = texts[at + 1] if at + 1 < len(texts) else ""
            top = at < _LONGEST_TOP and _is_of_top(piece.text, below)
            if piece.kind is BlockKind.PARAGRAPH and not top:
                # Only itself to look at: a short line of Markdown is no heading.
                made, speaker = plain.pieces_of_line([piece.text], 0, habits, speaker)
                tabled = at + 2 < len(texts) and self.pieces[at + 2].kind is BlockKind.ROW
                found += map(plain.as_table_title, made) if tabled else made
                continue
            byline = piece.kind is BlockKind.PARAGRAPH  # or a field of the head
            speaker = None if piece.kind is BlockKind.HEADING else speaker
            found.append(replace(piece, kind=None) if byline else piece)
        return boilerplate.quieted(found)


def _is_of_top(line: str, below: str) -> bool:
    """Tell a byline, a field, or the sender's name above the date."""
    if headers.is_byline(line) or _is_field(line):
        return True
    return headers.holds_names_alone(line) and headers.is_byline(below)


def _is_field(line: str) -> bool:
    return ":" in line and headers.header_field(plain_words(line)) is not None


def _cells(line: str) -> list[str]:
    trimmed = line.strip().removeprefix("|")
    trimmed = trimmed[:-1] if trimmed.endswith("|") and not trimmed.endswith("\\|") else trimmed
    return re.split(r"(?<!\\)\|", trimmed)
