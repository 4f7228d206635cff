"""The words around a number by which it names, points or tells an age, and counts nothing."""

import re
from functools import lru_cache

from facts.extraction.figureunits import HARD_UNITS
from facts.extraction.grouped import grouped
from facts.reading.wordlist import word_list

_QUALIFIERS = {
    ">=": "at least|no less than|not less than|no fewer than|not fewer than|a minimum of"
    "|minimum of",
    ">": "more than|greater than|upwards of|in excess of|exceeding|over|above|well over|just over",
    "<=": "at most|no more than|not more than|a maximum of|maximum of|up to|as many as|as much as",
    "<": "less than|fewer than|nearly|almost|close to|just under|under|below|not quite",
    "~": "about|around|approximately|approx.|roughly|some|an estimated|estimated|circa|ca.|c.",
}
SIGNS = {phrase: sign for sign, phrases in _QUALIFIERS.items() for phrase in phrases.split("|")}
SIGNS |= {"~": "~", "≈": "~", ">": ">", "<": "<", "≥": ">=", "≤": "<="}
# "60-odd volunteers", "9,000-plus jobs", "aged 65 and over", "ten or more": a sign behind it.
ROUNDED = re.compile(
    r"(?:-(?=(?:odd|plus|ish)\s[a-z])|\s(?:or\s(?=more|fewer|less)|(?:and|or)\s"
    r"(?=over|older|above|under|younger|below)))"
    r"(?P<by>[a-z]+)\b(?!\s(?:than|of|the|\d))"
)
AGES = frozenset({"over", "older", "above", "under", "younger", "below"})
SIGN_OF = {"odd": "~", "ish": "~", "plus": ">"}
SIGN_OF |= dict.fromkeys(("over", "older", "above", "more"), ">=")
SIGN_OF |= dict.fromkeys(("under", "younger", "below", "fewer", "less"), "<=")
_LONGEST_FIRST = sorted(SIGNS, key=len, reverse=True)
QUALIFIER = grouped("|".join(re.escape(phrase) for phrase in _LONGEST_FIRST))
_NAMED = re.compile(
    r"\b(?:No|Nos|number|numbers|Arts?|Articles?|paras?|paragraphs?|pages?|pp?|sections?"
    r"|chapters?|points?|items?"
    r"|Resolution|Room|Route|Highway|Flight|Boeing|Airbus|Apollo|Psalm|Volume|Part|Phase|Stage"
    r"|Level|Group|Grade|Type|Class|Gate|Platform|Track|Season|Episode|Figure|Table|Annex|Step|Rule"
    r"|log|reference|ref|code|incident|Bill|Order|Case|File|Notice|Circular|Locomotive|Lot|call"
    r"|dial|phone|ring|iPhone|Version"
    r"|(?-i:Turn|Hole|Exit|Junction|Berth|Cell|Row|Seat|Floor|Locker|Cabin|Lane|Camp|Shaft|Site|Plot"
    r"|NH|SH|AH|RN|SR|Mile|Day|Week|Round|Game|Lap|Match)|Covid|Formula|Interstate|Protocol"
    r"|(?-i:Line|Channel|Radio|Area|Zone|District|Ward|Sector|Scene|Law|Decree|Directive|Windows"
    r"|War|Unit|Reactor|Block|Pier|Terminal|Bus|Tram|Mark|Mk|Year|Invoice|Docket|Account|Permit|Licence|License|Patent|Batch|Badge"
    r"|Bib|Parcel|Voucher|Policy))\.?\s$",
    re.IGNORECASE,
)


# "Form Four candidates", "Standard Eight pupils": classes of a school.
_CLASS = re.compile(r"\b(?:Form|Standard|Std|Primary|Grade|Class)\s$")
# "I'll file 600 words", "they order 40 buses": what is done with so many.
_DONE_WITH = re.compile(r"\b(?:file|order|ring|call|log|bill|phone)\s$")


def is_numbered(before: str, counts: bool = False) -> bool:
    """Tell a number that names ("Article 5") by the word before it; `counts` if things follow."""
    if _CLASS.search(before):
        return True
    if counts and _DONE_WITH.search(before):
        return False
    bowl = before.lower().endswith("super bowl ")
    return bowl or _is_numbered_kind(before[before.rfind(" ", 0, -1) + 1 :])


@lru_cache(maxsize=20_000)
def _is_numbered_kind(word: str) -> bool:
    return bool(_NAMED.search(word))


# With nothing counted behind: "bus 41", "room 12".
NUMBERS = re.compile(
    r"\b(?:bus|tram|line|route|room|ward|lot|week|round|lap|day|flat|apartment|suite|box|unit|exit"
    r"|plot|seat|berth|cell|ring|dial|tel\.?|telephone|phone|fax|extension|ext\.?|age|aisle|stop|gate|pitch|table|court"
    r"|courtroom|runway|kilomet(?:re|er)|channel|studio|hangar|dock|marker|checkpoint|buoy|tee|hole"
    r"|carriage|locker|cabin|terminal|platform|pier|reactor|furnace|stage|grade|class|phase|appendix)"
    r"\s$",
    re.IGNORECASE,
)
BAD_END = re.compile(
    r"(?:st|nd|rd|th)\b|[:/.,-]\d|\s?(?:and|to|or|-|–)\s?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b"
    r"|\s?[ap]\.?m\b|\s(?:January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December)\b|['’]?s\b|-(?:under|over)\b|-(?:half|third|quarter|fifth|sixth"
    r"|tenth)s?\b"
)
TIMES_AS = re.compile(
    r"\s(?:as|more|the|that|what|its|their|his|her|higher|larger|bigger|greater|faster|longer)\b"
)
ADDRESS = re.compile(
    r"\s(?:[A-Z][\w’'.-]+\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Lane|Drive|Blvd|Boulevard|Square"
    r"|Terrace|Way|Close|Court|Quay|Row|Crescent|Mews|Grove|Walk|Parade|Rise|Gardens|Hill|Place"
    r"|Embankment|Wharf|Boulevard|Highway|Alley|Promenade|Esplanade)\b"
)
_NAME_BEFORE = re.compile(r"(?<=[a-z] )[A-Z][a-z]+\s$|\b[Tt]he\s[A-Z]{2,6}\s$|^[A-Z]{2,6}\s$")
_LISTED = re.compile(r"\s?\([-+−]?\d|,\s(?:[A-Z][\w’'-]*\s){1,3}\d")
_ENDS_PART = re.compile(r"[,.;)]|$|\sand\b")
_LISTED_BEFORE = re.compile(
    r"\d\s?(?:%|per\scent\b|[a-z]+s\b)[^.;]*?(?:,|,?\sand)\s(?:[Tt]he\s|President\s)?"
    r"(?:[A-Z][\w’'-]*\s){1,3}$"
)
_OF_SOLDIERS = re.compile(
    r"\s(?:Company|Squadron|Battalion|Platoon|Brigade|Division|Regiment|Commando|Para|Wing)\b"
)


def is_name(match: re.Match[str]) -> bool:
    """Tell "Vostok 6", "the AMBX 20", "4 Company"; but a list counts ("Greens 31, Liberals 20")."""
    text, start, end = match.string, match.start("first"), match.end("first")
    if _OF_SOLDIERS.match(text, end):
        return True
    named = bool(_NAME_BEFORE.search(text, max(0, start - 20), start))
    if _ENDS_PART.match(text, end) and _LISTED_BEFORE.search(text, 0, start):
        return False  # "The Greens won 31 seats, the Liberals 20."
    return named and not _LISTED.match(text, end)


PERIODS = re.compile(r"(?:day|week|month|year|decade|quarter|season|night|centurie|session)s?")
_LASTING = word_list(
    "for lasted lasting lasts took takes taking after of in than spent spending within aged is was"
    " served serving worked with waited well just wait until every about be to and by"
)
# "rises above 50 micrograms": where it goes, and no bound of a count.
_MOVES = re.compile(
    r"\b(?:rises?|rose|risen|climb(?:s|ed)?|falls?|fell|fallen|drop(?:s|ped)?|dips?|dipped|goes"
    r"|went"
    r"|stays?|stayed|remains?|remained|keep|kept|slip(?:s|ped)?|sank|stood)\s(?:to\s)?$"
)
# "edged up to 5.8%": it went up, to no more and no less.
_WENT = re.compile(
    r"\b(?:edg(?:e[sd]?|ing)|crept|cre+ps?|ros?e|rises?|went|go(?:es|ne)?|climb(?:s|ed)?|inch(?:es|ed)"
    r"|tick(?:s|ed)|jump(?:s|ed)|moved?|push(?:es|ed)|shot|nudg(?:es|ed)|pick(?:s|ed))\s$"
)
# "snow above 600m": where it falls, and no bound of a count.
_HEIGHTS = re.compile(r"\b(?:snow|sleet|frost|ice|rain|slopes|peaks)\b", re.IGNORECASE)
# "won the tender over six rivals", "was chosen over nine others": whom somebody beat.
_BEAT = re.compile(
    r"\b(?:(?:won|win|wins|winning)\s(?:the|an?|his|her|its|their)\s[^,.;]{1,25}|chosen|picked"
    r"|preferred|prefers?\s\w+|selected|appointed|hired|victory|triumph(?:ed)?|prevail(?:ed|s)?"
    r"|advantage|edge|favou?red)\s$"
)


# "spread over 92 shops", "handed over 4,000 files": where something goes, and no bound.
_SPREAD = re.compile(
    r"\b(?:spread|split|scattered|strung|staggered|phased|flew|fly|flies|flown|flying"
    r"|rolled out|carried out|spaced)\s(?:out\s)?$"
    r"|\b(?:hand|handed|handing|hands|sign|signed|took|take|taken|taking|turn|turned|mull|mulled)\s$"
)


def is_preposition(match: re.Match[str], unit: str | None, end: int) -> bool:
    """Tell "€24m over four years" and "won over six rivals" from "lasted over two hours"."""
    word, text = match["qualifier"].lower(), match.string
    if word in ("above", "below") and _MOVES.search(text, 0, match.start()):
        return True
    if word == "up to" and _WENT.search(text, max(0, match.start() - 12), match.start()):
        return True
    if word in ("above", "below") and unit in ("m", "ft") and _HEIGHTS.search(text):
        return True
    if word == "over" and unit not in HARD_UNITS and _BEAT.search(text, 0, match.start()):
        return True
    if word == "under":
        return text.startswith(" of ", end)
    before = text[: match.start()].split()[-1:]
    if word == "over" and _SPREAD.search(text, max(0, match.start() - 30), match.start()):
        return True
    during = word == "over" and unit is not None and bool(PERIODS.fullmatch(unit))
    return during and bool(before) and before[0].lower().strip(",") not in _LASTING
