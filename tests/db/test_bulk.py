"""Many rows in one statement say what rows one by one would."""

from sqlalchemy import select

from db.among import among, ids_of
from db.bulk import Written
from db.engine import Store
from db.models import DeliveryRow
from db.queries.owed import add_deliveries
from db.queries.people import ensure_chat
from tests.factories import NOW

ODD = 'quote " and backslash \\ and emoji 🛳 and {digest}'


def add(store: Store, bodies: list[object]) -> list[int]:
    many = len(bodies)
    with store.writes.begin() as session:
        ensure_chat(session, NOW, chat_id=7, kind="private", title="Rita")
        columns = {
            "kind": ["digest"] * many,
            "chat_id": [7] * many,
            "thread_id": [None, 3, *[None] * (many - 2)],
            "body": bodies,
            "state": ["pending"] * many,
            "due_at": [NOW] * many,
            "attempts": [0] * many,
            "created_at": [NOW] * many,
        }
        return add_deliveries(session, many, columns)


def test_rows_come_back_as_they_were_given(store: Store) -> None:
    same = {"html": ODD, "buttons": []}
    ids = add(store, [same, {"html": "other"}, same, Written('{"html": "written"}')])
    with store.reads.begin() as session:
        rows = [session.get_one(DeliveryRow, number) for number in ids]
        assert [row.body["html"] for row in rows] == [ODD, "other", ODD, "written"]
        assert [row.thread_id for row in rows] == [None, 3, None, None]
        assert {row.due_at for row in rows} == {NOW}


def test_ids_go_on_after_those_given_one_by_one(store: Store) -> None:
    first = add(store, [{}, {}])
    second = add(store, [{}, {}])
    assert len({*first, *second}) == 4
    assert max(first) < min(second)


def test_many_ids_are_one_bound_value(store: Store) -> None:
    ids = add(store, [{}, {}, {}])
    with store.reads.begin() as session:
        wanted = [*ids[:2], *range(10**6, 10**6 + 40_000)]
        found = select(DeliveryRow.id).where(among(DeliveryRow.id, ids_of(wanted)))
        assert sorted(session.scalars(found)) == ids[:2]
        assert not session.scalars(
            select(DeliveryRow).where(among(DeliveryRow.id, ids_of([])))
        ).all()
