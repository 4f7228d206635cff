"""Golden questions asked of the store: right, wrong or abstained; nothing is written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.services.finding import Reply, find
from bot.services.vocabularies import Vocabularies
from db.viewer import Viewer
from facts.answering.types import Status
from facts.quote import Quote
from facts.text import fold

RIGHT, WRONG, ABSTAINED = "right", "wrong", "abstained"


@dataclass(frozen=True, slots=True)
class Golden:
    """A question with the ids of its facts, or words that the fact must hold; none: no answer."""

    question: str
    facts: tuple[str, ...]
    kind: str = "all"


@dataclass(slots=True)
class Tally:
    """Outcomes of one kind of question.

    `first` and `in_three` count the answerable questions whose fact ranks first, and among the
    first three, whatever was decided.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    answerable: int = 0
    first: int = 0
    in_three: int = 0


def evaluate(
    session: Session,
    now: datetime,
    *,
    questions: Iterable[Golden],
    today: date,
    viewer: Viewer,
    vocabularies: Vocabularies,
) -> dict[str, Tally]:
    """Ask every question; return the tallies by kind, with "all" over everything."""
    tallies: dict[str, Tally] = {"all": Tally()}
    for golden in questions:
        reply = find(
            session,
            now,
            text=golden.question,
            today=today,
            viewer=viewer,
            vocabularies=vocabularies,
        )
        for kind in dict.fromkeys(("all", golden.kind)):
            _count(tallies.setdefault(kind, Tally()), golden, reply)
    return tallies


def outcome(golden: Golden, reply: Reply) -> str:
    """Return whether a reply is right, wrong, or abstained from answering.

    A question without an answer is answered rightly by Unknown, and wrongly only by a fact that
    is given as found.
    """
    status = reply.answer.status
    if not golden.facts:
        wrong = status in {Status.FOUND, Status.CONFLICT}
        return WRONG if wrong else RIGHT if status is Status.UNKNOWN else ABSTAINED
    if status is Status.FOUND:
        return RIGHT if meant(golden, reply.quotes[0]) else WRONG
    return ABSTAINED


def _count(tally: Tally, golden: Golden, reply: Reply) -> None:
    tally.outcomes[outcome(golden, reply)] += 1
    if golden.facts:
        tally.answerable += 1
        tally.first += _anymeant(golden, reply.quotes[:1])
        tally.in_three += _anymeant(golden, reply.quotes[:3])


def _anymeant(golden: Golden, quotes: Sequence[Quote]) -> bool:
    return any(meant(golden, quote) for quote in quotes)


def meant(golden: Golden, quote: Quote) -> bool:
    """Tell whether a fact is one that a golden question asks for."""
    names = {str(quote.fact_id), quote.external_id}
    words = fold(quote.text)
    return any(wanted in names or fold(wanted) in words for wanted in golden.facts)
