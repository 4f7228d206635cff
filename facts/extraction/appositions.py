"""Who a verb belongs to past what stands between commas: "Ida Roe, the mayor, said"."""

import re
from itertools import pairwise

from facts.extraction.namewords import TITLES
from facts.extraction.phrases import HONOURS, Speaker, read_phrase
from facts.extraction.titled import LED_BY
from facts.extraction.titlewords import is_person_noun
from facts.types import Name, NameKind

_FEWEST_CUTS = 2
_MARKS = frozenset('"“”«»')
_MOST_APPOSITIONS = 4
_FOR = re.compile(r"\b(?:of|for|from|at|with|in|by)\s(?:the\s)?$")
_HONOURS = re.compile(rf"(?:{HONOURS})+$")
_WHO = re.compile(r"\s?(?:who|which|whose|whom)\b")
# ", flanked by her deputy, Jon Arke, said": who stood by says nothing.
_BESIDE = re.compile(
    r"\s(?:flanked|accompanied|joined|backed|surrounded|supported|watched|followed|introduced"
    r"|represented|assisted|advised|interviewed|questioned|pressed|quoted)\s(?:[a-z]+\s){0,3}?by\s"
    r"|\s(?:together|along|in company)\swith\s"
    r"|\s(?:standing|sitting|seated|speaking|appearing|walking|posing)\s(?:[a-z]+\s){0,2}?(?:beside"
    r"|alongside|next\sto|near|between|behind|with|before|after|for|through|to|at|in|on|outside)\s"
    r"|\s(?:alongside|beside)\s"
)
_WHOSE = re.compile(r"\swhose(?:\s[\w’'-]+){1,4}")
_AND_HER = re.compile(r",?\sand\s(?:his|her|the|its|their)\s(?:[\w’'-]+\s){0,4}[\w’'-]+")
_TOLD = re.compile(
    r"\b(?:who|which|whose|whom|married|flanked|joined|accompanied|succeeded"
    r"|defending|representing|prosecuting|replacing|quoting|citing|addressing|interviewing|opposing"
    r"|thanking|praising)\s"
)
_TELLS_OF = re.compile(
    r"(?:unlike|like|not|through|via|beside|besides|alongside|after|before|to|against|about|than|under|between|near"
    r"|behind|opposite|following|towards|over|by|for|from|with|of|(?!(?:acting|managing|outgoing|incoming|leading"
    r"|founding|sitting|ruling|governing|presiding|visiting|serving)$)[a-z]{3,}ing)$"
)
_AS_WELL = re.compile(r"\b(?:as well as|rather than|instead of|and not|but not)\s")
_SUCH_AS = re.compile(r"\b(?:such as|including|like|among them)\s$")
_HEADED = re.compile(r"\s(?:of|from|at|for|with)\s.+")
_OF_SEVERAL = re.compile(r"\b(?:of|for|from|at|with|in|by)\s.*\b(?:and|or)\s(?:the\s)?$")
_SOMEBODY_FOR = re.compile(
    r"\s?(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[a-z-]+\s){1,3}(?:for|of|at|with|from|to)\s(?!.*,)"
)
_OF_A_NOUN = re.compile(
    r"\bof\s(?!(?:the|an?|his|her|its|their|this|that)\b)(?:[a-z]+\s){0,2}(?:victim|owner|leader|mayor|minister|driver"
    r"|president|founder|player|star|singer|officer|worker|student|activist|journalist)$"
)
_PAPER_BY = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){0,2}?(?:survey|study|report|inquiry|review"
    r"|analysis|poll"
    r"|letter|statement|investigation|audit|paper|assessment))\s(?:by|from|of|for)\s"
)


def before_apposition(text: str, cuts: list[int], names: tuple[Name, ...]) -> Speaker | None:
    """Read "Ida Roe, the mayor, said" and "the mayor, Ida Roe, said" as the person."""
    segments = [(start, end - 1) for start, end in pairwise(cuts)][::-1]
    if len(segments) >= _FEWEST_CUTS and _WHOSE.fullmatch(text, *segments[1]):
        found = _filling(text, *segments[0], names)  # "whose foreign minister, Greta Zell, said"
        if found:
            return found
    of_whom = _told_of(text, segments)
    segments = segments[of_whom:]
    for at, (start, end) in enumerate(segments[:_MOST_APPOSITIONS]):
        found = _filling(text, start, end, names)
        if found and at and _SOMEBODY_FOR.match(text, start, end):
            break  # "A spokesman for governor Ida Roe, Akbar Jan, said"
        if found and at == 0 and start and _OF_A_NOUN.search(text, 0, start - 1):
            return found._replace(sure=False)  # "the husband of crash victim, Ida Roe, said"
        if found:
            return _with_counterpart(text, start, found, names)
    if of_whom and segments:
        return read_phrase(text, *segments[0], names, leading=False)
    if len(segments) < _FEWEST_CUTS:
        described = segments and _PAPER_BY.match(text, segments[0][0], segments[0][1])
        return Speaker(described["who"], start=segments[0][0]) if described else None
    start, end = segments[1]
    found = read_phrase(text, start, end, names, leading=False)
    if found and any(n.kind is NameKind.PLACE and n.name == found.name for n in names):
        return None  # "from Danforth, Illinois, to Port Ames, said"
    return found if found is None or len(segments) == _FEWEST_CUTS else found._replace(sure=False)


def _with_counterpart(text: str, start: int, found: Speaker, names: tuple[Name, ...]) -> Speaker:
    """Read "Ida Roe and her counterpart, Jon Arke, pledged" as both."""
    other = next((n for n in reversed(names) if n.end < start), None)
    if other is None or other.kind is not NameKind.PERSON or other.name == found.name:
        return found
    beside = _AND_HER.fullmatch(text, other.end, start - 1)
    if beside is None or found.name is None:
        return found
    return Speaker(f"{other.name} and {found.name}", joint=True, start=other.start)


def _told_of(text: str, segments: list[tuple[int, int]]) -> int:
    """Return how many stretches before a verb tell of its subject: ", who met Ida Roe, said"."""
    for at, (start, end) in enumerate(segments):
        if text[start - 1 : start] in _MARKS:
            return 0
        if _WHO.match(text, start, end) or _BESIDE.match(text, start, end):
            return at + 1
    return 0


def _filling(text: str, start: int, end: int, names: tuple[Name, ...]) -> Speaker | None:
    """Return the person, the people or the body whose name ends a stretch between commas."""
    last = start + len(_HONOURS.sub("", text[start:end].rstrip()))
    ending = [n for n in names if start <= n.start and n.end == last]
    if not ending:
        return None
    several = read_phrase(text, start, end, names, leading=False)
    if several and several.joint:
        return several
    headed = next((n for n in names if start <= n.start and n.end < last), None)
    if headed and headed.kind is NameKind.PERSON and _HEADED.fullmatch(text, headed.end, last):
        titles = text[start : headed.start].split()
        if all(word[0].isupper() for word in titles):
            return Speaker(headed.name, start=headed.start)
    name, before = ending[0], text[start : ending[0].start]
    alone = all(word[0].isupper() or word == "the" for word in before.split())
    if name.kind not in (NameKind.PERSON, NameKind.ORGANISATION) or _TOLD.search(before):
        return None
    if LED_BY.match(before.lstrip()):
        return None  # "The inquiry, led by retired judge Ida Roe, found"
    if _FOR.search(before.rstrip('"“‘ ') + " ") or _SUCH_AS.search(before):
        return None  # 'Ida Roe of the "Harbour Times", said'
    if _OF_SEVERAL.search(before):
        return None  # "the foreign ministers of Morland and Vask,"
    if _PAPER_BY.match(before):
        return None  # "The survey by the Polar Office and Norske Veritas, says"
    if name.kind is NameKind.PERSON and (_is_told_of(before) or _AS_WELL.search(before)):
        return None  # "unlike Ida Roe", "a former aide to the mayor, Ida Roe"
    if name.kind is NameKind.PERSON and not _FOR.search(before):
        return Speaker(name.name, start=name.start)
    whole = " " in name.text or name.kind is NameKind.ORGANISATION
    return Speaker(name.name, start=name.start) if alone and whole else None


def _is_told_of(before: str) -> bool:
    """Tell whether a preposition or participle governs a name, whatever title stands between."""
    told = before.split()
    while told and (
        told[-1].rstrip(".,") in TITLES or is_person_noun(told[-1].rstrip(",").lower())
    ):
        told.pop()
    while told and told[-1] in ("the", "his", "her", "its", "their", "a", "an"):
        told.pop()
    return bool(told) and bool(_TELLS_OF.match(told[-1]))
