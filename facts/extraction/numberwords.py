"""Numbers written as words ("two hundred and fifty") and their patterns."""

import re

from facts.extraction.grouped import grouped

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_SCALES |= {"trillion": 10**12, "dozen": 12, "lakh": 10**5, "crore": 10**7}
_SMALL = {word: value for value, word in enumerate(_UNITS.split(" "))}
_SMALL |= {word: 10 * value for value, word in enumerate(_TENS.split(" "), 2)}

NUMERALS = tuple(_SMALL)
# The words that a number in words is made of.
COUNTING_WORDS = (*_SMALL, *_SCALES)

_AND_ONE = rf"(?:[- ](?:{'|'.join(_UNITS.split(' ')[1:10])})\b)?"
_TENS_AND_ONE = [f"{ten}{_AND_ONE}" for ten in _TENS.split(" ")]
_SIMPLE = f"(?:{grouped('|'.join([*_TENS_AND_ONE, *reversed(_UNITS.split(' '))]))})"
NUMBER_WORDS = (
    rf"(?:{_SIMPLE}(?:[- ](?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b"
    rf"(?:(?:,? and|,)? {_SIMPLE}\b(?:[- ](?:hundred|thousand)\b)?)*)*"
    r"|(?<!half )a (?:hundred|thousand|million|billion|dozen))\b"
)
_WORD = re.compile(r"[a-z]+")
_ORDINAL_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
    " twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh"
    " twenty-eighth twenty-ninth thirtieth thirty-first"
)
_ORDINALS = _ORDINAL_NAMES.split(" ")
ORDINAL_WORDS = frozenset(_ORDINALS)
ORDINALS = "|".join(reversed(_ORDINALS))
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def number_of_words(words: str) -> float:
    """Return the value of number words as `NUMBER_WORDS` finds them."""
    total = group = 0.0
    for word in _WORD.findall(words.lower()):
        if word in _SMALL:
            group += _SMALL[word]
        elif word in ("hundred", "dozen"):
            group = (group or 1) * _SCALES[word]
        elif word in _SCALES:
            total += (group or 1) * _SCALES[word]
            group = 0
    return total + group


def small_number(words: str) -> int | None:
    """Return the value of a count of days, weeks and so on, or None for what is no count."""
    lowered = words.lower().replace(",", "").strip()
    if lowered in ("a", "an"):
        return 1
    if lowered in ("a couple of", "couple of"):
        return 2
    if lowered.isdigit():
        return int(lowered)
    return int(number_of_words(lowered)) or None


def number_of_day(day: str) -> int:
    """Return the number of "3rd" and "third"."""
    if day.lower() in _ORDINALS:
        return _ORDINALS.index(day.lower()) + 1
    return int(re.sub(r"\D", "", day))
