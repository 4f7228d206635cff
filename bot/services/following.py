"""Follow-ups in a chat: which answer they lean on, and what the store says to them."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.services.finding import Reply, find, quoted_facts
from bot.services.keeping import Asked
from bot.services.ruled import rulings_of
from bot.services.vocabularies import Vocabularies
from db.models import AnswerFactRow, AnswerRow, QuestionRow
from db.queries.answers import answer_shown_in, facts_of_answer, latest_answer_to
from db.search.candidates import known_candidates
from db.viewer import Viewer
from facts.answering.followup import FollowUp, Leaning, follow_up
from facts.answering.question import parse
from facts.answering.span import answer_spans
from facts.answering.types import Answer, Bearing, Candidate, RankedFact, Score, Status
from facts.types import Span

FORGOTTEN_AFTER = timedelta(minutes=15)
A_FEW = 3
# "More" looks so many facts down, of those that hold so much of the best one's telling words.
DEEPEST = 30
STILL_TELLING = 0.5


@dataclass(frozen=True, slots=True)
class Subject:
    """The answer that a follow-up leans on, and the whole question that it answered."""

    question: str
    answer: AnswerRow


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, when, and with what the store's words are read."""

    now: datetime
    today: date
    viewer: Viewer
    vocabularies: Vocabularies


def subject_of(session: Session, now: datetime, asked: Asked) -> Subject | None:
    """Return what a follow-up would lean on: the answer replied to, or this person's last one.

    The last one is forgotten after a quarter of an hour; in another chat or thread it is unknown.
    """
    answer = None
    if asked.reply_to is not None:
        answer = answer_shown_in(session, asked.chat_id, asked.reply_to)
    if answer is None:
        answer = latest_answer_to(
            session,
            asked.chat_id,
            asked.thread_id,
            person_id=asked.person_id,
            since=now - FORGOTTEN_AFTER,
        )
    if answer is None:
        return None
    question = session.get_one(QuestionRow, answer.question_id)
    return Subject(question.stands_for or question.text, answer)


def reply_to_follow_up(
    session: Session, asking: Asking, text: str, subject: Subject
) -> tuple[FollowUp, Reply] | None:
    """Return what a follow-up stands for and the reply to it; None when `text` stands alone."""
    follow = follow_up(text, subject.question)
    if follow is None:
        return None
    if follow.leaning is Leaning.MORE:
        return follow, _more(session, asking, follow, subject)
    if follow.leaning in {Leaning.WHO_SAID, Leaning.DETAIL}:
        told = _of_shown(session, asking, follow, subject)
        if told is not None:
            return follow, told
    return follow, _find(session, asking, follow.question)


def _of_shown(session: Session, asking: Asking, follow: FollowUp, subject: Subject) -> Reply | None:
    """Answer from the fact that was shown, if it says what is asked about it."""
    row = _shown_fact(session, subject.answer)
    standing = known_candidates(
        session, [row.fact_id] if row else [], viewer=asking.viewer, now=asking.now
    )
    if row is None or not standing:
        return None
    learned = asking.vocabularies.learned(session, asking.viewer)
    if follow.leaning is Leaning.WHO_SAID:
        spans = _speaker(standing[0])
    else:
        # What the question before named ("in March") is an answer now: then the bare word asks.
        texts = (follow.question, follow.asked)
        asked = (parse(text, learned.vocabulary, asking.today) for text in texts)
        spans = next((words for q in asked if (words := answer_spans(q, standing[0]))), ())
        if not spans:
            return None
    fact = RankedFact(
        candidate=standing[0],
        score=Score(row.score, dict(row.parts)),
        answer=spans[0] if spans else None,
        also=tuple(spans[1:]),
        bearing=Bearing.ANSWERS,
    )
    found = Answer(Status.FOUND, "follow_up", (fact,))
    base = _find(session, asking, follow.question)
    quoted = quoted_facts(session, found, asking.viewer)
    return replace(base, answer=found, quotes=quoted, rulings=rulings_of(session, found))


def _speaker(candidate: Candidate) -> tuple[Span, ...]:
    said = candidate.attribution
    at = candidate.text.find(said.speaker) if said.speaker and said.sure else -1
    return (Span(at, at + len(said.speaker)),) if said.speaker and at >= 0 else ()


def _shown_fact(session: Session, answer: AnswerRow) -> AnswerFactRow | None:
    """Return the one fact that an answer settled on; a choice not made shows none."""
    rank = answer.chosen_rank if answer.status == "choice" else 0
    if rank is None or answer.status == "unknown":
        return None
    return next((row for row in facts_of_answer(session, answer.id) if row.rank == rank), None)


def _more(session: Session, asking: Asking, follow: FollowUp, subject: Subject) -> Reply:
    """Return the next few facts on the subject that were not shown for it yet."""
    deep = _find(session, asking, follow.question, limit=DEEPEST)
    seen = set((subject.answer.grounds or {}).get("shown", ()))
    facts = deep.answer.facts
    enough = STILL_TELLING * facts[0].score.parts.get("telling", 0.0) if facts else 0.0
    left = [
        replace(fact, bearing=Bearing.NEAR)
        for fact in facts
        if fact.candidate.fact_id not in seen and fact.score.parts.get("telling", 0.0) >= enough
    ][:A_FEW]
    status, reason = (Status.CHOICE, "more") if left else (Status.UNKNOWN, "no_more")
    found = Answer(status, reason, tuple(left), deep.answer.read_as)
    quotes = quoted_facts(session, found, asking.viewer)
    return replace(deep, answer=found, quotes=quotes, shown_before=tuple(sorted(seen)))


def _find(session: Session, asking: Asking, text: str, limit: int = A_FEW) -> Reply:
    return find(
        session,
        asking.now,
        text=text,
        today=asking.today,
        viewer=asking.viewer,
        vocabularies=asking.vocabularies,
        limit=limit,
    )
