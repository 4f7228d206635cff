"""Why an answer was given, from the rows that were kept with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.delivering import Owed, owe
from bot.services.finding import Reply
from bot.services.keeping import fact_row, grounds
from bot.views.why import Explained, FactExplained, why_message
from db.models import AnswerFactRow, AnswerRow, QuestionRow
from db.queries.answers import answer_being_sent, answer_shown_in, facts_of_answer, latest_answer
from db.queries.quotes import quotes
from db.viewer import EVERYTHING, Viewer
from facts.quote import Quote

COMPARED = 2


@dataclass(frozen=True, slots=True)
class Wondered:
    """Which answer somebody wants explained: by its message, or the last one there."""

    chat_id: int
    thread_id: int | None = None
    message_id: int | None = None
    reply_to: int | None = None


def explain(
    session: Session, now: datetime, *, wondered: Wondered, viewer: Viewer, worker: str
) -> int | None:
    """Owe the explanation of an answer; return the delivery's id, None when there is none."""
    answer = _wanted(session, wondered)
    if answer is None:
        return None
    explained, shown = _explained(session, answer, viewer)
    owed = Owed(
        kind="context",
        chat_id=wondered.chat_id,
        message=why_message(explained),
        quotes=shown,
        thread_id=wondered.thread_id,
        answer_id=answer.id,
        reply_to=wondered.reply_to,
    )
    return owe(session, now, owed, worker=worker)


def explained_reply(reply: Reply) -> Explained:
    """Return why a reply is as it is, without anything having been kept."""
    rows = [fact_row(0, at, fact, reply) for at, fact in enumerate(reply.answer.facts)]
    texts = {quote.passage_id: quote.text for quote in reply.quotes}
    return _made(
        status=reply.answer.status.value,
        reason=reply.answer.reason,
        read_as=reply.answer.read_as,
        asked=reply.question.text,
        decided=grounds(reply),
        rows=rows,
        texts=texts,
        store_version=reply.store_version,
        receipt=None,
    )


def _wanted(session: Session, wondered: Wondered) -> AnswerRow | None:
    if wondered.message_id is not None:
        shown = answer_shown_in(session, wondered.chat_id, wondered.message_id)
        # Its outcome may not be written down yet when somebody is quick to reply.
        return shown or answer_being_sent(session, wondered.chat_id)
    return latest_answer(session, wondered.chat_id, wondered.thread_id)


def _explained(
    session: Session, answer: AnswerRow, viewer: Viewer
) -> tuple[Explained, Sequence[Quote]]:
    rows = list(facts_of_answer(session, answer.id))
    compared = [row.passage_id for row in rows[:COMPARED]]
    shown = quotes(session, compared, viewer=viewer)
    asked = session.get_one(QuestionRow, answer.question_id)
    explained = _made(
        status=answer.status,
        reason=answer.reason,
        read_as=answer.read_as,
        asked=asked.stands_for or asked.text,
        decided=answer.grounds or {},
        rows=rows,
        texts={quote.passage_id: quote.text for quote in shown},
        # It moves with every load: whoever may not see them all is not told how many there were.
        store_version=answer.store_version if viewer == EVERYTHING else None,
        receipt=answer.receipt,
    )
    return explained, shown


def _made(
    *,
    status: str,
    reason: str,
    read_as: str | None,
    asked: str,
    decided: dict[str, Any],
    rows: Sequence[AnswerFactRow],
    texts: dict[int, str],
    store_version: int | None,
    receipt: str | None,
) -> Explained:
    facts = [
        FactExplained(
            text=texts[row.passage_id],
            matched=tuple((w[0], w[1], w[2]) for w in (row.words or {}).get("matched", ())),
            groups=dict((row.words or {}).get("groups", {})),
            lacks=tuple((row.words or {}).get("lacks", ())),
        )
        for row in rows[:COMPARED]
        if row.passage_id in texts
    ]
    return Explained(status, reason, asked, read_as, decided, tuple(facts), store_version, receipt)
