"""A statement without its figures, dates and names: what it is about, word by word.

Two statements give figures for the same thing only when their frames are the same. Words that
change nothing about the thing ("now", "so far", "stood at", "rose to") are left out; every other
word counts, so "killed" is not "injured", "by 5" is not "to 5" and "not" is never lost.
"""

import re
from dataclasses import dataclass

from facts.extraction.datelines import dateline
from facts.extraction.figureunits import SCALES, normal_unit
from facts.extraction.numberwords import NUMBER_WORDS
from facts.reading.wordlist import word_list
from facts.reconcile.statement import Statement
from facts.text import Word, stem, words
from facts.types import Figure, Granularity, Moment, Name

# Left out of a frame: they say nothing about which thing is counted.
_EMPTY = word_list(
    """
    a an the this that these those is are was were be been being has have had do does did will
    in on at of its it their his her there which who whom and also now still already currently
    so far total altogether overall latest new newly just only even some about around
    """
)
_QUALIFYING = word_list(
    """
    at least no not less than fewer more a minimum maximum of greater upwards in excess exceeding
    over above well just most up to as many much nearly almost close under below quite about
    around approximately approx roughly some an estimated circa ca c or and out the
    """
)
_LEVEL = re.compile(
    r"\b(?:(?:rose|risen|rises|climbed|climbs|grew|grown|grows|increased|increases|jumped|jumps|went"
    r"|gone"
    r"|soared|fell|fallen|falls|dropped|drops|declined|declines|decreased|decreases|sank|sunk"
    r"|shrank|shrunk|slipped|eased|came|come|comes|amounts|amounted|up|down)\s(?:up\s|down\s)?to"
    r"|(?:stands|stood|stand|standing|remains|remained|put)\sat"
    r"|reaches|reached|totals|totall?ed|numbers|numbered)\s$",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(
    r"(?:,?\s(?:up|down))?\sfrom\s(?:an earlier\s|a previous\s)?$", re.IGNORECASE
)
_BEFORE_MOMENT = re.compile(
    r"\b(?:as of|as at|so far|in|on|at|by|since|during|for|from|until|till|before|after|over)"
    r"(?:\sthe)?\s$",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(
    r",[\"”]?\s(?:[^,;:\"“”]{1,80}\s)?(?:said|says|told\s[^,;]{1,60}|announced|reported|confirmed"
    r"|added|stated)(?:\s[^,;:\"“”]{0,80})?[.]?$"
)
_TOLD_BEFORE = re.compile(
    r"(?:[^,;:\"“”]{1,80}\s)(?:said|says|announced|reported|confirmed|stated)\s"
    r"(?:(?:on|in)\s\S+\s(?:\S+\s)?)?(?:that\s)?"
)
_ACCORDING = re.compile(
    r"(?:^|(?<=[–—-]\s))According to\s[^,;]{1,80},\s|,?\saccording to\s[^,;]{1,80}(?=[,.;]|$)"
)
_NUMBER_WORD = re.compile(NUMBER_WORDS, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a statement in order, with what was masked out of them.

    `words` holds stems, "#unit" for a figure and "@" for a name. Figures that only tell the
    earlier value ("up from 30") are left out.
    """

    words: tuple[str, ...]
    content: frozenset[str]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    names: tuple[Name, ...]
    text: str


def frame_of(statement: Statement) -> Frame:
    """Return the frame of a statement, without the clause that only tells who said it."""
    first, last = _claim(statement)
    counts = [f for f in statement.figures if first <= f.start and f.end <= last]
    counts = [f for n, f in enumerate(counts) if not (n and _tells_before(statement.text, f))]
    dates = [m for m in statement.moments if first <= m.start and m.end <= last and _dates(m)]
    dates = [m for m in dates if not any(_overlap(m, f) for f in counts)]
    named = [n for n in statement.names if first <= n.start and n.end <= last]
    masked: list[Moment | Figure] = [*counts, *dates]
    named = [n for n in named if not any(_overlap(n, other) for other in masked)]
    found = tuple(_words(statement, (first, last), counts, dates, named))
    content = frozenset(w for w in found if w[0] not in "#@")
    return Frame(found, content, tuple(counts), tuple(dates), tuple(named), statement.text)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement with its frame, made once for all comparisons."""

    statement: Statement
    frame: Frame


def weighed(statement: Statement) -> Weighed:
    """Return a statement ready to be compared."""
    return Weighed(statement, frame_of(statement))


class Frames:
    """Statements with their frames, each made once however often it is compared."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Weighed] = {}

    def of(self, statement: Statement) -> Weighed:
        """Return a statement ready to be compared."""
        key = statement.document, statement.identity
        if key not in self._made:
            self._made[key] = weighed(statement)
        return self._made[key]


def _claim(statement: Statement) -> tuple[int, int]:
    """Return where the claim itself stands, without "..., officials said on Tuesday"."""
    text, last = statement.text, len(statement.text)
    line = dateline(text)
    first = line.end if line else 0
    if statement.attribution.speaker is None and statement.attribution.sure:
        return first, last
    after = _TOLD_AFTER.search(text)
    before = _TOLD_BEFORE.match(text, first)
    accorded = _ACCORDING.search(text, first)
    if after and after.start():
        last = after.start()
    elif accorded and accorded.start():
        last = accorded.start()
    elif accorded:
        first = accorded.end()
    elif before:
        first = before.end()
    return first, last


def _tells_before(text: str, figure: Figure) -> bool:
    return bool(_FROM_BEFORE.search(text, 0, figure.start))


def _dates(moment: Moment) -> bool:
    return moment.granularity is not Granularity.DURATION


def _overlap(one: Moment | Name | Figure, other: Moment | Name | Figure) -> bool:
    return one.start < other.end and other.start < one.end


def _words(
    statement: Statement,
    claim: tuple[int, int],
    figures: list[Figure],
    moments: list[Moment],
    names: list[Name],
) -> list[str]:
    text = statement.text
    masks: list[tuple[int, int, list[str]]] = []
    for figure in figures:
        level = _LEVEL.search(text, 0, figure.start)
        masks.append((level.start() if level else figure.start, figure.end, _figure(figure)))
    before = [f for f in statement.figures if f not in figures and _tells_before(text, f)]
    for told in before:
        lead = _FROM_BEFORE.search(text, 0, told.start)
        masks.append((lead.start() if lead else told.start, told.end, []))
    for moment in moments:
        lead = _BEFORE_MOMENT.search(text, 0, moment.start)
        masks.append((lead.start() if lead else moment.start, moment.end, []))
    masks += [(name.start, name.end, ["@"]) for name in names]
    found: list[str] = []
    at = claim[0]
    for start, end, instead in sorted(masks):
        found += _plain(text[at : max(start, at)])
        found += instead
        at = max(at, end)
    return [*found, *_plain(text[at : claim[1]])]


def _plain(text: str) -> list[str]:
    return [word.stem for word in words(text) if word.folded not in _EMPTY]


def _figure(figure: Figure) -> list[str]:
    """Return the figure's place, and the words in it that are neither number nor unit."""
    spelled = [match.span() for match in _NUMBER_WORD.finditer(figure.text)]
    rest = [w for w in words(figure.text) if not any(a <= w.start < b for a, b in spelled)]
    kept = [w.stem for w in rest if not _counts_only(w, figure)]
    unit = figure.unit or ""
    return [*sorted(kept), f"#{stem(unit) if unit.islower() else unit}"]


def _counts_only(word: Word, figure: Figure) -> bool:
    if word.folded[0].isdigit() or word.folded in _QUALIFYING or word.folded in SCALES:
        return True
    if word.folded in {"bn", "mn", "tn", "us", "usa"}:
        return True
    unit = figure.unit or ""
    return normal_unit(word.folded) == unit or word.stem in {stem(part) for part in unit.split("/")}
