"""What rulings do to an answer: the chosen value is given, the other never alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.views.rulings import Ruled
from db.models import RulingRow
from db.queries.links import corrected_by_notes
from db.queries.quotes import quotes_of_facts
from db.queries.rulings import rulings_around
from db.search.candidates import known_candidates
from db.viewer import Viewer
from facts.answering.answer import answer
from facts.answering.question import Question
from facts.answering.spelling import Vocabulary
from facts.answering.types import Answer, Bearing, RankedFact, Status
from facts.reconcile.corrections import is_note

RULED = "ruled"


def as_ruled(
    session: Session,
    now: datetime,
    question: Question,
    found: Answer,
    rulings: Sequence[RulingRow],
    vocabulary: Vocabulary,
    viewer: Viewer,
) -> Answer:
    """Return an answer as the desk has ruled: what lost a ruling is never given by itself.

    A conflict that is ruled on has its chosen value found. A note of correction is not given where
    the fact that it puts in place can be. A ruling whose chosen fact no longer
    stands, or may not be seen, decides nothing. `rulings` are those of `rulings_of`.
    """
    given = given_as_true(found)
    lost = {**_lost(rulings, given), **_put_right(session, given)}
    missing = sorted(set(lost.values()) - {fact.candidate.fact_id for fact in given})
    known = known_candidates(session, missing, viewer=viewer, now=now)
    chosen = [answer(question, [one], vocabulary, limit=1).facts for one in known]
    given = [*(facts[0] for facts in chosen if facts), *given]
    there = {fact.candidate.fact_id for fact in given}
    losers = {fact_id for fact_id, better in lost.items() if better in there}
    if not losers:
        return found
    return _settled(found, given, losers)


def given_as_true(found: Answer) -> list[RankedFact]:
    """Return the facts that an answer gives as true: the first, and what differs from it."""
    if found.status not in {Status.FOUND, Status.CONFLICT} or not found.facts:
        return []
    return [found.facts[0], *(f for f in found.facts[1:] if f.bearing is Bearing.DIFFERS)]


def rulings_of(session: Session, found: Answer) -> Sequence[RulingRow]:
    """Return the rulings on what an answer gives, and on what may be given in its place."""
    return rulings_around(session, [fact.candidate.fact_id for fact in given_as_true(found)])


def rulings_told(
    session: Session,
    now: datetime,
    fact_id: int,
    *,
    rulings: Sequence[RulingRow],
    viewer: Viewer,
) -> tuple[Ruled, ...]:
    """Return the rulings on a fact with the other side of each, for those who may see both."""
    held = {
        (row.other_id if row.one_id == fact_id else row.one_id): row
        for row in rulings
        if fact_id in (row.one_id, row.other_id)
    }
    if not held:
        return ()
    shown = {quote.fact_id: quote for quote in quotes_of_facts(session, list(held), viewer=viewer)}
    return tuple(
        Ruled(shown[other_id], _verdict(row, fact_id), row.reason, row.made_at.date())
        for other_id, row in held.items()
        if other_id in shown
    )


def _lost(rulings: Sequence[RulingRow], given: list[RankedFact]) -> dict[int, int]:
    """Return which of the given facts lost a ruling, each with the fact that was chosen."""
    ids = {fact.candidate.fact_id for fact in given}
    lost: dict[int, int] = {}
    for row in rulings:
        if row.chosen_id is not None:
            loser = row.other_id if row.chosen_id == row.one_id else row.one_id
            if loser in ids:
                lost[loser] = row.chosen_id
    return lost


def _put_right(session: Session, given: Sequence[RankedFact]) -> dict[int, int]:
    """Return which of the given facts are notes of correction, with what they put in place."""
    shown = [fact.candidate for fact in given]
    notes = [c.fact_id for c in shown if is_note(c.text, (c.title, *c.headings))]
    return corrected_by_notes(session, notes)


def _settled(found: Answer, given: list[RankedFact], losers: set[int]) -> Answer:
    ids = {fact.candidate.fact_id for fact in given}
    kept = [fact for fact in given if fact.candidate.fact_id not in losers]
    lost = [replace(f, bearing=Bearing.NEAR) for f in given if f.candidate.fact_id in losers]
    others = [fact for fact in found.facts if fact.candidate.fact_id not in ids]
    if not kept:  # rulings in a circle decide nothing
        return found
    first = replace(kept[0], bearing=Bearing.ANSWERS)
    rest = [replace(fact, bearing=Bearing.DIFFERS) for fact in kept[1:]]
    status = Status.CONFLICT if rest else Status.FOUND
    facts = (first, *rest, *lost, *others)
    return replace(found, status=status, reason=found.reason if rest else RULED, facts=facts)


def _verdict(row: RulingRow, fact_id: int) -> str:
    if row.chosen_id is None:
        return "both"
    return "chosen" if row.chosen_id == fact_id else "refused"
