"""Telegram fails; nothing is doubled, nothing is silently lost."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.sandbox.server import READER_ID, Fault
from db.engine import Store
from db.models import ChatRow, DeliveryRow
from tests.fakes import FakeClock
from tests.kept import Kept
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, library, running

QUESTION = "How many people were killed in September?"


def delivery(desk: Desk) -> DeliveryRow:
    with desk.edge.store.reads.begin() as session:
        return session.scalars(select(DeliveryRow)).one()


def answers_accepted(desk: Desk) -> int:
    # Only the words count: a time or an id may hold these digits too.
    shown = [entry["message"] for entry in desk.sandbox.world.accepted]
    return sum("286" in one.get("text", "") for one in shown if isinstance(one, dict))


async def test_flood_limit_is_waited_for(desk: Desk, rita: Person) -> None:
    desk.sandbox.faults.add(Fault(method="sendMessage", kind="too_many", retry_after=7))
    await rita.say(QUESTION)
    row = await desk.settled("retry")
    assert row.due_at == desk.edge.clock.now() + timedelta(seconds=7)
    desk.edge.clock.move(seconds=8)  # type: ignore[attr-defined]
    await desk.tick()
    assert delivery(desk).state == "sent"
    assert answers_accepted(desk) == 1


async def _lost_for_good(desk: Desk, person: Person, kind: str) -> None:
    desk.sandbox.faults.add(Fault(method="sendMessage", kind=kind))
    await person.say(QUESTION)
    assert (await desk.settled("unknown", "sent")).state == "unknown"
    desk.edge.clock.move(minutes=10)  # type: ignore[attr-defined]
    await desk.tick()
    assert delivery(desk).state == "unknown"
    assert answers_accepted(desk) <= 1


@pytest.mark.parametrize("kind", ["reset", "server_error", "bad_gateway"])
async def test_lost_answer_is_unknown_and_never_sent_again(
    desk: Desk, rita: Person, kind: str
) -> None:
    await _lost_for_good(desk, rita, kind)


async def test_answer_that_never_comes_is_unknown_and_never_sent_again(
    store: Store, clock: FakeClock, kept: Kept
) -> None:
    kept(store, library)
    async with (
        running(store, clock, patience=2) as desk,  # seconds: nothing else here is slow
        Person(desk.sandbox.url, READER_ID) as rita,
    ):
        await _lost_for_good(desk, rita, "silence")


async def test_blocked_chat_is_remembered_and_comes_back(desk: Desk, rita: Person) -> None:
    desk.sandbox.faults.add(Fault(method="sendMessage", kind="blocked"))
    await rita.say(QUESTION)
    assert (await desk.settled("failed")).failure
    with desk.edge.store.reads.begin() as session:
        assert session.get_one(ChatRow, rita.chat).state == "blocked"
    await rita.say("/help")
    await rita.next_message()
    with desk.edge.store.reads.begin() as session:
        assert session.get_one(ChatRow, rita.chat).state == "active"


async def test_refused_markup_is_sent_once_more_as_plain_text(desk: Desk, rita: Person) -> None:
    refusal = "Bad Request: can't parse entities: Unsupported start tag"
    desk.sandbox.faults.add(Fault(method="sendMessage", kind="refused", text=refusal))
    await rita.say(QUESTION)
    answer = await rita.next_message()
    assert "at least 286 people" in answer.text
    assert answer.marked("bold") == []


async def test_answer_owed_by_a_dead_process_is_sent_by_the_next_tick(
    desk: Desk, rita: Person
) -> None:
    await rita.say(QUESTION)
    await desk.settled("sent")
    with desk.edge.store.writes.begin() as session:
        row = session.scalars(select(DeliveryRow)).one()
        row.state, row.worker, row.settled_at = "leased", "dead", None
        row.lease_until = desk.edge.clock.now() + timedelta(seconds=60)
    await desk.tick()
    assert delivery(desk).state == "leased"
    desk.edge.clock.move(seconds=61)  # type: ignore[attr-defined]
    await desk.tick()
    assert delivery(desk).state == "sent"


async def test_update_that_comes_twice_is_answered_once(desk: Desk, rita: Person) -> None:
    updates = desk.sandbox.world.updates
    asked = (await rita.say(QUESTION)).raw
    await desk.settled("sent")
    updates.push("message", asked)  # as after a restart: Telegram gives again what it may
    await rita.say("/help")
    await rita.wait_for(lambda shown: shown.from_bot and "typos are fine" in shown.text)
    assert answers_accepted(desk) == 1


async def test_group_that_became_a_supergroup_is_followed(desk: Desk, rita: Person) -> None:
    old, new = -77, -10077
    for number in (old, new):
        desk.sandbox.world.add_group(number, "Newsroom", [rita.id], [])
    fault = Fault(method="sendMessage", kind="migrated", chat_id=old, moved_to=new)
    desk.sandbox.faults.add(fault)
    async with Person(desk.sandbox.url, rita.id, chat=old) as member:
        await member.say(f"/ask {QUESTION}")
        await desk.settled("retry")
    await desk.tick()
    row = delivery(desk)
    assert (row.state, row.chat_id) == ("sent", new)
    assert answers_accepted(desk) == 1
