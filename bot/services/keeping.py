"""Writing down a question, the answer exactly as given, and the message owed for it."""

import math
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.delivering import Owed, owe
from bot.services.finding import Reply
from bot.views.answers import Telling
from bot.views.replies import compose
from db.models import AnswerFactRow, AnswerRow, QuestionRow
from db.queries.learning import gist_json
from facts.answering import weights
from facts.answering.explain import grouped, matched_words
from facts.answering.likeness import gist
from facts.answering.types import RankedFact


@dataclass(frozen=True, slots=True)
class Asked:
    """A message taken as questions: where it was asked, by whom, and its words.

    `reply_to` is the message of ours that it replies to. `stands_for` is the whole question that
    a follow-up was taken as.
    """

    chat_id: int
    message_id: int
    text: str
    person_id: int | None = None
    thread_id: int | None = None
    reply_to: int | None = None
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A question as written down, what its answer was decided on, and the delivery owed."""

    question: QuestionRow
    grounds: dict[str, Any]
    delivery_id: int


def keep(
    session: Session,
    now: datetime,
    *,
    asked: Asked,
    part: int,
    reply: Reply,
    telling: Telling,
    worker: str | None,
) -> Kept:
    """Write down question, answer and the message owed for it."""
    question = QuestionRow(
        chat_id=asked.chat_id,
        thread_id=asked.thread_id,
        message_id=asked.message_id,
        part=part,
        person_id=asked.person_id,
        text=asked.text,
        asked_at=now,
        stands_for=asked.stands_for,
    )
    session.add(question)
    session.flush()
    row = _keep_answer(session, now, question.id, reply)
    message, shown = compose(reply.answer, reply.quotes, row.id, telling)
    seen = {*reply.shown_before, *(quote.fact_id for quote in shown)}
    row.grounds = {**grounds(reply), "shown": sorted(seen)}
    owed = Owed(
        kind="answer",
        chat_id=asked.chat_id,
        message=message,
        quotes=shown,
        thread_id=asked.thread_id,
        answer_id=row.id,
        reply_to=asked.message_id,  # answers may overtake each other
    )
    return Kept(question, row.grounds or {}, owe(session, now, owed, worker=worker))


def _keep_answer(session: Session, now: datetime, question_id: int, reply: Reply) -> AnswerRow:
    row = AnswerRow(
        question_id=question_id,
        receipt=secrets.token_hex(5),
        status=reply.answer.status.value,
        reason=reply.answer.reason,
        read_as=reply.answer.read_as,
        store_version=reply.store_version,
        chosen_rank=None,
        created_at=now,
        grounds=None,
    )
    session.add(row)
    session.flush()
    session.add_all(
        fact_row(row.id, rank, fact, reply) for rank, fact in enumerate(reply.answer.facts)
    )
    session.flush()
    return row


def fact_row(answer_id: int, rank: int, fact: RankedFact, reply: Reply) -> AnswerFactRow:
    """Return the row of one fact of an answer: what it was chosen for, and what it showed."""
    matched = matched_words(reply.question, fact.candidate)
    return AnswerFactRow(
        answer_id=answer_id,
        rank=rank,
        fact_id=fact.candidate.fact_id,
        passage_id=fact.candidate.passage_id,
        score=fact.score.total,
        parts=dict(fact.score.parts),
        words={
            "matched": [[w.asked, w.how, w.found, w.weight] for w in matched],
            "groups": grouped(fact.score.parts),
            "also": [[span.start, span.end] for span in fact.also],
            "bearing": fact.bearing.value,
            "lacks": list(fact.lacks),
        },
        answer_start=fact.answer.start if fact.answer else None,
        answer_end=fact.answer.end if fact.answer else None,
    )


def grounds(reply: Reply) -> dict[str, Any]:
    """Return what an answer was decided on, as it will be explained later."""
    scores = [fact.score.total for fact in reply.answer.facts]
    both = len(scores) > 1 and min(scores[:2]) > 0
    return {
        "confidence": round(scores[0], 4) if scores else 0.0,
        "lead": round(math.log(scores[0] / scores[1]), 3) if both else None,
        "asked": reply.question.text,
        "gist": gist_json(gist(reply.question)),
        "answer_only_above": reply.thresholds.answer_only_above,
        "offer_above": reply.thresholds.offer_above,
        "thresholds": reply.thresholds.version,
        "weights": weights.VERSION,
    }
