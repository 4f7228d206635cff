"""How somebody voted: for or against, on what is asked, and not merely that there was a vote."""

import re
from collections.abc import Iterator

from facts.answering.index import filed_stems
from facts.answering.language import word_set
from facts.answering.lexicon import PREPOSITIONS
from facts.answering.seen import Lack, Lacking, Seen, only_where

_VOTING = word_set("vote votes voted voting")
_ON = word_set("on about over for")
_TOLD = re.compile(
    r"\b(?:for|against|favou?r\w*|yes|no|ayes?|nays?|abst(?:ain|ention)\w*|unanimous\w*|to [a-z]+"
    r"|back(?:s|ed|ing)?|oppos\w+|support\w*|approv\w+|reject\w+|refus\w+|carried|pass(?:es|ed)"
    r"|adopt(?:s|ed)|defeat(?:s|ed)|down|through|\w+ votes? to|\d+\s?(?:[-–]|to)\s?\d+)\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.lowered[:1] == ("how",) and q.holds(_VOTING))
def voted(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how did X vote on Y" for whom or what, and that it was a vote on Y."""
    typed = seen.question.lowered
    vote = seen.asked(_VOTING)[0]
    if typed[1] == "many":
        return
    if not _TOLD.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words)
    if typed[vote + 1 : vote + 2] and typed[vote + 1] in _ON:
        rest = range(vote + 2, len(typed))
        ends = next((at for at in rest if typed[at] in PREPOSITIONS), len(typed))
        topic = [seen.matches[at] for at in range(vote + 2, ends) if at in seen.matches]
        beside = (*seen.candidate.headings, *seen.candidate.leant_on, seen.candidate.title or "")
        near = {stemmed for text in beside for stemmed in filed_stems(text)}
        if topic and not any(m.inside or m.term.among(near) for m in topic):
            yield Lacking(Lack.TOPIC, seen.shown(m.term.place for m in topic), open=True)
