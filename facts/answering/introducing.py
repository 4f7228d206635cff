"""The words of a fact that tell who somebody is, or what a thing is.

"Mayor Ida Roe", "Ida Roe, head of the clinic,", "the spinner Ida Roe", "Ida Roe, who leads the
inquiry,"; "infrasound, a rumble too low to hear,".
"""

import re

from facts.answering.language import irregular_pasts, stop_words, word_set
from facts.answering.lexicon import AUXILIARIES, PREPOSITIONS, is_person
from facts.extraction.roles import role_after
from facts.extraction.titlewords import TITLES
from facts.types import Span

_COURTESY = re.compile(r"(?:(?:H\.E\.|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Hon|Rev|Shri|Smt)\.?\s)+$")
_PART = re.compile(r"[:;!?“”\"()—–|]|(?<![A-Z][a-z])(?<![A-Z][a-z]{2})\.\s")
# "and Vellanka's coach,", "told the head of the clinic,": from the last such word on.
_APPOSED = re.compile(
    r"(?P<role>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|one"
    r"|(?:[A-Z][\w’'-]*\s){0,3}[\w-]+(?:['’]s|s['’]))\s(?P<what>[^,]+))$"
)
_IN_COURT = re.compile(
    r"(?:^|\s)((?:Prosecuting|Defending|Mitigating|For the (?:defen[cs]e|prosecution))),$"
)
_APPOSING = re.compile(r"(?:,|\s(?:named|called))$")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s$")
_MOST_MODIFIERS = 5
_WHAT_ONE_IS = word_set(
    "agent star soprano alto tenor bass official hero icon teen veteran candidate nominee accused"
    " member expert figure graduate giant great legend"
)
_SAYING = frozenset(
    {"says", "said", "adds", "added", "told", "tells", "named", "called", "met", "and", "but"}
)
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?=[,.;]|\s(?:and|who)\b)|\s\((?:aged\s)?\d{1,3}\)")
_ACTS_FOR = re.compile(
    r",\s(?P<what>(?:defending|prosecuting|representing|mitigating"
    r"|(?:acting|speaking|appearing) for|for the (?:defen[cs]e|prosecution|Crown|state))\b"
    r"[^,.;:“”\"]*)"
)
_BRACKETED = re.compile(r"\s\((?P<what>[A-Za-z][^()\d]{3,60})\)")
_ON = r"(?:[^,.;:()“”\"]|(?<=\d)[,.](?=\d))"  # to the end of the clause
_WHO = re.compile(rf",?\s(?P<what>who(?:se)?\s(?!has died\b){_ON}{{4,}})")
_FROM = re.compile(
    r",?\s(?P<what>(?:of|from)\s(?:the\s)?[A-Z][\w’'-]*"
    r"(?:\s(?:(?:of|the|and|for)\s)*[A-Z][\w’'-]*)*)"
)
_IS = re.compile(
    r",?\s(?:(?:is|was|are|were|became|becomes|remains)\s(?P<what>(?:an?|the|one of|its|their|his"
    rf"|her)\s{_ON}+)|(?P<made>(?:(?:is|was|has been|had been|will be)\s)(?:declared|elected"
    rf"|appointed|named|sworn in as|chosen as|made|promoted to)\s{_ON}+"
    rf"|(?:works?|worked|serves?|served|trained) as\s{_ON}+"
    r"|(?:became|becomes|leads|heads|chairs|chaired|runs|owns|founded|co-founded|coaches|captains"
    rf"|represents)\s{_ON}+))"
)
_THING_IS = re.compile(
    r"(?:,\s|\s\(|\s[–—-]\s|\s(?:is|are|was|were)\s)"
    rf"(?P<what>(?:an?|the|one of|any|some kind of)\s{_ON}{{4,}})"
)
_HOLDS = re.compile(
    r"(?P<role>\b(?:(?:[Dd]eputy|[Vv]ice|[Aa]cting|[Ff]ormer)\s)?(?P<noun>[\w-]+)\s(?:of|for)\s(?:the\s)?"
    r"[\w’'-]+(?:\s(?:(?:and|of|the)\s)*[A-Z][\w’'-]*){0,3})$"
)
# "The union RMTF": what a name is that stands behind it.
_KIND = re.compile(r"(?P<what>\b(?:[Tt]he|[Aa]n?)(?:\s[a-z-]+){1,3})\s$")
# "A rumble known as infrasound", "labelled huihui or Muslim medicine"
_CALLED = re.compile(
    r"(?:(?P<what>\b(?:[Tt]he|[Aa]n?)\s[^,.;:()“”\"]{3,60}?),?\s(?:(?:also|often|sometimes)\s)?)?\b"
    r"(?:known as|called|labell?ed(?: as)?|referred to as|dubbed|termed|nicknamed)\s(?:the\s|a\s)?"
    r"[“\"‘']?$"
)
_OR = re.compile(
    rf"[”\"’']?,?\sor\s(?P<what>{_ON}{{3,60}}?)(?=[,.;]|\s(?:in|is|was|and|which)\s|$)"
)
_WORDS = re.compile(r"[\w’'&-]+")


def introduction(text: str, name: Span) -> Span | None:
    """Return the words that tell who somebody is whom a text names at `name`."""
    after, before = _after(text, name.end), _before(text, name.start)
    return after or before or _told(text, name.end)


def definition(text: str, term: Span) -> Span | None:
    """Return the words that tell what a thing is: "a rumble too low to hear"."""
    if found := _THING_IS.match(text, term.end):
        return _trimmed(text, *found.span("what"))
    called = _CALLED.search(text, 0, term.start)
    if called and (other := _OR.match(text, term.end)):
        return _trimmed(text, *other.span("what"))
    if called and called["what"]:
        return Span(*called.span("what"))
    kind = _KIND.search(text, 0, term.start) if term.of(text)[:1].isupper() else None
    return Span(*kind.span("what")) if kind else None


def _after(text: str, end: int) -> Span | None:
    role = role_after(text, end)
    if role and not _is_verb(role.partition(" ")[0]):
        start = text.index(role, end)
        return _trimmed(text, start, start + len(role))
    age = _AGE.match(text, end)
    after = age.end() if age else end
    for pattern in (_BRACKETED, _ACTS_FOR):
        if found := pattern.match(text, after):
            return _trimmed(text, *found.span("what"))
    if found := _IS.match(text, after):
        what = "made" if found["made"] else "what"
        # "was a surprise" tells of no person.
        if what == "made" or any(map(_tells_person, _small(found["what"]))):
            return _trimmed(text, *found.span(what))
    return None


def _is_verb(word: str) -> bool:
    """Tell "was received by the minister" from what somebody is."""
    return word in AUXILIARIES or word.endswith("ed") or word in irregular_pasts()


def _told(text: str, end: int) -> Span | None:
    """Return what somebody does, or is from, if no more is told: "of the People's Union"."""
    age = _AGE.match(text, end)
    after = age.end() if age else end
    found = _WHO.match(text, after) or _FROM.match(text, after)
    return _trimmed(text, *found.span("what")) if found else None


def _before(text: str, start: int) -> Span | None:
    """Return the office or description right before a name."""
    courtesy = _COURTESY.search(text[:start])
    ends = courtesy.start() if courtesy else start
    begins = max((m.end() for m in _PART.finditer(text[:ends])), default=0)
    lead = text[begins:ends].rstrip()
    if court := _IN_COURT.search(lead):
        return Span(begins + court.start(1), begins + court.end(1))
    if apposing := _APPOSING.search(lead):
        comma = lead.rfind(",", 0, apposing.start()) + 1
        found = _apposed(lead[comma : apposing.start()])
        return Span(begins + comma + found[0], begins + comma + found[1]) if found else None
    return _titled(text, begins, begins + len(lead))


def _apposed(chunk: str) -> tuple[int, int] | None:
    """Return the last description that ends a chunk: "a grower" of "at the auction a grower"."""
    starts = [m.start() for m in re.finditer(r"(?:^|(?<=\s))\S", chunk)]
    for at in reversed(starts):
        found = _APPOSED.match(chunk, at)
        # Any word of it may tell what somebody is: "head of the clinic", "chair".
        if found and any(map(_tells_person, _small(found["what"])[:_MOST_MODIFIERS])):
            article = _ARTICLE.search(chunk, 0, found.start("role"))
            return (article or found).start(), found.end("role")
    return None


def _titled(text: str, start: int, end: int) -> Span | None:
    """Return the title before a name: "returning officer", "Detective Sergeant"."""
    if (of := _HOLDS.search(text, start, end)) and _tells_person(of["noun"]):
        return Span(*of.span("role"))  # "Speaker of the Assembly Ruben Castellan"
    tokens = list(_WORDS.finditer(text, start, end))
    if not tokens or tokens[-1].end() < end - 1 or not _tells_person(tokens[-1].group()):
        return None
    first = len(tokens) - 1
    while first > 0 and len(tokens) - first < _MOST_MODIFIERS:
        if text[tokens[first - 1].end() : tokens[first].start()] != " ":
            break
        if not _modifies(tokens[first - 1].group()):
            break
        first -= 1
    if first > 0 and tokens[first - 1].group().lower() in ("the", "a", "an", "its", "his", "her"):
        first -= 1
    return Span(tokens[first].start(), end)


def _modifies(word: str) -> bool:
    """Tell a word that belongs to the title behind it, and is no verb or link before it."""
    small = word.lower()
    if small in _SAYING or small in stop_words() or small in PREPOSITIONS:
        return False
    return word[0].isupper() or not (small.endswith("ed") or small in irregular_pasts())


def _tells_person(word: str) -> bool:
    """Tell a word for what somebody is: "agent", "vice-chair", "TD"."""
    last = word.rpartition("-")[2].lower()
    return is_person(last) or last.endswith("person") or last in _WHAT_ONE_IS or word in TITLES


def _small(words: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(words)]


def _trimmed(text: str, start: int, end: int) -> Span:
    """Leave out blanks, and what follows a word of saying: "president of the club, said"."""
    return Span(start, start + len(text[start:end].rstrip(" ,")))
