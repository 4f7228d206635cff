"""Which words of a question a fact holds, in which form and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from facts.answering.evidence import Evidence
from facts.answering.question import Form, Origin, Term

KIN_LETTERS = 5
KIN = 0.45  # oppose and opponent: the same long beginning
UNLIKELY = 0.3  # a form below this does not outweigh the word itself in the title


@dataclass(frozen=True, slots=True)
class Match:
    """A term found: how much of it counts (0 when missing), why, and at which words.

    `beside` tells that only the title, heading or previous sentence holds it.
    """

    term: Term
    factor: float = 0.0
    origin: Origin | None = None
    places: tuple[int, ...] = ()
    beside: bool = False
    kin: bool = False

    @property
    def inside(self) -> bool:
        """Tell whether the fact's own words hold the term."""
        return bool(self.places)


# A term that is missing, and the first stems of all its forms.
Sought = tuple[Match, frozenset[str]]


def sought(terms: Sequence[Term]) -> tuple[Sought, ...]:
    """Return what is looked for in every fact: made once a question."""
    return tuple((Match(term), frozenset(form.stems[0] for form in term.forms)) for term in terms)


def matches(wanted: Sequence[Sought], evidence: Evidence) -> tuple[Match, ...]:
    """Return how each term is found in the fact."""
    return tuple([_match(miss, openings, evidence) for miss, openings in wanted])


def _match(miss: Match, openings: frozenset[str], evidence: Evidence) -> Match:
    best, term = miss, miss.term
    there = not (openings.isdisjoint(evidence.places) and openings.isdisjoint(evidence.beside))
    for form in term.forms if there else ():
        opening = form.stems[0]  # most words have many forms, of which most facts hold none
        if opening not in evidence.places and opening not in evidence.beside:
            continue
        if form.factor > best.factor or not best.places:
            best = _better(best, _found(term, form, evidence))
    if not best.places:
        kin = _kin(term, evidence)
        return kin if kin is not None and (best.factor < KIN or best.beside) else best
    return best


def _better(best: Match, found: Match | None) -> Match:
    if found is None:
        return best
    inside = found.inside and not best.inside and found.factor > UNLIKELY
    return found if found.factor > best.factor or inside else best


def _found(term: Term, form: Form, evidence: Evidence) -> Match | None:
    here = evidence.places.get(form.stems[0])
    if here and len(form.stems) == 1:
        return Match(term, form.factor, form.origin, here)
    held = [evidence.places.get(stemmed, ()) for stemmed in form.stems]
    if all(held):
        return Match(term, form.factor, form.origin, tuple(chain(*held)))
    beside = all(s in evidence.beside or s in evidence.places for s in form.stems)
    return Match(term, form.factor, form.origin, beside=True) if beside else None


def _kin(term: Term, evidence: Evidence) -> Match | None:
    form = term.forms[0]
    asked = form.stems[0]
    if not asked.isalpha():
        return None
    again = f"re{asked}" if len(asked) > 2 else ""  # "open" and "reopen"
    if again in evidence.places:
        return Match(term, KIN * form.factor, Origin.FORM, evidence.places[again], kin=True)
    for stemmed in evidence.beginning(asked[:KIN_LETTERS]) if len(asked) >= KIN_LETTERS else ():
        if _related(asked, stemmed):
            return Match(term, KIN * form.factor, Origin.FORM, evidence.places[stemmed], kin=True)
    return None


def _related(one: str, other: str) -> bool:
    """Tell whether two stems share a beginning long enough to be of one family."""
    shortest = min(len(one), len(other))
    alike = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    return alike >= 0.7 * shortest and len(one) + len(other) <= 3 * alike
