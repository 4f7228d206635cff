"""A question answered from what stands in the store, writing nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.services.ruled import as_ruled, rulings_of
from bot.services.vocabularies import Vocabularies
from db.models import RulingRow
from db.queries.quotes import quotes
from db.search.candidates import candidates, known_candidates
from db.viewer import Viewer
from facts.answering import weights
from facts.answering.answer import answer
from facts.answering.likeness import gist
from facts.answering.phrasing import phrased, with_phrasings
from facts.answering.question import Question, parse
from facts.answering.types import Answer, Candidate, Status
from facts.answering.weights import Thresholds
from facts.quote import Quote
from facts.reconcile.corrections import takes_back

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with the quotes of its facts, best first, and what it was decided on.

    `rulings` are those on its facts; `shown_before` are the facts that were shown for the same
    question before "more" was asked.
    """

    answer: Answer
    quotes: tuple[Quote, ...]
    store_version: int
    question: Question
    thresholds: Thresholds
    rulings: Sequence[RulingRow] = ()
    shown_before: tuple[int, ...] = ()


def find(
    session: Session,
    now: datetime,
    *,
    text: str,
    today: date,
    viewer: Viewer,
    vocabularies: Vocabularies,
    limit: int = SHOWN,
    thresholds: Thresholds | None = None,
) -> Reply:
    """Answer one question from what stands in the store, writing nothing.

    `thresholds` stand in for those in force. Raises EvidenceBroken when a fact to be shown no
    longer matches its document.
    """
    learned = vocabularies.learned(session, viewer)
    question = parse(text, learned.vocabulary, today)
    considered: Sequence[Candidate] = candidates(
        session, question.search_stems, viewer=viewer, now=now
    )
    phrasings = phrased(gist(question), learned.phrasings) if learned.phrasings else None
    if phrasings:
        considered = _with_phrased(session, now, considered, phrasings.keys(), viewer)
        considered = with_phrasings(considered, phrasings)
    bars = thresholds or learned.thresholds or weights.shipped_thresholds()

    def settled(known: Sequence[Candidate]) -> tuple[Answer, Sequence[RulingRow]]:
        found = answer(question, known, learned.vocabulary, limit=limit, thresholds=bars)
        rulings = rulings_of(session, found)
        words = learned.vocabulary
        return as_ruled(session, now, question, found, rulings, words, viewer), rulings

    found, rulings = settled(considered)
    if (wrong := _taken_back(found)) is not None:
        found, rulings = settled([c for c in considered if c.fact_id != wrong])
    quoted = quoted_facts(session, found, viewer)
    return Reply(found, quoted, learned.version, question, bars, rulings)


def shown_as_answer(reply: Reply) -> bool:
    """Tell whether a reply answers: a fact is found, or facts that differ."""
    return bool(reply.quotes) and reply.answer.status in {Status.FOUND, Status.CONFLICT}


def _taken_back(found: Answer) -> int | None:
    """Return the note of correction that is given for what it says to be wrong."""
    first = next(iter(found.facts), None)
    if found.status not in {Status.FOUND, Status.CONFLICT} or first is None:
        return None
    note = first.candidate
    wrong = takes_back(note.text, first.answer, (note.title, *note.headings))
    return note.fact_id if wrong else None


def _with_phrased(
    session: Session,
    now: datetime,
    considered: Sequence[Candidate],
    fact_ids: Iterable[int],
    viewer: Viewer,
) -> list[Candidate]:
    """Add the facts that the wording is known to ask for, which may share no word with it."""
    there = {candidate.fact_id for candidate in considered}
    missing = sorted(set(fact_ids) - there)
    return [*considered, *known_candidates(session, missing, viewer=viewer, now=now)]


def quoted_facts(session: Session, found: Answer, viewer: Viewer) -> tuple[Quote, ...]:
    """Return the quotes of an answer's facts, with the words that answer."""
    shown = quotes(session, [fact.candidate.passage_id for fact in found.facts], viewer=viewer)
    return tuple(
        replace(quote, answer=fact.answer, also=fact.also)
        for quote, fact in zip(shown, found.facts, strict=True)
    )
