"""Gaps as an editor works through them: a page, one gap with its nearest facts, an own answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.services.desk import Statement, state
from bot.services.finding import find
from bot.services.gaps import GapRefused, Settled, close
from bot.services.vocabularies import Vocabularies
from bot.views.texts import say
from db.queries.gaps import OPEN, GapCount, askings_of, counted_gaps, gap_locked, waiting_for
from db.viewer import Viewer
from facts.quote import Quote

A_PAGE, MOST_PAGED = 5, 300
MOST_WORDINGS = 5


@dataclass(frozen=True, slots=True)
class GapCard:
    """An open gap: how it was asked, by how many, who waits, and the facts nearest to it."""

    gap_id: int
    text: str
    wordings: tuple[str, ...]
    people: int
    waiting: int
    nearest: tuple[Quote, ...]


def gap_page(session: Session, now: datetime, *, page: int) -> tuple[Sequence[GapCount], int]:
    """Return one page of the open gaps, the most asked first, and how many pages there are."""
    counted = counted_gaps(session, most=MOST_PAGED)
    pages = max(1, -(-len(counted) // A_PAGE))
    page = min(page, pages - 1)
    return counted[page * A_PAGE : (page + 1) * A_PAGE], pages


def gap_card(
    session: Session, now: datetime, *, gap_id: int, viewer: Viewer, vocabularies: Vocabularies
) -> GapCard:
    """Return an open gap with the facts nearest to it; raise GapRefused when it is not open."""
    count = next((c for c in counted_gaps(session, most=MOST_PAGED) if c.gap.id == gap_id), None)
    if count is None:
        raise GapRefused(say("gap-not-open", id=str(gap_id)))
    gap = count.gap
    asked = [question.stands_for or question.text for question in askings_of(session, gap.id)]
    reply = find(
        session,
        now,
        text=gap.text,
        today=now.date(),
        viewer=viewer,
        vocabularies=vocabularies,
    )
    others = [text for text in dict.fromkeys(asked) if text != gap.text]
    wordings = tuple(others[:MOST_WORDINGS])
    return GapCard(gap.id, gap.text, wordings, count.people, count.waiting, reply.quotes)


def answer_with_words(
    session: Session, now: datetime, *, gap_id: int, words: str, actor: str, day: date
) -> Settled:
    """Answer a gap by a statement of the desk, and tell those who wait.

    Raises GapRefused when it is not open, StatementRefused for words that cannot be quoted.
    """
    gap = gap_locked(session, gap_id)
    if gap is None or gap.state != OPEN:
        raise GapRefused(say("gap-not-open", id=str(gap_id)))
    before = len(waiting_for(session, gap_id))
    statement = Statement(words, say("desk-statement"), actor, day)
    stated = state(session, now, statement=statement)
    session.refresh(gap)
    if gap.state == OPEN:  # the statement alone does not answer it as it was asked
        close(session, now, gap_id=gap_id, actor=actor, fact_id=stated.fact_id)
    return Settled(before - len(waiting_for(session, gap_id)))
