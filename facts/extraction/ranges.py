"""Two numbers that make a range ("3 to 5 million", "-4 to -7"), and where it begins and ends."""

import re

from facts.extraction.amounts import Amount, amount

_CHANGES = re.compile(
    r"\b(?:by|added|gained|lost|shed|rose|fell|grew|climbed|jumped|dropped|slipped|declined"
    r"|increased|decreased|up"
    r"|down)\s$",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\s?(?:%|per\s?cent)", re.IGNORECASE)
# "anything from 200 to 250 jobs": a range, and no change.
_RANGES_FROM = re.compile(
    r"\b(?:anything|anywhere|something|rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|aged)\sfrom\s$"
)


def bounds(match: re.Match[str], first: Amount, second: Amount | None) -> tuple[float, float]:
    """Return the lower and the upper end of what a match tells of."""
    sign = -1.0 if match["sign"] and match["sign"] != "+" else 1.0
    if second is None:
        return sign * first.at(first.scale), sign * first.at(first.scale)
    last = -second.at(second.scale) if match["below"] else second.at(second.scale)
    ends = sign * _first_of_range(first, second), last
    return min(ends), max(ends)


def _first_of_range(first: Amount, second: Amount) -> float:
    """Return the lower end: in "3 to 5 million" the scale of the last one holds for both."""
    if first.scale != 1:
        return first.at(first.scale)
    scaled = first.at(second.scale)
    # "50,000 to 2 lakh rupees": each is of its own scale.
    return scaled if scaled < second.at(second.scale) else first.at(1.0)


def is_range(match: re.Match[str]) -> bool:
    """Tell "3 to 5 million" and "between 3 and 5" from two numbers, one of which may be older."""
    if not _same_units(match):
        return False
    joint = match["to"].strip()
    before = match.string[max(0, match.start() - 20) : match.start("first")].lower()
    if joint == "and":
        return before.endswith("between ") and rises(match)
    if joint == "to" and before.endswith("from ") and not _RANGES_FROM.search(before):
        return False
    if (
        joint == "to"
        and (match["each"] or amount(match["first"]).currency)
        and _CHANGES.search(match.string, max(0, match.start() - 12), match.start("first"))
    ):
        return False  # "rose by €7.7 million to €27.5 million"
    return rises(match)


def rises(match: re.Match[str]) -> bool:
    """Tell whether the second number of a match lies above the first."""
    first, second = amount(match["first"]), amount(match["second"])
    low, high = _first_of_range(first, second), second.at(second.scale)
    signed = bool(match["sign"]) and match["sign"] != "+"
    if match["below"]:
        return signed and low != high
    return signed or low < high


def _same_units(match: re.Match[str]) -> bool:
    """Tell "5% to 12.5%" and "5kg to 6kg" from "18% to Rs 46,500"; one unit behind will do."""
    if not match["each"]:
        return True
    text, end = match.string, match.end("second")
    share = _SHARE.match(match["each"])
    return bool(_SHARE.match(text, end)) if share else text.startswith(match["each"].strip(), end)
