"""What the parts of a score are worth, and the thresholds: fixed numbers, fitted outside.

`benchmarks/fit_answers.py` makes the tables in `fitted`; raise VERSION whenever they change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facts.answering import fitted

VERSION = 8

# A phrasing was accepted by a reader and an admin: no public set holds any to fit it on.
RANK: Mapping[str, float] = MappingProxyType({**fitted.RANK, "phrasing": 12.0})
CONFIDENCE: Mapping[str, float] = MappingProxyType({**fitted.CONFIDENCE, "phrasing": 9.0})
UNTITLED: Mapping[str, float] = MappingProxyType(fitted.UNTITLED)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure an answer must be: alone, or as one of three. `version` names the fit."""

    answer_only_above: float
    offer_above: float
    version: str


def shipped_thresholds() -> Thresholds:
    """Return the thresholds fitted to "at most 1 in 20 answers wrong" on public sets."""
    return Thresholds(fitted.ANSWER_ONLY_ABOVE, fitted.OFFER_ABOVE, f"shipped-{VERSION}")
