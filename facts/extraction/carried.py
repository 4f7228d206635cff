"""Who speaks on: somebody unnamed of the sentence before, and never a reporter who only asks."""

import re

from facts.extraction.antecedents import Antecedents
from facts.extraction.holders import head_noun
from facts.types import Attribution

_ASKS = re.compile(
    r"(?:an?|the|one|another|our)\s(?:[\w-]+\s){0,3}?(?:journalist|reporter|interviewer"
    r"|correspondent|questioner|moderator|presenter|anchor)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?|\b(?:asked|asks|wondered)\b")
_UNNAMED = re.compile(r"(?:An?|an?|One|one|Another|another)\s")
_BARE = re.compile(r"[Tt]he\s(?P<noun>[a-z]{3,})")
_FARTHEST = 2


def only_asks(who: Attribution, text: str) -> bool:
    """Tell a reporter's question: "he" of the answer is not the reporter."""
    return bool(who.speaker and _ASKS.match(who.speaker) and _QUESTION.search(text))


def still_unnamed(words: str, near: Antecedents, sentence: int, block: int) -> Attribution | None:
    """Return "a doctor at St Brendan's", who spoke just before, for "the doctor"."""
    bare, last = _BARE.fullmatch(words), near.spoken
    if bare is None or last is None or not (last.speaker and last.sure and near.is_person):
        return None
    same = _UNNAMED.match(last.speaker) and head_noun(last.speaker) == bare["noun"]
    far = sentence - near.spoken_in > _FARTHEST or near.spoken_block < block - 1
    others = any(seen.sentence > near.spoken_in for seen in near.people)
    return last if same and not far and not others else None


def are_several(speaker: str) -> bool:
    """Tell "researchers at the lab" and "the ministers" from one body or person."""
    return speaker.endswith("s") or (head_noun(speaker).endswith("s") and " " in speaker)
