"""The unit that stands after a number, as one spelling for each ("per cent" and "%" alike)."""

import re
from typing import NamedTuple

from facts.extraction.coins import odd_word
from facts.reading.wordlist import word_list

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "mil": 1e6,
    "mln": 1e6,
    "bln": 1e9,
    "trn": 1e12,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "lakh crore": 1e12,
    "dozen": 12.0,
}
_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "us$": "$",
}
_SIGNS |= {"usd": "$", "rs": "INR", "rs.": "INR", "₩": "KRW"}
_SAME = {
    "EUR": "euro euros eur",
    "$": "dollar dollars usd us$",
    "GBP": "pounds sterling gbp",
    "JPY": "yen jpy",
    "INR": "rupee rupees inr",
    "RUB": "rouble roubles ruble rubles rub",
    "CHF": "franc francs chf",
    "CNY": "yuan cny",
    "UAH": "hryvnia hryvnias uah",
    "TRY": "lira liras try",
    "%": "% percent pct",
    "km": "km kilometre kilometres kilometer kilometers",
    "m": "m metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "kg": "kg kilo kilos kilogram kilograms",
    "t": "t tonne tonnes ton tons",
    "mi": "mile miles",
    "ft": "ft foot feet",
    "l": "litre litres liter liters",
    "ha": "ha hectare hectares",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "people": "people persons",
}
_SINGLE = re.compile(
    r"\s(?P<unit>person|man|woman|child|boy|girl|soldier|civilian|officer|policeman|policewoman"
    r"|pilot"
    r"|passenger|death|goal|vote|seat|day|week|month|year|hour|minute|second|decade|century|case"
    r"|abstention|fatality|spectator|litre|liter|kilo|metre|meter|mile|tonne|hectare|acre|cup|pint"
    r"|inch|kilometre|kilometer|gram)\b"
)
HARD_UNITS = frozenset(_SAME) | {"percentage points", "basis points", "degrees", "point", "points"}
HARD_UNITS |= word_list(
    "person man woman child boy girl soldier civilian officer pilot death goal abstention fatality"
)
_MONEY = frozenset({"EUR", "$", "GBP", "JPY", "INR", "RUB", "CHF", "CNY", "UAH", "TRY", "p"})
_MONEY |= word_list(
    "cents pence crowns marks pesos dinars francs kroner kronor rand naira shillings dirhams riyals"
    " rials shekels forints reais soles cedis baht ringgit rupiah"
)
_NORMAL = {word: unit for unit, words in _SAME.items() for word in words.split(" ")}
_FIXED = re.compile(
    r"\s?(?P<unit>percentage points?|pp\b|ppts?\b|bps?\b|basis points?|%|per ?cent(?:age)?\b"
    r"|percent\b|pct\b|pc\b"
    r"|°\s?[CF]\b|degrees(?: (?:Celsius|Fahrenheit|C|F))?\b|km/h\b|kph\b|mph\b|m/s\b"
    r"|(?:square|sq\.?|cubic) (?:kilomet(?:re|er)s|met(?:re|er)s|miles|feet|yards|inches|km|m|ft)\b"
    r"|km[²2]\b|m[²³]|(?:lux|lumens?|ml|cl|dl|tbsps?|tsps?|mcg|µg|kcal|kJ|MJ|cc|bhp|fps|[KMG]bps|hPa|kPa|MPa|mbar|ppm|ppb|psi|rpm|dB|k?Hz|mA|mV|oz|lbs?)\b"
    r"|stone\b(?!\s[a-z]+s\b)"
    r"|hundredweight\b|fathoms?\b|(?:[kMG]W[hp]?|TWh|kV|GHz|MHz|GB|TB|MB|km|cm|mm|kg|mg|mi|ft|ha"
    r"|bpd|mi)\b"
    r"|(?:(?:US|U\.S\.|Canadian|Australian|Swiss) )?(?:euros?|dollars?|pounds?(?: sterling)?"
    r"|yen|yuan|rupees?"
    r"|roubles?|rubles?|francs?|lira|hryvnias?|kroner|kronor|krone|krona|koruna|zloty|baht|rand"
    r"|naira|birr|taka|dong|ringgit|tenge|vatu"
    r"|kyat|kina|dirhams?|riyals?|rials?|shekels?|forints?|cents|pence|EUR|USD|GBP|CHF|JPY)\b)",
)
# "842,000 TEU": a unit in capitals, and no zone of time.
_CAPITALS = re.compile(
    r"\s(?P<unit>(?!GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]?T\b|IST|JST|MSK|AM\b|PM\b|AD\b|BCE?\b|CE\b"
    r"|NATO|EU\b"
    r"|UN\b|US\b|UK\b)[A-Z]{2,4})(?=[,.;:)]|$|\s(?:per|in|from|to|and|or|of|for|at|by|a|an|this"
    r"|last|over"
    r"|on|was|were|is|are|compared|against|up|down|than)\b)"
)
_COMPACT = re.compile(
    r"(?P<unit>m|t|g|l|C|F|p|in)\b"
    r"|\s(?P<apart>m|t|g|l|C|F)\b(?=[,.;)]|$|\s(?:wide|long|high|deep|tall|thick|across|away|of"
    r"|above"
    r"|below|from|to|and|or|in|at|by|per|off|on|over|under|was|is|were|are|every|an?(?=\s(?:day|week|month|year)))\b)"
)
_HYPHENED = re.compile(r"[- –](?P<unit>(?<=[-–])[a-z]+(?:-old)?)\b")
_RATE = re.compile(
    r"\s?(?:per\s(?P<many>(?:100,000|10,000|1,000|100|million)\s(?!in\b|of\b|and\b|or\b|for\b|at\b|on\b|by\b|to\b)(?:live\s|pregnant\s|adult\s)?[a-z]+)\b|per\s(?:(?:diluted"
    r"|ordinary|basic|common|working|adult)\s)?(?P<per>(?:square\s"
    r"|cubic\s)?(?:[a-z]+(?:-[a-z]+)?|[A-Z]{2,4}))\b|/(?P<slash>[a-z]+)\b|an?\s(?P<a>barrel|tonne"
    r"|ton|hectare|acre|kilometre|mile|metre|day|week"
    r"|month|year|head"
    r"|person|share|litre|gallon|kilo|kilogram|hour|night|ticket|unit|piece|minute|second|shift|trip|game|match|term)\b(?!\s"
    r"(?:earlier|ago|later|before|after|old)))"
)
_EACH = re.compile(
    r"\san?\s(?P<each>(?!bid|deal|move|sign|decade|century|day|week|month|year)[a-z]{3,})"
    r"(?=[,.;:)]|$|\s(?:for|and|to|from|in|at|on|by|or|plus|before|after|since|if)\b)"
)
_OFTEN = re.compile(
    r"\s(?P<often>daily|weekly|monthly|yearly|annually|hourly)(?=[,.;:)]|$|\s(?:on|in|for|to|from"
    r"|at|and|or|by|as|since|until|during|per|if|when|while|with)\b)"
)
_WORD = re.compile(
    r"\s(?P<word>[a-z][a-z'’-]*|[A-Z][a-z]+(?:-[A-Za-z]+)+(?=\s[a-z]+s\b)"
    r"|[A-Z][a-z]+(?:ian|ean|ese|ish)(?=\s[a-z]+\s[a-z]+s\b)|[A-Z][a-z]+(?=\s[A-Z]?[a-z]+s\b)"
    r"|[A-Z][a-z]+(?=\s(?:[a-z]*(?:men|women|folk)|people|children|police|troops|personnel|crew)\b)"
    r"|[A-Z][a-z]{2,}s\b|[A-Z]{2,5}s\b)"
)
# "24 crew members", "six police officers": the people of what is many in one word.
_MEMBERS = re.compile(r"\s(?:members|officers)\b")
_PLURALS = word_list(
    "people men women children police troops personnel dead lives"
    " families aircraft fish sheep staff crew deer species cattle teeth feet mice geese series runs"
)
# "160 injured had been taken in"; but "two were killed and nine injured".
_THE_HURT = re.compile(r"\s(?P<who>injured|wounded|missing)(?=\s(?:had|have|were|are|remain)\b)")
_NOT_PLURALS = word_list(
    """
    is was has its his this us does as less plus across towards versus vs yes always sometimes
    perhaps besides thus hers ours theirs yours says gets goes lies runs makes takes gives comes
    remains becomes begins ends means shows sees needs wants tells says keeps leaves looks seems
    overseas various previous numerous serious famous dangerous religious precious ambitious
    indigenous anonymous nervous tremendous simultaneous continuous
    """
)
_EARLIER = re.compile(r"\s(?:earlier|later)(?=\s[a-z]{3,}s\b)")
_STOPS = word_list(
    """
    of in on at to for from by with and or but the a an that which who when while as than after
    before over under during per into against between about since until if because out off up down
    were was is are be been being had have has will would could can may might must did do does not
    more less last next this these those he she it they we i you there where how why what also only
    said says told killed died found saw met made lost won left took gave sent held shot hit cut
    two three four five six seven eight nine ten eleven twelve each every both so then now here
    later earlier ago away apart
    """
)
_VERBS_TOO = word_list("shows looks needs leaves ends turns gives runs")
_NO_VERB = re.compile(
    r"[,.;)]|$|\s(?:of|in|at|on|and|across|for|from|with|by|since|this|last|next)\b"
)
_LONGEST_PHRASE = 3
_MORE = re.compile(
    r"\s(?:more|further|additional|of\s(?:our|its|their|his|her|my|your|the|these|those))(?=\s)"
)
_OF_MANY = re.compile(r"\bof\s[\w,]+$")  # "nine out of ten of the patients"
_HOLDERS = word_list(
    "bars bottles boxes bags sacks sheets crates packs packets pieces jars cans tins rolls"
    " loaves slices"
)
_HELD = re.compile(r"\sof\s(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+\b")


class Unit(NamedTuple):
    """A unit and where its words end in the sentence."""

    name: str
    end: int


def share_each(text: str, end: int) -> Unit | None:
    """Return what a sum is paid for each of: "£5 a story", "12 crowns a ride"."""
    each = _EACH.match(text, end)
    return Unit(f"/{each['each']}", each.end()) if each else None


def paid_each(text: str, unit: Unit) -> Unit:
    """Return a unit of money with what it is paid for each of: "38,000 crowns a bag"."""
    each = share_each(text, unit.end) if unit.name in _MONEY else None
    return Unit(unit.name + each.name, each.end) if each else unit


def currency(sign: str) -> str:
    """Return one name for a currency sign or code."""
    stripped = sign.strip().lower()
    return _SIGNS.get(stripped, sign.strip())


def unit_after(text: str, end: int) -> Unit | None:
    """Return the unit whose words follow the number that ends at `end`."""
    capitals = _CAPITALS.match(text, end)
    if capitals:
        return rated(text, Unit(capitals["unit"], capitals.end()))
    found = _FIXED.match(text, end) or _COMPACT.match(text, end) or _HYPHENED.match(text, end)
    if found:
        return rated(text, Unit(_normal(found.group().strip(" -–")), found.end()))
    rate = _RATE.match(text, end)
    if rate:
        return Unit(f"/{_each_of(rate)}", rate.end())
    if often := _OFTEN.match(text, end):
        return Unit(f"/{often['often']}", often.end())
    single = _SINGLE.match(text, end)
    if single:
        return rated(text, Unit(_normal(single["unit"]), single.end()))
    if hurt := _THE_HURT.match(text, end):
        return Unit(hurt["who"], hurt.end())
    counted = _odd(text, end) or _counted(text, end)
    return rated(text, counted) if counted else None


def _odd(text: str, end: int) -> Unit | None:
    """Return a word that English does not know: a coin or a measure ("14 lurra")."""
    found = odd_word(text, end)
    if found is None or _is_plural(found["word"]):
        return None
    then = _counted(text, found.end())  # "two lanhua fishing boats"
    counts = then is not None and then.name not in _VERBS_TOO
    return None if counts else Unit(found["word"], found.end())


def normal_unit(words: str) -> str:
    """Return one spelling for the unit that a table's head names."""
    return _normal(words)


def _normal(words: str) -> str:
    lowered = words.lower().strip()
    if lowered.startswith("percentage point") or lowered in ("pp", "ppt", "ppts"):
        return "percentage points"
    if lowered in ("per cent", "percent", "percentage", "pc"):
        return "%"
    last = lowered.rpartition(" ")[2]
    if last in _NORMAL and lowered.split(" ")[0] not in ("square", "sq", "sq.", "cubic"):
        return _NORMAL[last]
    return words if words[:2].isupper() or any(c in words for c in "/°²³") else lowered


def rated(text: str, unit: Unit) -> Unit:
    """Return a unit with what it is counted for: "60 trains a day"."""
    match = _RATE.match(text, unit.end)
    if not match:
        return unit
    return Unit(f"{unit.name}/{_each_of(match)}", match.end())


def _each_of(rate: re.Match[str]) -> str:
    return next(filter(None, (rate[way] for way in ("many", "per", "slash", "a"))), "")


def _counted(text: str, end: int) -> Unit | None:
    """Return the counted things: the first plural of the next few words."""
    more = None if _OF_MANY.search(text, max(0, end - 20), end) else _MORE.match(text, end)
    at = more.end() if more else end
    if earlier := _EARLIER.match(text, at):  # "two earlier strikes"
        at = earlier.end()
    for _ in range(_LONGEST_PHRASE):
        match = _WORD.match(text, at)
        if match is None or match["word"] in _STOPS:
            return None
        at = match.end()
        if match["word"] in _VERBS_TOO and _NO_VERB.match(text, at):
            return Unit(match["word"], at)
        if match["word"] == "dead" and (then := _WORD.match(text, at)):
            at = then.end() if _is_plural(then["word"]) else at  # "612 dead cranes"
        if _is_plural(match["word"]):
            at = found.end() if (found := _MEMBERS.match(text, at)) else at
            held = _HELD.match(text, at) if match["word"] in _HOLDERS else None
            return Unit(_normal(match["word"]), held.end() if held else at)
    return None


def _is_plural(word: str) -> bool:
    if word in _PLURALS or word.endswith(("children", "men", "women", "people", "folk")):
        return True
    return (
        word[-2:] not in ("'s", "’s")
        and (len(word) > 3 or word[:2].isupper())
        and word.endswith("s")
        and not word.endswith("ss")
        and word not in _NOT_PLURALS
    )
