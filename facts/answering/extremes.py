"""Whether a fact tells of all that is asked about, or of its extreme: "in total", "biggest"."""

import re
from collections.abc import Iterator

from facts.answering.kinds import QUANTITIES
from facts.answering.language import word_set
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.types import FactKind

_WHOLE = word_set("total altogether overall")
_TOLD_WHOLE = re.compile(
    r"\b(?:total\w*|altogether|overall|in all|sum|combined|all (?:of )?(?:the|its|their|\d+)|entire"
    r"|whole|as many as)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:another|further|additional|others?|more were|of (?:them|these|those|whom|which)"
    r"|each|per|apiece|daily|a (?:day|week|month|year)|every|one of|some of|most of|half of"
    r"|(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten) of (?:the|its|their|his|her))\b",
    re.IGNORECASE,
)
_NO_EXTREME = word_set(
    "best rest test guest west forest interest protest request arrest harvest contest invest "
    "honest latest suggest priest chest quest nest nearest guest conquest manifest digest invest "
    "behest modest earnest least pest vest zest crest lest budapest bucharest everest forrest "
    "tempest midwest northwest southwest breast east feast beast yeast"
)
_SHORT = 4  # letters: "est" behind fewer than two is no ending
_TOLD_EXTREME = re.compile(
    r"\b(?:[a-z]{2,}est|most|least|top|tops|record|records|lead|leads|leading|ever|first|only|main"
    r"|peak|peaked|maximum|minimum|high|low|than any|champion|second|chief|best|worst|of all"
    r"|ranks?|ranked|number one|no\.? ?1|never|major|majority|largely|mostly|mainly"
    r"|below|above|under|over)\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.holds(_WHOLE), of=QUANTITIES)
def wholes(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how many in total" that a fact gives no part: "another 12", "41 of them"."""
    typed, text = seen.question.lowered, seen.evidence.text
    if _TOLD_WHOLE.search(text):
        return
    if _PART.search(text) and not any(_PART.search(word) for word in typed):
        yield Lacking(Lack.NUMBER, seen.shown(seen.asked(_WHOLE)[:1]), open=True)


_PER = re.compile(
    r"\b(?:per|each|every|an?) (?P<unit>second|minute|hour|day|night|week|month|year|person|head"
    r"|pupil|player|customer|household|visitor|tonne|ton|litre|kilo|bag|ticket)$"
    r"|\b(?P<often>daily|weekly|monthly|yearly|annually)$"
)
_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month"}
_ALSO = {"day": "dai", "year": "annual", "week": "week", "person": "head", "head": "person"}


@only_where(lambda q: _PER.search(q.small), of=QUANTITIES)
def rates(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how many trains run per day" that the fact speaks of days, or of each."""
    asked = _PER.search(seen.question.small)
    if asked is None:
        return
    unit = asked["unit"] or _OFTEN.get(asked["often"], "year")
    beside = " ".join((seen.evidence.text, *seen.candidate.headings)).lower()
    told = unit in beside or _ALSO.get(unit, unit) in beside
    if not told:
        yield Lacking(Lack.NUMBER, asked.group(), open=True)


_FIRST_TIME = re.compile(
    r"\b(?:first\w*|1st|inaugural\w*|debut\w*|never|maiden|new(?:ly)?|original\w*|until|unprecedented"
    r"|since)\b",
    re.IGNORECASE,
)


@only_where(lambda q: "first time" in q.small)
def first_times(seen: Seen) -> Iterator[Lacking]:
    """Ask of "did it win for the first time" that the fact tells of a first time."""
    if not _FIRST_TIME.search(seen.evidence.text):
        yield Lacking(Lack.NUMBER, "first time", open=True)


@only_where(lambda q: "est" in q.small and any(map(_superlative, q.lowered)))
def extremes(seen: Seen) -> Iterator[Lacking]:
    """Ask of "the biggest fire" that a fact tells of something most or first."""
    asked = [at for at, word in enumerate(seen.question.lowered) if _superlative(word)]
    if seen.candidate.kind is FactKind.ROW:
        return
    asked = [at for at in asked if not seen.borne(at) or at not in seen.matches]
    if asked and not _TOLD_EXTREME.search(seen.evidence.text):
        yield Lacking(Lack.NUMBER, seen.shown(asked[:1]), open=True)


def _superlative(word: str) -> bool:
    return word.endswith("est") and len(word) > _SHORT and word not in _NO_EXTREME
