"""Whether a fact bears out the names and places that a question gives."""

import re
from collections.abc import Iterator
from functools import lru_cache

from facts.answering.considered import HOMES, plain
from facts.answering.kinds import QUANTITIES
from facts.answering.language import is_english
from facts.answering.lexicon import PLACING, geographic, peoples
from facts.answering.matching import Match
from facts.answering.seen import Lack, Lacking, Seen, bears, only_where
from facts.answering.wording import OTHER_WORDS
from facts.text import Word, words
from facts.types import NameKind

_PLACED = re.compile(
    r"\b(?:in|at|near|inside|outside|around|across|throughout|of|from|to|on)\s(?:the\s|central\s"
    r"|(?:north|south|east|west)(?:ern|-?(?:east|west)(?:ern)?)?\s)?$",
    re.IGNORECASE,
)


_OF_A_TOWN = frozenset({NameKind.PERSON, NameKind.ORGANISATION})


def names(seen: Seen) -> Iterator[Lacking]:
    """Ask for each name, in its own spelling, in the fact or beside it."""
    dated = seen.question.claims.dated
    for place, match in seen.matches.items():
        if match.term.name and place not in dated and not match.term.frame:
            spelt = match.origin not in OTHER_WORDS and not match.kin
            borne = (bears(match) and spelt) or _carried(seen, place) or _at_home(seen, place)
            if not borne:
                maybe = match.factor > 0 or _documents(seen, match)
                yield Lacking(Lack.NAME, seen.shown([place]), open=maybe)


def strangers(seen: Seen) -> Iterator[Lacking]:
    """Ask for a strange word behind "in", which hardly is a slip: it names a place unknown here."""
    typed = seen.question.lowered
    for place, match in seen.matches.items():
        term = match.term
        if match.factor or term.name or term.number or term.date or not place:
            continue
        if typed[place - 1] in PLACING and not is_english(typed[place].removesuffix("'s")):
            yield Lacking(Lack.NAME, seen.shown([place]), open=True)


def in_small_letters(seen: Seen) -> Iterator[Lacking]:
    """Ask for a name that is typed in small letters ("granger falls") in the fact or beside it."""
    for name in seen.small_names:
        if any(seen.inside(at) for at in name.places):
            continue
        carried = set(name.places) <= seen.before
        alone = not (seen.candidate.dependent or carried)
        if name.located and alone and _placed_elsewhere(seen):
            yield Lacking(Lack.PLACE, seen.shown(name.places), open=True)
        elif name.plain and not carried and not _beside(seen, name.small):
            yield Lacking(Lack.NAME, seen.shown(name.places), open=True)


_AT = re.compile(r"(?:At|In|Of)\s(?:the\s)?$")  # which opens the fact


@only_where(of=QUANTITIES)
def of_a_part(seen: Seen) -> Iterator[Lacking]:
    """Tell the pupils "at Saint Anne's School" from those of the whole of Velden."""
    named = {m.term.place for m in seen.matches.values() if m.term.name}
    asked = named.union(*(name.places for name in seen.small_names)) - seen.question.claims.dated
    if not asked or seen.candidate.dependent or not asked.isdisjoint(seen.before):
        return
    if any(map(seen.inside, asked)):
        return
    text = seen.candidate.text
    if any(n.kind in HOMES and _AT.match(text[: n.start]) for n in seen.candidate.names):
        yield Lacking(Lack.PLACE, seen.shown(asked), open=True)


def _beside(seen: Seen, small: str) -> bool:
    candidate = seen.candidate
    told = (candidate.title or "", *candidate.headings, *candidate.leant_on)
    spoken = candidate.attribution.speaker or ""
    return any(small in plain(text.casefold()) for text in (*told, spoken))


def _carried(seen: Seen, place: int) -> bool:
    """Tell whether a fact names nobody and no place, and goes on from one that holds the name."""
    return place in seen.before and not seen.evidence.names


def _at_home(seen: Seen, place: int) -> bool:
    """Tell whether a fact's document is about a name, and the fact names no other of its kind."""
    held = {name.kind for name in seen.candidate.names}
    town = (place, NameKind.PLACE) in seen.home and held <= _OF_A_TOWN
    return town or ((place, NameKind.ORGANISATION) in seen.home and held <= {NameKind.PERSON})


def _documents(seen: Seen, match: Match) -> bool:
    """Tell whether a fact names no place and no body, and its document holds the name elsewhere."""
    held = frozenset(seen.candidate.nearby)
    bodies = any(name.kind is not NameKind.PERSON for name in seen.candidate.names)
    return not bodies and match.term.among(held)


@only_where(lambda q: q.claims.located)
def places(seen: Seen) -> Iterator[Lacking]:
    """Ask that what is asked of a place happened there: "in Armenia" is not "Armenian attacks"."""
    evidence = seen.evidence
    for place in seen.question.claims.located:
        at = seen.inside(place)
        if at:
            held = [evidence.words[i] for i in at]
            if all(_only_people(evidence.text, word) for word in held):
                yield Lacking(Lack.PLACE, seen.shown([place]))
        elif seen.borne(place) and _several_places(seen):
            yield Lacking(Lack.PLACE, seen.shown([place]))


def _only_people(text: str, word: Word) -> bool:
    """Tell a demonym from a place: "Armenian attacks", but not "in German"."""
    people = word.folded.removesuffix("'s") in peoples()
    return people and not _PLACED.search(text[: word.start])


def _several_places(seen: Seen) -> bool:
    """Tell whether the fact places itself elsewhere, or its title names several places."""
    return _placed_elsewhere(seen) or _geographic_in(seen.candidate.title or "") > 1


def _placed_elsewhere(seen: Seen) -> bool:
    return any(
        n.kind is NameKind.PLACE and _PLACED.search(seen.candidate.text[: n.start])
        for n in seen.candidate.names
    )


@lru_cache(maxsize=4_000)
def _geographic_in(title: str) -> int:
    return len({w.folded for w in words(title)} & geographic())
