"""A sentence -> its figures: bounds, qualifier and unit as written; ranges are never averaged.

Years, dates, clock times, ordinals, scores and numbers that name things ("Article 5", "F-16")
are no figures.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from facts.extraction.figuresigns import ADDRESS, AGED, BAD_END, NAMED
from facts.extraction.figureunits import HARD_UNITS, SCALES, Unit, currency, unit_after
from facts.extraction.numberwords import NUMBER_WORDS, number_of_words
from facts.reading.wordlist import word_list
from facts.types import Figure, Granularity, Moment

_QUALIFIERS = {
    ">=": "at least|no less than|not less than|no fewer than|not fewer than|a minimum of"
    "|minimum of",
    ">": "more than|greater than|upwards of|in excess of|exceeding|over|above|well over|just over",
    "<=": "at most|no more than|not more than|a maximum of|maximum of|up to|as many as|as much as",
    "<": "less than|fewer than|nearly|almost|close to|just under|under|below|not quite",
    "~": "about|around|approximately|approx.|roughly|some|an estimated|estimated|circa|ca.|c.",
}
_PERIODS = re.compile(r"(?:day|week|month|year|decade|quarter|season|night|centurie|session)s?")
_LASTING = word_list(
    "for lasted lasting lasts took takes taking after of in than spent spending within aged is was"
    " served serving worked with waited well just wait until every about be to and by"
)
_SIGNS = {phrase: sign for sign, phrases in _QUALIFIERS.items() for phrase in phrases.split("|")}
_SIGNS |= {"~": "~", "≈": "~", ">": ">", "<": "<", "≥": ">=", "≤": "<="}
_LONGEST_FIRST = sorted(_SIGNS, key=len, reverse=True)
_QUALIFIER = "|".join(re.escape(phrase) for phrase in _LONGEST_FIRST)
_CURRENCY = (
    r"(?:US\$|A\$|C\$|HK\$|NZ\$|S\$|R\$|[$€£¥₹₽₴₺₩]|(?-i:USD|EUR|GBP|CHF|JPY|Rs\.?|INR|CNY|RUB|NOK"
    r"|SEK|DKK|ISK|PLN|CZK|HUF|RON|UAH|TRY|AUD|CAD|NZD|SGD|HKD|ZAR|BRL|MXN|KRW|AED|SAR|ILS|THB)\s)"
)
_DIGITS = (
    r"\d{1,2}(?:,\d{2})+,\d{3}\b|\d{1,3}(?:\.\d{3}){2,}\b"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d])|\d+(?:\.\d+)?"
)
_SCALE = (
    r"(?:\s?-?(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)\b"
    r"|\s?(?:bn|mn|tn)\b|k\b|m(?=\s(?:people|[a-z]+s)\b))"
)
# "€5m" is five million; "5m" alone is five metres.
_NUMBER = (
    rf"(?:(?:{_CURRENCY}\s?)(?:{_DIGITS})(?:{_SCALE}|m\b)?|(?:{_DIGITS}){_SCALE}?|{NUMBER_WORDS})"
)
_FIGURE = re.compile(
    rf"(?<![\w.,:/#$€£-])(?:(?P<qualifier>(?<![\w-])(?:{_QUALIFIER})(?![a-z]))\s?)?"
    rf"(?P<sign>[-−+](?=[\d$€£])|(?<!or )minus (?=\d))?(?P<first>{_NUMBER})"
    rf"(?:(?P<each>\s?(?:%|per\s?cent)(?=\sand\s|\s?[-–]\s?))?"
    rf"(?P<to>\s?[-–]\s?|\s(?:to|and|or)\s)(?P<second>{_NUMBER}))?"
    rf"(?:\s(?P<of>out of|of|in)\s(?:the |its |their |his |her |all )?"
    rf"(?:last |past |first |next |previous )?(?P<whole>(?:{_DIGITS})"
    rf"|{NUMBER_WORDS})\b)?",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|billion|dozen|half|third|quarter|thirds|quarters|fifths|one"
    r"|zero)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|their|its|our|his|her|other|any|each|every|all|no)\s$",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?:\b(?P<qualifier>{_QUALIFIER})\s)?\b(?:(?P<n>one|two|three|four|seven|nine|a)[- ]"
    r"(?P<d>half|third|quarter|fifth|sixth|eighth|tenth)(?:(?P<many>s\b)|\b)|half\b)"
    r"(?P<after>(?=\s(?:of|the|less|more|fewer|higher|lower|were|are|was|is|had|have)\b|[,.;:]"
    r"|$))?",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:by|rose|fell|grew|climbed|jumped|dropped|slipped|declined|increased|decreased|up"
    r"|down)\s$",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r"\sand a half(?:\s(?P<scale>million|billion|trillion|thousand))?(?=\s)")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PARSED = re.compile(
    rf"(?P<currency>{_CURRENCY})?\s?(?P<digits>{_DIGITS})?(?P<rest>.*)", re.I | re.S
)
_SMALLEST_CERTAIN = 10


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number as read: its value, its scale word and its currency."""

    value: float
    scale: float
    currency: str | None
    spelled: bool


def figures(text: str, moments: Iterable[Moment] = ()) -> tuple[Figure, ...]:
    """Return the figures of a sentence in order; those that are part of a date are left out."""
    if not _ANY.search(text):
        return ()
    taken = [(m.start, m.end) for m in moments if not _counts(m)]
    found: list[Figure] = []
    at = 0
    while match := _FIGURE.search(text, at):
        made = None if _overlaps(match.span("first"), taken) else _figure(match, taken)
        if made:
            found.append(made)
        at = max(made.end if made else match.end("first"), at + 1)
    parts = [each for each in _fractions(text) if not _overlaps((each.start, each.end), taken)]
    return tuple(sorted([*found, *parts], key=lambda figure: figure.start))


def _counts(moment: Moment) -> bool:
    return moment.granularity is Granularity.DURATION or moment.rule in (
        "ahead-by",
        "apart",
        "months-to",
    )


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < last and first < span[1] for first, last in taken)


def _figure(match: re.Match[str], taken: list[tuple[int, int]]) -> Figure | None:
    text = match.string
    first = _amount(match["first"])
    second = _amount(match["second"]) if _is_range(match, taken) else None
    end = match.end("second") if second else match.end("first")
    if BAD_END.match(text, end):
        return None
    whole, end = _whole(match, second, taken, end)
    first, end = (first, end) if second or whole else _with_half(text, first, end)
    unit = unit_after(text, end)
    if (text[end : end + 1].isalnum() and unit is None) or not _states(match, first, unit, whole):
        return None
    low, high = _bounds(match, first, second)
    name = unit.name if unit else None
    if first.currency or (second and second.currency):
        name = (first.currency or (second.currency if second else None) or "") + _rate(unit)
        end = unit.end if unit and _rate(unit) else end
    elif unit:
        end = unit.end
    signed = match["qualifier"] and not _is_preposition(match, name, end)
    start = match.start() if signed or match["sign"] else match.start("first")
    qualifier = _SIGNS[match["qualifier"].lower()] if signed else ""
    return Figure(text[start:end], start, end, low, high, qualifier, name, whole)


def _with_half(text: str, first: _Amount, end: int) -> tuple[_Amount, int]:
    """Read "four and a half" and "two and a half million" as one number."""
    match = _AND_A_HALF.match(text, end)
    if match is None:
        return first, end
    scale = SCALES.get((match["scale"] or "").lower(), 1.0)
    return replace(first, value=first.value + 0.5, scale=scale), match.end()


def _is_preposition(match: re.Match[str], unit: str | None, end: int) -> bool:
    """Tell "€24m over four years" and "under two feet of water" from "lasted over two hours"."""
    word, text = match["qualifier"].lower(), match.string
    if unit is None and AGED.search(text, 0, match.start("first")):
        return True
    if word == "under":
        return text.startswith(" of ", end)
    before = text[: match.start()].split()[-1:]
    during = word == "over" and unit is not None and bool(_PERIODS.fullmatch(unit))
    return during and bool(before) and before[0].lower().strip(",") not in _LASTING


def _rate(unit: Unit | None) -> str:
    return unit.name if unit and unit.name.startswith("/") else ""


def _bounds(match: re.Match[str], first: _Amount, second: _Amount | None) -> tuple[float, float]:
    sign = -1.0 if match["sign"] and match["sign"] != "+" else 1.0
    if second is None:
        return sign * first.value * first.scale, sign * first.value * first.scale
    # "3 to 5 million": the scale of the last one holds for both.
    scale = second.scale if first.scale == 1 else first.scale
    return first.value * scale, second.value * second.scale


def _is_range(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    if match["second"] is None or _overlaps(match.span("second"), taken):
        return False
    joint = match["to"].strip()
    before = match.string[max(0, match.start() - 9) : match.start("first")].lower()
    if joint == "and":
        return bool(re.search(r"\bbetween\s$", before)) and _rises(match)
    if joint == "to" and re.search(r"\bfrom\s$", before):
        return False
    if (
        joint == "to"
        and _amount(match["first"]).currency
        and _CHANGES.search(match.string, max(0, match.start() - 12), match.start("first"))
    ):
        return False  # "rose by €7.7 million to €27.5 million"
    return _rises(match)


def _rises(match: re.Match[str]) -> bool:
    first, second = _amount(match["first"]), _amount(match["second"])
    scale = second.scale if first.scale == 1 else first.scale
    return first.value * scale < second.value * second.scale


def _whole(
    match: re.Match[str], second: _Amount | None, taken: list[tuple[int, int]], end: int
) -> tuple[float | None, int]:
    """Return 30 of "12 of 30" and where it ends."""
    if match["whole"] is None or second or _overlaps(match.span("whole"), taken):
        return None, end
    amount = _amount(match["whole"])
    value = amount.value * amount.scale
    usual = value in (2, 3, 4, 5, 10, 100, 1000) or match["first"].lower() == "one"
    apart = match["of"].lower() == "in" and not usual
    if apart or value <= _amount(match["first"]).value:
        return None, end
    return value, match.end("whole")


def _states(match: re.Match[str], first: _Amount, unit: Unit | None, whole: float | None) -> bool:
    """Tell a figure from a number that names or points ("Article 5", "the two sides", "one")."""
    before = match.string[max(0, match.start("first") - 20) : match.start("first")]
    if unit is None and AGED.search(before):
        return False  # "children under five"
    if match["qualifier"] or first.currency or whole or first.scale > 1:
        return True
    if ADDRESS.match(match.string, match.end("first")) and unit is None:
        return False
    if NAMED.search(before) or _is_name(before, unit) or _is_dialled(match, unit):
        return False
    measured = unit is not None and (unit.name in HARD_UNITS or unit.name.endswith(("%", "-old")))
    if before.lower().endswith("every ") and unit and _PERIODS.fullmatch(unit.name):
        return True
    if first.spelled and first.value < 2:
        return measured
    return first.value >= _SMALLEST_CERTAIN or not _DEFINITE.search(before) or measured


def _is_name(before: str, unit: Unit | None) -> bool:
    # "Vostok 6", "Expo 2020": a name runs into the number and nothing is counted after it.
    return unit is None and bool(re.search(r"(?<=[a-z] )[A-Z][a-z]+\s$", before))


def _is_dialled(match: re.Match[str], unit: Unit | None) -> bool:
    # Telephone and other code numbers: a leading zero, or groups of digits side by side.
    digits, text = match["first"], match.string
    beside = re.match(r"[ -]\d", text[match.end("first") : match.end("first") + 2])
    if beside and match["second"] and unit and _rises(match):
        beside = None  # "10-12%" is a range
    after = re.search(r"\d[ -]$", text[max(0, match.start("first") - 2) : match.start("first")])
    return bool(re.match(r"0\d", digits) or beside or after)


def _amount(words: str) -> _Amount:
    parsed = _PARSED.match(words)
    sign = currency(parsed["currency"]) if parsed and parsed["currency"] else None
    if parsed is None or not parsed["digits"]:
        return _Amount(number_of_words(words), 1.0, sign, spelled=True)
    digits = re.sub(r"[^\d.]", "", parsed["digits"])
    digits = digits.replace(".", "") if digits.count(".") > 1 else digits
    scale = SCALES.get(parsed["rest"].strip(" -").lower(), 1.0)
    return _Amount(float(digits), scale, sign, spelled=False)


def _fractions(text: str) -> Iterable[Figure]:
    for match in _FRACTION.finditer(text):
        part = _PARTS[match["d"].lower()] if match["d"] else 2
        count = 1 if (match["n"] or "a").lower() == "a" else number_of_words(match["n"])
        sure = match["many"] or match["after"] is not None
        if _ORDINAL.search(text, 0, match.start()) or not (sure or _is_by(text, match.start())):
            continue  # "a third man", "half-time"
        value = round(count / part, 4)
        said = (match["qualifier"] or "").lower()
        sign = _SIGNS.get(said, "")
        yield Figure(match.group(), match.start(), match.end(), value, value, sign, "fraction")


_ORDINAL = re.compile(r"\b(?:first|second|last|other|latter|better|own)\s$", re.IGNORECASE)


def _is_by(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].lower() == "by "
