"""A fact taken back with nothing in its place reaches every chat that was shown it, once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.services.undoing import undo
from bot.services.withdrawals import owe_withdrawals
from db.engine import Store
from db.models import DeliveryRow, FactRow
from tests.bot.services.corrected_desk import correct, undo_it
from tests.bot.services.digest_desk import at, morning, prepare, send_all, subscription
from tests.bot.services.test_asking import CHAT, put
from tests.factories import load_text

FERRY = "The ferry made 30 crossings in May.\n"
BRIDGE = "The bridge was opened in June by the mayor.\n"
STRUCK = "<s>The ferry made 30 crossings in May.</s>"
CRANES = "The harbour has four cranes and one lighthouse.\n"
QUIET = {"quiet_from": "22:00", "quiet_to": "07:00"}


def tell(store: Store, now: datetime) -> int:
    with store.writes.begin() as session:
        return owe_withdrawals(session, now, since=None, zone=ZoneInfo("UTC"))


def take_back(store: Store, now: datetime, load_id: int = 1) -> None:
    with store.writes.begin() as session:
        undo(session, now, load_id=load_id, actor="test")


def told(store: Store, now: datetime) -> list[str]:
    return [row.body["html"] for row in send_all(store, now)]


@pytest.fixture
def reader(store: Store) -> Store:
    """A chat that was shown the fact in its first digest, and is told at once."""
    load_text(store, FERRY, name="first.txt")
    subscription(store, corrections="at_once")
    morning(store, at(24))
    return store


def test_undone_load_is_told_at_once_and_once(reader: Store) -> None:
    take_back(reader, at(24, "10:00"))
    assert [tell(reader, at(24, "10:01")) for _ in range(2)] == [1, 0]
    [notice] = told(reader, at(24, "10:02"))
    assert notice.startswith(f"<b>Withdrawn</b> · you saw this today\n{STRUCK}\n")
    assert notice.endswith("no longer stands: the desk took its document back")
    assert tell(reader, at(25)) == 0


def test_fact_of_two_documents_is_told_only_when_the_last_is_taken_back(store: Store) -> None:
    load_text(store, FERRY, name="first.txt")
    load_text(store, f"{FERRY}\n{BRIDGE}", name="second.txt")
    subscription(store, corrections="at_once")
    assert FERRY.strip() in morning(store, at(24))[0]
    take_back(store, at(24, "10:00"), load_id=1)
    assert tell(store, at(24, "10:01")) == 0
    take_back(store, at(24, "11:00"), load_id=2)
    assert tell(store, at(24, "11:01")) == 1
    [notice] = told(store, at(24, "11:02"))
    assert notice.count(STRUCK) == 1


def test_withdrawal_comes_with_the_digest_where_that_was_chosen(store: Store) -> None:
    load_text(store, FERRY, name="first.txt")
    subscription(store)
    morning(store, at(24))
    take_back(store, at(24, "10:00"))
    load_text(store, BRIDGE, name="second.txt")
    assert tell(store, at(24, "10:01")) == 0
    [second] = morning(store, at(25))
    assert second.startswith("<b>Everything</b> · 1 withdrawn, 1 new\n<b>Withdrawn</b>")
    assert STRUCK in second
    assert "Withdrawn" not in "".join(morning(store, at(26)))


def test_withdrawal_alone_makes_a_digest(store: Store) -> None:
    load_text(store, FERRY, name="first.txt")
    subscription(store)
    morning(store, at(24))
    take_back(store, at(24, "10:00"))
    [second] = morning(store, at(25))
    assert second.startswith("<b>Everything</b> · 1 withdrawn\n")


def test_fact_gone_from_a_new_content_is_told(store: Store) -> None:
    kept = "The harbour counted 800 sailing boats in the summer of 2025."
    text = f"Harbour report\n\n{kept}\n\nThe old lighthouse will be sold to a private buyer.\n"
    load_text(store, text, name="h.txt", outlet="Wire", published=date(2025, 6, 1))
    subscription(store, corrections="at_once")
    morning(store, at(24))
    anew = f"Harbour report\n\n{kept}\n"
    load_text(store, anew, name="h.txt", outlet="Wire", published=date(2025, 6, 1))
    with store.writes.begin() as session:
        ended = update(FactRow).where(FactRow.live_until.is_not(None))
        session.execute(ended.values(live_until=at(24, "10:00")))
    assert tell(store, at(24, "10:01")) == 1
    [notice] = told(store, at(24, "10:02"))
    assert "<s>The old lighthouse will be sold to a private buyer.</s>" in notice
    assert kept not in notice


def test_asked_question_is_taken_back_without_a_subscription(store: Store) -> None:
    load_text(store, FERRY, name="first.txt")
    put(store, "How many crossings did the ferry make in May?")
    with store.writes.begin() as session:
        session.execute(update(DeliveryRow).values(state="pending"))
    send_all(store, at(24))
    take_back(store, at(24, "10:00"))
    assert tell(store, at(24, "10:01")) == 1
    assert [row.chat_id for row in send_all(store, at(24, "10:02"))] == [CHAT]


def test_withdrawal_waits_for_the_end_of_quiet_hours_and_goes_to_the_thread(store: Store) -> None:
    load_text(store, FERRY, name="first.txt")
    quiet = {"quiet_from": "22:00", "quiet_to": "07:00"}
    subscription(store, corrections="at_once", thread_id=7, **quiet)
    morning(store, at(24))
    take_back(store, at(24, "22:30"))
    assert tell(store, at(24, "22:31")) == 1
    assert send_all(store, at(25, "06:59")) == []
    assert [row.thread_id for row in send_all(store, at(25, "07:00"))] == [7]


def test_fact_withdrawn_again_is_not_told_again_to_who_did_not_see_it_return(
    reader: Store,
) -> None:
    take_back(reader, at(24, "10:00"))
    assert tell(reader, at(24, "10:01")) == 1
    send_all(reader, at(24, "10:02"))
    assert load_text(reader, FERRY, name="first.txt") == 2
    take_back(reader, at(24, "11:00"), load_id=2)
    assert tell(reader, at(24, "11:01")) == 0


def test_withdrawal_undone_in_quiet_hours_is_not_told_and_a_later_one_is(store: Store) -> None:
    load_text(store, FERRY, name="first.txt")
    subscription(store, corrections="at_once", **QUIET)
    morning(store, at(24))
    correct(store, at(24, "22:30"), words=None)
    assert tell(store, at(24, "22:31")) == 1
    undo_it(store, at(24, "22:40"))
    assert send_all(store, at(25, "07:00"), edits=True) == []
    correct(store, at(25, "10:00"), words=None, reason="never counted")
    assert tell(store, at(25, "10:01")) == 1
    [notice] = told(store, at(25, "10:02"))
    assert STRUCK in notice


def test_of_two_withdrawals_in_one_message_the_one_that_stands_again_is_left_out(
    store: Store,
) -> None:
    load_text(store, f"{FERRY}\n{BRIDGE}", name="first.txt")
    subscription(store, corrections="at_once", **QUIET)
    morning(store, at(24))
    for fact_id in (1, 2):
        correct(store, at(24, "22:30"), fact_id=fact_id, words=None)
    assert tell(store, at(24, "22:31")) == 1
    undo_it(store, at(24, "22:40"), fact_id=1)
    [notice] = told(store, at(25, "07:00"))
    assert STRUCK not in notice
    assert f"<s>{BRIDGE.strip()}</s>" in notice


def test_withdrawal_undone_before_its_digest_was_sent_is_not_told(store: Store) -> None:
    load_text(store, FERRY, name="first.txt")
    subscription(store)
    morning(store, at(24))
    correct(store, at(24, "10:00"), words=None)
    load_text(store, BRIDGE, name="second.txt")
    prepare(store, at(25))
    undo_it(store, at(25, "08:01"))
    [second] = [row.body["html"] for row in send_all(store, at(25, "08:02"), edits=True)]
    assert BRIDGE.strip() in second
    assert STRUCK not in second
    assert "It stands" in second


def test_fact_of_two_documents_is_told_by_the_one_that_was_not_taken_back(store: Store) -> None:
    load_text(store, f"Harbour news\n\n{CRANES}", name="first.txt", outlet="Wire")
    load_text(store, f"Ferry news\n\n{CRANES}", name="second.txt", outlet="Gazette")
    subscription(store)
    take_back(store, at(24, "07:00"), load_id=2)
    [first] = morning(store, at(24))
    assert CRANES.strip() in first
    assert "Wire" in first
    assert "Gazette" not in first
    assert tell(store, at(24, "10:00")) == 0


@pytest.mark.parametrize(
    ("load_id", "gone", "left"), [(1, "Wire", "Gazette"), (2, "Gazette", "Wire")]
)
def test_digest_not_yet_sent_names_the_document_that_still_states_the_fact(
    store: Store, load_id: int, gone: str, left: str
) -> None:
    load_text(store, f"Harbour news\n\n{CRANES}", name="first.txt", outlet="Wire")
    load_text(store, f"Ferry news\n\n{CRANES}", name="second.txt", outlet="Gazette")
    subscription(store)
    prepare(store, at(24))
    take_back(store, at(24, "08:01"), load_id=load_id)
    [first] = told(store, at(24, "08:02"))
    assert CRANES.strip() in first
    assert left in first
    assert gone not in first
    assert morning(store, at(25)) == ["Nothing new on Everything."]
