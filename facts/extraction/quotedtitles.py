"""Titles that stand in quotation marks: works, or ships after such a noun."""

import re

from facts.extraction import cluewords as clues
from facts.extraction import namewords as words
from facts.extraction.beside import words_before
from facts.extraction.givennames import is_given
from facts.extraction.plaintitles import plain_titles
from facts.extraction.signs import holds, words_in
from facts.reading.wordlist import word_list
from facts.types import NameKind

_SMALL = "of|the|and|a|an|in|on|to|for|from|with|at|by"
_TITLED = re.compile(
    r"[“\"‘'«](?<!\w.)(?P<title>[^\W\d_a-zß-öø-ÿ][\w’'-]*"
    rf"(?:[ :,]{{1,2}}(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*|{_SMALL}|\d+)){{0,9}}?)[,.!?]?[”\"’'»](?!\w)"
)
_PRINTED = re.compile(
    r"(?:\bjournal\s|\b(?:books?|novels?|memoirs?|films?|albums?|plays?|novella|essays?|opera"
    r"|documentary|autobiography|biography|thesis|poems?|collection|diary|diaries),\s"
    r"(?=(?:A|An|The)\s))(?P<title>[A-Z][\w’'-]*(?:\s(?:(?:and|of|in|for|the|on|to|with|at|from"
    r"|a)\s){0,2}"
    r"[A-Z][\w’'-]*)*)"
)
_TOPIC = r"[A-Z][\w’'-]*(?:\s(?:(?:and|of|in|for|the|on|to)\s){0,3}[A-Z][\w’'-]*)*"
# "a Memorandum of Understanding on the Care of Lakes".
_AGREED = re.compile(
    rf"\bMemorandum of (?:Understanding|Agreement|Cooperation)(?:\s(?:on|for)\s(?:the\s)?{_TOPIC})?"
)
_TITLE = (
    r"(?P<title>(?:The\s|A\s)?[A-Z][\w’-]*(?:['’]s)?(?:\s(?:(?:and|of|in|for|the|on|to|with|at"
    r"|from|a)"
    r"\s){0,2}[A-Z][\w’-]*(?:['’]s)?){1,6})"
)
# "whose Bread of Heaven trilogy"
_SERIES = re.compile(
    rf"\b(?:whose|her|his|their|the)\s{_TITLE}\s(?:trilogy|novels?|saga|album|musical|memoir"
    rf"|podcast"
    r"|sitcom|franchise|ballet|quartet of novels|books|videos?|computer game)\b"
)
# "the documentary Rivers of Dust"
_AFTER_ITS_SORT = re.compile(
    r"\b(?:documentary|film|novel|album|opera|musical|memoir|ballet|exhibition|podcast)\s(?P<title>"
    r"(?:The\s)?[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)?\sof\s(?:the\s)?[A-Z][\w’-]*)\b(?!\s[A-Z])"
)
# "Hollow Ground by Tess Amadi" in a list of books
_BY = re.compile(rf"(?:^|[:;,]\s|\band\s){_TITLE}\sby\s(?P<by>[A-Z][\w’.-]*)\s[A-Z]")
_LISTED = re.compile(
    r"\b(?:shortlist(?:ed)?|longlist(?:ed)?|books?|novels?|albums?|films?|plays?|poems?|songs?"
    r"|fiction"
    r"|bestsellers?|screenings?)\b",
    re.IGNORECASE,
)
# One of them stands beside most titles without marks: looked for first, for speed.
_SORTS = word_list(
    """
    journal book books novel novels novella memoir memoirs film films album albums play plays essay
    essays opera game documentary musical ballet exhibition podcast trilogy saga sitcom franchise
    video videos quartet
    """
)
_OPENING_MARKS = "\"“'‘«"
_SPEAKING = frozenset({"speaking", "appearing", "interviewed"})
_SHIP = re.compile(
    r"\b(?:ship|vessel|ferry|trawler|tanker|freighter|carrier|yacht|barge|tug)\s"
    r"(?P<title>[A-Z][\w-]*['’]s\s[A-Z][\w-]*)"
)
_SPEAKING_ON = re.compile(
    r"\b(?:[Ss]peaking|[Aa]ppearing"
    r"|[Ii]nterviewed)\son\s(?P<title>[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)+),\s"
)
_OTHER_KINDS = (
    words.BODIES | words.PLACE_WORDS | words.THINGS | words.NOT_NAMES | words.PLACE_STARTS
)


def _is_other(parts: list[str]) -> bool:
    """Tell a station, a day or a place from a programme ("Morning Tide") somebody speaks on."""
    return is_given(parts[0]) or not _OTHER_KINDS.isdisjoint(parts)


def quoted_titles(text: str) -> list[tuple[int, int, NameKind]]:
    """Return the titles that stand in quotation marks: works, or ships after such a noun."""
    found: list[tuple[int, int, NameKind]] = []
    if not _SORTS.isdisjoint(words_in(text)):
        found += [(*m.span("title"), NameKind.WORK) for m in _PRINTED.finditer(text)]
        found += _plain(text, _AFTER_ITS_SORT) + _plain(text, _SERIES)
    if "Memorandum of" in text:  # looked at first, for speed
        found += [(*match.span(), NameKind.WORK) for match in _AGREED.finditer(text)]
    if " by " in text and _LISTED.search(text):
        found += _plain(text, _BY)
    if "’s " in text or "'s " in text:
        found += [(*match.span("title"), NameKind.OTHER) for match in _SHIP.finditer(text)]
    if not _SPEAKING.isdisjoint(words_in(text)):
        told = (m for m in _SPEAKING_ON.finditer(text) if not _is_other(m["title"].split(" ")))
        found += [(*match.span("title"), NameKind.WORK) for match in told]
    found += [(start, end, NameKind.WORK) for start, end in plain_titles(text)]
    for match in _TITLED.finditer(text) if holds(text, _OPENING_MARKS) else ():
        if text[match.start()] in '“"' and text[match.end() - 1] not in '”"':
            continue  # '"Watch the Farmers' Union"': an apostrophe closes nothing
        before = words_before(text, match.start())
        title = match["title"]
        if before and before[-1].lower() in clues.VESSELS:
            found.append((*match.span("title"), NameKind.OTHER))
        elif {word.lower() for word in before[-3:]} & clues.WORKS or _looks_titled(title):
            found.append((*match.span("title"), NameKind.WORK))
    return found


def _plain(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int, NameKind]]:
    """Return titles without quotation marks: none of them a body, a place or a prize."""
    told = (m for m in pattern.finditer(text) if m["title"].split(" ")[-1] not in _OTHER_KINDS)
    return [
        (*m.span("title"), NameKind.WORK)
        for m in told
        if not is_given(m["title"].split(" ")[0]) or m["title"].startswith(("The ", "A "))
    ]


def _looks_titled(title: str) -> bool:
    capitals_in = [word for word in title.split() if not word[0].islower()]
    return len(capitals_in) > 1 and capitals_in[0] not in ("I", "We", "You", "It", "He", "She")
