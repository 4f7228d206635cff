"""Sums that leave their currency out: "€41.5m, up from 38m" are both of millions."""

import re
from collections.abc import Iterable
from dataclasses import replace

from facts.types import Figure

_MILLION = 10**6
_BARE = re.compile(r"(?:[a-z ]+)?[\d.,]+m")
_WHOLE = re.compile(r"\d(?:m\b|bn\b|\s?[mb]illion\b)", re.IGNORECASE)


def in_millions(found: Iterable[Figure]) -> list[Figure]:
    """Return the figures; "38m" beside a sum of millions is one too, and no length."""
    kept = list(found)
    sums = [f for f in kept if f.unit not in (None, "m") and _WHOLE.search(f.text)]
    sums = [f for f in sums if f.low >= _MILLION]
    if not sums:
        return kept
    return [_in_millions(f, sums[0].unit) if _is_bare(f) else f for f in kept]


def _is_bare(figure: Figure) -> bool:
    return figure.unit == "m" and bool(_BARE.fullmatch(figure.text))


def _in_millions(figure: Figure, unit: str | None) -> Figure:
    return replace(figure, low=figure.low * _MILLION, high=figure.high * _MILLION, unit=unit)
