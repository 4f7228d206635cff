"""What a chat was owed and never got is new to it again, once it is briefed again."""

from datetime import datetime

from sqlalchemy import select

from bot.ports import Fate, Outcome
from bot.services.delivering import Sent, claim_due, mark_sending, record_outcomes
from bot.services.digesting import prepare_now
from bot.services.membership import join
from bot.services.outbox import give_up
from bot.services.subscribing import activate, pause
from db.engine import Store
from db.models import DeliveryRow, SubscriptionRow
from tests.bot.services.corrected_desk import RIGHT, WRONG, correct
from tests.bot.services.digest_desk import READER, at, morning, prepare, send_all, subscription
from tests.factories import load_text

BLOCKED = Outcome(Fate.NEVER, reason="bot was blocked by the user", blocked=True)
UNKNOWN = Outcome(Fate.UNKNOWN, reason="the answer was lost")
LONG = "The ferry {} made {} crossings, " + "and the harbour office counted them all again, " * 12


def subscribed(store: Store, number: int, now: datetime, *, active: bool) -> None:
    with store.writes.begin() as session:
        row = session.get_one(SubscriptionRow, number)
        if active:
            activate(session, now, row)
        else:
            pause(session, now, row)


def send_one(store: Store, now: datetime, outcome: Outcome) -> int:
    """Send what is due first, with this outcome; return the delivery."""
    with store.writes.begin() as session:
        number = claim_due(session, now, worker="w")[0].delivery_id
        mark_sending(session, now, delivery_ids=[number], worker="w")
        record_outcomes(session, now, sent=[Sent(number, outcome)], worker="w")
    return number


def test_digest_called_off_by_a_pause_is_told_with_the_next(store: Store, harbour: None) -> None:
    number = subscription(store)
    prepare(store, at(24))
    subscribed(store, number, at(24, "08:01"), active=False)
    assert send_all(store, at(24, "08:02")) == []
    subscribed(store, number, at(24, "09:00"), active=True)
    [first] = morning(store, at(25))
    assert first.startswith("<b>Everything</b> · 4 facts to begin with\n")


def test_digest_refused_by_a_chat_that_blocks_is_told_once_it_is_back(
    store: Store, harbour: None
) -> None:
    subscription(store)
    prepare(store, at(24))
    send_one(store, at(24), BLOCKED)
    assert morning(store, at(25)) == []
    with store.writes.begin() as session:
        join(session, at(25, "10:00"), chat_id=READER, kind="private", title="Rita")
    [first] = morning(store, at(26))
    assert "4 facts to begin with" in first


def test_only_the_part_that_did_not_arrive_is_told_again(store: Store) -> None:
    lines = [LONG.format(name, n) + "." for n, name in enumerate("ABCDEFGHIJKL", start=1)]
    load_text(store, "\n\n".join(lines) + "\n")
    number = subscription(store, length="full", mark=0)
    prepare(store, at(24))
    send_one(store, at(24), Outcome(Fate.SENT, message_id=5))
    with store.reads.begin() as session:
        first = session.scalars(select(DeliveryRow).order_by(DeliveryRow.id)).first()
    assert first is not None
    subscribed(store, number, at(24, "08:01"), active=False)
    subscribed(store, number, at(24, "09:00"), active=True)
    again = "\n".join(morning(store, at(25)))
    told = [name for name in "ABCDEFGHIJKL" if f"The ferry {name} made" in again]
    seen = [name for name in "ABCDEFGHIJKL" if f"The ferry {name} made" in first.body["html"]]
    assert seen
    assert told
    assert sorted(seen + told) == list("ABCDEFGHIJKL")


def test_briefing_asked_for_while_paused_tells_what_was_called_off(
    store: Store, harbour: None
) -> None:
    number = subscription(store)
    prepare(store, at(24))
    subscribed(store, number, at(24, "08:01"), active=False)
    with store.writes.begin() as session:
        row = session.get_one(SubscriptionRow, number)
        [owed] = prepare_now(session, at(24, "09:00"), row=row, worker="w")
        assert "4 facts to begin with" in session.get_one(DeliveryRow, owed).body["html"]


def test_correction_told_by_a_digest_that_was_called_off_is_told_by_the_next(store: Store) -> None:
    load_text(store, WRONG + "\n", name="first.txt")
    number = subscription(store)
    morning(store, at(24))
    correct(store, at(24, "10:00"))
    prepare(store, at(25))
    subscribed(store, number, at(25, "08:01"), active=False)
    send_all(store, at(25, "08:02"))
    subscribed(store, number, at(25, "09:00"), active=True)
    [told] = morning(store, at(26))
    assert "1 corrected" in told
    assert RIGHT.split()[3] in told
    assert morning(store, at(27)) == ["Nothing new on Everything. Last document: Tuesday."]


def test_digest_of_unknown_fate_that_was_given_up_is_not_told_again(
    store: Store, harbour: None
) -> None:
    number = subscription(store)
    prepare(store, at(24))
    owed = send_one(store, at(24), UNKNOWN)
    with store.writes.begin() as session:
        give_up(session, at(24, "08:05"), delivery_id=owed, actor="7")
    subscribed(store, number, at(24, "08:10"), active=False)
    subscribed(store, number, at(24, "09:00"), active=True)
    assert morning(store, at(25)) == ["Nothing new on Everything."]
