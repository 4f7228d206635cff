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
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_WHICH_YEAR = r"(?:of )?(?P<which>[Ll]ast|[Tt]his|[Nn]ext) year\b(?!['’]s)"

RULES = (
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
