"""Several at once: the same file, the same new person; nobody is turned away."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import select

from bot.ports import Fate, Outcome
from bot.services.access import Visitor, admit
from bot.services.delivering import LEASE, mark_sending, reap, record_outcome
from db.engine import Store
from db.models import DeliveryRow, FactRow, PersonRow
from tests.bot.services.test_asking import put
from tests.factories import NOW, load_text


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
        assert mark_sending(session, late, delivery_id=owed, worker="w")
    with store.writes.begin() as session:
        assert reap(session, NOW + LEASE + timedelta(seconds=1)) == (0, 0)
        outcome = Outcome(Fate.SENT, message_id=9)
        record_outcome(session, late, delivery_id=owed, worker="w", outcome=outcome)
    with store.reads.begin() as session:
        assert session.get_one(DeliveryRow, owed).state == "sent"
