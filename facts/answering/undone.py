"""What a fact does not tell as done: a deed wished for, still pending, or of another time."""

import re
from collections.abc import Iterator

from facts.answering import language
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import BE, may_be_verb
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.types import FactKind

_WISHING = (
    r"ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|want(?:s|ed|ing)?|hop(?:es?|ed|ing)|demand(?:s|ed|ing)?"
    r"|call(?:s|ed|ing)? (?:on|for)|seek(?:s|ing)?|sought|threaten(?:s|ed|ing)?|refus(?:es?|ed|ing)"
    r"|declin(?:es?|ed|ing)|fail(?:s|ed|ing)?|offer(?:s|ed|ing)?|bids?|appl(?:y|ies|ied|ying)"
    r"|propos(?:es?|ed|als?|ing)|warn(?:s|ed|ing)?|appeal(?:s|ed|ing)?|beg(?:s|ged)|invit(?:es?"
    r"|ed|ing)"
    r"|request(?:s|ed|ing)?|petition(?:s|ed|ing)?|plead(?:s|ed)?|campaign(?:s|ed|ing)?|wish(?:es"
    r"|ed)?"
)
_WISHED = re.compile(
    rf"\b(?:{_WISHING})(?: [\w'’-]+){{0,6}}? to (?:not |be |\w+ly )?$", re.IGNORECASE
)
_WISHED_FOR = re.compile(
    r"\b(?:demand\w*|ask(?:s|ed|ing)? for|call(?:s|ed|ing)? for|want(?:s|ed)?|seek(?:s|ing)?|sought"
    r"|request\w*|appl\w+ for|hop\w+ for|push\w* for|propos\w+)(?: [\w'’-]+){0,3} $",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:subject to|pending|await(?:s|ing|ed)?|waiting for|depend\w* on|needs?|requir\w+|seek\w*"
    r"|sought|without|unless|until|if|ask\w* for|appl\w+ for)(?: (?:the|an?|its|their|final"
    r"|\w+al))* $",
    re.IGNORECASE,
)
_OF_WISHES = re.compile(rf"\b(?:{_WISHING}|planned|plans?|supposed|meant|tr(?:y|ied|ies)|going)\b")
_GETTING = word_set("get got gets win won receive received obtain obtained secure secured given")
_DONE = word_set("did has have had was were")
_PAST = word_set("was were has have had been")
_IS_THERE = re.compile(
    r"(?:has|have|had|was|were|is|are) there\b(?!.*\b(?:call|demand|want|ask)\w*\b)"
)


_OF_DEEDS = {Kind.YES_NO, Kind.WHO, Kind.WHEN, Kind.WHAT, Kind.HOW_MANY, Kind.HOW_MUCH}


def _asks_of_deed(question: Question) -> bool:
    return question.claims.verb is not None and not _OF_WISHES.search(question.small)


@only_where(lambda q: _asks_of_deed(q), of=_OF_DEEDS)
def wished(seen: Seen) -> Iterator[Lacking]:
    """Tell "asked the government to declare it" from a fact on what the government declared."""
    verb = seen.question.claims.verb
    if verb is not None and seen.each_after(seen.verbs, _WISHED, _WISHED_FOR):
        yield Lacking(Lack.DENIED, seen.shown([verb]), open=True)


@only_where(lambda q: _IS_THERE.match(q.small), of={Kind.YES_NO})
def called_for(seen: Seen) -> Iterator[Lacking]:
    """Tell "called for an inquiry" from whether there has been one."""
    text, words = seen.evidence.text, seen.evidence.words
    if any(_WISHED_FOR.search(text[: words[at].start]) for at in seen.taken):
        yield Lacking(Lack.DENIED, "there", open=True)


@only_where(lambda q: q.holds(_DONE), of={Kind.YES_NO})
def pending(seen: Seen) -> Iterator[Lacking]:
    """Tell "subject to approval" and "demanded an inquiry" from an approval and an inquiry."""
    question, text, words = seen.question, seen.evidence.text, seen.evidence.words
    verb = question.claims.verb
    if verb is None:
        return
    if question.lowered[verb] in _GETTING:
        objects = [at for place in seen.matches if place > verb for at in seen.inside(place)]
        wanted = [at for at in objects if _WISHED_FOR.search(text[: words[at].start])]
        if objects and wanted:
            yield Lacking(Lack.DENIED, seen.shown([verb]), open=True)
        return
    if seen.each_after(seen.inside(verb), _PENDING):
        yield Lacking(Lack.DENIED, seen.shown([verb]), open=True)


_AHEAD = re.compile(
    r"\b(?:will|would|shall|(?-i:may)|might|could|can|must|should|due|plan\w*|expect\w*|next"
    r"|set|hop\w+|intend\w*|consider\w*|is|are|be|agreed|propos\w+|tomorrow|soon"
    r"|order(?:s|ed)|appeal\w*)\b|['’](?:ll|re|s|ve|d)\b",
    re.IGNORECASE,
)


def _looks_ahead(question: Question) -> bool:
    typed, verb = question.lowered, question.claims.verb
    if verb is None or question.kind not in {Kind.YES_NO, Kind.WHO, Kind.WHEN, Kind.WHERE}:
        return False
    coming = typed[verb].endswith("ing") and not BE.isdisjoint(typed[:verb])
    return "will" in typed[:verb] or (coming and _PAST.isdisjoint(typed[:verb]))


@only_where(_looks_ahead)
def bygone(seen: Seen) -> Iterator[Lacking]:
    """Tell "bought it in 2009" from a fact on who is buying it: it looks back alone."""
    verb = seen.question.claims.verb
    if verb is None or seen.candidate.kind is FactKind.ROW:
        return
    held, text = seen.inside(verb), seen.evidence.text
    if not held or not all(_past(seen, at) for at in held):
        return
    ahead = _AHEAD.search(text) or any(may_be_verb(to["verb"]) for to in _TO.finditer(text))
    if not ahead or seen.each_after(held, _ASIDE):
        yield Lacking(Lack.DATE, seen.shown([verb]), open=True)


# What the plant once did, not what it will do: "The plant, which opened in 1988, will".
_ASIDE = re.compile(r", (?:which|who|that)(?: \w+){0,2} $")
_TO = re.compile(r"\bto (?P<verb>[a-z]+)\b")


def _past(seen: Seen, at: int) -> bool:
    folded = seen.evidence.word_at(at)
    return folded.endswith("ed") or folded in language.irregular_pasts()


_YET = word_set("would will going plan plans planned expected due next supposed originally")
_TO_COME = re.compile(
    r"(?:\b(?:will|shall|(?-i:may)|might|can"
    r"|(?:is|are) (?:due |set |expected |scheduled |going )?to"
    r"|(?:expect|hop|intend|plan)(?:s|es|ed|ing)(?: that)?(?: [\w'’-]+){1,4} (?:to|will|would)"
    r"|(?:plans?|intends?|expects?|due|set|expected|scheduled) to)|['’]ll)"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)


@only_where(lambda q: q.claims.verb is not None and q.holds(_DONE) and not q.holds(_YET))
def not_yet(seen: Seen) -> Iterator[Lacking]:
    """Tell "the survey will end in May" from a fact on when a survey ended."""
    verb = seen.question.claims.verb
    if verb is not None and seen.each_after(seen.verbs, _TO_COME):
        yield Lacking(Lack.DATE, seen.shown([verb]), open=True)


@only_where(lambda q: q.claims.verb is not None and "did" in q.lowered, of={Kind.WHEN})
def still_to_come(seen: Seen) -> Iterator[Lacking]:
    """Tell "the union decides on Thursday" from when it decided."""
    verb, held = seen.question.claims.verb, seen.verbs
    if verb is None or seen.candidate.kind is not FactKind.SENTENCE:
        return
    asked, words = seen.question.lowered[verb], seen.evidence.words
    present = {f"{asked}s", f"{asked}es", f"{asked[:-1]}ies"}
    if held and all(words[at].folded in present and may_be_verb(words[at].folded) for at in held):
        yield Lacking(Lack.DATE, seen.shown([verb]), open=True)


_HELD_BACK = re.compile(
    r"\b(?:withh(?:e|o)ld(?:s|ing)?|refus\w+|owes?|owed|owing|unpaid|overdue|frozen|froze"
    r"|fail\w* to (?:make|pay)|miss(?:ed|es)|defer\w+|postpon\w+)(?: [\w'’-]+){0,2} $",
    re.IGNORECASE,
)
_OF_ARREARS = word_set(
    "withhold withheld owe owes owed unpaid overdue miss missed not refuse refused"
)


@only_where(lambda q: q.claims.verb is not None and not q.holds(_OF_ARREARS))
def held_back(seen: Seen) -> Iterator[Lacking]:
    """Tell "withheld payments of $2 million" from a fact on what was paid."""
    verb, statement = seen.question.claims.verb, seen.question.kind is Kind.YES_NO
    if verb is not None and not statement and seen.each_after(seen.verbs, _HELD_BACK):
        yield Lacking(Lack.DENIED, seen.shown([verb]), open=True)


_THREATENED = re.compile(
    r"\b(?:threaten(?:s|ed|ing)?|warn(?:s|ed|ing)? of|consider(?:s|ed|ing)?"
    r"|prepar(?:es?|ed|ing) for)"
    r"(?: [\w'’-]+){0,3} $",
    re.IGNORECASE,
)
_DEEDS = frozenset({Kind.YES_NO, Kind.WHEN, Kind.WHERE, Kind.WHO})


@only_where(lambda q: q.holds(_DONE) and not q.holds(_YET), of=_DEEDS)
def threatened(seen: Seen) -> Iterator[Lacking]:
    """Tell "has threatened a strike" from a fact on when they went on strike."""
    last = max((place for place in seen.matches if seen.inside(place)), default=None)
    if last is None or _OF_WISHES.search(seen.question.small):
        return
    if seen.each_after(seen.inside(last), _THREATENED):
        yield Lacking(Lack.DATE, seen.shown([last]), open=True)


_OF_RESULTS = re.compile(
    r"(?:what (?:is|was|were|are) )?(?:the )?(?:results?|outcome|verdict) (?:of|in)\b"
)
_STILL_AHEAD = re.compile(
    r"\b(?:will (?:have|be|take|undergo|hold|face)|is to|are to|due|next|to be)\b", re.IGNORECASE
)


@only_where(lambda q: _OF_RESULTS.match(q.small))
def results(seen: Seen) -> Iterator[Lacking]:
    """Ask of "result of the scan" more than that there will be a scan."""
    if _STILL_AHEAD.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "the result", open=True)


_DECIDING = re.compile(
    r"^what (?:did|has|have|was) .*\b(?:deci(?:de|ded|sion)|rule[ds]?|ruling|find|found"
    r"|conclude[d]?|verdict|judgment|recommend(?:ed)?|agree[d]?|vote[d]?)\b"
)
_STILL_OPEN = re.compile(
    r"\b(?:until|till|unless|before|once|whether|pending|await\w*|waiting|if|when)\b[^.,;]{0,50}$",
    re.IGNORECASE,
)


@only_where(lambda q: _DECIDING.match(q.small))
def undecided(seen: Seen) -> Iterator[Lacking]:
    """Tell "until the tribunal has ruled" from a fact on what the tribunal decided."""
    verb = seen.question.claims.verb
    if verb is not None and seen.each_after(seen.verbs, _STILL_OPEN, _WISHED, _WISHED_FOR):
        yield Lacking(Lack.ANSWER, seen.shown([verb]), open=True)


_COMES_TO = re.compile(
    r"^[\"“‘]?(?:we (?:now |will now |shall now )?(?:come|turn|move|go|pass)(?: on)?(?: now)? to\b"
    r"|(?:now|next)(?:,| we have| comes)? the (?:petition|motion|item|question of)\b"
    r"|the next item is)",
    re.IGNORECASE,
)


@only_where(lambda q: q.claims.verb is not None or not q.holds(frozenset({"next", "agenda"})))
def introduced(seen: Seen) -> Iterator[Lacking]:
    """Tell "we come to the petition" from a fact on what became of the petition."""
    if _COMES_TO.match(seen.evidence.text) and seen.question.kind not in {Kind.HOW_MANY}:
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words, open=True)


_OUR_SIDE = re.compile(r"\bour (?:own )?(?:side|forces|troops|army|men|soldiers)\b|\bwe\b")
_OTHER_SIDE = re.compile(
    r"^[\"“‘]?the (?:other side|enemy|adversary|opponents?)\b(?! \w+ by\b)", re.IGNORECASE
)


@only_where(lambda q: _OUR_SIDE.search(q.small), of={Kind.YES_NO})
def other_side(seen: Seen) -> Iterator[Lacking]:
    """Tell what the other side did from "has our side given up the town"."""
    if _OTHER_SIDE.match(seen.evidence.text):
        yield Lacking(Lack.ROLE, "our", open=True)


RULES: tuple[Rule, ...] = (
    wished,
    called_for,
    pending,
    bygone,
    not_yet,
    threatened,
    held_back,
    still_to_come,
    results,
    undecided,
    introduced,
    other_side,
)
