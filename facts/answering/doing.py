"""Whether a fact tells of the deed that is asked about: its verb, in whatever words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from facts.answering import language
from facts.answering.claimed import Side
from facts.answering.evidence import Evidence
from facts.answering.index import filed_stems
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import (
    ANYBODY,
    AUXILIARIES,
    BE,
    DETERMINERS,
    EMPTY_VERBS,
    PARTICLES,
    is_person,
)
from facts.answering.matching import Match
from facts.answering.question import Origin
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.answering.sides import passive_at, tells_doer
from facts.text import stem

FARTHEST = 4  # words between a verb and its particle: "called the strike off"
# Verbs that say what a verb with its particle says, by the stem of the verb and the particle.
_SAME: Mapping[tuple[str, str], frozenset[str]] = {
    (stem(verb), particle): frozenset(map(stem, others.split()))
    for verb, particle, others in (
        ("carry", "out", "conduct commit stage execute perform launch mount perpetrate"),
        ("set", "up", "found establish create start launch form"),
        ("call", "off", "cancel scrap halt end suspend drop"),
        ("take", "over", "acquire buy bought succeed replace inherit seize"),
        ("put", "forward", "propose suggest table submit"),
        ("turn", "down", "reject refuse decline"),
        ("hand", "over", "deliver surrender give gave transfer"),
        ("give", "up", "resign surrender abandon quit renounce"),
        ("shut", "down", "close halt"),
        ("step", "down", "resign quit retire"),
        ("stand", "down", "resign quit retire withdraw"),
        ("break", "up", "dissolve disperse end"),
        ("blow", "up", "destroy explode bomb"),
        ("pay", "off", "repay settle"),
        ("pick", "up", "collect gather fetch"),
        ("put", "out", "extinguish douse"),
        ("put", "up", "build built erect raise"),
        ("put", "off", "postpone delay defer"),
        ("lay", "off", "dismiss sack axe redundant redundancy"),
        ("knock", "out", "eliminate beat defeat"),
        ("shoot", "down", "down"),
        ("pull", "down", "demolish raze"),
        ("tear", "down", "demolish raze"),
        ("knock", "down", "demolish raze hit"),
        ("give", "away", "donate"),
        ("pay", "back", "repay repaid"),
        ("bring", "back", "restore reintroduce"),
        ("throw", "out", "reject expel dismiss"),
        ("kick", "out", "expel evict"),
        ("find", "out", "discover learn learnt notice realise realize detect uncover expose"),
    )
}
_BASE = {"took": "take", "taken": "take", "gave": "give", "given": "give", "broke": "break"}
_BASE |= {"laid": "lay", "shot": "shoot", "tore": "tear", "threw": "throw", "brought": "bring"}
_BASE |= {
    "stepped": "step",
    "stood": "stand",
    "blew": "blow",
    "broken": "break",
    "blown": "blow",
    "paid": "pay",
    "found": "find",
}
_ASKED = word_set("behind responsible")
_BEHIND = re.compile(
    r"\b(?:behind|responsib\w+|claimed|blam\w+|accus\w+|suspect\w*|masterm\w+|orchestrat\w+"
    r"|organi[sz]ed|planned|ordered|staged|led|carried (?:it )?out|admitted|confessed|charged"
    r"|convicted|arrested|founded|financed|funded|by)\b",
    re.IGNORECASE,
)
_CONDEMNED_BY = re.compile(
    r"\b(?:condemned|denounced|criticised|criticized|deplored|mourned|investigated|reported|seen"
    r"|witnessed|followed|marked|watched|attended)(?: \w+){0,2} by\b",
    re.IGNORECASE,
)


def phrasal(seen: Seen) -> bool:
    """Tell whether the question asks who did what a verb and its particle say ("carried out")."""
    verb, typed = seen.question.claims.verb, seen.question.lowered
    asks = seen.question.claims.doer_asked and verb is not None and verb + 1 < len(typed)
    return bool(asks and verb is not None and typed[verb + 1] in PARTICLES)


@only_where(lambda q: q.claims.doer_asked and q.claims.verb is not None)
def deeds(seen: Seen) -> Iterator[Lacking]:
    """Ask that the fact itself tells of the deed by a verb with a particle, and who did it."""
    verb = seen.question.claims.verb
    if verb is None or not phrasal(seen):
        return
    asked, particle = seen.question.lowered[verb : verb + 2]
    held = _deeds(seen, verb, asked, particle)
    if not held:
        yield Lacking(Lack.VERB, seen.shown([verb, verb + 1]))
    elif not any(tells_doer(seen.evidence, at) for at in held):
        yield Lacking(Lack.ROLE, seen.shown([verb, verb + 1]))


def _deeds(seen: Seen, verb: int, asked: str, particle: str) -> list[int]:
    evidence = seen.evidence
    match = seen.matches.get(verb)
    own = match.term.stems if match else set()
    own |= {stem(asked), stem(_BASE.get(asked, asked))}
    others = _SAME.get((stem(_BASE.get(asked, asked)), particle), frozenset()) | _phrased(match)
    return [
        at
        for at, word in enumerate(evidence.words)
        if word.stem in others or (word.stem in own and _with(evidence, at, particle))
    ]


def _phrased(match: Match | None) -> frozenset[str]:
    """Return the words that stand for a whole phrase: "put up money" is "offer"."""
    forms = match.term.forms if match else ()
    return frozenset(f.stems[0] for f in forms if f.origin is Origin.PHRASE and len(f.stems) == 1)


def _with(evidence: Evidence, at: int, particle: str) -> bool:
    return any(w.folded == particle for w in evidence.words[at + 1 : at + 1 + FARTHEST])


@only_where(lambda q: q.holds(_ASKED), of={Kind.WHO})
def behind(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who was behind it" that somebody is told to be."""
    typed = seen.question.lowered
    asked = [at for at in seen.asked(_ASKED) if typed[at - 1] in BE]
    if not asked or asked[0] == 0:
        return
    if not _BEHIND.search(_CONDEMNED_BY.sub(" ", seen.evidence.text)):
        yield Lacking(Lack.ROLE, seen.shown(asked))


_STANDS_FOR = re.compile(r"(?:It|They|He|She)\b")


@only_where(lambda q: q.claims.side is Side.DOER)
def subjects(seen: Seen) -> Iterator[Lacking]:
    """Ask that what did it is spoken of: "how many lives did the flood claim" is no drought."""
    claims, typed = seen.question.claims, seen.question.lowered
    verb = claims.verb
    if verb is None or claims.given or not seen.inside(verb):
        return
    start = max((at for at in range(verb) if typed[at] in AUXILIARIES), default=verb)
    told = [match for at, match in seen.matches.items() if start < at < verb]
    stands = _STANDS_FOR.match(seen.evidence.text) and not any(match.factor for match in told)
    if told and (stands or _another_subject(seen, verb, told)):
        yield Lacking(Lack.ROLE, seen.shown(match.term.place for match in told), open=True)


def _another_subject(seen: Seen, verb: int, told: Sequence[Match]) -> bool:
    """Tell "tickets cost" from what the vaccine costs: another noun opens the fact and does it."""
    if any(match.inside or leant_on(seen, match) for match in told):
        return False
    first = seen.evidence.words[:1]
    return bool(first) and 1 in seen.inside(verb) and _plain(seen, first[0].folded)


def _plain(seen: Seen, folded: str) -> bool:
    common = folded not in language.stop_words() and language.is_english(folded)
    return common and 0 not in seen.taken and not is_person(folded)


@only_where(lambda q: q.claims.verb is not None, of={Kind.YES_NO})
def whether(seen: Seen) -> Iterator[Lacking]:
    """Ask of "do pupils get a bus" that the fact itself, or what it leans on, is about pupils."""
    verb = seen.question.claims.verb
    if verb is None or verb not in seen.matches or seen.matches[verb].term.word not in EMPTY_VERBS:
        return
    doers = [match for at, match in seen.matches.items() if 0 < at < verb]
    if _PRONOUN.search(seen.evidence.text):
        return
    if doers and not any(match.inside or leant_on(seen, match) for match in doers):
        yield Lacking(Lack.ROLE, seen.shown(match.term.place for match in doers), open=True)


_PRONOUN = re.compile(r"\b(?:[Ww]e|I|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)\b")


def leant_on(seen: Seen, match: Match) -> bool:
    """Tell whether what the fact leans on holds a word of the question."""
    return match.term.among({s for text in seen.candidate.leant_on for s in filed_stems(text)})


@only_where(lambda q: q.claims.side is Side.DONE_TO)
def undergone(seen: Seen) -> Iterator[Lacking]:
    """Tell "the sailors were held" from "envoys have held 14 meetings", which is done to others."""
    claims, typed = seen.question.claims, seen.question.lowered
    verb = claims.verb
    if verb is None or not BE.intersection(typed[:verb]):
        return
    held, evidence = seen.inside(verb), seen.evidence
    asked = (match for at, match in seen.matches.items() if at < verb and not match.term.frame)
    # "How many people were saved": guests are people, though no word says so.
    done_to = [match for match in asked if match.term.word not in ANYBODY]
    if not held or any(match.inside for match in done_to):
        return
    if done_to and all(_to_others(evidence, at) for at in held):
        yield Lacking(Lack.ROLE, seen.shown([verb]))


def _to_others(evidence: Evidence, at: int) -> bool:
    """Tell whether an active verb with its object right behind it stands at a place of a fact."""
    after = evidence.words[at + 1 : at + 2]
    joined = bool(after) and evidence.text[evidence.words[at].end : after[0].start] == " "
    if not joined or passive_at(evidence, at):
        return False
    return after[0].folded in DETERMINERS or after[0].folded.isdecimal()
