"""Golden questions as an editor keeps them in a chat: one made of an answer, and pages of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.evaluating import Golden
from bot.services.golden import GoldenRefused, keep_golden
from bot.views.texts import say
from db.models import AnswerRow, GoldenQuestionRow, QuestionRow
from db.queries.answers import answer_in_chat, answer_shown_in, facts_of_answer
from db.queries.golden import golden_rows
from db.queries.quotes import quotes
from db.viewer import Viewer
from facts.answering.types import Status

A_PAGE = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer would be kept as: the question, and the words that shall answer it."""

    answer_id: int
    question: str
    words: str


def wanted_in(session: Session, now: datetime, *, chat_id: int, message_id: int) -> Wanted:
    """Return what the answer in a message would be kept as; raises GoldenRefused."""
    return _wanted(session, answer_shown_in(session, chat_id, message_id))


def keep_answer(
    session: Session, now: datetime, *, answer_id: int, chat_id: int, actor: str
) -> Wanted:
    """Keep the question of an answer that was given in this chat; raises GoldenRefused."""
    wanted = _wanted(session, answer_in_chat(session, answer_id, chat_id))
    questions = [Golden(wanted.question, (wanted.words,))]
    if keep_golden(session, now, questions=questions, actor=actor) == (0, 0):
        raise GoldenRefused(say("golden-kept-before"))
    return wanted


def golden_page(
    session: Session, now: datetime, *, page: int
) -> tuple[Sequence[GoldenQuestionRow], int, int]:
    """Return a page of the golden questions kept, its number, and how many pages there are."""
    rows = golden_rows(session)
    pages = max(1, -(-len(rows) // A_PAGE))
    page = min(page, pages - 1)
    return rows[page * A_PAGE : (page + 1) * A_PAGE], page, pages


def _wanted(session: Session, answer: AnswerRow | None) -> Wanted:
    rank = answer.chosen_rank if answer is not None else None
    settled = answer is not None and (answer.status == Status.FOUND.value or rank is not None)
    if answer is None or not settled:
        raise GoldenRefused(say("golden-no-answer"))
    asked = session.get_one(QuestionRow, answer.question_id)
    facts = facts_of_answer(session, answer.id)
    fact = next((each for each in facts if each.rank == (rank or 0)), None)
    # Everybody's view is what they are asked with.
    shown = quotes(session, [fact.passage_id], viewer=Viewer()) if fact else []
    if not shown or not shown[0].standing:
        raise GoldenRefused(say("golden-not-public"))
    return Wanted(answer.id, asked.stands_for or asked.text, shown[0].text)
