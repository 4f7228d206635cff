"""Many chats are told what became of a fact: composed once, and a part of them at a time."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from bot import scheduler
from bot.telegram.outbox import Outbox
from db.address import Address
from db.engine import Store
from db.queries.reach import REACHED, ranked
from tests.bot.services.corrected_desk import correct, pend, tick, told
from tests.bot.services.digest_desk import at, send_all
from tests.bot.services.test_asking import CHAT, put
from tests.bot.services.test_mendings import mend
from tests.factories import load_text
from tests.fakes import FakeClock, FakeSender

TEXT = """The ferry made 30 crossings in May.

The lighthouse of Velden stands 41 metres tall.
"""
FERRY, LIGHTHOUSE = 1, 2
ASKED = {
    FERRY: "How many crossings did the ferry make?",
    LIGHTHOUSE: "How tall is the lighthouse of Velden?",
}
Change = Callable[[Store, datetime, int], object]


def corrected(store: Store, now: datetime, fact_id: int) -> object:
    return correct(store, now, fact_id=fact_id, words=f"It is {fact_id} less, the desk says.")


def withdrawn(store: Store, now: datetime, fact_id: int) -> object:
    return correct(store, now, fact_id=fact_id, words=None)


def mended(store: Store, now: datetime, fact_id: int) -> object:
    return mend(store, now, fact_id)


def shown(store: Store, fact_id: int, chats: int) -> None:
    """So many chats ask and are shown a fact."""
    for number in range(chats):
        put(store, ASKED[fact_id], chat_id=CHAT + 100 * fact_id + number)
    pend(store)
    send_all(store, at(24))


def statements(store: Store, do: Callable[[], object]) -> int:
    """Count what the store is asked."""
    seen: list[str] = []

    def keep(_c: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(store.engine, "before_cursor_execute", keep)
    do()
    event.remove(store.engine, "before_cursor_execute", keep)
    return len(seen)


@pytest.mark.parametrize("change", [corrected, withdrawn, mended])
def test_telling_asks_the_store_no_more_for_more_chats(store: Store, change: Change) -> None:
    load_text(store, TEXT)
    counts = []
    for hour, fact_id, chats in ((10, FERRY, 2), (11, LIGHTHOUSE, 9)):
        shown(store, fact_id, chats)
        now = at(24, f"{hour}:01")
        change(store, at(24, f"{hour}:00"), fact_id)
        counts.append(statements(store, partial(tick, store, now, at(24, f"{hour}:00"))))
        assert len([html for html in told(store, now) if html[0] != "✎"]) == chats
    assert counts[0] == counts[1]


@pytest.mark.parametrize("change", [corrected, withdrawn, mended])
async def test_tick_tells_a_part_of_the_chats_at_a_time_and_each_once(
    store: Store, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text(store, TEXT)
    shown(store, FERRY, 5)
    change(store, at(24, "10:00"), FERRY)
    monkeypatch.setattr(scheduler, "TOLD_TOGETHER", 2)
    outbox = Outbox(
        store=store, clock=FakeClock(at(24, "10:01")), sender=FakeSender(), worker="w", stop=print
    )
    parts = []
    event.listen(store.engine, "commit", lambda _: parts.append(1))
    await scheduler.tell_what_became(outbox, since=None, zone=ZoneInfo("UTC"))
    assert len(parts) >= 3
    fresh = [html for html in told(store, at(24, "10:02")) if html[0] != "✎"]
    assert len(fresh) == 5
    await scheduler.tell_what_became(outbox, since=None, zone=ZoneInfo("UTC"))
    assert told(store, at(24, "10:03")) == []


def test_reach_is_found_however_many_were_told(store: Store) -> None:
    told = [(Address(chat, 0), "sent") for chat in range(1, 70_001)]
    with store.reads.begin() as session:
        assert set(ranked(session, told).values()) == {REACHED}
