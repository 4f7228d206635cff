"""What a fact offers to a question: its words by place, its names, figures and moments.

Figures, moments and names found by extraction are used where a candidate brings them; where it
brings none, cheap signs stand in (capitalised runs, digits and number words, month names).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from operator import itemgetter

from facts.answering import language
from facts.answering.capitals import apart, capitalised
from facts.answering.index import hyphenated, hyphened, stem_places, stems_of
from facts.answering.patterns import (
    BOUNDS_OF_TIME,
    DATE_SORTS,
    DURATION,
    IN_DIGITS,
    LASTING,
    LENGTH,
    NO_DURATION_AFTER,
    NUMBER,
    RATE,
    RATE_BEFORE,
    SIGNS,
    UNITS_OF_TIME,
    WHEN,
)
from facts.answering.signs import (
    may_be_dated,
    may_hold,
    may_hold_digits,
    may_spell_numbers,
    small_letters,
)
from facts.answering.types import Candidate
from facts.once import once
from facts.text import Word, meant, places, stem, words
from facts.types import Figure, Granularity, Moment, Name, Span

_folded = itemgetter(0)  # of a word and its stem
_end = itemgetter(1)  # of a place
_word = partial(tuple.__new__, Word)  # a candidate has many: quicker than to call `Word`
_HOW_LONG = Granularity.DURATION  # "19 days" says how long, not when
# What extraction found: names, moments and figures.
Above = tuple[str, tuple[str, ...]]  # the title and the headings
Brought = tuple[Sequence[Name], Sequence[Moment], Sequence[Figure]]


class Evidence:
    """A candidate prepared for scoring; never changed, but only worked out as far as asked.

    `places` gives the word positions of each stem, `title` the stems of the title, `headed` those
    of the headings, and `beside` what title, headings, previous sentences and speaker hold.
    """

    def __init__(self, text: str, above: Above, beside: tuple[str, ...], brought: Brought) -> None:
        self.text = text
        self._meant = meant(text)
        self.places = stem_places(self._meant)
        if hyphenated(text):
            self._add_joined()
        self.title = stems_of(above[0])
        self._headings = above[1]
        self._beside = beside
        self._brought = brought

    def _add_joined(self) -> None:
        """Add the stems of hyphenated words written together: cease-fire is also ceasefire."""
        for at in hyphened(self.text, self._word_places):
            joined = stem(self._meant[at][0] + self._meant[at + 1][0])
            self.places[joined] = (*self.places.get(joined, ()), at)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._meant)

    @once
    def words(self) -> tuple[Word, ...]:
        """The words with their places in the text."""
        placed = zip(self._word_places, self._meant, strict=True)
        return tuple([_word((*place, *meant)) for place, meant in placed])

    @once
    def beside(self) -> frozenset[str]:
        """The stems of what stands around the fact."""
        if not (self._beside or self._headings):
            return self.title
        return self.title.union(self.headed, *map(stems_of, self._beside))

    @once
    def headed(self) -> frozenset[str]:
        """The stems of the headings."""
        return frozenset().union(*map(stems_of, self._headings))

    @once
    def held(self) -> frozenset[str]:
        """The stems of the fact and of what stands around it."""
        return self.beside.union(self.places)

    @once
    def _stem_line(self) -> str:
        return f" {' '.join(self.places)}"

    def beginning(self, letters: str) -> list[str]:
        """Return the stems that begin with these letters."""
        if f" {letters}" not in self._stem_line:
            return []
        return [stemmed for stemmed in self.places if stemmed.startswith(letters)]

    @once
    def folded(self) -> frozenset[str]:
        """The words as folded."""
        return frozenset(map(_folded, self._meant))

    def word_at(self, place: int) -> str:
        """Return the word at a place as folded."""
        return self._meant[place][0]

    def begins(self, place: int) -> int:
        """Return where in the text the word at a place begins."""
        return self._word_places[place][0]

    def stems_at(self, places: slice) -> list[str]:
        """Return the stems of the words at some places, in order."""
        return [stemmed for _, stemmed in self._meant[places]]

    def spaced(self, place: int) -> bool:
        """Tell whether nothing but a space stands between the word at a place and the next."""
        (_, end), (start, _) = self._word_places[place : place + 2]
        return self.text[end:start] == " "

    def written(self, folded: str, at: Sequence[int]) -> bool:
        """Tell whether any of the words at these places is so written."""
        return folded in [self._meant[place][0] for place in at]

    def neighbours(self, first: str, second: str) -> bool:
        """Tell whether two stems stand side by side, in this order."""
        held, last = self._meant, len(self._meant) - 1
        return any(
            at < last and held[at][1] == first and held[at + 1][1] == second
            for at in self.places.get(first, ())
        )

    @once
    def telling(self) -> str:
        """The telling words a line, with spaces about them: their pieces are searched for."""
        common = language.stop_words()
        telling = " \n ".join([folded for folded, _ in self._meant if folded not in common])
        return f" {telling} "

    @once
    def dates(self) -> tuple[Span, ...]:
        """The moments."""
        found = [m for m in self._brought[1] if m.granularity is not _HOW_LONG]
        if found or not may_be_dated(self._small):
            return _spans(found)
        return tuple([Span(*match.span()) for match in WHEN.finditer(self.text)])

    def dated(self, at: int) -> bool:
        """Tell whether the word at a place belongs to a date: also the end of "end of May"."""
        of = [folded for folded, _ in self._meant[at + 1 : at + 2]] == ["of"]
        return any({at, at + 2 * of}.intersection(self.within(date)) for date in self.dates)

    @once
    def date_sorts(self) -> frozenset[str]:
        """Which of year, month and weekday the fact names anywhere."""
        return frozenset(map(date_sort, self.folded)) - {""}

    @once
    def names(self) -> tuple[Span, ...]:
        """The names, without those that are part of a date."""
        brought = _spans(self._brought[0])
        runs = () if brought else capitalised(self.text, self._may_be_named)
        return brought or (apart(runs, self.dates) if runs else ())

    @property
    def _may_be_named(self) -> Sequence[Word]:
        """The words, or the first alone where no other has a capital."""
        rest = self.text[1:]
        plain = self.text.isascii() and rest == rest.lower()
        return words(self.text.partition(" ")[0])[:1] if plain else self.words

    @once
    def numbers(self) -> tuple[Span, ...]:
        """The figures."""
        found = _spans(self._brought[2])
        if found or not self._may_count:
            return found
        pattern = NUMBER if self._may_spell_numbers else IN_DIGITS
        return tuple([Span(*match.span()) for match in pattern.finditer(self.text)])

    @once
    def undated(self) -> tuple[Span, ...]:
        """The numbers that are no part of a date."""
        dates = self.dates
        return tuple(
            [n for n in self.numbers if not any(d.start <= n.start < d.end for d in dates)]
        )

    @once
    def durations(self) -> tuple[Span, ...]:
        """The runs that say how long something takes."""
        if not self.may_hold(UNITS_OF_TIME):
            return ()
        found = (Span(*match.span()) for match in DURATION.finditer(self.text))
        return tuple(span for span in found if self._lasts(span))

    def _lasts(self, span: Span) -> bool:
        rate = span.of(self.text).lower().startswith(("a ", "an ")) and RATE_BEFORE.search(
            self.text[: span.start]
        )
        rate = rate or RATE.search(span.of(self.text))
        return not rate and not NO_DURATION_AFTER.match(self.text, span.end)

    @once
    def lengths(self) -> tuple[Span, ...]:
        """The runs that say how long something is, or from or until when it lasts."""
        measured = self._may_count or self.may_hold(("-long",))
        lasting = self._may_count or self.may_hold(BOUNDS_OF_TIME)
        patterns = (LENGTH,) * measured + (LASTING,) * lasting
        return tuple([Span(*m.span()) for each in patterns for m in each.finditer(self.text)])

    @once
    def _small(self) -> str | None:
        return small_letters(self.text)

    @once
    def _may_count(self) -> bool:
        return may_hold_digits(self._small) or self._may_spell_numbers

    @once
    def _may_spell_numbers(self) -> bool:
        return may_spell_numbers(self._small, [folded for folded, _ in self._meant])

    def may_hold(self, signs: Sequence[str]) -> bool:
        """Tell whether the text may hold any of these runs of small plain letters."""
        return may_hold(self._small, signs)

    def holds(self, sign: str) -> bool:
        """Tell whether the text shows a reason, somebody's words, or a place."""
        pattern, signs = SIGNS[sign]
        return (not signs or self.may_hold(signs)) and bool(pattern.search(self.text))

    @once
    def _word_places(self) -> list[tuple[int, int]]:
        return places(self.text)

    def within(self, span: Span) -> range:
        """Return the places of the words inside `span`."""
        if span.start <= 0 and span.end >= len(self.text):
            return range(len(self))
        held = self._word_places
        return range(bisect_left(held, (span.start, 0)), bisect_right(held, span.end, key=_end))


@lru_cache(maxsize=20_000)
def date_sort(folded: str) -> str:
    """Return "year", "month" or "weekday" when the word is one, else nothing."""
    for sort, pattern in DATE_SORTS.items():
        if pattern.fullmatch(folded):
            return sort
    return ""


def prepare(candidate: Candidate) -> Evidence:
    """Return what the candidate offers (cached by its words)."""
    brought = candidate.names, candidate.moments, candidate.figures
    beside = (*candidate.previous, candidate.attribution.speaker or "")
    return _prepared(candidate.text, (candidate.title or "", candidate.headings), beside, brought)


@lru_cache(maxsize=4_000)
def _prepared(text: str, above: Above, beside: tuple[str, ...], brought: Brought) -> Evidence:
    return Evidence(text, above, tuple([words for words in beside if words]), brought)


def _spans(found: Sequence[Name | Moment | Figure]) -> tuple[Span, ...]:
    return tuple([Span(each.start, each.end) for each in found])


def pieces(folded: Iterable[str]) -> frozenset[str]:
    """Return every run of four letters of the words, stop words left out."""
    telling = (f" {word} " for word in folded if word not in language.stop_words())
    return frozenset(w[at : at + 4] for w in telling for at in range(len(w) - 3))
