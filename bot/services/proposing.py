"""What an editor is shown before a fact is taken back: nothing is changed by it."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.correcting import Wish, check, fact_to_correct
from bot.services.desk import Statement, note_of
from bot.views.corrections import Wished
from bot.views.texts import say
from db.queries.reach import reach_of
from db.queries.statements import facts_shown_in
from db.viewer import Viewer


def facts_in_message(
    session: Session, now: datetime, *, chat_id: int, message_id: int
) -> list[int]:
    """Return the facts that a message of ours shows and that stand, in the order of the answer."""
    return facts_shown_in(session, chat_id, message_id)


def draft_wish(session: Session, now: datetime, *, wish: Wish, viewer: Viewer) -> Wished:
    """Return what taking a fact back would do; raises as `take_back` would."""
    old = check(session, now, wish=wish, viewer=viewer)
    by = fact_to_correct(session, now, fact_id=wish.by, viewer=viewer) if wish.by else None
    if wish.words is not None:
        note_of(now, Statement(wish.words, say("desk-correction"), wish.actor, wish.day))
    shown = reach_of(session, wish.fact_id, now).shown
    return Wished(old, wish.words, by, wish.reason, shown)
