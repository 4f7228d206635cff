"""Whether a fact tells of what the question reaches out to: "price of bread", "got the job"."""

import re
from collections.abc import Iterator

from facts.answering import language
from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import stop_words, word_set
from facts.answering.lexicon import (
    ANYBODY,
    AUXILIARIES,
    BE,
    CLAUSES,
    DETERMINERS,
    PREPOSITIONS,
    is_person,
)
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.values import PERCENT
from facts.types import FactKind

_MEASURES = word_set(
    "price prices cost costs percentage share proportion percent amount value size length "
    "level rate tonnes tons litres liters kilos kilograms barrels bottles bags doses acres "
    "hectares metres meters boxes crates tins sacks bales gallons pints units"
)
_ENDS = AUXILIARIES | PREPOSITIONS | CLAUSES | word_set("how what up down now")


@only_where(lambda q: "of" in q.lowered and q.holds(_MEASURES))
def measured_things(seen: Seen) -> Iterator[Lacking]:
    """Ask of "tonnes of rice" and "price of bread" that the fact knows of rice and of bread."""
    typed = seen.question.lowered
    for at in range(1, len(typed) - 1):
        if typed[at] != "of" or typed[at - 1] not in _MEASURES:
            continue
        ends = (i for i in range(at + 1, len(typed)) if typed[i] in _ENDS)
        what = range(at + 1, next(ends, len(typed)))
        terms = [seen.matches[i].term for i in what if i in seen.matches]
        plain = [t.place for t in terms if not (t.name or t.number or t.date or t.frame)]
        if plain and not any(typed[i] in ANYBODY or seen.borne(i) for i in plain):
            yield Lacking(Lack.TOPIC, seen.shown(plain), open=True)


_GETTING = word_set("get gets got getting receive receives received")
_GETS = re.compile(
    r"\b(?:award\w*|w[io]ns?|winn\w+|won|went|go(?:es|ing)?|giv\w+|gave|hand\w*|receiv\w+|gets?|got"
    r"|getting|secur\w+|land(?:ed|s)|grant\w*|present\w*|to|named|appoint\w*|chosen|chose|select\w*"
    r"|pick\w*|took|take[ns]?|collect\w*|clinch\w*|by|with|replac\w+|success\w+|succeed\w*|becom\w+"
    r"|became|elected|hired|sign\w*|paid|pay|shar\w+|inherit\w*|left|sent)\b",
    re.IGNORECASE,
)

_GIVEN = word_set(
    "contract contracts job jobs post order orders prize prizes award awards tender seat licence "
    "license grant money medal trophy role part deal commission permit scholarship fund funds"
)


def _asks_getter(question: Question) -> bool:
    verb = question.claims.verb
    got = verb is not None and question.lowered[verb] in _GETTING
    return question.kind is Kind.WHO and got and question.holds(_GIVEN)


@only_where(_asks_getter)
def getters(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who got the contract" more than that there is one."""
    if seen.candidate.kind is not FactKind.ROW and not _GETS.search(seen.evidence.text):
        yield Lacking(Lack.VERB, seen.question.lowered[1], open=True)


_GENERAL = _GETTING | word_set(
    "use uses used using take takes took make makes made go goes went come came give given hold"
)


def _general_verb(question: Question) -> int | None:
    """Return where a verb stands that tells little without its object: "use", "got"."""
    counted, typed = max(question.claims.counted, default=-1), question.lowered
    if counted < 0:
        return None
    ahead = range(counted + 1, min(counted + 4, len(typed)))
    return next((at for at in ahead if typed[at] in _GENERAL), None)


@only_where(lambda q: _general_verb(q) is not None, of={Kind.HOW_MANY})
def reached_objects(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how many lorries use the bridge" that the fact speaks of the bridge.

    What it leans on, or the fact just before it, may speak of it.
    """
    verb = _general_verb(seen.question)
    if verb is None or seen.candidate.kind is FactKind.ROW:
        return
    dated = seen.question.claims.dated
    asked = [
        m.term.place
        for m in seen.matches.values()
        if m.term.place > verb and m.term.place not in dated and not (m.term.frame or m.term.name)
    ]
    if asked and not any(seen.inside(at) or at in seen.before for at in asked):
        yield Lacking(Lack.TOPIC, seen.shown(asked), open=True)


_SHARES = word_set("share percentage proportion fraction percent")
_FRACTION = re.compile(
    r"\b(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|two-thirds|thirds|quarters"
    r"|majority|minority|most|few|all|none|one|two|three|four|five|six|seven|eight|nine)\b"
    r"|\d+ (?:in|out of|of) (?:every |the )?\d|points?\b|\d\.\d",
    re.IGNORECASE,
)


@only_where(lambda q: _asks_share(q), of=QUANTITIES | {Kind.WHAT})
def shares(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what share of families" a share of something: 18 schools are none."""
    if seen.candidate.kind is FactKind.ROW:
        return
    text = seen.evidence.text
    if not PERCENT.search(text) and not _FRACTION.search(text):
        yield Lacking(Lack.ANSWER, "what share", open=True)


def _asks_share(question: Question) -> bool:
    typed = question.lowered
    return typed[:1] in {("what",), ("which",)} and not _SHARES.isdisjoint(typed[1:2])


_OF_DEEDS = frozenset({Kind.WHERE, Kind.WHEN, Kind.WHO})


@only_where(lambda q: q.claims.verb is not None, of=_OF_DEEDS)
def attributes(seen: Seen) -> Iterator[Lacking]:
    """Tell "used stolen diggers" from where the diggers were stolen."""
    held, evidence = seen.verbs, seen.evidence
    nouns = {at for m in seen.matches.values() for at in m.places} - set(held)
    if (
        held
        and seen.candidate.kind is not FactKind.ROW
        and all(
            _participle(evidence.word_at(at))
            and at + 1 in nouns
            and evidence.spaced(at)
            and at
            and evidence.word_at(at - 1) in _BEFORE_NOUN
            for at in held
        )
    ):
        verb = seen.question.claims.verb
        yield Lacking(Lack.VERB, seen.shown([verb] if verb is not None else []), open=True)


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in language.irregular_pasts()


# What before a participle makes it belong to the noun after it.
_BEFORE_NOUN = (DETERMINERS - {"that"}) | word_set(
    "used drove found took bought sold using drive find with of by in from on for"
)


_LONG = 3  # words from which on a name is a body's: "the Union of Teachers", and not "47 MPs"
_COUNTS_PEOPLE = re.compile(r"\bof (?:them|these|those)\b|\bnumber\b|\d (?:people|members)\b")


@only_where(lambda q: q.claims.counted, of={Kind.HOW_MANY})
def names_of_counted(seen: Seen) -> Iterator[Lacking]:
    """Tell the Union of University Teachers from a count of teachers."""
    if seen.candidate.kind is FactKind.ROW or _COUNTS_PEOPLE.search(seen.evidence.text):
        return
    spans = (seen.evidence.within(span) for span in seen.evidence.names)
    named = {at for inside in spans if len(inside) >= _LONG for at in inside}
    for place in seen.question.claims.counted:
        match, held = seen.matches.get(place), seen.inside(place)
        if held and match and not match.term.name and named.issuperset(held):
            words = seen.evidence.words
            if all(
                words[at].start and seen.evidence.text[words[at].start].isupper() for at in held
            ):
                yield Lacking(Lack.COUNTED, seen.shown([place]), open=True)


_HURT = word_set(
    "injured hurt wounded killed dead died arrested detained missing homeless rescued evacuated "
    "infected sick jailed sacked dismissed displaced stranded trapped"
)

_TOLLS = _HURT | word_set("deaths fatalities casualties victims injuries arrests lives bodies")


def _asks_hurt(question: Question) -> bool:
    """Tell whether people are counted: "how many were hurt", "how many lecturers"."""
    typed = question.lowered
    counted = {typed[at] for at in question.claims.counted} - ANYBODY
    if any(map(is_person, counted)):
        return question.kind is Kind.HOW_MANY
    hurt = not _HURT.isdisjoint(typed[2:3]) or (
        not BE.isdisjoint(typed[2:3]) and not _HURT.isdisjoint(typed[3:4])
    )
    return question.kind is Kind.HOW_MANY and hurt and not question.claims.counted


@only_where(_asks_hurt)
def things_counted(seen: Seen) -> Iterator[Lacking]:
    """Tell "four districts" from how many were injured."""
    evidence = seen.evidence
    if seen.candidate.kind is FactKind.ROW or not evidence.undated:
        return
    if any(map(seen.inside, seen.question.claims.counted)):
        return
    if all(_thing(seen, evidence.within(n)) for n in evidence.undated):
        yield Lacking(Lack.COUNTED, "how many", open=True)


def _thing(seen: Seen, number: range) -> bool:
    """Tell whether a number counts things: "four districts", but not "four nurses"."""
    evidence = seen.evidence
    at = number[-1] + (len(number) == 1) if number else len(evidence)
    if at >= len(evidence):
        return False
    noun = evidence.word_at(at)
    known = noun in ANYBODY or noun in _TOLLS or is_person(noun) or noun in stop_words()
    if noun in _LIKE_TRADES:
        return True
    return noun.endswith("s") and not noun.endswith("ees") and noun.isalpha() and not known


# They end as "bakers" and "doctors" do.
_LIKE_TRADES = word_set(
    "letters papers orders offers quarters centers meters matters computers dinners "
    "counters covers towers rivers numbers powers flowers errors doors floors factors sectors "
    "motors mirrors reactors tractors containers trailers lockers boilers tankers"
)
_FIRST = word_set("first")
_TOLD_FIRST = re.compile(
    r"\b(?:first\w*|1st|debut\w*|inaugural\w*|maiden|initial\w*|original\w*|earliest|opening|open(?:s"
    r"|ed)|began|begins?|begun|start\w*|launch\w*|new\w*|premiere\w*|never|since|founded|born|until"
    r"|before|came to|introduc\w+|discover\w*|invent\w*|establish\w*|appear\w*|1)\b",
    re.IGNORECASE,
)
_WITH_FIRST = word_set("time name aid minister lady half day week instance of class quarter round")


@only_where(lambda q: q.holds(_FIRST))
def firsts(seen: Seen) -> Iterator[Lacking]:
    """Ask of "her first concert" that the fact tells of a first one."""
    typed = seen.question.lowered
    at = typed.index("first")
    after = typed[at + 1] if at + 1 < len(typed) else ""
    if not after or after in _WITH_FIRST or after in AUXILIARIES:
        return
    if seen.candidate.kind is FactKind.ROW or _TOLD_FIRST.search(seen.evidence.text):
        return
    yield Lacking(Lack.NUMBER, seen.shown([at, at + 1]), open=True)


_MINISTRY = word_set("minister secretary")


@only_where(lambda q: q.holds(_MINISTRY), of={Kind.WHO, Kind.NAME})
def portfolios(seen: Seen) -> Iterator[Lacking]:
    """Tell the prime minister from the finance minister who is asked for."""
    for office in seen.asked(_MINISTRY):
        match = seen.matches.get(office - 1)
        if match is None or match.term.name or seen.borne(office - 1):
            continue
        if match.term.word not in _PLAIN and seen.inside(office):
            yield Lacking(Lack.HOLDER, seen.shown([office - 1, office]), open=True)


_PLAIN = word_set("new old former last current next first deputy")

RULES: tuple[Rule, ...] = (
    measured_things,
    getters,
    reached_objects,
    shares,
    attributes,
    names_of_counted,
    things_counted,
    firsts,
    portfolios,
)
