"""What a sum of money looks like in a fact: "$5", "R50,000", "GH¢2", "9 crowns"."""

import re

from facts.extraction.currencies import CURRENCY

COINS = (
    "dollars?|euros?|pounds?|crowns?|marks?|yen|yuan|rupees?|rou?bles?|francs?|pesos?|liras?"
    "|dinars?|dirhams?|shekels?|kronor|kroner"
)
# A sign, a code or a letter with the first digit of its sum; to be met whatever the case.
SIGNED = rf"(?:{CURRENCY}\s?\d)"
_UNIT = re.compile(rf"{CURRENCY}1,000")


def is_money(unit: str) -> bool:
    """Tell whether the unit of a figure is a currency: "$", "N", "KSh", "GBP", "R/month"."""
    return bool(_UNIT.fullmatch(unit.partition("/")[0] + "1,000"))
