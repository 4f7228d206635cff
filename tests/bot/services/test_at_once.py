"""Several at once: the same file, the same new person; nobody is turned away."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import select

from bot.ports import Fate, Outcome
from bot.services.access import Visitor, admit
from bot.services.delivering import LEASE, Sent, mark_sending, reap, record_outcomes
from db.engine import Store
from db.models import DeliveryRow, FactRow, PassageRow, PersonRow
from tests.bot.services.test_asking import put
from tests.bot.services.test_undoing import BRIEF, take_back
from tests.factories import HARBOUR, NOW, load_text


def test_same_file_loaded_at_once_is_loaded_once(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        loads = list(pool.map(lambda _: load_text(store), range(4)))
    assert any(loads)
    with store.reads.begin() as session:
        assert len(session.scalars(select(FactRow.id)).all()) == 4


def test_first_messages_at_once_make_one_person(store: Store) -> None:
    visitor = Visitor(person_id=7, name="Rita", chat_id=7, chat_kind="private")

    def write(_: int) -> bool:
        with store.writes.begin() as session:
            admission = admit(session, NOW, visitor=visitor, admin_ids=(), open_to_all=True)
        return admission.allowed

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(write, range(6)))
    with store.reads.begin() as session:
        assert session.scalars(select(PersonRow.id)).all() == [7]


def test_message_begun_late_in_its_lease_is_not_given_up(store: Store) -> None:
    load_text(store)
    owed = put(store, "How many fishing boats use the harbour?")[0]
    late = NOW + LEASE - timedelta(seconds=5)
    with store.writes.begin() as session:
        assert mark_sending(session, late, delivery_ids=[owed], worker="w")
    with store.writes.begin() as session:
        assert reap(session, NOW + LEASE + timedelta(seconds=1)) == (0, 0)
        outcome = Outcome(Fate.SENT, message_id=9)
        record_outcomes(session, late, sent=[Sent(owed, outcome)], worker="w")
    with store.reads.begin() as session:
        assert session.get_one(DeliveryRow, owed).state == "sent"


def test_loads_of_one_document_at_once_stay_whole(store: Store) -> None:
    """Other contents of one document, all at once: one of them stands in the end, whole."""
    contents = [HARBOUR.replace("About 300", f"About {number}") for number in (310, 320, 330, 340)]
    load_text(store)
    with ThreadPoolExecutor(4) as pool:
        loads = list(pool.map(lambda text: load_text(store, text), contents))
    assert all(loads)
    with store.reads.begin() as session:
        standing = session.scalars(select(FactRow.text).where(FactRow.live_until.is_(None))).all()
        passages = session.scalars(select(PassageRow).where(PassageRow.live_until.is_(None))).all()
    assert len(standing) == len(passages) == 4
    assert len({passage.reading_id for passage in passages}) == 1


def test_load_taken_back_while_another_goes_in(store: Store) -> None:
    first = load_text(store)
    with ThreadPoolExecutor(2) as pool:
        undone = pool.submit(take_back, store, first)
        pool.submit(load_text, store, BRIEF, name="brief.txt").result()
        undone.result()
    with store.reads.begin() as session:
        standing = session.scalars(select(FactRow.text).where(FactRow.live_until.is_(None))).all()
    assert sorted(standing) == sorted(BRIEF.strip().split("\n\n"))
