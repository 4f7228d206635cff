"""What a fact speaks of without naming it: "a clerk" where the clerk's name is asked."""

import re
from collections.abc import Iterator, Sequence

from facts.answering.answered import stands_for
from facts.answering.identity import names_asked
from facts.answering.kinds import PLACE_NOUNS, Kind
from facts.answering.language import is_english, stop_words, word_set
from facts.answering.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    is_person,
    may_be_verb,
    peoples,
)
from facts.answering.offers import fresh
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.types import FactKind, NameKind, Span

_WHICH = word_set("which what whats wich")
_ENDS = AUXILIARIES | PREPOSITIONS | word_set("who that which and or s")
_OF_THINGS = frozenset({Kind.WHAT, Kind.WHO, Kind.NAME})
_MANY = (
    r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|a few|many"
    r"|dozens of|hundreds of"
)
# One of many, or somebody's: nothing tells which one.
_ONE_OF_MANY = re.compile(
    r"\b(?:an?|any|another|one|two|three|four|five|six|some|several|his|her|its|their|my|our)"
    r"\s$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:to|in|at|from)\s$")
_UNKNOWN_ONE = re.compile(
    r"(?<!be )(?<!is )(?<!as )(?<!was )(?<!come )(?<!came )"
    rf"\b(?:an?|another|one|{_MANY})\s(?:[a-z][\w'’-]+\s){{0,2}}$",
    re.I,
)
_DESCRIBED = re.compile(
    r"['’]|[-–—:(,]|\s(?:of|for|from|on|to|that|which|who|whose|with|worth|called|named|known|about"
    r"|against|between|by|near|where|and|or|as)\b|\s[\"“A-Z\d]"
    r"|\s(?:in|at) [A-Z]"
)
_LISTS = re.compile(
    r":|\b(?:including|included|among them|one of (?:them|which)|such as|namely)\b|\s[–—-]\s"
)
_BETWEEN = (
    r"(?: (?:is|was|are|were|will be|became|becomes|called|named|as|known as|identified as|[–—-]))*"
)
_PLAIN = r"(?: (?!(?:with|by|to|from|against|about|on|for|of|at|in|has|had)\b)[\w'’-]+)"
_NAME_AFTER = re.compile(
    rf"(?: (?:of|at|for|in|on|from|who|that) [^;.]{{1,60}},)?(?:['’]s)?[,:(]?(?: name)?{_BETWEEN},?"
    r"(?: (?:the|an?|mr|mrs|ms|dr|sir|dame|prof|\d+,))*\.? ?[\"“‘'(]?",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    rf"(?: \([^)]*\))?(?:(?:(?:,|['’]s?)(?: \d+,)?{_BETWEEN}|{_BETWEEN.removesuffix('*')}+)"
    rf"(?: who is| who was)?(?: the names? of)?"
    rf"(?: (?:the|an?|its|their|his|her|our))?{_PLAIN}{{0,4}} ?\(?| ?)",
)
_OBJECT = re.compile(
    r"\b(?:with|by|to|from|against|about|on|for|of|at|(?:thank|criticis|blam|accus|prais"
    r"|attack)\w*)"
    r" (?:the|an?|its|their|his|her) (?:[a-z-]+ )?$"
)
_ONE_OF_A_TRADE = re.compile(
    r"(?:man|woman|ee|person)s?$|^(?:guard|agent|student|nurse|pilot|monk|guest|cook|chef|thief|spy|recruit|aide|twin)s?$"
)
_OPENING = {("which",), ("what",)}
_WHO_WERE = re.compile(r"who (?:is|was|are|were) (?:the|those|these)\b")


def _noun_after_which(question: Question) -> int | None:
    """Return the noun of "which school got it": the last word before its verb."""
    typed = question.lowered
    start = next((at for at, word in enumerate(typed) if word in _WHICH), None)
    if start is None:
        return None
    ends = (at for at in range(start + 1, len(typed)) if typed[at] in _ENDS | DETERMINERS)
    end = min(next(ends, len(typed)), start + 4)
    # "Which firms want to run it": the verb follows its plural noun.
    verbs = (at for at in range(start + 2, end) if typed[at - 1].endswith("s"))
    end = next((at for at in verbs if may_be_verb(typed[at])), end)
    if question.claims.verb is not None and start < question.claims.verb < end:
        end = question.claims.verb
    return end - 1 if end - 1 > start else None


@only_where(lambda q: q.holds(_WHICH) and _noun_after_which(q), of=_OF_THINGS)
def which_one(seen: Seen) -> Iterator[Lacking]:
    """Ask of "which school got it" more than "a school", and of "which councillors" their names."""
    place = _noun_after_which(seen.question)
    held = seen.inside(place) if place is not None else ()
    if place is None or not held or seen.candidate.kind is FactKind.ROW:
        return
    text, words = seen.evidence.text, seen.evidence.words
    if is_person(seen.question.lowered[place]):
        lacking = _LISTS.search(text) is None and all(_nobody_named(seen, at) for at in held)
    else:
        lacking = all(
            _of_a_sort(text[: words[_first_asked(seen, at)].start], text[: words[at].start])
            and text[words[at].start].islower()
            and not _DESCRIBED.match(text, words[at].end)
            for at in held
        )
    if lacking:
        yield Lacking(Lack.ANSWER, seen.shown([place]), open=True)


def _of_a_sort(before_all: str, before: str) -> bool:
    """Tell "a rival chain" and "to hospital" from a noun that is told which it is."""
    return bool(_ONE_OF_MANY.search(before_all) or _PLACED.search(before))


def _first_asked(seen: Seen, at: int) -> int:
    """Return where the words of the question before a noun begin: "a rival chain"."""
    while at - 1 in seen.taken:
        at -= 1
    return at


def _nobody_named(seen: Seen, at: int) -> bool:
    before = seen.evidence.text[: seen.evidence.begins(at)]
    return bool(_UNKNOWN_ONE.search(before)) and not named(seen, at)


@only_where(lambda q: _noun_named(q) is not None)
def unnamed(seen: Seen) -> Iterator[Lacking]:
    """Ask of "name of the clerk" that a fact names the clerk, and not somebody else beside it."""
    place = _noun_named(seen.question)
    held = seen.inside(place) if place is not None else ()
    if place is None or not held or seen.candidate.kind is FactKind.ROW:
        return
    if _LISTS.search(seen.evidence.text) or _SO_CALLED.search(seen.evidence.text):
        return
    somebody = _somebody(seen.question.lowered[place])
    if somebody and any(named(seen, at) for at in held):
        return
    if somebody or all(_nobody_named(seen, at) for at in held):
        yield Lacking(Lack.ANSWER, seen.shown([place]), open=True)


_SOME = word_set("two three four five six seven eight nine ten")


def _several_asked(question: Question) -> int | None:
    """Return the noun of "names of the hotels" and of "which three riders": several are asked."""
    typed = question.lowered
    if typed[:1] == ("which",) and typed[1:2] and typed[1] in _SOME and typed[2:3]:
        return 2 if is_person(typed[2]) else None
    start = next((at for at, word in enumerate(typed) if word == "names"), None)
    if start is None or typed[start + 1 : start + 2] != ("of",):
        return None
    ahead = range(start + 2, min(start + 4, len(typed)))
    return next((at for at in ahead if typed[at] not in DETERMINERS), None)


@only_where(lambda q: _several_asked(q) is not None)
def several(seen: Seen) -> Iterator[Lacking]:
    """Ask of "names of the hotels" that a fact names more than the one who speaks of them."""
    place = _several_asked(seen.question)
    if place is None or seen.candidate.kind is FactKind.ROW or _LISTS.search(seen.evidence.text):
        return
    held = seen.inside(place)
    new = _names(seen, of_place=True)
    if _somebody(seen.question.lowered[place]) and seen.candidate.names:
        people = {
            n.start for n in seen.candidate.names if n.kind in (NameKind.PERSON, NameKind.OTHER)
        }
        new = [span for span in new if span.start in people]
    if len(new) < 2 and not any(named(seen, at) for at in held):
        yield Lacking(Lack.ANSWER, seen.shown([place]), open=True)


def _noun_named(question: Question) -> int | None:
    """Return the noun whose name is asked: "name of the clerk", "what is the clerk called"."""
    typed = question.lowered
    start = next((at for at, word in enumerate(typed) if word in {"name", "names"}), None)
    if start is not None and typed[start + 1 : start + 2] == ("of",):
        ahead: Sequence[int] = range(start + 2, min(start + 6, len(typed)))
    elif typed[-1:] in _CALLED and _WHICH.intersection(typed[:1]):
        ahead = range(1, min(5, len(typed)))
    else:
        return None
    telling = {term.place for term in question.terms}
    persons = (
        at for at in ahead if at in telling and _somebody(typed[at]) and typed[at] not in peoples()
    )
    things = (at for at in ahead if at in telling & question.heads and start is not None)
    return next(persons, next(things, None))


_CALLED = {("called",), ("named",)}
_SO_CALLED = re.compile(r"\b(?:called|named|known as|nicknamed|known [^.]{1,40} as)\b")


def named(seen: Seen, at: int) -> bool:
    """Tell whether a name stands beside a word of a fact: "the clerk, Otto Brandt", "clerk Roe"."""
    text, word = seen.evidence.text, seen.evidence.words[at]
    for span in _names(seen, of_place=word.folded in PLACE_NOUNS):
        if span.start >= word.end and _NAME_AFTER.fullmatch(text, word.end, span.start):
            return True
        if span.end <= word.start and _NAME_BEFORE.fullmatch(text, span.end, word.start):
            return True
    return False


def _names(seen: Seen, *, of_place: bool) -> list[Span]:
    named_ = [n for n in seen.candidate.names if of_place or n.kind is not NameKind.PLACE]
    spans = [Span(n.start, n.end) for n in named_] if seen.candidate.names else seen.evidence.names
    new = (span for span in spans if fresh(span, seen.evidence, seen.taken))
    # "A German foundation" has no name.
    return [span for span in new if span.of(seen.evidence.text).casefold() not in peoples()]


@only_where(lambda q: q.claims.verb is None or q.claims.doer_asked, of={Kind.WHO})
def bystanders(seen: Seen) -> Iterator[Lacking]:
    """Tell "unhappy with the referee" from a fact on who the referee was."""
    verb = seen.question.claims.verb
    if seen.question.lowered[0] == "whose":
        return
    asked = [verb] if verb is not None else [at for at in seen.matches if _calling(seen, at)]
    held = [at for place in asked for at in seen.inside(place)]
    if not held or not all(_somebody(seen.evidence.word_at(at)) for at in held):
        return
    text, words = seen.evidence.text, seen.evidence.words
    if all(_OBJECT.search(text[: words[at].start]) and not named(seen, at) for at in held):
        yield Lacking(Lack.ROLE, seen.shown(asked), open=True)


def _calling(seen: Seen, at: int) -> bool:
    term = seen.matches[at].term
    return _somebody(term.word) and not term.name


def _somebody(folded: str) -> bool:
    return is_person(folded) or bool(_ONE_OF_A_TRADE.search(folded))


@only_where(lambda q: q.lowered[:1] in _OPENING, of=_OF_THINGS)
def which_people(seen: Seen) -> Iterator[Lacking]:
    """Ask of "which members voted for it" names: by how many votes it passed tells none."""
    place = _noun_after_which(seen.question)
    noun = seen.question.lowered[place] if place is not None else ""
    if not (noun.endswith("s") and is_person(noun)) or seen.candidate.kind is FactKind.ROW:
        return
    if not _LISTS.search(seen.evidence.text) and not _names(seen, of_place=False):
        yield Lacking(Lack.ANSWER, noun, open=True)


@only_where(lambda q: q.claims.verb is None or _WHO_WERE.match(q.small), of={Kind.WHO})
def nobody(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who is the minister" a name: "the minister visited the site" gives none."""
    verb = seen.question.claims.verb
    asked = [at for at in seen.matches if _calling(seen, at) and (verb is None or at < verb)]
    held = [at for place in asked for at in seen.inside(place)]
    named = names_asked(seen.question, seen.evidence, seen.matches.values())
    if not held or seen.candidate.kind is FactKind.ROW or stands_for(seen) or named:
        return
    if not _LISTS.search(seen.evidence.text) and not any(_named_anew(seen)):
        yield Lacking(Lack.ANSWER, "who", open=True)


def _named_anew(seen: Seen) -> Iterator[bool]:
    """Tell of each name of a fact whether the question does not hold it; "Gunmen" names nobody."""
    evidence, stop = seen.evidence, stop_words()
    for name in evidence.names:
        within = evidence.within(name)
        plain = list(within) == [0] and is_english(evidence.word_at(0))
        new = any(at not in seen.taken and evidence.word_at(at) not in stop for at in within)
        yield new and not plain


_LOADS = word_set("cargo cargoes load freight goods")
_LADEN = re.compile(
    r"\b(?:cargo\w*|carr(?:y|ied|ies|ying)|laden|load(?:s|ed|ing)?|freight|goods|tonn\w+|tons|barrels"
    r"|containers?|shipments?|bulk\w*|bound for|full of|with \d)\b",
    re.IGNORECASE,
)


@only_where(lambda q: q.holds(_WHICH) and q.holds(_LOADS) and q.kind in _OF_THINGS)
def loads(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what cargo was on the ship" that a fact tells what it carried."""
    if not _LADEN.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, seen.shown(seen.asked(_LOADS)), open=True)


RULES: tuple[Rule, ...] = (
    which_people,
    nobody,
    which_one,
    unnamed,
    several,
    bystanders,
    loads,
)
