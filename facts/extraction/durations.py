"""How long something lasts ("six weeks", "2 hours 24 minutes"), told from ages and rates."""

import re

from facts.extraction.momentrule import Anchor, Found
from facts.types import Granularity as G

# "a three-year-old", "200 hours of unpaid work"
_NO_LENGTH = re.compile(r"[- ]olds?\b|[- ]of[- ]age\b|(?<=hours)\s(?:of\s)?(?:unpaid|community)\b")
_OF_A_THING = re.compile(
    r"-(?:second|minute|hour|day|night|week|month|year)(?:\s[a-z]|,\s)$"
)  # "a 64-hour strike"
_EVERY = re.compile(r"\bevery\s$", re.IGNORECASE)
_SHORT = re.compile(r"(?:second|minute|hour)s?$")
_SINGLE = re.compile(r"[\d,]*,\d{3} [a-z]+(?<!s)|(?!(?:an?|one) )\S+ season")
_COUNTED = re.compile(r"\bon\s$")
_PER = re.compile(
    r"\s(?:an?|per|each|every)\s(?:day|night|week|month|year)\b(?!\s(?:ago|earlier|later))"
)
_OF_BONDS = re.compile(
    r"(?<=-year)\s(?:[A-Z][\w.’'-]*\s)?(?:government\s|Treasury\s)?(?:notes?|bonds?|gilts?|yields?"
    r"|bunds?|Treasur(?:y|ies)|paper|debt)\b"
)
_AMOUNT = re.compile(r"(?<=-hour)\s(?:working\s)?(?:weeks?|days?)\b|(?<=seconds)\soff\b")
_SHIFTS = re.compile(r"(?!an?\b|one\b)[\w,]+ (?:night|day|hour) (?!later|earlier)[a-z]+s\b")
_SECOND = re.compile(r"(?:an?|one|two|three)[- ](?:second|quarters?)", re.IGNORECASE)
_STANDS = re.compile(r"\s*(?:[,.;:)”\"]|$)|\s(?:later|ago|before|after|or|per)\b")
_ONE = re.compile(r"(?:an?|some)\s", re.IGNORECASE)
_MORE_THAN_ONE = re.compile(r"fortnight|couple|and a half")


def long_duration(m: re.Match[str], _: Anchor) -> Found:
    """Read "2 hours 24 minutes" and "four and a half years" as one duration."""
    return Found(None, G.DURATION)


def duration(m: re.Match[str], _: Anchor) -> Found | None:
    """Read "six weeks" as a duration, and ages and rates as none."""
    if _NO_LENGTH.match(m.string, m.end()) or _OF_A_THING.search(m.string, m.start(), m.end() + 2):
        return None
    if _EVERY.search(m.string, max(0, m.start() - 6), m.start()) and _SHORT.search(m.group()):
        return None  # "a bus every 15 minutes"
    if _SECOND.fullmatch(m.group()) and not _STANDS.match(m.string, m.end()):
        return None  # "a second day", "three-quarters of voters"
    if _COUNTED.search(m.string, 0, m.start()) and m.group().lower().endswith("nights"):
        return None  # "on 26 nights"
    if _SINGLE.fullmatch(m.group()):
        return None  # "6,200 season tickets"
    if _OF_BONDS.match(m.string, m.end()):
        return None  # "the 10-year note"
    if _AMOUNT.match(m.string, m.end()):
        return None  # "a 35-hour week", "took 38 seconds off"
    if _SHIFTS.match(m.string, m.start()) or _PER.match(m.string, m.end()):
        return None  # "five night shifts", "ten hours a day"
    if "," in m.group() and m.group().lower().rstrip("s").endswith("night"):
        return None  # "14,000 nights" are counted
    if re.search(r"\baged?\s+$", m.string[: m.start()][-6:]):
        return None
    if _ONE.match(m.group()) and not _MORE_THAN_ONE.search(m.group()):
        return None  # "for an hour", "12 trains a day", "some months"
    return Found(None, G.DURATION)
