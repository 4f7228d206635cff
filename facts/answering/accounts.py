"""By whose account: what the union puts at 400 is no answer to what the company says.

Only where the question names who is to say it: "according to the union", "how many does the army
think were killed". "What did X say" is read on its own (`spoken`).
"""

import re
from collections.abc import Iterator

from facts.answering.kinds import EVERY, Kind
from facts.answering.language import word_set
from facts.answering.lexicon import DO, PREPOSITIONS
from facts.answering.matching import Match
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, bears, only_where
from facts.answering.wording import OTHER_WORDS
from facts.text import words

_THINKS = word_set("say think claim estimate believe reckon expect put argue insist")
_ANYBODY = word_set(
    "they it he she we you i anybody anyone somebody someone people some any experts expert"
)
_FARTHEST = 6  # words from "do" to the verb of saying
_BESIDE = 8  # words from a speaker's name to whom they speak for
_TELLS = re.compile(
    r"(?:['’]s)?(?: [\w’'-]+){0,3} (?:sa(?:ys|id)|puts?|estimate[sd]?|claim(?:s|ed)"
    r"|warn(?:s|ed)|argue[sd]|insist(?:s|ed)|announced|report(?:s|ed)|told|believes?|reckons?|expects?)\b"
)
_ACCORDING = re.compile(r"\baccording to (?:[\w’'-]+ ){0,4}$", re.IGNORECASE)
# Those by whose mouth a body speaks, as a fact names them or tells their office.
_SPOKESMEN = word_set("spokesman spokeswoman spokesperson")
_SPEAK_FOR = {
    word: word_set(tellers) | _SPOKESMEN
    for heads, tellers in (
        (
            "government cabinet state authorities",
            "government minister ministry cabinet official officials authorities president prime "
            "premier chancellor secretary department treasury administration governor",
        ),
        ("ministry department", "minister ministry secretary department"),
        (
            "company firm bank business operator airline owner owners retailer",
            "company firm bank group plc ltd chief executive director chair chairman chairwoman "
            "manager president owner founder operator",
        ),
        (
            "police",
            "police superintendent inspector detective sergeant constable officer officers "
            "commissioner chief sheriff deputies",
        ),
        (
            "army military forces rebels",
            "army military forces rebels general colonel commander brigadier major captain defence",
        ),
        (
            "union unions strikers workers",
            "union unions federation guild association secretary organiser convener steward",
        ),
        ("council city town", "council mayor councillor leader clerk"),
        ("club team side", "club team coach manager captain chairman president"),
        ("hospital trust", "hospital trust doctor surgeon director chief executive"),
        (
            "scientists researchers study authors",
            "professor dr doctor researcher researchers scientist scientists author authors study "
            "institute university laboratory biologist geologist",
        ),
        ("prosecution prosecutor prosecutors", "prosecution prosecutor prosecutors attorney"),
        ("opposition", "opposition"),
    )
    for word in word_set(heads)
}


def _account(question: Question) -> tuple[int, ...]:
    """Return where the question names those by whose account it is asked."""
    typed = question.lowered
    if "according" in typed[:-2] and typed[typed.index("according") + 1] == "to":
        start = typed.index("according") + len(("according", "to"))
        end = next(
            (at for at in range(start + 1, len(typed)) if typed[at] in PREPOSITIONS - {"of"}),
            len(typed),
        )
        return tuple(range(start, end))
    does = next((at for at, word in enumerate(typed) if word in DO), None)
    if does is None:
        return ()
    near = range(does + 2, min(does + _FARTHEST, len(typed)))
    says = next((at for at in near if typed[at] in _THINKS), None)
    # "What did X think", "what do they say": nothing is asked behind it, or of nobody.
    if says is None or says == len(typed) - 1 or typed[does + 1] in _ANYBODY:
        return ()
    return tuple(range(does + 1, says))


@only_where(_account, of=EVERY - {Kind.SAID})
def accounts(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how many died according to the army" that the fact is the army's word."""
    places = [at for at in _account(seen.question) if at in seen.matches]
    if not places:
        return
    said = seen.candidate.attribution
    sayer = words(f"{said.speaker or ''} {said.role or ''}") if said.sure else []
    tellers = {word.stem for word in sayer}
    beside = {word.folded for word in sayer} | _beside_sayer(seen)
    for at in places:
        match = seen.matches[at]
        known = _SPEAK_FOR.get(seen.question.lowered[at], frozenset())
        if match.term.among(tellers) or known & beside or _speaks(seen, match):
            return
    if said.speaker and said.sure:
        yield Lacking(Lack.SPEAKER, seen.shown(places))
    elif not any(seen.borne(at) for at in places):
        yield Lacking(Lack.SPEAKER, seen.shown(places), open=True)


def _beside_sayer(seen: Seen) -> set[str]:
    """Return the words near a fact's speaker, or all of a fact whose speaker nobody is sure of."""
    said, evidence = seen.candidate.attribution, seen.evidence
    if not (said.sure and said.speaker):
        return set(evidence.folded)
    named = evidence.places.get(words(said.speaker)[-1].stem, ())
    return {
        word.folded
        for at in named
        for word in evidence.words[max(0, at - _BESIDE) : at + _BESIDE + 1]
    }


def _speaks(seen: Seen, match: Match) -> bool:
    """Tell whether those asked about say something in the fact, or stand beside whoever does."""
    if not (match.inside and bears(match)) or match.origin in OTHER_WORDS:
        return False
    evidence, near = seen.evidence, _beside_sayer(seen)
    return any(
        evidence.word_at(at) in near
        or _TELLS.match(evidence.text, evidence.words[at].end)
        or _ACCORDING.search(evidence.text, 0, evidence.begins(at))
        for at in match.places
    )


RULES: tuple[Rule, ...] = (accounts,)
