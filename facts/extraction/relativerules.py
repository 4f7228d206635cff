"""Moments that mean something only from an anchor: weekdays, "last month", "Nov. 7", "in May"."""

import re

from facts.extraction import durations
from facts.extraction import relativemeanings as meaning
from facts.extraction.momentrule import Rule
from facts.extraction.numberwords import NUMBER_WORDS, ORDINAL_WORDS, ORDINALS
from facts.reading.dates import MONTH
from facts.reading.wordlist import word_list

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_BEFORE = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_UP_TO = r"(?:\s*(?:-|–|—)\s*|\sto\s)"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b)\s*"
_PART = r"(?:\s+(?:morning|afternoon|evening|night|midday|noon))?"
_NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORDS})"
COUNT = (
    rf"(?:(?<![\d,.])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}})(?!\d)"
    rf"|{NUMBER_WORDS}|an?|(?:a )?couple of)"
)
UNIT = (
    r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie)"
    r"|season)"
)
_VAGUE = (
    r"(?:recent|the coming|coming|the past few|the last few|the next few) (?:days|weeks|months"
    r"|years"
    r"|decades|hours)|(?:last|this|next) season"
    r"|the (?:early|late|mid)[- ](?:days|years)|(?:the )?(?:last|past|next|coming) fortnight"
)
_ANY_CASE = re.IGNORECASE

# Read before the dates that stand inside them.
FIRST = (
    Rule(
        "week-of",
        rf"\bthe week (?:of|beginning|starting|from) (?:{WEEKDAY},? )?"
        rf"(?:(?P<d1>{DAY})\s+(?P<m1>{MONTH})"
        rf"|(?P<m2>{MONTH})\s+(?P<d2>{DAY}))\b(?:,?\s+(?P<year>20\d\d))?",
        meaning.week_of_day,
        any_word=frozenset({"week"}),
        within=frozenset({"month", "digit"}),
    ),
)
# Order decides: a rule finds nothing inside what an earlier one found.
RULES = (
    Rule(
        "month-day-range",
        rf"\b(?=[JFMASOND\d])(?:(?P<m1>{MONTH})\s+(?P<a1>{DAY}){_TO}(?P<b1>{DAY})"
        rf"|(?P<a2>{DAY}){_TO}(?P<b2>{DAY})\s+(?:of )?(?P<m2>{MONTH}))\b(?!,?\s*\d{{4}})",
        meaning.near_range,
        within=frozenset({"month", "digit", "range"}),
    ),
    Rule(
        "month-day-range",
        rf"\b(?=[JFMASOND\d])(?:(?P<m1>{MONTH})\s+(?P<a1>{DAY}){_UP_TO}(?P<n1>{MONTH})\s+(?P<b1>{DAY})"
        rf"|(?P<a2>{DAY})\s+(?P<m2>{MONTH}){_UP_TO}(?P<b2>{DAY})\s+(?P<n2>{MONTH}))\b(?!,?\s*\d{{4}})",
        meaning.near_long_range,
        within=frozenset({"month", "digit", "range"}),
    ),
    Rule(
        "month-day",
        rf"\b(?=[A-Z])(?:(?P<weekday>{_DAY_BEFORE}),?\s+)?(?P<month>{MONTH})\s+(?P<d>3[01]|[12]\d|0?[1-9])"
        rf"(?:st|nd|rd"
        rf"|th)?\b(?!,?\s*\d{{4}})(?![.,:]\d|%)",
        meaning.near_day,
        within=frozenset({"month", "digit"}),
    ),
    Rule(
        "month-day",
        rf"\b(?P<weekday>)the (?P<d>{ORDINALS}) of (?P<month>{MONTH})(?!\w)(?!,?\s*\d{{4}})",
        meaning.near_day,
        any_word=frozenset({day.rpartition("-")[2] for day in ORDINAL_WORDS}),
        within=frozenset({"month"}),
    ),
    Rule(
        "month-day",
        rf"\b(?=[MTWFSt\d])(?:(?P<weekday>{_DAY_BEFORE}),?\s+)?(?:the )?(?P<d>3[01]|[12]\d|0?[1-9])"
        rf"(?:st|nd|rd|th)?\s+(?:of )?(?P<month>{MONTH})(?!\w)",
        meaning.near_day,
        within=frozenset({"month", "digit"}),
    ),
    Rule(
        "weekdays",
        rf"\b{WEEKDAY}s\b(?!['’])|\b(?:[Ee]very|[Ee]ach) (?:other )?{WEEKDAY}\b"
        rf"|\b(?=[MTWFS])(?:(?<=\bfirst )|(?<=\bsecond )|(?<=\bthird )|(?<=\blast )){WEEKDAY}"
        r"(?= (?:of|in) (?:each|every|the) month)",
        meaning.every_week,
        within=frozenset({"weekday"}),
        any_word=word_list(
            "mondays tuesdays wednesdays thursdays fridays saturdays sundays every each month"
        ),
    ),
    Rule(
        "weekday",
        rf"\b(?=(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s+)?{WEEKDAY}\b)"
        r"(?<!\bMr )(?<!\bMr\. )(?<!\bMrs )(?<!\bMrs\. )(?<!\bMs )(?<!\bMs\. )"
        r"(?<!\bDr )(?<!\bDr\. )(?<!\bBlack )(?<!\bBloody )(?<!\bSuper )(?<!\bSheffield )"
        r"(?<!\bCyber )(?<!\bGood )(?<!\bEaster )(?<!\bAsh )(?<!\bPalm )(?<!\bWhit )(?<!\bMaundy )"
        r"(?<!\bShrove )(?<!\bon a )"
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his"
        rf"|[Cc]oming)\s+)?(?P<day>{WEEKDAY})\b{_PART}(?!s\b|\s+Times)",
        meaning.weekday,
        within=frozenset({"weekday"}),
    ),
    Rule(
        "day-word",
        r"\b(?P<far>(?:the )?day (?:before|after) )?(?P<word>today|tonight|yesterday|tomorrow"
        r"|overnight(?!\s(?:lows?|highs?|temperatures?|frosts?|curfews?|leaders?|guests?|stays?|lead"
        r"|ferry|trains?|bus|buses|flights?"
        r"|rates?)\b)"
        r"|last night(?!\s(?:tram|train|bus|ferry|flight|shift)\b)"
        r"|this (?:morning|afternoon|evening))\b"
        r"(?:(?:(?<=yesterday)|(?<=tomorrow))\s+(?:morning|lunchtime|afternoon|evening|night|noon))?",
        meaning.day_word,
        flags=_ANY_CASE,
        any_word=word_list(
            "today tonight yesterday tomorrow overnight night morning afternoon evening"
        ),
    ),
    Rule(
        "vague",
        rf"\b(?:{_VAGUE})\b",
        meaning.stays_open,
        flags=_ANY_CASE,
        within=frozenset({"unit"}),
        any_word=word_list("recent coming few season early late mid fortnight"),
    ),
    Rule(
        "which-period",
        r"\b(?:(?:earlier|later|early|late|mid)[ -])?(?P<which>last|this|next"
        r"|the coming|coming)"
        r" (?P<unit>week|month|quarter|year|decade)\b(?! of\b|-)",
        meaning.which_period,
        flags=_ANY_CASE,
        within=frozenset({"unit"}),
        any_word=word_list("last this next coming"),
    ),
    Rule(
        "ago",
        rf"\b(?P<count>{COUNT}) (?P<unit>{UNIT}s?) ago\b",
        meaning.ago,
        flags=_ANY_CASE,
        within=frozenset({"count"}),
        any_word=frozenset({"ago"}),
    ),
    Rule(
        "event-relative",
        rf"\b{COUNT} {UNIT}s? (?:before|previously)(?=[,.;]|$|\s(?:and|but|to)\b)",
        meaning.stays_open,
        flags=_ANY_CASE,
        within=frozenset({"count"}),
        any_word=word_list("before previously"),
    ),
    Rule(
        "apart",
        rf"(?<!\bin )(?<!\bfor )(?<!\bover )\b{COUNT} {UNIT}s?(?= (?:before|after|since|into)\b)",
        meaning.stays_open,
        flags=_ANY_CASE,
        within=frozenset({"count"}),
        any_word=word_list("before after since into"),
    ),
    Rule(
        "event-relative",
        rf"(?<!\bin )(?<!\bfor )(?<!\bover )\b{COUNT} {UNIT}s? (?:earlier|later)\b",
        meaning.stays_open,
        flags=_ANY_CASE,
        within=frozenset({"count"}),
        any_word=word_list("earlier later"),
    ),
    Rule(
        "event-relative",
        r"\bthe (?:day|week|month|year) (?:before|after|earlier|later)\b"
        r"|\bthe (?:next|following|previous) (?:day|morning|evening|night)\b"
        r"|\bthe (?:following|previous|preceding) (?:week|month|quarter|year)\b",
        meaning.stays_open,
        flags=_ANY_CASE,
        any_word=word_list("day morning evening night week month quarter year"),
        words=(
            *("day before", "week before", "month before", "year before", "day after"),
            *("week after", "month after", "year after", " earlier", " later", "the next "),
            *("the following", "the previous", "the preceding"),
        ),
    ),
    Rule(
        "weekend",
        r"\b(?:(?P<which>last|this|next|the coming|the past) weekend\b|(?<=\bthe )weekend\b"
        r"(?!['’]s|\s(?:market|house|break|trip|away|of\s\d)))",
        meaning.weekend,
        flags=_ANY_CASE,
        any_word=frozenset({"weekend"}),
    ),
    Rule(
        "period-end",
        r"\bthe (?:end|start|beginning|middle|rest|remainder) of (?:the|this|next|last) "
        r"(?P<unit>week|month|quarter|year|decade)\b",
        meaning.period_end,
        flags=_ANY_CASE,
        within=frozenset({"unit"}),
        any_word=word_list("end start beginning middle rest remainder"),
    ),
    Rule(
        "ahead-by",
        rf"\bin (?:the next )?(?P<count>{COUNT}) (?P<unit>(?:day|week|fortnight|month|year)s?)\b"
        rf"(?:['’]s? time\b)?",
        meaning.ahead_by,
        flags=_ANY_CASE,
        within=frozenset({"count"}),
        any_word=frozenset({"in"}),
    ),
    Rule(
        "quarter",
        r"\b(?:Q(?P<n>[1-4])|(?:the )?(?P<word>first|second|third|fourth)[ -]quarter)\b(?!-"
        r"|\s?final)",
        meaning.quarter,
        any_word=word_list("quarter q"),
    ),
    Rule(
        "half-year",
        r"\b(?:H(?P<n>[12])\b|[Tt]he (?P<word>first|second) half of the year\b)",
        meaning.half,
        any_word=word_list("half h"),
    ),
    Rule(
        "half-year",
        r"(?<=\bin )(?P<n>)the (?P<word>first|second) half\b(?! of\b|[- ]time)",
        meaning.half_of_business,
        within=frozenset({"unit"}),
        any_word=frozenset({"half"}),
    ),
    Rule(
        "duration",
        rf"\b{COUNT} {UNIT}s?(?:,? and|,)? {_NUMBER} {UNIT}s?\b(?:(?:,? and|,)? {_NUMBER}"
        rf" seconds?\b)?"
        rf"(?! ago\b)|\b{COUNT} and a half {UNIT}s\b|\ban? {UNIT} and a half\b",
        durations.long_duration,
        flags=_ANY_CASE,
        within=frozenset({"count", "counts"}),
    ),
    Rule(
        "duration",
        rf"\b(?:(?:(?<![\d,.])\d{{1,3}}\.\d{{1,2}}|{COUNT})(?:{_TO}{COUNT})?[- ]"
        rf"(?:(?:working|business|calendar|consecutive"
        rf"|straight)[- ])?{UNIT}s?\b|(?:several|many|few|a few|some) {UNIT}s\b)",
        durations.duration,
        flags=_ANY_CASE,
        within=frozenset({"count"}),
    ),
    Rule(
        "month",
        rf"\b(?=[A-Zlntem])(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate"
        rf"|[Mm]id)[- ])?(?<!-to-)(?P<month>{MONTH})(?!\w|-to-)",
        meaning.near_month,
        within=frozenset({"month"}),
    ),
)
