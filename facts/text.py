"""Folding, words and stems. Offsets always refer to the original text.

Scripts written without spaces (Chinese, Japanese, Thai and neighbours) give overlapping pairs of
characters instead of words, so that they can be filed and found like any other text.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

import Stemmer


def _ranges(points: Iterator[int]) -> str:
    runs = [list(g) for _, g in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)


@cache
def _any_word() -> re.Pattern[str]:
    """Return what a word is in any script; made at the first text that is not plain.

    That takes a fifth of a reader's start, and the many short texts are plain.
    """
    # Python's \w leaves out combining marks, which would cut words of Hindi or decomposed accents.
    marks = _ranges(p for p in range(0x300, 0x20000) if unicodedata.category(chr(p))[0] == "M")
    letter = rf"(?:[^\W_]|[{marks}\u200c\u200d])"
    return re.compile(
        rf"(?P<unspaced>[{_UNSPACED}]+)"
        r"|(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?"  # U.S., e.g., but not the last word of a sentence
        r"|\d+(?:[.,:]\d+)+"  # 6,500  3.4  00:48
        rf"|(?:(?![{_UNSPACED}]){letter})+(?:['’ʼ‘`](?:(?![{_UNSPACED}]){letter})+)*"
    )


# The same for plain ASCII, where it is much quicker; most words are letters alone.
_PLAIN_WORD = re.compile(
    r"[A-Za-z]{2,}+(?![0-9'`])|(?:[A-Za-z]\.)+[A-Za-z](?!\w)\.?|\d+(?:[.,:]\d+)+"
    r"|[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*",
    re.ASCII,
)
# Signs that are no part of a word, or an apostrophe in one: a text that is plain but for these is
# taken apart as quickly as if it had been typed on a plain keyboard.
_PLAINLY = str.maketrans("“”„«»–—‐‑…•\u00a0\u2009\u202f£€’‘", '"""""----;;   ;;\'\'')
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'"})
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ə": "a",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŋ": "n",
        "\u0640": None,
        "\u200c": None,
        "\u200d": None,
    }
)
# What folding may change of a decomposed text: all but plain letters and these signs.
_CHANGED = re.compile("[^\\x00-\\x7f“”„«»–—•€£]")
MOST_MEANT = 100_000  # written words remembered with what they mean
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_SHORT_I = "\u0438\u0306"  # й is a letter of its own in Cyrillic, not an accented и
# Without their own caches: what a word means is kept here, and emptying theirs took half the time.
_STEMMERS = tuple(
    (low, high, Stemmer.Stemmer(language, 0))
    for low, high, language in (
        ("\u0400", "\u052f", "russian"),
        ("\u0600", "\u06ff", "arabic"),
        ("\u0370", "\u03ff", "greek"),
    )
)
_english = Stemmer.Stemmer("english", 0)


class Word(NamedTuple):
    """A word of a text: its place there, its folded form and its stem."""

    start: int
    end: int
    folded: str
    stem: str


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return `text` without case, accents and apostrophe variants, for comparing only."""
    return fold_once(text)


def fold_once(text: str) -> str:
    """Return `text` as `fold` does, without remembering it: for whole sentences."""
    if text.isascii():
        return text.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    if not _CHANGED.search(decomposed):
        return decomposed
    kept = decomposed.replace(_SHORT_I, "й")
    plain = "".join(c for c in kept if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


@lru_cache(maxsize=20_000)
def stem(folded: str) -> str:
    """Return the stem of a folded word (Snowball, possessive removed); a number as digits."""
    return _stem_once(folded)


# Words that Snowball takes for forms of another: "according to" is no accord, and who "founded" a
# club "found" nothing. Each group has its first word for a stem.
_APART = """
according accordingly
accessible accessibility
aide aides
authority authorities
business businesses
celebrity celebrities
closely
conservative conservatives
considerable considerably
container containers
customer customers
defendant defendants
department departments departmental
detective detectives
emergency emergencies
engineer engineers engineering engineered
excellency excellencies
executive executives
expectancy
experiment experiments experimental
fairly
founded founding founds
generally
goods
hardly
highly
hospitality
identical
important importantly importance
largely
lately
likely
mainly
majority majorities
mineral minerals
minority minorities
mostly
namely
nearly
objective objectives
officer officers
opposite opposites
organisation organisations
organization organizations
paste pasted pastes
personal personality personally
physical physically
positive positively positives
protestant protestants
rarely
reformation
relation relations
relative relatives
relatively
reservation reservations
respective respectively
responsible responsibility responsibilities
securities
several
shortly
succession successive
terminal terminals
training trainings trainer trainers
transition transitions
tribune tribunes
united
university universities
"""
_OWN_STEMS = {
    word: group.split()[0] for group in _APART.strip().splitlines() for word in group.split()
}
KEPT_APART = frozenset(_OWN_STEMS.values())


def _stem_once(folded: str) -> str:
    if folded[:1].isdigit():
        return folded.replace(",", "") if _THOUSANDS.fullmatch(folded) else folded
    bare = folded.removesuffix("'s").removesuffix("'")
    if bare in _OWN_STEMS:
        return _OWN_STEMS[bare]
    for low, high, stemmer in _STEMMERS:
        if low <= bare[:1] <= high:
            return str(stemmer.stemWord(bare))
    return str(_english.stemWord(bare))


def words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    found: list[Word] = []
    plain = _plainly(text)
    for match in (_PLAIN_WORD if plain.isascii() else _any_word()).finditer(plain):
        if match.lastgroup == "unspaced":
            found.extend(_pairs(match.group(), match.start()))
            continue
        folded, stemmed = _MEANT[match.group()]
        if folded:
            found.append(Word(match.start(), match.end(), folded, stemmed))
    return found


def meant(text: str) -> list[tuple[str, str]]:
    """Return the folded words of `text` in order, each with its stem, without their places."""
    plain = _plainly(text)
    if not plain.isascii():
        return [(word.folded, word.stem) for word in words(text)]
    return [*map(_MEANT.__getitem__, _PLAIN_WORD.findall(plain))]


def places(text: str) -> list[tuple[int, int]]:
    """Return where each word of `text` begins and ends, in order."""
    plain = _plainly(text)
    if not plain.isascii():
        return [(word.start, word.end) for word in words(text)]
    return [match.span() for match in _PLAIN_WORD.finditer(plain)]


def _plainly(text: str) -> str:
    return text if text.isascii() else text.translate(_PLAINLY)


class _Meant(dict[str, tuple[str, str]]):
    """Written words folded, each with its stem: a plain dict is quicker here than `lru_cache`."""

    def __missing__(self, raw: str) -> tuple[str, str]:
        if len(self) >= MOST_MEANT:
            self.clear()
        if raw.isascii() and raw.isalpha() and raw != "US":  # most words, in less time
            folded = raw.lower()
            stemmed = _OWN_STEMS.get(folded) or _english.stemWord(folded)
            self[raw] = meant_so = folded, stemmed
            return meant_so
        folded = fold_once(raw)
        folded = folded if raw[0].isdigit() else folded.replace(".", "")
        folded = "usa" if folded == "us" and (raw.isupper() or "." in raw) else folded  # not "us"
        self[raw] = meant_so = folded, _stem_once(folded)
        return meant_so


_MEANT = _Meant()


def _pairs(run: str, start: int) -> Iterator[Word]:
    for at in range(max(1, len(run) - 1)):
        pair = fold(run[at : at + 2])
        if pair:
            yield Word(start + at, start + at + len(run[at : at + 2]), pair, pair)
