"""Which words of a question a fact holds, in which form and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from facts.answering.evidence import Evidence
from facts.answering.question import Form, Origin, Question, Term

KIN = 0.45  # oppose and opponent: the same long beginning
SHORTEST_KIN = 5


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


def matches(question: Question, evidence: Evidence) -> tuple[Match, ...]:
    """Return how each term of the question is found in the fact, in the question's order."""
    return tuple(_match(term, evidence) for term in question.terms)


def _match(term: Term, evidence: Evidence) -> Match:
    best = Match(term)
    for form in term.forms:
        found = _found(term, form, evidence)
        if found.factor > best.factor or (found.inside and not best.inside and found.factor > 0.3):
            best = found
    if not best.inside:
        kin = _kin(term, evidence)
        return kin if kin is not None and (best.factor < KIN or best.beside) else best
    return best


def _found(term: Term, form: Form, evidence: Evidence) -> Match:
    places: list[int] = []
    for stemmed in form.stems:
        here = evidence.places.get(stemmed)
        if not here:
            beside = all(s in evidence.beside or s in evidence.places for s in form.stems)
            return Match(term, form.factor if beside else 0.0, form.origin, beside=beside)
        places.extend(here)
    return Match(term, form.factor, form.origin, tuple(places))


def _kin(term: Term, evidence: Evidence) -> Match | None:
    for form in term.forms[:1]:
        asked = form.stems[0]
        if len(asked) >= SHORTEST_KIN and asked.isalpha():
            for stemmed, places in evidence.places.items():
                if _related(asked, stemmed):
                    return Match(term, KIN * form.factor, Origin.FORM, places, kin=True)
    return None


def _related(one: str, other: str) -> bool:
    """Tell whether two stems share a beginning long enough to be of one family."""
    shortest = min(len(one), len(other))
    if shortest < SHORTEST_KIN or one[:4] != other[:4]:
        return False
    alike = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    return alike >= SHORTEST_KIN and alike >= 0.7 * shortest and len(one) + len(other) <= 3 * alike


def inside(found: tuple[Match, ...]) -> Iterator[Match]:
    """Yield the matches that the fact's own words hold."""
    return (match for match in found if match.inside)
