"""What the parts of a score are worth, and the thresholds: fixed numbers, fitted outside.

`benchmarks/fit_answers.py` makes the tables in `fitted`; raise VERSION whenever they change.
"""

from collections.abc import Mapping
from types import MappingProxyType

from facts.answering import fitted

VERSION = 1

RANK: Mapping[str, float] = MappingProxyType(fitted.RANK)
CONFIDENCE: Mapping[str, float] = MappingProxyType(fitted.CONFIDENCE)

ANSWER_ONLY_ABOVE = fitted.ANSWER_ONLY_ABOVE
OFFER_ABOVE = fitted.OFFER_ABOVE
