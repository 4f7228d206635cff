"""Who speaks on: somebody unnamed of the sentence before, and never a reporter who only asks."""

import re

from facts.extraction.antecedents import Antecedents
from facts.extraction.called import is_doer
from facts.extraction.described import TOLD_IN_A_STORY
from facts.extraction.holders import head_noun
from facts.extraction.saying import ONE_WHO
from facts.types import Attribution

_NAMELESS = re.compile(
    r"^(?:(?:But|Then|And|Later|Meanwhile),?\s(?i:(?=an?|one|another)))?(?:An?|an?|One|one|Another"
    r"|another|The)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z-]+)(?:,|\s(?:who|said|says|told|tells"
    r"|was|had|has|in|from|of|at|for|with|also|later|came|went|ran|saw|left|took|stood|[a-z]{3,}ed)\b)"
)
_ASKS = re.compile(
    r"(?:an?|the|one|another|our)\s(?:[\w-]+\s){0,3}?(?:journalist|reporter|interviewer"
    r"|correspondent|questioner|moderator|presenter|anchor)\b",
    re.IGNORECASE,
)
_ASKS_HIM = re.compile(r"\basked\s(?:him|her)\s(?:who|whether|why|how|what|when|where|if)\b")
_QUESTION = re.compile(r"\?|\b(?:asked|asks|wondered)\b")
_UNNAMED = re.compile(r"(?:An?|an?|One|one|Another|another)\s")
_BARE = re.compile(r"[Tt]he\s(?P<noun>[a-z]{3,})")
_OWNED = re.compile(
    r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3}['’]s?\s(?:[a-z-]+\s){0,2}?(?:lawyer|solicitor|barrister"
    r"|attorney|agent|manager|spokes\w+|wife|husband|widow|widower|mother|father|brother|sister|son"
    r"|daughter|aunt|uncle|boss|coach|deputy|partner|doctor|rival)"
    r"\s(?!said|says|told|tells|added)[a-z]+"
)
_FARTHEST = 2


def only_asks(who: Attribution, text: str) -> bool:
    """Tell a question of a reporter, or put to "him": "he" of the answer is not who asks."""
    if who.speaker and _ASKS_HIM.search(text):
        return True
    return bool(who.speaker and _ASKS.match(who.speaker) and _QUESTION.search(text))


def brings_somebody(text: str, speaker: str | None, *, named: bool) -> bool:
    """Tell whether a sentence tells of somebody without a name, who may be "she" of the next."""
    if speaker is None and (ONE_WHO.match(text) or TOLD_IN_A_STORY.match(text)):
        return True
    if named and _OWNED.match(text):
        return True  # "Ida Roe's lawyer spoke. She ..."
    nameless = None if named else _NAMELESS.match(text)
    # Who says it is known, as far as the text tells.
    told = speaker and text.startswith(("The ", speaker))
    return bool(nameless and not told and is_doer(nameless["noun"]))


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
