"""Two figures for the same thing: whether they can both be true, and whether one is news."""

import math

from facts.types import Figure

# "About 300" is taken for anything that rounds to it: five in a hundred either way.
_ABOUT = 0.05


def compatible(one: Figure, other: Figure) -> bool:
    """Say whether both can be true: "at least 286" and "nearly 300" can."""
    first, second = _interval(one), _interval(other)
    return max(first[0], second[0]) <= min(first[1], second[1])


def changed(earlier: Figure, later: Figure) -> bool:
    """Say whether a later figure tells something else than an earlier one, not only otherwise.

    Another number under the same sign is news ("at least 286", "at least 297"), and so is an
    exact number after a bound; two different bounds that can both be true are not.
    """
    if (earlier.low, earlier.high) == (later.low, later.high):
        return False
    if earlier.qualifier == later.qualifier or not compatible(earlier, later):
        return True
    return earlier.qualifier in {">", ">="} and later.qualifier == ""


def told_alike(one: Figure, other: Figure) -> bool:
    """Say whether two figures are the same number under the same sign."""
    return (one.low, one.high, one.qualifier, one.of) == (
        other.low,
        other.high,
        other.qualifier,
        other.of,
    )


def _interval(figure: Figure) -> tuple[float, float]:
    low, high = figure.low, figure.high
    if figure.qualifier == "~":
        return low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    if figure.qualifier in {">", ">="}:
        return math.nextafter(low, math.inf) if figure.qualifier == ">" else low, math.inf
    if figure.qualifier in {"<", "<="}:
        return -math.inf, math.nextafter(high, -math.inf) if figure.qualifier == "<" else high
    return low, high
