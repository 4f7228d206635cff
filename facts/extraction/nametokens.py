"""A sentence -> its runs of capitalised words, cut where two names and not one stand together."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from facts.extraction import namewords as words
from facts.extraction.givennames import is_common, is_given
from facts.extraction.places import countries


def _capitals() -> str:
    points = [*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)]
    return "A-Z" + "".join(chr(p) for p in points if chr(p).isupper())


CAPITAL = f"[{_capitals()}]"
_SHORT = (
    "St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Rev|Hon|Supt|Insp"
    "|Det|Cllr|Adv|Atty|Barr|Engr|Fr|Br|Brig|Cmdr|Cdr|Amb|Ven|Pte"
    r"|(?:Brig|Lt|Maj)\.-Gen|Lt\.-Col|Sgt\.-Maj"
)
_TOKEN = (
    rf"(?:(?:(?:al|el|ul|as|ar|an|ad|ash|d|l)[-’'])?{CAPITAL}[\w’'-]*s['’](?=\s(?:and\s)?{CAPITAL})"
    rf"|(?:(?:al|el|ul|as|ar|an|ad|ash)-|[dl][’']){CAPITAL}[\w’'-]*\w"
    rf"|(?:{CAPITAL}\.){{2,}}|{CAPITAL}\.(?=\s{CAPITAL})|(?:{_SHORT})\.(?=\s{CAPITAL})"
    rf"|{CAPITAL}+&{CAPITAL}+|(?:Jr|Sr)\.(?!\w)|{CAPITAL}[\w’'-]*\w|{CAPITAL}(?![\w.]))"
)
_LEADING = (
    r"(?:van der|van den|van de|van|von der|von|de la|de los|de|della|del|di|da|dos|du|ter|bin|ibn)"
)
_NO_DO = "".join(f"(?<!{word} )" for word in ("What", "How", "Why", "When", "Where", "Who"))
_WITHIN = rf"(?:{_LEADING}|der|den|des|la|le|y|al|el|av|af|zu|ap|ab|ferch|{_NO_DO}do)"
_JOIN = r"(?:of the|of|for the|for|and|on|&)"
_LINK = rf"(?:{_JOIN}|{_WITHIN})"
_RUN = re.compile(
    rf"(?:(?<![\w@#/.-])|(?<=[a-z]/)(?={CAPITAL}\w+\s{CAPITAL}))"
    rf"(?:{_LEADING}\s)?{_TOKEN}(?:\s(?:{_LINK}\s)?{_TOKEN})*(?:\splc\b)?"
)
_PART = re.compile(rf"{_TOKEN}|{_LINK}(?=\s)|\bplc\b")
_JOINING = frozenset("-'’")
_LEADS_IN = (
    *("der", "den", "de", "van", "von", "la", "los", "della", "del", "di", "da", "dos", "du"),
    *("ter", "bin", "ibn"),
)
_LONGEST_LEADING = 13  # letters before the first capital of a run: "van der al-"
_ANY_CAPITAL = re.compile(CAPITAL)
_IS_LINK = re.compile(rf"{_LINK}$")
PARTICLE = re.compile(rf"{_WITHIN}$")
# "London-based Zephyr Robotics" are two names; "October-to-December" is none.
_ADJECTIVE_TAIL = re.compile(
    r"[a-z]-(?:based|born|bound|registered|flagged|raised|educated|listed|style|era|like|led|owned"
    r"|backed|run|funded|controlled|trained|wide|themed)$"
)
_MONTHS_TO = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)-[a-z]"
)
_SURNAMES_TOO = frozenset({"Jan", "May", "June", "August"})
_JOINS = words.JOINS_OF | words.JOINS_FOR
_HEADS = words.BODIES | words.TITLES | words.OPENERS | words.PLACE_WORDS
_OFFICES_OF = frozenset({"Office", "Department", "Association", "Bureau", "Guild", "Council"})
_STATE_OFFICES = frozenset({"Ministry", "Department", "Office", "Agency", "Bureau"})
_CUTS = frozenset({"of", "of the", "for", "for the", "and", "on"})
_GOVERNING = frozenset({"Management", "Supervisory", "Executive", "Governing"})
_ON = frozenset(
    {"Commission", "Committee", "Council", "Conference", "Convention", "Panel", "Forum"}
)
# Words that open sentences, but behind "Committee on" are its subject.
_TOPICS = frozenset(
    {"Water", "Women", "Children", "Schools", "Services", "Families", "Prices", "Workers", "Police"}
)
FIELDS = frozenset({"Police", "Prisons", "Customs", "Intelligence", "Statistics", "Staff"})
_NO_TOPICS = words.NOT_NAMES | (words.OPENERS - _TOPICS)


class Part(NamedTuple):
    """A word of a run; `plain` is without a possessive, `end` where the word as written ends.

    `is_link` tells "of", "and", "van" and the like from a capitalised word.
    """

    start: int
    end: int
    text: str
    plain: str
    is_link: bool

    @property
    def last(self) -> int:
        """Where the plain word ends."""
        return self.start + len(self.plain)


def part(start: int, text: str) -> Part:
    """Return one word of a run."""
    if text.endswith(("'s", "’s")):
        plain = text[:-2]
    else:
        plain = text[:-1] if text.endswith(("s'", "s’")) else text
    is_link = (text[0].islower() and bool(_IS_LINK.match(text))) or text == "&"
    return Part(start, start + len(text), text, plain, is_link)


def runs(text: str) -> Iterator[list[Part]]:
    """Yield the parts of each name's words, links in front and behind still on them."""
    at = 0
    while capital := _ANY_CAPITAL.search(text, at):  # a run stands only around one
        run = _RUN.search(text, max(at, capital.start() - _leading(text, capital.start())))
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
        starts = accumulate((len(word) + 1 for word in words_of_run), initial=start)
        return [part(at, word) for at, word in zip(starts, words_of_run, strict=False)]
    found = _PART.finditer(run.string, run.start(), run.end())
    return [part(match.start(), match.group()) for match in found]


def _segments(parts: list[Part]) -> Iterator[list[Part]]:
    segment: list[Part] = []
    for at, each in enumerate(parts):
        if each.text in _CUTS and (
            not (
                _joins(each.text, segment)
                or _holds(each.text, segment, parts[at + 1 :])
                or _is_on(each.text, segment, parts[at + 1 :])
                or _pairs(each.text, segment, parts[at + 1 :])
                or _tells_on(each.text, segment, parts[at + 1 :])
                or _rides_on(each.text, segment, parts[at + 1 :])
            )
            or _is_led(each.text, parts[at + 1 :])
            or _governs(each.text, segment, parts[at + 1 :])
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
        if each.plain != each.text and not (_belongs(segment, after) or _unites(each, after)):
            yield segment
            segment = []
    yield segment


def _is_led(link: str, after: list[Part]) -> bool:
    """Tell "the Orchard Party of Prime Minister Ida Roe": its leader is no part of its name."""
    titles = next((n for n, p in enumerate(after) if p.plain not in words.TITLES), len(after))
    named = after[titles : titles + 2]
    person = len(named) == 2 and not any(p.is_link or p.plain in words.BODIES for p in named)
    return link == "of" and titles > 0 and person and after[-1].plain not in words.BODIES


def _joins(link: str, segment: list[Part]) -> bool:
    """Tell whether a link is part of one name: "Ministry of Health and Social Care"."""
    if link == "on":
        return False
    if link == "and":
        if segment and segment[-1].text.endswith(("s'", "s’")):
            return True  # "Bakers' and Allied Workers' Union"
        heads = any(each.plain in _JOINS for each in segment)
        return heads and any(each.text[:3] in ("of", "of ", "for") for each in segment)
    if link.startswith("of") and any(each.text[:3] == "for" for each in segment):
        return True  # "Society for the Protection of Birds"
    if link == "of" and {each.text for each in segment} & {"of", "for"} and _is_of_state(segment):
        return True  # "Ministry of Health of Lemaria"
    if not segment or segment[-1].plain not in words.JOINS_OF:
        return False
    return link.startswith("of") or segment[-1].plain in words.JOINS_FOR


def _holds(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Inspector General of Police" and "Minister of State for Roads and Bridges"."""
    field = after[0].plain if after else ""
    if not segment or segment[0].plain not in words.TITLES or not is_common(field):
        return False
    if link == "of":
        return segment[-1].plain in words.TITLES and field in FIELDS
    if link == "for":
        return segment[-1].plain in ("State", "Secretary", "General")
    fields = link == "and" and any(each.text in ("of", "for") for each in segment)
    return fields and is_common(segment[-1].plain) and field not in words.TITLES


def _pairs(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Food and Agriculture Organization" from "Norway and the Orchard Party"."""
    if link != "and" or not segment or len(after) < 2:
        return False
    left, right = segment[-1].plain, after[0].plain
    heads = words.BODIES | words.NOT_NAMES | words.OPENERS
    if left in heads or right in heads or not (is_common(left) and is_common(right)):
        return False
    if words.is_person_noun(left.lower()) or words.is_person_noun(right.lower()):
        return False
    ends = next((p.plain for p in after[1:4] if p.is_link or p.plain in words.BODIES), "")
    return ends in words.BODIES


def _is_of_state(segment: list[Part]) -> bool:
    return any(each.plain in _STATE_OFFICES for each in segment[:2])


def _is_on(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Joint Commission on Trade" from "the Commission on Monday"."""
    topic = after[0].plain if after else ""
    named = link == "on" and bool(segment) and segment[-1].plain in _ON
    named = named or [p.plain for p in segment[-2:]] == ["Working", "Group"]
    return named and all(map(is_common, topic.split("-"))) and topic not in _NO_TOPICS


def _tells_on(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Committee on Water and Public Works" from "the Committee on Water and Norway"."""
    on = next((at for at, each in enumerate(segment) if each.text == "on" and at), 0)
    topic = link == "and" and on > 0 and segment[on - 1].plain in _ON and bool(after)
    return topic and is_common(after[0].plain) and after[0].plain not in countries()


def _rides_on(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Meals on Wheels": two common words, which prose would not write with capitals."""
    if link != "on" or len(segment) != 1 or len(after) != 1:
        return False
    one, other = segment[0].plain, after[0].plain
    plain = is_common(one) and is_common(other) and other not in _NO_TOPICS
    return plain and one not in _HEADS and other not in _HEADS and one.endswith("s")


def _governs(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "the Board of the National Bank": the bank is the name."""
    board = bool(segment) and segment[-1].plain in ("Board", "Management", "Presidium")
    own = [each.plain for each in segment[:-1] if each.plain not in words.OPENERS]
    board = board and (not own or own[0] in _GOVERNING)
    return board and link.startswith("of") and any(p.plain in words.BODIES for p in after[:4])


def _unites(each: Part, after: list[Part]) -> bool:
    """Tell "Bakers' and Allied Workers' Union" from "the Bakers' and Ida Roe"."""
    many = each.text.endswith(("s'", "s’")) and after[:1] != [] and after[0].text == "and"
    return many and any(part.text.endswith(("s'", "s’")) for part in after)


def _belongs(segment: list[Part], after: list[Part]) -> bool:
    """Tell a possessive inside a name: "St Colman's Church", "Farmers' League"."""
    if not after or after[0].is_link:
        return False
    saint = segment[0].plain.rstrip(".") in ("St", "Saint")
    if segment[-1].text.endswith(("'s", "’s")) and after[0].plain in words.OWNED_PLACES:
        return len(after) == 1 or after[1].is_link
    of_many = segment[-1].text.endswith(("s'", "s’"))
    body = of_many and any(each.plain in words.BODIES for each in after)
    possessor = segment[-1].plain.lower()
    office = segment[-1].plain in words.TITLES and after[0].plain in _OFFICES_OF
    men = office or (
        possessor.endswith("men") and any(each.plain in words.BODIES for each in after)
    )
    return saint or body or men or possessor in words.POSSESSORS


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
