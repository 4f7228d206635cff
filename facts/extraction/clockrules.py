"""Clock times as they are written: "9.30 am", "half past eight", "seven o'clock", "noon"."""

import re

from facts.extraction.momentrule import Anchor, Found, Rule
from facts.extraction.relativerules import WEEKDAY
from facts.reading.dates import MONTH
from facts.reading.wordlist import word_list
from facts.types import Granularity

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_MINUTES = r"(?:half|(?:a )?quarter|five|ten|twenty|twenty[- ]five|[1-5]?\d)(?: minutes?)?"
_DIGITAL = r"(?:[01]?\d|2[0-3])"
_BEFORE = (
    *(
        "at ",
        "At ",
        "by ",
        "By ",
        "until ",
        "till ",
        "from ",
        "From ",
        "since ",
        "before ",
        "after ",
    ),
    *("After ", "around ", "about ", "near ", "between ", "past ", "stroke of "),
    *("Before ", "Until ", "Around ", "Between ", "towards ", "Shortly after "),
    *(r"[Ff]rom \d:\d\d to ", r"[Ff]rom \d\d:\d\d to ", r"[Bb]etween \d\d:\d\d and "),
)
_AFTER_A_WORD = "(?:" + "|".join(rf"(?<=\b{word})" for word in _BEFORE) + ")"
_AT = (
    r"(?:(?<=\bat )|(?<=\bAt )|(?<=\bat about )|(?<=\bat around )|(?<=\bby )|(?<=\bshortly after )"
    r"|(?<=\bjust after )|(?<=\bshortly before )|(?<=\bjust before )|(?<=\bat exactly ))"
)
_HERE = r"\b(?=[1-9otfsen])"  # where an hour may begin: tried first, for speed
_NO_MEASURE = (
    r"(?!\s?(?:%|per ?cent|pct|points?\b|[mb]illion|euros|dollars|pounds|[mk]?m\b|metres|degrees"
    r"|kilo|tonnes|(?!hours|hrs|was|is|has|as|this)[a-z]+s\b))"
)
_ZONE = r"(?:GMT|UTC|CES?T|EES?T|BST|E[SD]?T|P[SD]T|MSK|IST|JST)\b"


# What is done at an hour: "opens at six", "was home by five".
_DONE_AT = re.compile(
    r"\b(?:open(?:s|ed|ing)?|clos(?:e|es|ed|ing)|start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|end(?:s|ed)?"
    r"|finish(?:es|ed)?|leav(?:e|es|ing)|left|depart(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|rang|rise|rose"
    r"|w[ao]ke|got up|gets up|home|meets?|met|sets? off|set out|due|dinner|supper|breakfast|lunch"
    r"|bed|sold out|sells out|kick(?:s|ed)? off|went out|came on|resum(?:e|es|ed)|stops?|stopped)"
    r"(?: [a-z]+){0,2} (?:at|by|after|before)(?: about| around)? $"
)


def _clock(m: re.Match[str], _: Anchor) -> Found:
    return Found(None, Granularity.MINUTE)


def _hour(m: re.Match[str], anchor: Anchor) -> Found | None:
    """Read "six" in "opens at six" and no "stands at six"."""
    told = _DONE_AT.search(m.string, max(0, m.start() - 50), m.start())
    return _clock(m, anchor) if told else None


# "12 November, 18:30: reception": an hour right behind its day.
_DAY_BEFORE = re.compile(rf"(?:{MONTH}(?:,? \d{{1,2}})?(?:,? \d{{4}})?|[a-z]day),\s$")
_RATE_BEFORE = re.compile(r"\b(?:to|at|of) \d+\.\d\d\b.*\bfrom $")


def _beside_day(m: re.Match[str], anchor: Anchor) -> Found | None:
    """Read "18:30" in a line of what is on, behind the day."""
    told = _DAY_BEFORE.search(m.string, max(0, m.start() - 24), m.start())
    return _clock(m, anchor) if told else None


def _no_rate(m: re.Match[str], anchor: Anchor) -> Found | None:
    """Read a clock time and no "11.31" in "fell to 11.42 per euro, from 11.31 on Monday"."""
    rate = "." in m.group() and _RATE_BEFORE.search(m.string, 0, m.start())
    return None if rate else _clock(m, anchor)


# Read before durations ("ten minutes past nine") and before the days beside them.
SPELLED = (
    Rule(
        "clock",
        r"(?:(?<=\b[Aa]t )|(?<=\b[Aa]s of ))(?:[01]\d|2[0-3])[0-5]\d(?= (?:on|today|yesterday)\b)",
        _clock,
        within=frozenset({"digit"}),
        any_word=word_list("on today yesterday"),
    ),
    Rule(
        "clock",
        rf"(?<=\b[Ff]rom ){_HOUR}(?= (?:to|until|till) (?:noon|midnight|midday)\b)",
        _clock,
        within=frozenset({"hour"}),
        any_word=word_list("noon midnight midday"),
    ),
    Rule(
        "clock",
        rf"\b(?:{_MINUTES} past|(?:a )?quarter to) {_HOUR}\b(?! (?:per ?cent|million|points|years))"
        rf"|{_AT}(?:five|ten|twenty|twenty[- ]five)(?: minutes)? to {_HOUR}\b(?! [a-z]+s\b)"
        rf"|(?:(?<=\bat )|(?<=\bAt ))half {_HOUR}\b(?! [a-z]+s\b)",
        _clock,
        within=frozenset({"hour"}),
        any_word=word_list("past quarter half five ten twenty"),
        words=(
            *(" past ", "quarter to ", "five to ", "ten to ", "twenty to ", "minutes to "),
            "half ",
        ),
    ),
    Rule(
        "clock",
        rf"\b{_HOUR} o['’ ]?clock\b(?: (?:in the (?:morning|afternoon|evening)|at night))?",
        _clock,
        within=frozenset({"hour"}),
        flags=re.IGNORECASE,
        any_word=word_list("clock oclock"),
    ),
    Rule(
        "clock",
        rf"{_HERE}{_AT}(?:{_HOUR}|{_DIGITAL}[:.][0-5]\d) (?:in the (?:morning|afternoon|evening)"
        r"|at night)\b"
        rf"|{_HERE}{_AT}{_HOUR}(?= (?:sharp|that (?:morning|afternoon|evening|night)"
        rf"|(?:on )?{WEEKDAY}"
        r"|(?:yesterday|tomorrow|this|last) (?:morning|afternoon|evening|night))\b)",
        _clock,
        within=frozenset({"hour"}),
        any_word=word_list(
            "morning afternoon evening night sharp monday tuesday wednesday thursday friday"
            " saturday sunday"
        ),
    ),
    Rule(
        "clock",
        rf"{_HERE}{_AT}{_HOUR}(?=[,.;]|$| (?:and|but|until|when|as)\b)(?![.,]\d)",
        _hour,
        within=frozenset({"hour"}),
    ),
    Rule(
        "clock",
        rf"\b(?=[1tnm])(?:{_AFTER_A_WORD}|(?<=\bto ))(?:(?:12|twelve) )?(?:noon|midnight|midday)\b"
        r"(?! (?:[Mm]ass|feast|blue|oil|sun|snack|prayers?)\b)",
        _clock,
        within=frozenset({"hour"}),
        any_word=word_list("noon midnight midday"),
    ),
)
RULES = (
    Rule(
        "clock",
        r"(?<=, )(?:[01]?\d|2[0-3])[:.][0-5]\d(?=[,:;.)]|$|\s[-–|])(?![:.]\d)",
        _beside_day,
        within=frozenset({"clock"}),
    ),
    Rule(
        "clock",
        r"(?<=\b[Tt]he )(?:[01]\d|2[0-3])[:.][0-5]\d(?= (?:to|from|train|bus|service|ferry|flight"
        r"|departure|crossing)\b)",
        _clock,
        within=frozenset({"clock"}),
    ),
    Rule(
        "clock",
        rf"\b(?=\d)(?:{_DIGITAL}(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b)"
        rf"|(?<=\bat ){_DIGITAL}[:.][0-5]\d\b{_NO_MEASURE}"
        rf"|{_AFTER_A_WORD}(?:{_DIGITAL}:[0-5]\d|0\d\.[0-5]\d)\b(?![:.]\d){_NO_MEASURE}"
        rf"|{_AT}{_DIGITAL}[:.][0-5]\d\b(?![:.]\d){_NO_MEASURE}"
        rf"|\b{_DIGITAL}[:.][0-5]\d(?=,? (?:on )?{WEEKDAY}\b)"
        rf"|\b(?:[01]\d|2[0-3]):?[0-5]\d {_ZONE}"
        rf"|{_AFTER_A_WORD}(?:[01]\d|2[0-3]):?[0-5]\d (?:hours|hrs)\b(?! of\b))",
        _no_rate,
        flags=re.IGNORECASE,
        within=frozenset({"clock"}),
    ),
)
