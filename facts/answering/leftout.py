"""What a fact leaves out of a question by its sort: a degree, a result, a toll, a trial, a firm."""

import re
from collections.abc import Iterator

from facts.answering.answered import stands_for
from facts.answering.claimed import Side
from facts.answering.kinds import EVERY, Kind
from facts.answering.offers import fresh
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.text import fold
from facts.types import FactKind, NameKind

_HOW_BAD = re.compile(
    r"^how (?:dangerous|serious|severe|safe|unsafe|risky|deadly|harmful|infectious|contagious)\b"
)
_DEGREE = re.compile(
    r"\b(?:risks?|dangers?|dangerous\w*|threat\w*|sever\w+|serious\w*|high\w*|low\w*|moderate\w*|mild"
    r"|deadly|deadlier|fatal\w*|lethal|safe\w*|unsafe|harm\w*|toxic|poison\w*|infectious|contagious"
    r"|likely|unlikely|worst?|worse|critical\w*|grave\w*|alarm\w*|serious|kill(?:s|ed)?|die[sd]?"
    r"|deaths?|injur\w+|hazard\w*|minor|major|per cent|percent|no (?:cause|need|reason))\b|%",
    re.IGNORECASE,
)


@only_where(lambda q: _HOW_BAD.match(q.small))
def degrees_of_harm(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how dangerous is the outbreak" that a fact tells of a degree or of what it did."""
    if not _DEGREE.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how", open=True)


_ASKS_RESULT = re.compile(
    r"(?:what (?:is|was|were|are) )?(?:the )?(?:results?|outcome|verdict) (?:of|in)\b"
)
_RESULT = re.compile(
    r"\b(?:won|wins?|winn\w+|los[ets]+|lost|vot\w+|reject\w*|accept\w*|back(?:s|ed)|approv\w+|results?"
    r"|outcome|found|finds?|show(?:s|ed|n)?|favou?r|against|elect\w+|beat|beaten|drew|draw|drawn"
    r"|guilty|convict\w+|acquit\w+|clear(?:s|ed)?|pass(?:es|ed)?|fail\w*|carried|majority|verdict"
    r"|agree[sd]?|led|ended|rul(?:es?|ed|ing)|conclu\w+|decid\w+|positive|negative|reveal\w*"
    r"|confirm\w*|defeat\w*|score[sd]?)\b|\d ?[-–] ?\d",
    re.IGNORECASE,
)


@only_where(lambda q: _ASKS_RESULT.match(q.small))
def outcomes(seen: Seen) -> Iterator[Lacking]:
    """Ask of "result of the ballot" that a fact tells how something came out."""
    if seen.candidate.kind is not FactKind.ROW and not _RESULT.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "the result", open=True)


_ANYBODY_HARMED = re.compile(
    r"(?:did|was|were|has|have|had|is|are) (?:anyone|anybody|any people|somebody|someone|people"
    r"|many people) (?:been |get |got )?(?P<verb>die[d]?|killed|hurt|injured|harmed|wounded)\b"
)
_HARMED = re.compile(
    r"\b(?:die[sd]?|dying|dead|deaths?|kill\w*|fatal\w*|hurt|injur\w*|harm\w*|wound\w*|casualt\w+"
    r"|victims?|lives|life|bod(?:y|ies)|toll|drown\w*|no one|nobody|unhurt|unharmed|surviv\w+"
    r"|safe\w*|perish\w*|hospital\w*|everyone|escaped|claim(?:s|ed)|missing|rescued)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _ANYBODY_HARMED.match(q.small))
def harmed(seen: Seen) -> Iterator[Lacking]:
    """Ask of "did anyone die when the dam broke" more than that it broke."""
    if seen.candidate.kind is not FactKind.ROW and not _HARMED.search(seen.evidence.text):
        yield Lacking(Lack.VERB, "anyone", open=True)


_ON_TRIAL = re.compile(r"^who (?:is|was|are|were|went|stood) (?:going )?on trial\b")
_TRIED = re.compile(
    r"\b(?:trials?|tried|charged?|charges|accus\w+|defendants?|court\w*|dock|prosecut\w+|indict\w+"
    r"|plead\w*|pleaded|guilty|convict\w+|acquit\w+|sentenc\w+|jailed|judges?|jury|jurors?)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _ON_TRIAL.match(q.small))
def tried(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who is on trial" a court: the hearings of a committee try nobody."""
    if not _TRIED.search(seen.evidence.text):
        yield Lacking(Lack.ROLE, "on trial", open=True)


_WHICH_NAMED = re.compile(
    r"^(?:which|what) (?:company|airline|firm|bank|club|team|school|hospital|university|newspaper"
    r"|ministry|party|union|country|city|town|village|shipyard|charity|college|broadcaster)\b"
    r"(?! (?:of|is|are|was|were)\b)"
)


@only_where(lambda q: _WHICH_NAMED.match(q.small))
def no_such_name(seen: Seen) -> Iterator[Lacking]:
    """Ask of "which airline flies there" a name, or the noun itself, besides what is asked with."""
    if seen.candidate.kind is FactKind.ROW or seen.inside(1) or stands_for(seen):
        return
    evidence = seen.evidence
    if not any(fresh(name, evidence, seen.taken) for name in evidence.names):
        yield Lacking(Lack.ANSWER, seen.shown([1]), open=True)


_CORRECTED = re.compile(
    r"\b(?:we|this (?:newspaper|newsletter|article|report)|our (?:report|article|story)|an earlier"
    r" (?:version|report|edition|article)(?: of this \w+)?) (?:wrongly |incorrectly |mistakenly )?"
    r"(?:wrote|reported|said|stated|printed|gave)\b"
)
_WRITING = ("wrote", "reported", "said", "stated", "printed", "gave")
_OF_WRITING = re.compile(r"\b(?:wr[io]te|written|report\w*|sa(?:y|id)|print\w*|correct\w*|wrong)\b")


@only_where(lambda q: not _OF_WRITING.search(q.small), of=EVERY - {Kind.SAID})
def corrected(seen: Seen) -> Iterator[Lacking]:
    """Tell "last week we wrote that it would close in June" from when it will close."""
    if seen.evidence.may_hold(_WRITING) and _CORRECTED.search(seen.evidence.text):
        yield Lacking(Lack.DENIED, seen.question.kind.in_words, open=True)


_WITHOUT_CHARGE = re.compile(
    r"\bwithout (?:any |being )?charged?\b|\bno charges? (?:has|have|had|was|were|will)\b"
    r"|\bcharges?\b[^.;]{0,40}\bdropped\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.holds({"charged", "charges"}) and q.kind is not Kind.YES_NO)
def released(seen: Seen) -> Iterator[Lacking]:
    """Tell "released without charge" from what somebody was charged with."""
    if _WITHOUT_CHARGE.search(seen.evidence.text):
        yield Lacking(Lack.DENIED, "charged", open=True)


# Between a doer and the verb: "Edda Varn, who later hit".
_DOES = re.compile(r"(?:,? (?:who|has|had|have|is|was|then|also|\w+ly))*,? $")


@only_where(
    lambda q: q.claims.side is Side.DOER and q.claims.verb is not None and not q.claims.said
)
def another_doer(seen: Seen) -> Iterator[Lacking]:
    """Tell "Varn hitting nine fours" from how many somebody else hit, named only nearby."""
    given, verbs = seen.question.claims.given, seen.verbs
    if not given or not verbs or seen.given:
        return
    text, words = seen.evidence.text, seen.evidence.words
    asked = {seen.question.lowered[place] for place in given}
    people = [
        n
        for n in seen.candidate.names
        if n.kind is NameKind.PERSON and asked.isdisjoint(fold(n.name).split())
    ]
    starts = [words[at].start for at in verbs]
    if all(any(_DOES.fullmatch(text[n.end : s]) for n in people) for s in starts):
        yield Lacking(Lack.NAME, seen.shown(given))


RULES: tuple[Rule, ...] = (
    released,
    another_doer,
    degrees_of_harm,
    outcomes,
    harmed,
    tried,
    no_such_name,
    corrected,
)
