"""The patterns by which dates, numbers, durations and the like are known in a fact's words."""

import re
from collections.abc import Mapping

from facts.answering.signs import NUMBER_WORDS
from facts.anycase import AnyCase

_MONTHS = (
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust"
    "|\\.)?"
    "|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = r"(?:1\d|20)\d\d"
WHEN = AnyCase(
    rf"\b(?:(?:early |late |mid-?)?(?:{_DAYS},? )?(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"(?:,? {_YEAR})?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b(?:,? {_YEAR})?"
    rf"|(?:early |late |mid-?)?(?:{_MONTHS})(?:,? (?:of )?{_YEAR})"
    rf"|(?:early |late )?(?:january|february|march|april|may|june|july|august|september|october"
    rf"|november|december)\b"
    rf"|(?:{_DAYS})(?: (?:morning|afternoon|evening|night))?|{_YEAR}[–-]\d{{2,4}}"
    rf"|(?:the )?(?:early |late |mid-?)?{_YEAR}s|(?:early |late |mid-?)?\b{_YEAR}\b"
    r"|(?:yesterday|today|tomorrow|tonight)|last (?:week|month|year|night|summer|winter|spring)"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a few|several|many)"
    r" (?:day|week|month|year|decade|hour)s? (?:ago|later|earlier)"
    r"|(?:the )?(?:early |late |mid-?)?(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|twentieth)"
    r"[ -]centur(?:y|ies)(?: (?:ad|bc|bce|ce))?|\b\d+ (?:ad|bc|bce|ce)"
    r"|\d{1,2}(?::\d\d)? ?(?:a\.?m|p\.?m)\b\.?|\d{1,2}:\d\d)\b"
)
_NUMBER_WORDS = "|".join(sorted(NUMBER_WORDS, reverse=True))  # "hundreds" before "hundred"
_DIGITS = r"(?:[$€£¥₽₹] ?)?\d+(?:[.,]\d+)*(?:st|nd|rd|th)?%?"
NUMBER = AnyCase(rf"{_DIGITS}|\b(?:{_NUMBER_WORDS})\b")
IN_DIGITS = re.compile(_DIGITS, re.IGNORECASE)  # the same without the words: much quicker
DURATION = AnyCase(
    r"\b(?:\d+(?:[.,]\d+)*|an?|half an?|several|few|many|"
    rf"{_NUMBER_WORDS})(?:[- ](?:\d+|and|a|half|{_NUMBER_WORDS}))*[- ]"
    r"(?:second|minute|hour|day|night|week|month|year|decade|centur)(?:s|y|ies)?\b"
)
# "A year ago" says when, "450 a month" how fast, "a 15-year-old" how old: none says how long.
NO_DURATION_AFTER = re.compile(r"[- ](?:ago|olds?|earlier|later)\b")
RATE = re.compile(r"(?<!half) an? \w+$", re.IGNORECASE)  # "twice a day"
RATE_BEFORE = re.compile(r"(?:\w+s|\d|\b(?:times|once|twice|per|each))\s$", re.IGNORECASE)
LENGTH = AnyCase(
    rf"(?:\b(?:{_NUMBER_WORDS})\b|(?<![\w.,$€£¥₹₦¢])\d+(?:[.,]\d+)*)"
    rf"(?:[- ](?:and|a|half|{_NUMBER_WORDS}|point))*[- ]?"
    r"(?:km|cm|mm|m|ft|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?"
    r"|miles?|feet|foot|yards?|inch(?:es)?|nautical miles|pages?|words?|chapters?|verses?|lines?"
    r"|episodes?|(?:hour|day|week|month|year|decade)-long)\b|\b(?:hour|day|week|month|year)-long\b"
    r"|(?<!at )(?<!by )\b\d{1,3}:\d\d(?::\d\d)?\b(?! ?[ap]\.?m)"
)
LASTING = AnyCase(
    r"\b(?:since|until|till|from) (?:[\w.,]+ ){0,3}?"
    rf"(?:{_YEAR}|{_MONTHS}|{_DAYS}|centur(?:y|ies))\b"
    rf"|\b(?:{_YEAR})\s?[–-]\s?(?:{_YEAR}|\d\d)\b"
)
_REASON = AnyCase(
    r"\b(?:because|due to|owing to|since|so that|in order to|as a result|after|reasons?|caused?|"
    r"to avoid|to prevent|to ensure|thanks to|therefore|led to|for (?:his|her|its|their))\b"
)
_SAID = AnyCase(
    r"[\"“”«»]|\b(?:said|says|told|stated|announced|added|claimed|argued|warned|noted|explained|"
    r"stressed|according to|declared|commented|reported|insisted|called|described)\b"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|on|outside|across|around|into) (?:the )?[^\W\d_a-z]"
)
# What each is found by, and small letters of which it holds some; none where these tell nothing.
SIGNS: Mapping[str, tuple[AnyCase | re.Pattern[str], tuple[str, ...]]] = {
    "reason": (
        _REASON,
        (
            *("cause", "due to", "owing to", "since", "so that", "in order to", "as a result"),
            *("after", "reason", "to avoid", "to prevent", "to ensure", "thanks to", "therefore"),
            *("led to", "for his", "for her", "for its", "for their"),
        ),
    ),
    "said": (
        _SAID,
        (
            *('"', "“", "”", "«", "»", "said", "says", "told", "stated", "announced", "added"),
            *("claimed", "argued", "warned", "noted", "explained", "stressed", "according to"),
            *("declared", "commented", "reported", "insisted", "called", "described"),
        ),
    ),
    "place": (_PLACE, ()),
}
UNITS_OF_TIME = (
    *("second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "centur"),
)
BOUNDS_OF_TIME = ("since", "until", "till", "from")
DATE_SORTS = {
    "year": re.compile(rf"{_YEAR}s?"),
    "month": re.compile(_MONTHS.replace("|may|", "|")),
    "weekday": re.compile(_DAYS),
}
