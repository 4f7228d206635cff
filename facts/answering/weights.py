"""What the parts of a score are worth, and the thresholds: fixed numbers, fitted outside.

`benchmarks/fit_answers.py` makes these tables; change them only with it and raise VERSION.
"""

from collections.abc import Mapping
from types import MappingProxyType

VERSION = 0

RANK: Mapping[str, float] = MappingProxyType(
    {
        "written": 6.0,
        "forms": 5.4,
        "spelling": 6.0,
        "synonyms": 3.0,
        "kin": 3.0,
        "beside": 2.5,
        "title": 0.4,
        "evidence": 1.0,
        "telling": 5.0,
        "names_found": 0.5,
        "names_missing": -0.5,
        "numbers_missing": -0.5,
        "near": 0.3,
        "order": 0.2,
        "touching": 0.5,
        "surface": 0.5,
        "little_words": 0.3,
        "answer_given": 1.0,
        "answer_near": 0.3,
        "why_given": 0.5,
        "said_given": 0.5,
    }
)

CONFIDENCE: Mapping[str, float] = MappingProxyType(
    {
        "bias": -4.0,
        "rank": 0.5,
        "gap": 0.5,
        "rarest_missing": -1.5,
        "names_missing": -1.0,
    }
)

ANSWER_ONLY_ABOVE = 0.7
OFFER_ABOVE = 0.3
