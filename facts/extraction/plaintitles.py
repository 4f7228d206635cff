"""Titles of works without quotation marks: "a report, Safer Streets for Schools", "Ink (1988)"."""

import re
from collections.abc import Iterator

from facts.extraction import namewords as words
from facts.extraction.givennames import is_common, is_given
from facts.extraction.signs import holds, words_in
from facts.reading.wordlist import word_list

_WORD = r"[A-Z][\w’'-]*"
_SMALL = r"(?:and|of|in|for|the|on|to|with|at|from|a|an)"
_TITLE = rf"(?P<title>{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,8}})"
_SORTS = (
    *("report", "study", "paper", "debut", "exhibition", "show", "series", "sequel", "film"),
    *("novel", "book", "memoir", "album", "song", "single", "play", "musical", "opera", "poem"),
    *("documentary", "pamphlet", "trilogy", "collection", "essay", "strategy", "guide", "podcast"),
    *("lecture", "biography", "account", "history", "painting", "comedy", "drama", "installation"),
)
_SORT_WORDS = frozenset({*_SORTS, *(f"{sort}s" for sort in _SORTS)})
_APPOSED = re.compile(
    rf"\b(?:{'|'.join(_SORTS)})s?(?:\s(?:of|on|about|by|for)\s[^,.;:“”()]{{1,40}})?,\s{_TITLE}"
    r"(?=[,.;:)]|$|\s(?:was|is|are|has|had|will|came|comes|sold|won|ran|runs|opens|opened|which)\b)"
)
# "It was followed by A Field Guide to Rain in 1986."
_ARTICLED = re.compile(
    rf"(?<=[a-z,] )(?P<title>An?\s(?!Levels?\b|Grades?\b"
    rf"|Coru){_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,8}})"
)
_DATED = re.compile(rf"{_TITLE}(?=\s\((?:1[6-9]|20)\d\d\))")
_OWNED_WORDS = word_list(
    "account story novel tale study history portrait memoir film book biography debut adaptation"
    " play collection album"
)
# "The Cartographer's Daughter, Ida Roe's account of"
_WHOSE = re.compile(
    rf"{_TITLE}(?=,\s{_WORD}(?:\s{_WORD}){{0,2}}['’]s\s(?:[a-z]+\s)?"
    rf"(?:{'|'.join(sorted(_OWNED_WORDS))})\b)"
)
# "The Moth Keeper by Teatro Polvo", inside a sentence
_THE_BY = re.compile(
    rf"(?<=[a-z,] )(?P<title>The\s{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,6}})"
    r"(?=\sby\s(?:the\s)?[A-Z])"
)
_LISTED_BY = re.compile(
    rf"\b(?:includ(?:ed|es|ing)|read|reads|beat|reviewed|are"
    rf"|were)\s{_TITLE}(?=\sby\s{_WORD}\s{_WORD})"
)
# "a screening of The Phantom of Pell Street", "I saw The Sea Hawk"
_STAGED = re.compile(
    r"\b(?:(?:screening|production|performance|premiere|revival|staging|adaptation|showing"
    r"|reading)s? of"
    rf"|saw|watched|directed|wrote)\s(?P<title>(?:The|A"
    rf"|An)\s{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,6}})"
)
_STAGES = ("ing of", "tion of", "ance of", "iere of", "val of", "saw The", "watched", "wrote")
_OF_OTHERS = words.BODIES | words.PLACE_WORDS | words.THINGS | words.NOT_NAMES
_OF_OTHERS_ARTICLED = _OF_OTHERS - words.PLACE_WORDS
_SMALL_WORD = re.compile(rf"\s{_SMALL}\s")
_BEFORE = re.compile(r"[a-z], [A-Z]")  # looked for first, for speed, as the next ones
_OWNED = tuple(f"s {each}" for each in sorted(_OWNED_WORDS))
_LISTS = ("includ", "read", "beat", "review")
_YEARS = ("(16", "(17", "(18", "(19", "(20")


def plain_titles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where titles of works stand, known by the words around them."""
    known = words_in(text)
    for pattern, worth in (
        (_APPOSED, not _SORT_WORDS.isdisjoint(known) and bool(_BEFORE.search(text))),
        (_ARTICLED, " A " in text or " An " in text),
        (_DATED, holds(text, _YEARS)),
        (_WHOSE, not _OWNED_WORDS.isdisjoint(known) and holds(text, _OWNED)),
        (_THE_BY, " The " in text and " by " in text),
        (_STAGED, " The " in text and holds(text, _STAGES)),
        (_LISTED_BY, " by " in text and holds(text, _LISTS)),
    ):
        for match in pattern.finditer(text) if worth else ():
            if _is_title(match["title"]):
                yield match.span("title")


def _is_title(title: str) -> bool:
    """Tell a title by its plain words; a lone word, a person, a body or a place is none."""
    parts = [word for word in title.split(" ") if word[0].isupper()]
    if len(parts) < len(("A", "Title")):
        return False
    articled = parts[0] in ("The", "A", "An")
    rest = parts[articled:]
    plain = [word.removesuffix("'s").removesuffix("’s") for word in rest]
    personal = parts[0] in words.OPENERS or is_given(plain[0]) or plain[0] in words.TITLES
    if personal and not articled:
        return False
    told = bool(_SMALL_WORD.search(title))
    if not told and plain[-1] in (_OF_OTHERS_ARTICLED if articled else _OF_OTHERS):
        return False
    named = [word for word in plain if not is_common(word)]
    return not named or (told and len(named) < len(plain)) or (articled and len(named) <= 1)
