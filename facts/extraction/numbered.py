"""Numbers that name things: lists of them ("lines 2, 5 and 9"), clauses and places on the globe."""

import re

from facts.extraction.grouped import grouped

# What is numbered rather than counted, where a list of numbers follows right behind the plural.
_KINDS = (
    "acts|annexes|appendices|areas|articles|bands|bays|berths|blocks|books|buses|camps|channels"
    "|chapters|classes|clauses|days|decrees|directives|districts|docks|episodes|exits|figures|flats|flights|furnaces"
    "|games|gates|grades|groups|heats|holes|items|junctions|lanes|legs|levels|lines|lots|nos|numbers"
    "|options|pages|paragraphs|paras|parts|phases|piers|platforms|plots|points|pp|pumps|questions"
    "|reactors|regions|regulations|resolutions|rooms|rounds|routes|rows|rules|runways|scenes|schedules|seasons|seats"
    "|sections|sectors|sets|slots|stages|steps|tables|terminals|tiers|tracks|trains|trams|turbines"
    "|turns|types|units|volumes|wards|weeks|years|zones"
)
_JOINS = r"(?:\s\(\d{4}\))?(?:(?:,|,?\s(?:and|or|to|&))\s|\s?[-–]\s?)"
_OPENS = re.compile(rf"\b(?:{grouped(_KINDS)})\.?\s$", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"\b(?:{grouped(_KINDS)})\.?\s(?:\d{{1,4}}[A-Za-z]?{_JOINS})+$", re.IGNORECASE
)
# "resolutions 2231 (2015) and 2254 (2015)": these are never counted behind their plural.
_ALWAYS = re.compile(
    r"\b(?:resolutions|decrees|directives|regulations|articles|sections|clauses|paragraphs)\s$",
    re.IGNORECASE,
)
_MORE = re.compile(rf"[A-Za-z]?{_JOINS}\d")
_JOINED = re.compile(r"(?:\d[A-Za-z]?,|\b(?:and|or|to|&)|[-–])\s?$")
_LONGEST_LIST = 60
# "section 21(3)", "clause 4(b)(2)".
_CLAUSE = re.compile(r"(?:\d[a-z]?|\))\($", re.IGNORECASE)
# "51.5° N", "12° 30' E"
_ON_THE_GLOBE = re.compile(r"°\s?(?:\d|[NSEW]\b)|['′]\s?[NSEW]\b")


def is_one_of_numbered(text: str, start: int, end: int) -> bool:
    """Tell whether the number from `start` to `end` names one of several things, or a place."""
    if text[start - 1 : start] == "(" and _CLAUSE.search(text, max(0, start - 3), start):
        return True
    if _ON_THE_GLOBE.match(text, end):
        return True
    if _MORE.match(text, end) and _OPENS.search(text, max(0, start - 14), start):
        return True
    if _ALWAYS.search(text, max(0, start - 14), start):
        return True
    joined = _JOINED.search(text, max(0, start - 5), start)
    return bool(joined and _GOES_ON.search(text, max(0, start - _LONGEST_LIST), start))
