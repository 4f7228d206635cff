"""Verbs of a fact that look like the one asked and say something else: "broke out", "broken"."""

import re
from collections.abc import Iterator

from facts.answering.claimed import Side
from facts.answering.kinds import QUANTITIES, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import BE, EMPTY_VERBS, PREPOSITIONS, may_be_verb
from facts.answering.question import Question
from facts.answering.seen import WEAK, Lack, Lacking, Rule, Seen, only_where
from facts.answering.wording import OTHER_WORDS
from facts.text import stem
from facts.types import FactKind

# With a particle these say something else.
_CHANGED = frozenset(
    map(
        stem,
        [
            *("break", "broke", "broken", "call", "give", "gave", "given", "put", "take", "took"),
            *("taken", "set", "turn", "bring", "brought", "carry", "knock", "hold", "held", "lay"),
            *("laid", "get", "got", "blow", "blew", "go", "went", "gone"),
        ],
    )
)
_NOT_READ = QUANTITIES | {Kind.YES_NO}
_PARTICLE = re.compile(r" (?:it |them |him |her )?(?:out|off|up|down|away|over|back)\b")
_PARTICLES = word_set("out off up down away over back in on")


def _changes(question: Question) -> bool:
    """Tell whether the question's verb says something else with a particle."""
    verb = question.claims.verb
    asked = question.lowered[verb] if verb is not None else ""
    return asked not in EMPTY_VERBS and stem(asked) in _CHANGED


@only_where(_changes)
def particles(seen: Seen) -> Iterator[Lacking]:
    """Tell "fighting broke out" from a fact on a ceasefire that was broken."""
    verb, typed = seen.question.claims.verb, seen.question.lowered
    match = seen.matches.get(verb) if verb is not None else None
    if verb is None or match is None:
        return
    held = seen.inside(verb)
    if not held or _PARTICLES.intersection(typed[verb + 1 :]):
        return
    words, text = seen.evidence.words, seen.evidence.text
    if all(words[at].stem in _CHANGED and _PARTICLE.match(text, words[at].end) for at in held):
        yield Lacking(Lack.VERB, seen.shown([verb]), open=True)


@only_where(lambda q: q.claims.verb is not None and q.kind not in _NOT_READ)
def one_for_both(seen: Seen) -> Iterator[Lacking]:
    """Tell "what did the petition ask" from a fact whose one "petition" stands for both words."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    if verb is None or match is None or not match.places or match.factor >= WEAK:
        return
    own = {
        at
        for place, m in seen.matches.items()
        if place != verb and m.origin not in OTHER_WORDS
        for at in m.places
    }
    if own.issuperset(match.places):
        yield Lacking(Lack.VERB, seen.shown([verb]), open=True)


_LEADS = word_set("runs run leads heads chairs owns manages directs owned edits coaches captains")
_LEADING = re.compile(
    r"\b(?:run|runs|ran|running|led|leads?|leading|leader|heads?|headed|chair\w*|chief|boss"
    r"|director"
    r"|manag\w+|owner|owns?|owned|founder|president|secretary|chancellor|captain\w*|coach\w*|editor"
    r"|edits|edited|minister|commander|principal|bought|belong\w*|acquired?|proprietor|landlord"
    r"|landlady|keeper|executive|CEO|ceo|mayor|governor|family)\b|['’]s\b"
)


_BOSS = r"(?:boss|head|chief|director|leader|owner|manager)"
_BOSS_OF = re.compile(
    rf"(?:the )?{_BOSS} of\b|(?:(?:what is |what's |whats )?(?:the )?name of|who is|who's|whos"
    rf"|who was|name) (?:the )?(?:[\w'’-]+ ){{1,3}}{_BOSS}$"
)


@only_where(lambda q: _BOSS_OF.match(q.small))
def bosses(seen: Seen) -> Iterator[Lacking]:
    """Ask of "boss of City Trams" that a fact tells of somebody who leads."""
    if seen.candidate.kind is not FactKind.ROW and not _LEADING.search(seen.evidence.text):
        yield Lacking(Lack.ROLE, seen.question.lowered[0], open=True)


@only_where(lambda q: q.claims.verb is None and q.holds(_LEADS), of={Kind.WHO})
def leaders(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who runs the company" that a fact tells of somebody who does."""
    typed = seen.question.lowered
    if typed[1] not in _LEADS or seen.candidate.kind is FactKind.ROW:
        return
    match = seen.matches.get(1)
    if (match is None or match.factor < WEAK) and not _LEADING.search(seen.evidence.text):
        yield Lacking(Lack.VERB, seen.shown([1]), open=True)


_GETS_ORDER = re.compile(
    r"\b(?:won|wins?|winning|secur\w+|receiv\w+|land(?:s|ed)|got|gets|has|had|have|book\w*"
    r"|clinch\w*"
    r"|complet\w+|fulfil\w*|deliver\w*)(?: [\w'’-]+){0,4} $",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|by)\b")
_ORDERS = word_set("ordered commissioned requested booked hired")


@only_where(lambda q: q.claims.doer_asked and q.holds(_ORDERS))
def receivers(seen: Seen) -> Iterator[Lacking]:
    """Tell the yard that won an order from the one who ordered the ships."""
    verb, held = seen.question.claims.verb, seen.verbs
    text, words = seen.evidence.text, seen.evidence.words
    if verb is None or not held or _FROM.search(text[words[held[0]].end :]):
        return
    nouns = [at for at in held if not words[at].folded.endswith("ed")]
    if len(nouns) == len(held) and seen.each_after(nouns, _GETS_ORDER):
        yield Lacking(Lack.ROLE, seen.shown([verb]), open=True)


_SHE = re.compile(
    r"(?:^|[.;,] )(?:[Ii]n \d{4},? )?(?:He|She|They|It|I|We|where (?:he|she|they))\b[^.;]* $"
)
_TO_WHOM = re.compile(r" (?:him|her|them|it|me|us)\b")


@only_where(lambda q: q.claims.doer_asked and q.claims.given)
def herself(seen: Seen) -> Iterator[Lacking]:
    """Tell "she taught for 30 years" from a fact on who taught her, whom only the title names."""
    verb, held = seen.question.claims.verb, seen.verbs
    text, words = seen.evidence.text, seen.evidence.words
    if verb is None or not held or seen.given:
        return
    if all(
        _SHE.search(text[: words[at].start]) and not _TO_WHOM.match(text, words[at].end)
        for at in held
    ):
        yield Lacking(Lack.ROLE, seen.shown([verb]), open=True)


_NO_OBJECT = re.compile(
    r"[.,;:!?)]|$| (?:at|in|for|on|from|with|until|since|again|as|when|while|there|here|after"
    r"|before"
    r"|during|every|and|but)\b"
)
_WHAT_DID = re.compile(
    r"(?:what|whats|what's|what’s) (?:is|are|was|were|will|did|does|do|would|has|have|had|to)\b"
)
# What is asked for after them need not be their object.
_WIDE = EMPTY_VERBS | word_set(
    "look sound feel cause lead depend rely consist stand work live belong mean matter do does did "
    "doing change end start begin open focus deal vote plan call be died die place"
)


_WHERE_OR_WHEN = word_set("in at during since before after until")


def _asks_object(question: Question) -> bool:
    verb, typed = question.claims.verb, question.lowered
    if question.kind is not Kind.WHAT or verb is None or not _WHAT_DID.match(question.small):
        return False
    then = typed[verb + 1] if typed[verb + 1 :] else ""
    active = question.claims.side is Side.DOER and typed[-1] not in PREPOSITIONS
    return active and typed[verb] not in _WIDE and (not then or then in _WHERE_OR_WHEN)


@only_where(_asks_object)
def objects(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what will she teach" what: "I'll teach at the college" does not say."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    held = seen.verbs
    text, words = seen.evidence.text, seen.evidence.words
    if match is None or not held or match.origin in OTHER_WORDS:
        return
    if all(
        may_be_verb(words[at].folded)
        and not BE.intersection(w.folded for w in words[max(0, at - 3) : at])
        and _NO_OBJECT.match(text, words[at].end)
        for at in held
    ):
        yield Lacking(Lack.ANSWER, "what", open=True)


_GOING_BACK = re.compile(
    r"\b(?:go(?:es|ing)?|come?(?:s|ing)?|get(?:s|ting)?|be|return(?:s|ing|ed)?|start(?:s|ed"
    r"|ing)?) back\b"
    r"|\bback (?:to|at|in|on)\b|\b(?:reopen\w*|resum\w+|restart\w*|return\w*)\b"
)
_BACK = re.compile(
    r"\b(?:back|return\w*|resum\w+|again|re-?open\w*|re-?start\w*|re-?start|once more|go(?:es"
    r"|ing)? in"
    r"|come(?:s)? in|restor\w+|reinstat\w+|until|no longer|never|end(?:s|ed)?|continu\w+)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _GOING_BACK.search(q.small), of={Kind.YES_NO})
def returns(seen: Seen) -> Iterator[Lacking]:
    """Ask of "are they going back to work" that a fact tells of a return, or of none."""
    if not _BACK.search(seen.evidence.text):
        yield Lacking(Lack.VERB, "back", open=True)


_GOING_TO = re.compile(
    r"^(?:is|are|will) .*\b(?:going|go|travel\w*) to (?P<the>the )?(?P<where>\w+)"
)
_GOES = re.compile(
    r"\b(?:go(?:es|ing)?|went|gone|travel\w*|attend\w*|compet\w+|qualif\w+|head(?:s|ed|ing)?"
    r"|visit\w*"
    r"|tak(?:e|es|ing) part|play(?:s|ing)?|select\w*|squad|team|invit\w+|fl(?:y|ies|ying)|join\w*"
    r"|miss\w*"
    r"|represent\w*|arriv\w+|be (?:at|in|there)|leav\w+|mov\w+|place|entered|enter|run(?:s|ning)?"
    r"|race[sd]?"
    r"|sent|send|transfer\w*|return\w*|withdr\w+|pull\w* out|skip\w*|there)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _GOING_TO.search(q.small), of={Kind.YES_NO})
def goers(seen: Seen) -> Iterator[Lacking]:
    """Ask of "is Varn going to the games" that a fact tells of going, not of hopes."""
    asked = _GOING_TO.search(seen.question.small)
    if asked is None or (not asked["the"] and may_be_verb(asked["where"])):
        return
    if not _GOES.search(seen.evidence.text):
        yield Lacking(Lack.VERB, "going", open=True)


_HOW_DID = re.compile(r"how (?:did|was|were|has|have)\b")
_HOW = re.compile(
    r"\b(?:by|with|us(?:ing|ed|es)|through|via|when|after|while|because|as|thanks|\w+ly|if|without"
    r"|instead|like|until|so|from|into|out of|over|against|to|in (?:an?|two|three|four|five|one"
    r"|each"
    r"|secret|person|part|silence|stages)|on (?:foot|horseback|board|an?|his|her|their|its)|for"
    r"|votes?"
    r"|how|method|way|under|before|and|who|that|which|where|down|due|fell|between|taking|making)\b"
    r"|[:;\"“”\d]| [–-] ",
    re.IGNORECASE,
)


@only_where(lambda q: q.claims.verb is not None and _HOW_DID.match(q.small))
def ways(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how did she break her ankle" more than that she broke it, and where."""
    if seen.verbs and not _HOW.search(seen.evidence.text):
        yield Lacking(Lack.ANSWER, "how", open=True)


_WHAT_ABOUT = re.compile(r"what(?:['’]?s| is| was| are| were)\b.* about$")
_IS_ABOUT = re.compile(
    r"\b(?:about|tells?|told|story|stories|describ\w+|deals?|dealt|covers?|concern\w*|explor\w+"
    r"|set in|follows?|on|focus\w*|shows?|depicts?|traces?|recounts?|asks?|of|over)\b",
    re.IGNORECASE,
)


@only_where(lambda q: _WHAT_ABOUT.match(q.small))
def subjects_of_works(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what is the book about" that a fact tells of its subject."""
    if not _IS_ABOUT.search(seen.evidence.text):
        yield Lacking(Lack.TOPIC, "about", open=True)


RULES: tuple[Rule, ...] = (
    ways,
    bosses,
    subjects_of_works,
    particles,
    one_for_both,
    leaders,
    receivers,
    herself,
    objects,
    returns,
    goers,
)
