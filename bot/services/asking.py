"""A question becomes an answer. This is where questions are answered.

`find` only reads: parse and repair, candidates, score and decide. `ask` keeps question, answer
and the owed message in one short write, before anything is sent.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.services.delivering import Owed, owe
from bot.services.vocabularies import Vocabularies
from bot.views import answers as views
from db.engine import Store
from db.models import AnswerFactRow, AnswerRow, QuestionRow
from db.queries.answers import answered_before, document_count
from db.queries.quotes import quotes
from db.search.candidates import candidates
from db.viewer import Viewer
from facts.answering.answer import answer
from facts.answering.decide import worth_offering
from facts.answering.question import parse, split_questions
from facts.answering.types import Answer, Status
from facts.quote import Quote

SHOWN = 3
# More parts than this in one message are a text, not questions.
MOST_PARTS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A message taken as questions: where it was asked, by whom, and its words."""

    chat_id: int
    message_id: int
    text: str
    person_id: int | None = None
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with the quotes of its facts, best first."""

    answer: Answer
    quotes: tuple[Quote, ...]
    store_version: int


def find(
    session: Session,
    now: datetime,
    *,
    text: str,
    today: date,
    viewer: Viewer,
    vocabularies: Vocabularies,
    limit: int = SHOWN,
) -> Reply:
    """Answer one question from what stands in the store, writing nothing.

    Raises EvidenceBroken when a fact to be shown no longer matches its document.
    """
    version, vocabulary = vocabularies.current(session)
    question = parse(text, vocabulary, today)
    considered = candidates(session, question.search_stems, viewer=viewer, now=now)
    found = answer(question, considered, vocabulary, limit=limit)
    return Reply(found, _quotes(session, found, viewer), version)


def ask(
    store: Store,
    now: datetime,
    *,
    asked: Asked,
    today: date,
    viewer: Viewer,
    vocabularies: Vocabularies,
    worker: str,
) -> list[int]:
    """Answer each question of a message and return the deliveries owed, leased to `worker`.

    A message that was answered before (Telegram repeats updates) owes nothing again.
    """
    parts = split_questions(asked.text)[:MOST_PARTS] or (asked.text,)
    with store.reads.begin() as session:
        if answered_before(session, asked.chat_id, asked.message_id):
            return []
        replies = [
            find(
                session,
                now,
                text=part,
                today=today,
                viewer=viewer,
                vocabularies=vocabularies,
            )
            for part in parts
        ]
        documents = document_count(session, viewer)
    with store.writes.begin() as session:
        if answered_before(session, asked.chat_id, asked.message_id):
            return []
        return [
            _keep(
                session,
                now,
                replace(asked, text=text),
                part,
                reply,
                worker=worker,
                of=documents,
                several=len(parts) > 1,
            )
            for part, (text, reply) in enumerate(zip(parts, replies, strict=True))
        ]


def _quotes(session: Session, found: Answer, viewer: Viewer) -> tuple[Quote, ...]:
    shown = quotes(session, [fact.candidate.passage_id for fact in found.facts], viewer=viewer)
    return tuple(
        replace(quote, answer=fact.answer) for quote, fact in zip(shown, found.facts, strict=True)
    )


def _keep(
    session: Session,
    now: datetime,
    asked: Asked,
    part: int,
    reply: Reply,
    *,
    worker: str,
    of: int,
    several: bool,
) -> int:
    """Write down question, answer and the message owed for it; return the delivery's id."""
    question = QuestionRow(
        chat_id=asked.chat_id,
        thread_id=asked.thread_id,
        message_id=asked.message_id,
        part=part,
        person_id=asked.person_id,
        text=asked.text,
        asked_at=now,
    )
    session.add(question)
    session.flush()
    row = _keep_answer(session, now, question.id, reply)
    message, shown = _message(reply, row.id, of)
    if several:
        message = views.to_part(message, asked.text)
    owed = Owed(
        kind="answer",
        chat_id=asked.chat_id,
        message=message,
        quotes=shown,
        thread_id=asked.thread_id,
        answer_id=row.id,
        reply_to=asked.message_id,  # answers may overtake each other
    )
    return owe(session, now, owed, worker=worker)


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
    )
    session.add(row)
    session.flush()
    session.add_all(
        AnswerFactRow(
            answer_id=row.id,
            rank=rank,
            fact_id=fact.candidate.fact_id,
            passage_id=fact.candidate.passage_id,
            score=fact.score.total,
            parts=dict(fact.score.parts),
            answer_start=fact.answer.start if fact.answer else None,
            answer_end=fact.answer.end if fact.answer else None,
        )
        for rank, fact in enumerate(reply.answer.facts)
    )
    session.flush()
    return row


def _message(reply: Reply, answer_id: int, documents: int) -> tuple[Message, Sequence[Quote]]:
    """Return the message for a reply and the quotes that it shows."""
    found, shown = reply.answer, reply.quotes
    if found.status is Status.FOUND:
        return views.found(shown[0], answer_id, read_as=found.read_as), shown[:1]
    if found.status is Status.CHOICE:
        offered = shown[: len(worth_offering(found.facts))]
        return views.choice(offered, answer_id, read_as=found.read_as), offered
    if found.reason == "not_given" and shown:
        return views.not_given(shown[0], answer_id, read_as=found.read_as), shown[:1]
    if found.reason == "no_words":
        return views.no_words(), ()
    return views.nothing(documents, read_as=found.read_as), ()
