"""What a question asks of every fact alike, worked out once and not for each candidate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facts.answering.evidence import date_sort
from facts.answering.question import Question, Term


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the parts of a score need it; numbers are places among its terms.

    `whole` is the weight of all terms and `names_weigh` that of its `names`. `exact` are numbers
    and dates, `months` the names of months. `little` are its words that tell nothing. `shares`
    gives for each term its share of the whole and what is missing with it: a verb, a head, a
    modifier, or nothing that counts. `modifiers` gives the terms that may stand before another as
    its modifier, with that other one, and their shares. `forms` gives for each term its forms,
    what counts for the most first: how much they count, and the stems that must all be there.
    """

    question: Question
    whole: float
    rarest: int
    names: tuple[int, ...]
    names_weigh: float
    exact: tuple[int, ...]
    months: tuple[int, ...]
    little: tuple[str, ...]
    shares: tuple[tuple[float, str], ...]
    modifiers: tuple[tuple[int, int, float], ...]
    forms: tuple[tuple[tuple[float, frozenset[str]], ...], ...]


def asked_of(question: Question) -> Asked:
    """Return what the question asks of every fact."""
    terms, whole = question.terms, question.weight or 1.0
    shares = tuple((term.weight / whole, _what(question, term)) for term in terms)
    telling = {term.word for term in terms}
    return Asked(
        question=question,
        whole=whole,
        rarest=max(range(len(terms)), key=lambda at: terms[at].weight, default=-1),
        names=tuple(at for at, term in enumerate(terms) if term.name),
        names_weigh=sum(term.weight for term in terms if term.name) or 1.0,
        exact=tuple(at for at, term in enumerate(terms) if term.number or term.date),
        months=tuple(at for at, term in enumerate(terms) if date_sort(term.word) == "month"),
        little=tuple(stem for stem in question.asked if stem not in telling),
        shares=shares,
        modifiers=tuple(_modifiers(terms, shares)),
        forms=tuple(map(_forms, terms)),
    )


def _modifiers(
    terms: Sequence[Term], shares: Sequence[tuple[float, str]]
) -> Iterator[tuple[int, int, float]]:
    heads = {term.place: at for at, term in enumerate(terms)}
    for at, (term, (share, what)) in enumerate(zip(terms, shares, strict=True)):
        head = heads.get(term.place + 1)
        if head is not None and what in {"", "modifier"} and not term.frame:
            yield at, head, share


def _forms(term: Term) -> tuple[tuple[float, frozenset[str]], ...]:
    likely = sorted(term.forms, key=lambda form: -form.factor)
    return tuple((form.factor, frozenset(form.stems)) for form in likely)


def _what(question: Question, term: Term) -> str:
    if term.name or term.number or term.date or term.frame:
        return ""
    if term.place == question.claims.verb:
        return "verb"
    return "head" if term.place in question.heads else "modifier"
