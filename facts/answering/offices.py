"""Whose office is asked about: "Azerbaijani President" is not Armenia's."""

import re
from collections.abc import Iterator, Sequence

from facts.answering.evidence import Evidence
from facts.answering.identity import names_asked
from facts.answering.language import word_set
from facts.answering.lexicon import ANYBODY, BE, DETERMINERS, PREPOSITIONS, geographic, is_person
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.extraction.namewords import LOWER_TITLES
from facts.types import NameKind, Span

_QUOTED = re.compile(r"[\"“«][^\"“”«»]{3,}(?:[\"”»]|$)")
# No two of them are one and the same person's.
_HIGH_OFFICES = word_set(
    "king queen emperor empress sultan emir president premier minister chancellor pope patriarch "
    "ambassador governor mayor"
)
_OWNER = re.compile(r"\w+(?:['’]s|s['’])\s\w")
_MOST_BETWEEN = 3  # words between whose an office is and the office, or within a thing's name


@only_where(lambda q: q.claims.held)
def offices(seen: Seen) -> Iterator[Lacking]:
    """Ask that an office belongs to the one named: "Azerbaijani President" is not Armenia's."""
    for office, owners in seen.question.claims.held:
        at = seen.inside(office)
        if at and not any(_belongs(seen, place, owners) for place in at):
            yield Lacking(Lack.HOLDER, seen.shown(owners))


@only_where(lambda q: q.claims.verb is None and q.small.startswith("who"))
def callings(seen: Seen) -> Iterator[Lacking]:
    """Ask of "who is the general secretary of the union" that the fact itself speaks of one."""
    question, typed = seen.question, seen.question.lowered
    ends = next((at for at, word in enumerate(typed) if word in PREPOSITIONS), len(typed))
    terms = {at: match.term for at, match in seen.matches.items() if at < ends}
    asked = [
        at
        for at, term in terms.items()
        if is_person(term.word) and not term.name and term.word not in ANYBODY
    ]
    if not asked or names_asked(question, seen.evidence, seen.matches.values()):
        return
    if not any(seen.inside(at) for at in asked):
        yield Lacking(Lack.ROLE, seen.shown(asked), open=True)
        return
    named = typed[0] == "whose" or _names_somebody(seen)
    if not named or all(_only_quoted(seen, at) for at in asked):
        yield Lacking(Lack.ANSWER, question.kind.in_words, open=True)


@only_where(lambda q: q.claims.verb is not None and q.holds(_HIGH_OFFICES))
def other_offices(seen: Seen) -> Iterator[Lacking]:
    """Tell a minister whom somebody met from the king about whom it is asked."""
    words, taken = seen.evidence.words, seen.taken
    others = {at for at, word in enumerate(words) if word.folded in _HIGH_OFFICES} - taken
    for place in seen.asked(_HIGH_OFFICES):
        if others and place in seen.matches and not seen.borne(place):
            yield Lacking(Lack.ROLE, seen.shown([place]), open=True)


def _subject(question: Question) -> int | None:
    """Return where the thing stands of which something is asked: "when is the library shut"."""
    typed, verb = question.lowered, question.claims.verb
    if verb is None:
        return None
    starts = range(max(verb - _MOST_BETWEEN - 2, 0), verb - 2)
    asked = any(typed[at] in BE and typed[at + 1] in DETERMINERS for at in starts)
    return verb - 1 if asked else None


@only_where(lambda q: _subject(q) is not None)
def owned_subjects(seen: Seen) -> Iterator[Lacking]:
    """Tell what belongs to the asked thing from it: "the embassy's street is closed"."""
    subject, evidence = _subject(seen.question), seen.evidence
    if subject is None:
        return
    held = seen.inside(subject)
    owners = [at for at in held if _OWNER.match(evidence.text, evidence.begins(at))]
    if owners and len(owners) == len(held) and seen.taken.isdisjoint(at + 1 for at in owners):
        yield Lacking(Lack.HOLDER, seen.shown([subject]), open=True)


def _only_quoted(seen: Seen, asked: int) -> bool:
    """Tell whether only words that name nobody speak of it: '"Our customer left," said Roe'."""
    evidence = seen.evidence
    said = [quote.span() for quote in _QUOTED.finditer(evidence.text)]
    starts = [evidence.begins(at) for at in seen.inside(asked)]
    inside = [next((q for q in said if q[0] <= start < q[1]), None) for start in starts]
    named = (name for name in evidence.names for q in inside if q and q[0] <= name.start < q[1])
    return bool(inside) and all(inside) and not any(named)


def _names_somebody(seen: Seen) -> bool:
    """Tell whether a fact names anything but places besides what the question names."""
    asked = seen.taken
    named = (n for n in seen.candidate.names if n.kind is not NameKind.PLACE)
    spans = (seen.evidence.within(Span(name.start, name.end)) for name in named)
    return not seen.candidate.names or any(not asked.issuperset(places) for places in spans)


def _belongs(seen: Seen, office: int, owners: Sequence[int]) -> bool:
    """Tell whether the office at a place of the fact is the asked owner's, or nobody's."""
    owned = {i for owner in owners for i in seen.inside(owner)}
    near = _owner_of(seen.evidence, office)
    if near is None:
        return bool(owned) or all(seen.borne(owner) for owner in owners)
    return bool(owned & set(near))


def _owner_of(evidence: Evidence, office: int) -> list[int] | None:
    """Return the words that name whose an office is: before it, or after "of" and "for"."""
    found = evidence.words
    following = [w.folded for w in found[office + 1 : office + 2]]
    names = [n for n in evidence.names if not _is_title(evidence, n)]
    if following and following[0] in {"of", "for"}:
        ahead = [i for n in names for i in evidence.within(n) if office + 2 <= i <= office + 5]
        return ahead or None
    named = office + 1
    while found[named : named + 1] and evidence.text[found[named].start].isupper():
        named += 1
    if named > office + 1 and [w.folded for w in found[named : named + 1]] == ["of"]:
        # "Mayor Ilse Brandt of Velden"
        return [i for n in names for i in evidence.within(n) if named < i <= named + 3] or None
    start = office
    while start > 0 and _joins(found[start - 1].folded):
        start -= 1
    before = [i for n in names for i in evidence.within(n) if i == start - 1]
    before = before or _possessor(evidence, names, start)
    before += [start - 1] if start and found[start - 1].folded in geographic() else []
    return before or None


def _possessor(evidence: Evidence, names: Sequence[Span], office: int) -> list[int]:
    """Return the words of Velden in "Velden's deputy energy minister"."""
    start = office
    while start > max(0, office - _MOST_BETWEEN) and _is_lower(evidence, start - 1):
        start -= 1
    owner = start - 1  # "Velden's" is one word, longer than the name
    whose = (n for n in names if evidence.text.startswith(("'s ", "’s "), n.end))
    return [owner for n in whose if owner >= 0 and n.start <= evidence.begins(owner) < n.end]


def _is_lower(evidence: Evidence, at: int) -> bool:
    return evidence.text[evidence.begins(at)].islower()


def _joins(folded: str) -> bool:
    return folded in LOWER_TITLES | {"prime", "foreign", "defence", "defense", "interior", "vice"}


def _is_title(evidence: Evidence, span: Span) -> bool:
    inside = evidence.within(span)
    return bool(inside) and all(_joins(evidence.word_at(i)) for i in inside)


RULES: tuple[Rule, ...] = (offices, callings, other_offices, owned_subjects)
