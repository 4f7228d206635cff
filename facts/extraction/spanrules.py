"""Moments that are spans named by two words for time: read before the dates that stand in them."""

import re

from facts.extraction import spanmeanings as meaning
from facts.extraction.momentrule import Rule
from facts.extraction.relativerules import COUNT, DAY, WEEKDAY
from facts.reading.dates import MONTH
from facts.reading.wordlist import word_list

_DATE = (
    rf"(?:(?P<d1>{DAY}) (?P<m1>{MONTH})|(?P<m2>{MONTH}) (?P<d2>{DAY})\b|(?P<m3>{MONTH}))(?!\w)"
    r"(?:,? (?P<year>20\d\d))?"
)
_SEASONS = word_list("spring summer autumn fall winter")
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_NTH = r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)"
_ON = (
    r"(?:(?<=\b[Oo]n )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil )|(?<=\b[Ff]rom )|(?<=\b[Ss]ince )"
    r"|(?<=\b[Bb]efore )|(?<=\b[Aa]fter ))"
)
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_WHICH_YEAR = r"(?:of )?(?P<which>[Ll]ast|[Tt]his|[Nn]ext) year\b(?!['’]s)"

RULES = (
    Rule(
        "this-time",
        r"\b[Tt]his time (?P<which>last|next) (?P<unit>week|month|year)\b",
        meaning.this_time,
        within=frozenset({"unit"}),
        any_word=frozenset({"time"}),
    ),
    Rule(
        "week-from",
        r"\b[Aa] (?P<unit>week|fortnight) (?:from )?(?P<word>today|tomorrow)\b",
        meaning.week_from,
        any_word=word_list("today tomorrow"),
    ),
    Rule(
        "day-of-month",
        rf"\b[Tt]he (?P<d>{_NTH}) of (?P<which>this|next|last) month\b",
        meaning.day_of_month,
        within=frozenset({"digit", "unit"}),
        any_word=frozenset({"month"}),
    ),
    Rule(
        "day-of-month",
        rf"{_ON}(?P<which>)the (?P<d>{_NTH})(?=[,.;:)]|$"
        r"|\s(?!(?:and|to) (?:the )?\d+(?:st|nd|rd|th) of )(?:and|at|but|when|after|before|with|as"
        r"|by|until|for|because|while|to)\b)",
        meaning.day_of_month,
        within=frozenset({"digit"}),
        any_word=word_list("st nd rd th"),
    ),
    Rule(
        "term",
        r"\b(?:(?:Michaelmas|Hilary|Trinity|Lent|Epiphany|Easter) [Tt]erm"
        r"|(?:autumn|spring|summer) term|(?:last|this|next) term)\b(?: (?:1[89]|20)\d\d\b)?",
        meaning.stays_open,
        any_word=frozenset({"term"}),
    ),
    Rule(
        "months-to",
        rf"(?<!\blast )(?<!\bthis )(?<!\bnext )(?<!\ba )\b(?:(?P<count>{COUNT})[- ]"
        rf"(?P<counted>months?|weeks?)"
        r"|(?P<unit>(?:(?:first|second|third|fourth|final)[- ])?quarter|half[- ]year|(?:(?:fiscal"
        r"|financial"
        r"|business|tax|academic|school|full)[- ])?year))"
        r" (?:to|through|that ended|which ended|ended|ending|ends|up to)(?: on| in)?"
        rf" (?:the end of )?(?:the )?{_DATE}",
        meaning.span_to,
        within=frozenset({"month", "unit"}),
        any_word=word_list("month months week weeks quarter year"),
        words=(" to ", " through", " ended", " ending", " ends"),
    ),
    Rule(
        "month-quarter",
        r"\b(?:the )?(?P<month>March|June|September"
        r"|December) quarter\b(?: of)?(?: (?P<year>20\d\d))?",
        meaning.month_quarter,
        within=frozenset({"month", "unit"}),
        words=("h quarter", "e quarter", "r quarter"),
    ),
    Rule(
        "past-period",
        r"\b(?:the past|(?<=\bover )the last|(?<=\bduring )the last)"
        r" (?P<unit>week|month|year|decade)\b(?! of\b|-|['’]s)",
        meaning.past_period,
        within=frozenset({"unit"}),
        any_word=word_list("past last"),
    ),
    Rule(
        "nth-day",
        rf"\b(?:the )?(?P<nth>first|second|third|fourth|last|final) (?P<day>{WEEKDAY}|weekend)"
        rf" (?:of|in) (?P<month>{MONTH})(?!\w)(?:,? (?P<year>20\d\d))?",
        meaning.nth_day,
        within=frozenset({"month"}),
        any_word=word_list("first second third fourth last final"),
        words=("day of", "day in", "weekend "),
    ),
    Rule(
        "after-next",
        r"\bthe (?P<unit>week|month|year) (?P<way>after next|before last)\b",
        meaning.week_after_next,
        within=frozenset({"unit"}),
        any_word=word_list("next last"),
    ),
    Rule(
        "weekday-week",
        rf"\b(?P<day>{WEEKDAY}) week\b(?!-)|\b[Aa] week on (?P<on>{WEEKDAY})\b",
        meaning.weekday_week,
        within=frozenset({"weekday", "unit"}),
        any_word=frozenset({"week"}),
    ),
    Rule(
        "season",
        r"(?<=\b[Ii]n the )(?P<season>spring|summer|autumn|fall|winter)\b(?! of\b)",
        meaning.season_ahead,
        within=frozenset({"unit"}),
        any_word=_SEASONS,
    ),
    Rule(
        "century",
        rf"\b(?P<n>{'|'.join(reversed(meaning.CENTURIES))})[ -]century(?P<bc> B\.?C)?",
        meaning.spelled_century,
        within=frozenset({"unit"}),
        any_word=frozenset({"century"}),
        flags=re.IGNORECASE,
    ),
    Rule(
        "of-which-year",
        rf"\b(?:(?:(?P<d1>{DAY}) )?(?P<m1>{MONTH})|(?P<m2>{MONTH}) (?P<d2>{DAY})),? {_WHICH_YEAR}",
        meaning.of_which_year,
        within=frozenset({"month", "unit"}),
        any_word=frozenset({"year"}),
    ),
    Rule(
        "part-of-which-year",
        r"\b(?:the )?(?P<number>first|second|third|fourth|final|last) (?P<part>half|quarter)"
        rf" {_WHICH_YEAR}",
        meaning.part_of_which_year,
        within=frozenset({"unit"}),
        any_word=word_list("half quarter"),
    ),
    Rule(
        "first-months",
        rf"\bthe (?P<end>first|last|final) (?P<count>{COUNT}) months of"
        rf" (?:(?P<year>{_YEAR})\b|(?P<which>last|this|next|the)(?: calendar)? year\b)",
        meaning.first_months,
        within=frozenset({"count"}),
        any_word=frozenset({"months"}),
    ),
    Rule(
        "day-of-week",
        rf"\b(?P<day>{WEEKDAY})(?: of| in)? (?P<which>last|this|next) week\b",
        meaning.day_of_week,
        within=frozenset({"weekday", "unit"}),
        any_word=frozenset({"week"}),
    ),
    Rule(
        "season",
        rf"\b{_SEASON}(?: of)? (?P<year>{_YEAR})\b(?!\s?[-/–]\d)",
        meaning.season_of_year,
        within=frozenset({"year", "unit"}),
        any_word=_SEASONS,
    ),
    Rule(
        "season",
        rf"\b{_SEASON} {_WHICH_YEAR}",
        meaning.season_of_which_year,
        within=frozenset({"unit"}),
        any_word=_SEASONS,
    ),
    Rule(
        "season",
        r"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) (?P<season>spring|summer|autumn|fall|winter)\b"
        r"(?!['’]s)",
        meaning.which_season,
        within=frozenset({"unit"}),
        any_word=_SEASONS,
    ),
)
