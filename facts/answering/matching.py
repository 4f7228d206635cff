"""Which words of a question a fact holds, in which form and where."""

from collections.abc import Mapping, Sequence, Set
from functools import partial
from typing import NamedTuple

from facts.answering.evidence import Evidence
from facts.answering.question import Form, Origin, Term
from facts.text import KEPT_APART

KIN_LETTERS = 5
KIN = 0.45  # oppose and opponent: the same long beginning
TOGETHER = 4  # places between words that belong together, in their order
UNLIKELY = 0.3  # a form below this does not outweigh the word itself in the title


class Match(NamedTuple):
    """A term found: how much of it counts (0 when missing), why, and at which words.

    `weight` is what of the term's counts. `beside` tells that only the title, heading or previous
    sentence holds it.
    """

    term: Term
    factor: float = 0.0
    weight: float = 0.0
    origin: Origin | None = None
    places: tuple[int, ...] = ()
    beside: bool = False
    kin: bool = False

    @property
    def inside(self) -> bool:
        """Tell whether the fact's own words hold the term."""
        return bool(self.places)


_match_of = partial(tuple.__new__, Match)  # one a term and candidate: quicker than `Match`


class Sought(NamedTuple):
    """What is looked for in every fact: a term that is missing, and the stems its forms open with.

    `opened` gives the forms that open with a stem, in their order. `again` is the term's stem with
    "re" before it, and `family` how the stems of its family begin.
    """

    missing: Match
    openings: frozenset[str]
    opened: Mapping[str, Sequence[Form]]
    again: str
    family: str


def sought(terms: Sequence[Term]) -> tuple[Sought, ...]:
    """Return what is looked for in every fact: made once a question."""
    return tuple(map(_sought, terms))


def _sought(term: Term) -> Sought:
    asked = term.forms[0].stems[0]
    plain = asked.isalpha()
    again = f"re{asked}" if plain and len(asked) > 2 else ""  # "open" and "reopen"
    has_kin = plain and len(asked) >= KIN_LETTERS and asked not in KEPT_APART
    family = asked[:KIN_LETTERS] if has_kin else ""
    opened: dict[str, list[Form]] = {}
    for form in term.forms:
        opened.setdefault(form.stems[0], []).append(form)
    return Sought(Match(term), frozenset(opened), opened, again, family)


def matches(wanted: Sequence[Sought], evidence: Evidence) -> tuple[Match, ...]:
    """Return how each term is found in the fact."""
    held = evidence.held
    return tuple([_match(one, one.openings & held, evidence) for one in wanted])


def _match(wanted: Sought, held: Set[str], evidence: Evidence) -> Match:
    """Return how a term is found whose forms open with these stems that the fact holds."""
    best = wanted.missing
    if held:  # most words have many forms, of which most facts hold none
        for form in _forms(wanted, held):
            if form.factor > best.factor or not best.places:
                best = _better(best, _found(best.term, form, evidence))
    if not best.places and (wanted.again or wanted.family) and (best.factor < KIN or best.beside):
        return _kin(wanted, evidence) or best
    return best


def _forms(wanted: Sought, held: Set[str]) -> Sequence[Form]:
    """Return the forms that open with any of these stems, in their order."""
    if len(held) == 1:
        return wanted.opened[next(iter(held))]
    return [form for form in wanted.missing.term.forms if form.stems[0] in held]


def _better(best: Match, found: Match | None) -> Match:
    if found is None:
        return best
    inside = found.places and not best.places and found.factor > UNLIKELY
    return found if found.factor > best.factor or inside else best


def _found(term: Term, form: Form, evidence: Evidence) -> Match | None:
    here = evidence.places.get(form.stems[0])
    if here and len(form.stems) == 1:
        weight = term.weight * form.factor
        return _match_of((term, form.factor, weight, form.origin, here, False, False))
    held = [evidence.places.get(stemmed, ()) for stemmed in form.stems]
    if all(held):
        places = _together(held)
        return (
            Match(term, form.factor, term.weight * form.factor, form.origin, places)
            if places
            else None
        )
    if not evidence.held.issuperset(form.stems):
        return None
    return Match(term, form.factor, term.weight * form.factor, form.origin, beside=True)


def _together(held: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return where words that belong together stand near to each other: "took the oath of office".

    "Lost" here and "lives" in another clause say nothing of lives lost.
    """
    for first in held[0]:
        found = [first]
        for places in held[1:]:
            after = next((at for at in places if 0 < at - found[-1] <= TOGETHER), None)
            if after is None:
                break
            found.append(after)
        if len(found) == len(held):
            return tuple(found)
    return ()


def _kin(wanted: Sought, evidence: Evidence) -> Match | None:
    found = evidence.places.get(wanted.again)
    if found is None and wanted.family:
        asked = wanted.missing.term.forms[0].stems[0]
        near = evidence.beginning(wanted.family)
        found = next((evidence.places[s] for s in near if _related(asked, s)), None)
    if found is None:
        return None
    term = wanted.missing.term
    factor = KIN * term.forms[0].factor
    return Match(term, factor, term.weight * factor, Origin.FORM, found, kin=True)


def _related(one: str, other: str) -> bool:
    """Tell whether two stems share a beginning long enough to be of one family."""
    if other in KEPT_APART:
        return False
    shortest = min(len(one), len(other))
    alike = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    return alike >= 0.7 * shortest and len(one) + len(other) <= 3 * alike
