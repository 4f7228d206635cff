"""A sentence -> its figures: bounds, qualifier and unit as written; ranges are never averaged.

Years, dates, clock times, ordinals, scores and numbers that name things ("Article 5", "F-16")
are no figures.
"""

import re
from collections.abc import Iterable

from facts.extraction.amounts import DIGITS, Amount, amount
from facts.extraction.coins import coin_paid, coins_in_millions
from facts.extraction.currencies import CURRENCY
from facts.extraction.figuresigns import (
    ADDRESS,
    AGES,
    BAD_END,
    NUMBERS,
    PERIODS,
    QUALIFIER,
    ROUNDED,
    SIGN_OF,
    SIGNS,
    TIMES_AS,
    is_name,
    is_numbered,
    is_preposition,
)
from facts.extraction.figureunits import (
    HARD_UNITS,
    SCALES,
    Unit,
    paid_each,
    share_each,
    unit_after,
)
from facts.extraction.fractions import PARTS, fractions
from facts.extraction.grouped import grouped
from facts.extraction.lengths import lengths
from facts.extraction.millions import in_millions
from facts.extraction.numbered import is_one_of_numbered
from facts.extraction.numberwords import NUMBER_WORDS, NUMERALS
from facts.extraction.ones import one_counted
from facts.extraction.ranges import bounds, is_range, rises
from facts.extraction.signs import lower, words_in
from facts.types import Figure, Granularity, Moment

_SCALE = (
    r"(?:\s?-?(?:hundred|thousand|million|billion|trillion|lakh crore|lakh|crore|dozen)\b"
    r"|\s?(?:[bm]n|tn|mil|[bm]ln|trn)\b|k\b|m(?=\s(?:people|[a-z]+s)\b))"
)
# "€5m" is five million; "5m" alone is five metres.
_MAY_BE_MONEY = r"(?-i:(?=[^\da-z\s]|[ahcjnrsu]))"  # tried first, for speed
_NUMBER = (
    rf"(?:(?:{_MAY_BE_MONEY}{CURRENCY}\s?)(?:{DIGITS})(?:{_SCALE}|m\b)?"
    rf"|(?:{DIGITS}){_SCALE}?|{NUMBER_WORDS})"
)
_FIGURE = re.compile(
    rf"(?<![\w.,:/#$€£-])(?:(?P<qualifier>(?<![\w-])(?:{QUALIFIER})(?![a-z]))\s?)?"
    rf"(?P<sign>(?<![A-Za-z])[-−+](?=[\d$€£])|(?<!or )minus (?=\d))?(?P<first>{_NUMBER})"
    r"(?:(?P<each>\s?(?:%|per\s?cent|°?C|k?m|[cm]m|kg|ft|mph|km/h)"
    r"(?=\s(?:and|to|or)\s|\s?[-–]\s?))?"
    rf"(?P<to>\s?[-–]\s?|\s(?:to|and|or)\s)"
    rf"(?P<below>[-−](?=\d)|minus (?=\d))?(?P<second>{_NUMBER}))?"
    rf"(?:\s(?P<of>out of(?: every)?|of|in(?: every)?)\s"
    rf"(?:the |its |their |his |her |our |my |your |all )?(?:[\w-]+['’]s )?"
    rf"(?:last |past |first |next |previous )?(?P<whole>(?:{DIGITS}){_SCALE}?"
    rf"|{NUMBER_WORDS})\b)?",
    re.IGNORECASE,
)
# What a sentence with a figure needs: a digit or one of these words.
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛]")
_SPELLED = frozenset(NUMERALS)
_ROUND = frozenset({"hundred", "thousand", "million", "billion", "dozen"})
_PARTS = frozenset(name + end for name in PARTS for end in ("", "s"))
# Looked for in lower case, which is much quicker than in any case.
_NUMERAL = re.compile(
    rf"[\d½¼¾⅓⅔⅛]|\b(?:{grouped('|'.join(NUMERALS))}|an?(?=\s(?:hundred|thousand|million|billion|dozen)))"
)
_LONGEST_BEFORE = 30  # letters of a qualifier, a sign and a currency before the number
# The words of them that may stand right before a number; a currency's have capitals or signs.
_BEFORE = frozenset({phrase.rpartition(" ")[2] for phrase in SIGNS} | {"minus"})
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|their|its|our|his|her|any|each|every|all|no)\s$",
    re.IGNORECASE,
)
_MILLIONS = re.compile(r"m(?![\w²³])")
_TITLED = re.compile(r"[a-z,]\s[A-Z][a-z]+\s[A-Z]")
_AND_A_HALF = re.compile(r"\sand a half(?:\s(?P<scale>million|billion|trillion|thousand))?(?=\s)")
_OF_THEM = re.compile(r"\sof\s(?:them|those|these)\b(?!\s(?:people|[a-z]+s)\b(?<!was))")
_DIGIT_AFTER = re.compile(r"[ -]\d")
_DIGIT_BEFORE = re.compile(r"\d[ -]")
_GROUP_OF = re.compile(r"\b[A-Z][a-z]+ of $")
_BACK_ROW = re.compile(r"\b(?:back|front)\s$")
_HELD = re.compile(r"\b(?:its|their|our|his|her)\s$", re.IGNORECASE)
_FEWEST_HELD = 3
_SMALLEST_CERTAIN = 10


def figures(text: str, moments: Iterable[Moment] = ()) -> tuple[Figure, ...]:
    """Return the figures of a sentence in order; those that are part of a date are left out."""
    known = words_in(text)
    spelled = not (_SPELLED.isdisjoint(known) and _ROUND.isdisjoint(known))
    if not spelled and _PARTS.isdisjoint(known) and not _DIGIT.search(text):
        return ()
    lowered, number = lower(text), _NUMERAL if spelled else _DIGIT
    given = tuple(moments)
    parts = [*fractions(text), *lengths(given)]
    taken = [(m.start, m.end) for m in given if not _counts(m)]
    taken += [(m.start + cut.start(), m.end) for m in given if (cut := _SPAN_ENDS.search(m.text))]
    parts = [each for each in parts if not _overlaps((each.start, each.end), taken)]
    taken += [(each.start, each.end) for each in parts]
    counting = [(m.start, m.end) for m in given if _counts(m) and m.rule in _TOLD_OF]
    found: list[Figure] = []
    at = 0
    while match := _next_figure(text, lowered, number, at):
        made = None if _overlaps(match.span("first"), taken) else _figure(match, taken, counting)
        if made:
            found.append(made)
        at = max(made.end if made else match.end("first"), at + 1)
    return tuple(sorted([*in_millions(found), *parts], key=lambda figure: figure.start))


def _next_figure(text: str, lowered: str, number: re.Pattern[str], at: int) -> re.Match[str] | None:
    """Return the next match of a figure: looked for only around numbers, which is quick."""
    found = number.search(lowered, at)
    if found is None:
        return None
    start = found.start()
    before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start]
    plain = before[-1:] == " " and before[:-1].isalpha() and before.islower()
    bare = start == 0 or (plain and before[:-1] not in _BEFORE)
    return _FIGURE.search(text, max(at, start if bare else start - _LONGEST_BEFORE))


_TOLD_OF = frozenset({"months-to"})  # "the three months to June" counts though "the" points
_SPAN_ENDS = re.compile(r"\s(?:to|ended|ending|ends|through)\s.*(?:[A-Z][a-z]{2}|\d{4})")
_COUNTED = frozenset({"ahead-by", "apart", "ago"}) | _TOLD_OF


def _counts(moment: Moment) -> bool:
    return moment.granularity is Granularity.DURATION or moment.rule in _COUNTED


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < last and first < span[1] for first, last in taken)


def _figure(
    match: re.Match[str], taken: list[tuple[int, int]], counting: list[tuple[int, int]]
) -> Figure | None:
    text = match.string
    first = amount(match["first"])
    second = amount(match["second"]) if _has_range(match, taken) else None
    end = match.end("second") if second else match.end("first")
    if BAD_END.match(text, end):
        return None
    if not first.spelled and is_one_of_numbered(text, match.start("first"), match.end("first")):
        return None
    if second and first.currency and second.scale == 1 and _MILLIONS.match(text, end):
        second, end = second._replace(scale=1e6), end + 1  # "£36-38m"
    whole, end = _whole(match, second, taken, end)
    first, end = (first, end) if second or whole else _with_half(text, first, end)
    coins = coins_in_millions(text, end) if first.scale == 1 else None
    paid = coins or coin_paid(text, match.start("first"), end)
    coin = Unit(paid["word"], paid.end()) if paid else None
    if coins:  # "40m dena", "5m to 6m dena"
        first, second = first._replace(scale=1e6), second and second._replace(scale=1e6)
    odd = ROUNDED.match(text, end)
    end = odd.end() if odd else end
    aged = odd is not None and odd["by"] in AGES
    unit = None if aged else coin or unit_after(text, end)
    unit = paid_each(text, unit) if unit else share_each(text, end) if first.currency else None
    told = _states(match, first, unit, whole) or _overlaps(match.span("first"), counting)
    if not told and first.spelled and first.value == 1 and second is None:
        unit = one_counted(text, match.start("first"), end)
        told = unit is not None
    unit = unit or (_of_them(match, end) if told else None)
    if (text[end : end + 1].isalnum() and unit is None) or not told:
        return None
    low, high = bounds(match, first, second)
    name = (unit.name or None) if unit else None
    if first.currency or (second and second.currency):
        name = (first.currency or (second.currency if second else None) or "") + _rate(unit)
        end = unit.end if unit and _rate(unit) else end
    elif unit:
        end = unit.end
    signed = match["qualifier"] and not is_preposition(match, name, end)
    start = _start(match, second, signed=bool(signed))
    qualifier = SIGNS[match["qualifier"].lower()] if signed else SIGN_OF[odd["by"]] if odd else ""
    return Figure(text[start:end], start, end, low, high, qualifier, name, whole)


def _start(match: re.Match[str], second: Amount | None, *, signed: bool) -> int:
    if signed or match["sign"]:
        return match.start()
    joined = second is not None and match["to"] == " and "
    return match.start("first") - (len("between ") if joined else 0)


def _of_them(match: re.Match[str], end: int) -> Unit | None:
    """Return "of them" of "four of them left"; but "212 calls, 38 of them at night"."""
    if match["qualifier"] or match.string.endswith(", ", 0, match.start("first")):
        return None
    them = _OF_THEM.match(match.string, end)
    return Unit("", them.end()) if them else None


def _with_half(text: str, first: Amount, end: int) -> tuple[Amount, int]:
    """Read "four and a half", "two and a half million" and "a million and a half" as one number."""
    match = _AND_A_HALF.match(text, end)
    if match is None:
        return first, end
    if match["scale"] or first.scale == 1:
        whole = SCALES.get(text[:end].rpartition(" ")[2].lower(), 1.0) if first.spelled else 1.0
        scale = SCALES.get((match["scale"] or "").lower(), 1.0)
        return first._replace(value=first.value + whole / 2, scale=scale), match.end()
    return first._replace(value=first.value + 0.5), match.end()


def _rate(unit: Unit | None) -> str:
    return unit.name if unit and unit.name.startswith("/") else ""


def _has_range(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    second = match["second"] is not None and not _overlaps(match.span("second"), taken)
    return second and is_range(match)


def _whole(
    match: re.Match[str], second: Amount | None, taken: list[tuple[int, int]], end: int
) -> tuple[float | None, int]:
    """Return 30 of "12 of 30" and where it ends."""
    if match["whole"] is None or second or _overlaps(match.span("whole"), taken):
        return None, end
    number = amount(match["whole"])
    value = number.at(number.scale)
    usual = value in (2, 3, 4, 5, 10, 100, 1000) or match["first"].lower() in ("one", "1")
    apart = match["of"].lower() == "in" and not usual
    if apart or value <= amount(match["first"]).value:
        return None, end
    return value, match.end("whole")


def _states(match: re.Match[str], first: Amount, unit: Unit | None, whole: float | None) -> bool:
    """Tell a figure from a number that names or points ("Article 5", "the two sides", "one")."""
    before = match.string[max(0, match.start("first") - 20) : match.start("first")]
    if first.spelled and match["first"][0].isupper() and _GROUP_OF.search(before):
        return False  # "the Group of Seven"
    if first.spelled and _TITLED.match(match.string, max(0, match.start("first") - 2)):
        return False  # "her last hit, Nine Rooms,"
    if (
        unit
        and unit.name == "times"
        and first.value % 1 == 0
        and TIMES_AS.match(match.string, unit.end)
    ):
        return False  # "three times the estimate"
    if match["qualifier"] or first.currency or whole or first.scale > 1:
        return True
    if unit is None and _BACK_ROW.search(before):
        return False  # "praised her back four"
    if ADDRESS.match(match.string, match.end("first")) and unit is None:
        return False
    if unit is None and NUMBERS.search(before):
        return False
    if (
        is_numbered(before, unit is not None)
        or (unit is None and is_name(match))
        or _is_dialled(match, unit)
    ):
        return False
    measured = unit is not None and (unit.name in HARD_UNITS or unit.name.endswith(("%", "-old")))
    if before.lower().endswith("for every "):
        return True
    if before.lower().endswith("every ") and unit and PERIODS.fullmatch(unit.name):
        return True
    if first.spelled and first.value in (0, 1):
        return measured or (first.value == 0 and unit is not None)
    if first.value >= _FEWEST_HELD and unit is not None and _HELD.search(before):
        return True
    if unit is not None and unit.name not in ("sides", "parties", "mates", "countries", "nations"):
        return True
    return first.value >= _SMALLEST_CERTAIN or not _DEFINITE.search(before) or measured


def _is_dialled(match: re.Match[str], unit: Unit | None) -> bool:
    # Telephone and other code numbers: a leading zero, or groups of digits side by side.
    digits, text = match["first"], match.string
    beside = _DIGIT_AFTER.match(text, match.end("first"))
    if beside and match["second"] and unit and rises(match):
        beside = None  # "10-12%" is a range
    start = match.start("first")
    after = _DIGIT_BEFORE.match(text, start - 2, start) if start > 1 else None
    return bool((digits[0] == "0" and digits[1:2].isdecimal()) or beside or after)
