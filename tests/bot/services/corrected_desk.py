"""Short ways to show a fact to chats, to take it back, and to read what they are told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from bot.services.changes import owe_changes
from bot.services.correcting import Corrected, Wish, give_back, take_back
from bot.services.finding import Reply, find
from bot.services.mendings import owe_mendings
from bot.services.vocabularies import Vocabularies
from bot.services.withdrawals import owe_withdrawals
from db.engine import Store
from db.models import DeliveryRow, FactRow
from db.viewer import EVERYTHING, Viewer
from tests.bot.services.digest_desk import send_all

WRONG = "The ferry made 30 crossings in May."
RIGHT = "The ferry made 31 crossings in May."
DAY = date(2026, 11, 24)


def fact_named(store: Store, text: str) -> FactRow:
    """The last fact with these words."""
    with store.reads.begin() as session:
        named = select(FactRow).where(FactRow.text == text).order_by(FactRow.id.desc())
        return session.scalars(named).first() or FactRow(id=0)


def correct(
    store: Store,
    now: datetime,
    *,
    fact_id: int = 1,
    words: str | None = RIGHT,
    by: int | None = None,
    reason: str = "miscounted",
    actor: str = "7",
) -> Corrected:
    """Correct a fact with words or by a fact; with neither, withdraw it."""
    wish = Wish(fact_id, reason, actor, DAY, words, by)
    with store.writes.begin() as session:
        return take_back(session, now, wish=wish, viewer=EVERYTHING)


def undo_it(store: Store, now: datetime, fact_id: int = 1) -> None:
    with store.writes.begin() as session:
        give_back(session, now, fact_id=fact_id, actor="7")


def asked(store: Store, now: datetime, text: str) -> Reply:
    with store.reads.begin() as session:
        return find(
            session,
            now,
            text=text,
            today=now.date(),
            viewer=Viewer(),
            vocabularies=Vocabularies(),
        )


def tick(store: Store, now: datetime, since: datetime | None = None) -> int:
    """What a tick owes: changes, and what was withdrawn or put right."""
    owed = 0
    for owe in (owe_changes, owe_withdrawals, owe_mendings):
        with store.writes.begin() as session:
            owed += owe(session, now, since=since, zone=ZoneInfo("UTC"))
    return owed


def told(store: Store, now: datetime) -> list[str]:
    """Send what is due; return new messages, and edits with a ✎ before them."""
    return [
        ("✎" if row.edits_message_id else "") + row.body["html"]
        for row in send_all(store, now, edits=True)
    ]


def pend(store: Store) -> None:
    """Give every lease back, so that anybody sends."""
    with store.writes.begin() as session:
        leased = update(DeliveryRow).where(DeliveryRow.state == "leased")
        session.execute(leased.values(state="pending", worker=None, lease_until=None))
