"""A message becomes answers. This is where questions are answered.

Finding only reads; question, answer and the owed message are then kept in one short write, before
anything is sent.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.services.finding import Reply, find
from bot.services.following import Asking, reply_to_follow_up, subject_of
from bot.services.gaps import remember
from bot.services.keeping import Asked, keep
from bot.services.telling import telling_of
from bot.services.vocabularies import Vocabularies
from bot.views.answers import Telling
from db.engine import Store
from db.queries.answers import answered_before, questions_since
from db.viewer import Viewer
from facts.answering.question import split_questions

__all__ = ["Asked", "ask", "asked_too_much"]

# More parts than this in one message are a text, not questions.
MOST_PARTS = 5
LIMIT_SPAN = timedelta(minutes=1)
Answered = tuple[Asked, Reply, Telling]


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
    with store.reads.begin() as session:
        if answered_before(session, asked.chat_id, asked.message_id):
            return []
        asking = Asking(now, today, viewer, vocabularies)
        answered = [_answer(session, asking, part) for part in _parts(asked)]
    with store.writes.begin() as session:
        if answered_before(session, asked.chat_id, asked.message_id):
            return []
        return [
            _keep(session, now, number, each, several=len(answered) > 1, worker=worker)
            for number, each in enumerate(answered)
        ]


def asked_too_much(session: Session, now: datetime, *, asked: Asked, most: int) -> bool:
    """Say whether who asks has asked all that one may ask in a minute.

    Those who ask in a chat's own name are one.
    """
    since = now - LIMIT_SPAN
    return questions_since(session, asked.chat_id, asked.person_id, since) >= most


def _keep(
    session: Session,
    now: datetime,
    part: int,
    answered: Answered,
    *,
    several: bool,
    worker: str,
) -> int:
    asked, reply, telling = answered
    if several:
        telling = replace(telling, asked=asked.text)
    kept = keep(session, now, asked=asked, part=part, reply=reply, telling=telling, worker=worker)
    if telling.may_wait:
        remember(session, now, asked=kept.question, grounds=kept.grounds)
    return kept.delivery_id


def _parts(asked: Asked) -> Sequence[Asked]:
    texts = split_questions(asked.text)[:MOST_PARTS] or (asked.text,)
    return [replace(asked, text=text) for text in texts]


def _answer(session: Session, asking: Asking, asked: Asked) -> Answered:
    subject = subject_of(session, asking.now, asked)
    followed = reply_to_follow_up(session, asking, asked.text, subject) if subject else None
    if followed is not None:
        follow, reply = followed
        telling = telling_of(session, asking.now, reply, viewer=asking.viewer)
        asked = replace(asked, stands_for=follow.question)
        return asked, reply, replace(telling, about=follow.about)
    reply = find(
        session,
        asking.now,
        text=asked.text,
        today=asking.today,
        viewer=asking.viewer,
        vocabularies=asking.vocabularies,
    )
    return asked, reply, telling_of(session, asking.now, reply, viewer=asking.viewer)
