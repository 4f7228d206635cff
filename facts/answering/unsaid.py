"""What a fact says without the verb that is asked with: "tickets are £12" tells what they cost."""

import re
from collections.abc import Mapping

from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.money import COINS, SIGNED
from facts.answering.seen import Seen

_MONEY = (
    rf"(?:{SIGNED}|\d[\d,.]* ?€"
    rf"|\d[\d,.]*(?: \w+)? (?:{COINS}|cents|pence)\b)"
)
_PRICED = re.compile(
    rf"\b(?:is|are|was|were|at|for|from|pays?|paid|sells?|sold|worth|charg\w+)"
    rf"(?: (?:only|just|about|around|some|now|up|to|between|a|an|the|put|set)){{0,3}} {_MONEY}"
    r"|\bfree\b",
    re.IGNORECASE,
)
_EARNED = re.compile(
    rf"{_MONEY}[^.;]{{0,20}}\b(?:an?|per|each) (?:hour|day|week|month|year)\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|shall|due|set to|(?:is|are) to|likely|forecast|predicted|projected|scheduled"
    r"|planned|expects?|plans?|should|hop(?:es?|ing)|would)\b|['’]ll\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:until|till|through|throughout|for (?:\w+ ){1,2}(?:minutes|hours|days|weeks|months|years)"
    r"|\w+-(?:minute|hour|day|week|month|year))\b",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"\d ?(?:kg|g|t|lbs?|kilos?|kilogram\w*|grams?|grammes?|tonnes?|tons?|pounds|ounces)\b"
)
_FALLEN = re.compile(r"\d ?(?:mm|cm|millimet\w+|centimet\w+|inch\w*|in\.)", re.IGNORECASE)
_SIGNS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(word_set("cost costs costing"), _PRICED),
    **dict.fromkeys(word_set("earn earns earned paid"), _EARNED),
    **dict.fromkeys(word_set("expected scheduled planned supposed due"), _TO_COME),
    **dict.fromkeys(word_set("plan plans planning intend intends"), _TO_COME),
    **dict.fromkeys(word_set("last lasts lasted run runs continue"), _LASTING),
    **dict.fromkeys(word_set("fall fell fallen"), _FALLEN),
    **dict.fromkeys(word_set("weigh weighs weighed"), _HEAVY),
}


def unsaid(seen: Seen, verb: int) -> bool:
    """Tell whether the fact says what the verb asks without any word for it."""
    sign = _SIGNS.get(seen.question.lowered[verb])
    if sign is None:
        return False
    told_by_figures = sign is not _TO_COME
    if told_by_figures and seen.question.kind not in QUANTITIES | {Kind.WHAT}:
        return False
    return bool(sign.search(seen.evidence.text))
