"""A sentence -> its runs of capitalised words, cut where two names and not one stand together."""

import re
from collections.abc import Iterator

from facts.extraction import namewords as words
from facts.extraction.givennames import is_given
from facts.extraction.joining import belongs, governs, is_joined, is_led, unites
from facts.extraction.nameparts import CAPITAL, LEADING, LINK, PARTICLE, TOKEN, Part, part

_RUN = re.compile(
    rf"(?:(?<![\w@#/.-])|(?<=[a-z]/)(?={CAPITAL}\w+\s{CAPITAL}))"
    rf"(?:{LEADING}\s)?{TOKEN}(?:\s(?:{LINK}\s)?{TOKEN})*(?:\splc\b)?"
)
# A run of plain words with nothing behind that may belong to it, as most are: quicker to read.
_PLAIN_RUN = re.compile(
    r"[A-Z][A-Za-z]++(?: [A-Z][A-Za-z]++)*+(?=[,;:)?!]|(?<!Jr)(?<!Sr)\.$"
    rf"| (?!{LINK}\s|(?:al|el|ul|as|ar|an|ad|ash|d|l)[-’']|plc\b)[a-z\d])"
)
_PART = re.compile(rf"{TOKEN}|{LINK}(?=\s)|\bplc\b")
_JOINING = frozenset("-'’")
_LEADS_IN = (
    *("der", "den", "de", "van", "von", "la", "los", "della", "del", "di", "da", "dos", "du"),
    *("ter", "bin", "ibn"),
)
_LONGEST_LEADING = 13  # letters before the first capital of a run: "van der al-"
_ANY_CAPITAL = re.compile(CAPITAL)
# "London-based Zephyr Robotics" are two names; "October-to-December" is none.
_ADJECTIVE_TAIL = re.compile(
    r"[a-z]-(?:based|born|bound|registered|flagged|raised|educated|listed|style|era|like|led|owned"
    r"|backed|run|funded|controlled|trained|wide|themed)$"
)
_MONTHS_TO = re.compile(  # also "Mum-of-three Ida Roe"
    r"[A-Z][a-z]+-of-[a-z]+$|.*-year-old$|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)-[a-z]"
)
_SURNAMES_TOO = frozenset({"Jan", "May", "June", "August"})
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}\b")
_CUTS = frozenset({"of", "of the", "for", "for the", "and", "on"})


def runs(text: str) -> Iterator[list[Part]]:
    """Yield the parts of each name's words, links in front and behind still on them."""
    at = 0
    while capital := _ANY_CAPITAL.search(text, at):  # a run stands only around one
        start = capital.start()
        leading = _leading(text, start)
        spaced = not leading and (start == 0 or text[start - 1] == " ")
        if spaced and (plain := _PLAIN_RUN.match(text, start)):
            at = plain.end()
            yield _plain_parts(start, plain.group().split(" "))
            continue
        run = _RUN.search(text, max(at, start - leading))
        if run is None:
            break
        at = run.end()
        yield from _segments(_parts(run))


def _leading(text: str, start: int) -> int:
    """Return how far before its first capital a run may begin: nowhere but behind "van", "al-"."""
    joined = text[max(0, start - 1) : start] in _JOINING
    led = start > 0 and text[start - 1].isspace() and text.endswith(_LEADS_IN, 0, start - 1)
    return _LONGEST_LEADING if led or (joined and start > 0) else 0


def _parts(run: re.Match[str]) -> list[Part]:
    start, name = run.start(), run.group()
    if name.isalpha() and name[0].isupper():  # a word alone, as most are
        return [Part(start, start + len(name), name, name, is_link=False)]
    words_of_run = name.split(" ")
    if all(word.isalpha() and word[0].isupper() for word in words_of_run):
        return _plain_parts(start, words_of_run)
    found = _PART.finditer(run.string, run.start(), run.end())
    return [part(match.start(), match.group()) for match in found]


def _plain_parts(start: int, words_of_run: list[str]) -> list[Part]:
    found = []
    for word in words_of_run:
        end = start + len(word)
        found.append(Part(start, end, word, word, is_link=False))
        start = end + 1
    return found


def _segments(parts: list[Part]) -> Iterator[list[Part]]:
    segment: list[Part] = []
    for at, each in enumerate(parts):
        if each.text in _CUTS and (
            not is_joined(each.text, segment, parts[at + 1 :])
            or is_led(each.text, segment, parts[at + 1 :])
            or governs(each.text, segment, parts[at + 1 :])
        ):
            yield segment
            segment = []
            continue
        segment.append(each)
        after = parts[at + 1 :]
        hyphened = "-" in each.text
        if hyphened and _MONTHS_TO.match(each.text):
            segment.pop()
            continue
        if hyphened and _ADJECTIVE_TAIL.search(each.text) and after:
            yield segment
            segment = []
            continue
        if each.plain != each.text and not (belongs(segment, after) or unites(each, after)):
            yield segment
            segment = []
    yield segment


def without_postcode(text: str, parts: list[Part]) -> list[Part]:
    """Return "Staveness" of "Staveness SV3 8QT"."""
    several = len(parts) > 1 and parts[-1].plain[-1:].isalnum() and parts[-1].plain.isupper()
    coded = several and _POSTCODE.match(text, parts[-1].start)
    return parts[:-1] if coded else parts


def trimmed(parts: list[Part]) -> list[Part]:
    """Return the parts without links at either end and without words that name nothing behind."""
    while parts and parts[0].is_link and not PARTICLE.match(parts[0].text):
        parts = parts[1:]
    while parts and (parts[-1].is_link or _names_nothing(parts)):
        parts = parts[:-1]
    return parts


def _names_nothing(parts: list[Part]) -> bool:
    """Tell a month or "GDP" behind a name; a season may end one ("Salt Summer")."""
    last = parts[-1].plain
    if last in _SURNAMES_TOO and len(parts) == 2 and is_given(parts[0].plain):
        return False  # "Rahima Jan"
    if last in words.AFTER_NAMES and len(parts) > 2:
        return True
    return last in words.NOT_NAMES and not (len(parts) > 1 and last in words.SEASONS)
