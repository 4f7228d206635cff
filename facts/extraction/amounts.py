"""A number as written -> its value, scale and currency: "€1.2 million", "forty", "6,500"."""

import re
from functools import lru_cache
from typing import NamedTuple

from facts.extraction.currencies import CURRENCY_OF_SUM
from facts.extraction.figureunits import SCALES, currency
from facts.extraction.numberwords import number_of_words

_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
DIGITS = (
    rf"\d{{0,4}}[{''.join(_PARTS)}]|"
    r"\d{1,2}(?:,\d{2})+,\d{3}\b|\d{1,3}(?:\.\d{3}){2,}\b"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d])|\d+(?:\.\d+)?"
)
_PARSED = re.compile(
    rf"(?P<currency>{CURRENCY_OF_SUM})?\s?(?P<digits>{DIGITS})?(?P<rest>.*)", re.I | re.S
)


class Amount(NamedTuple):
    """A number as read: its value, its scale word and its currency."""

    value: float
    scale: float
    currency: str | None
    spelled: bool

    def at(self, scale: float) -> float:
        """Return its value at a scale, without what binary fractions add (16.4 million)."""
        return round(self.value * scale, 6)


@lru_cache(maxsize=4096)
def amount(words: str) -> Amount:
    """Return what a number says, in digits or in words."""
    if words.isdecimal():
        return Amount(float(words), 1.0, None, spelled=False)  # quickly, as most are
    parsed = _PARSED.match(words)
    sign = currency(parsed["currency"]) if parsed and parsed["currency"] else None
    if parsed is None or not parsed["digits"]:
        return Amount(number_of_words(words), 1.0, sign, spelled=True)
    part = _PARTS.get(parsed["digits"][-1], 0.0)
    digits = re.sub(r"[^\d.]", "", parsed["digits"]) or "0"
    digits = digits.replace(".", "") if digits.count(".") > 1 else digits
    scale = SCALES.get(parsed["rest"].strip(" -").lower(), 1.0)
    return Amount(float(digits) + part, scale, sign, spelled=False)
