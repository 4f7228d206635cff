"""`briefing deliver` and `briefing work`: figures, sending, and deciding about unknown fates."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.ports import Fate, Outcome
from bot.sandbox.server import READER_ID, Sandbox
from db.engine import Store, open_store
from db.locks import held
from db.models import AuditRow, SubscriptionRow
from tests.bot.cli.conftest import Briefing
from tests.bot.services.digest_desk import subscription
from tests.bot.services.owed import delivery, digest, send
from tests.factories import load_text


@pytest.fixture
def store(briefing: Briefing, sqlite_store: Store) -> Store:
    """The store that `briefing` uses here."""
    return sqlite_store


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """A Bot API server in a thread of its own, with a reader who has started the bot."""
    ready, ended = threading.Event(), asyncio.Event()
    started: list[tuple[Sandbox, asyncio.AbstractEventLoop]] = []

    async def serve() -> None:
        sandbox = Sandbox()
        await sandbox.start()
        started.append((sandbox, asyncio.get_running_loop()))
        ready.set()
        await ended.wait()
        await sandbox.stop()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait(10)
    sandbox, loop = started[0]
    sandbox.world.chats[READER_ID].started = True
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", sandbox.token)
    monkeypatch.setenv("TELEGRAM_BASE_URL", sandbox.base_url)
    yield sandbox
    loop.call_soon_threadsafe(ended.set)
    thread.join(10)


def unknown(store: Store) -> int:
    owed = digest(store, READER_ID, worker="w", due_at=datetime.now(UTC))
    send(store, owed, Outcome(Fate.UNKNOWN, reason="the answer was lost"))
    return owed


def test_figures_name_what_is_troubled(briefing: Briefing, store: Store) -> None:
    number = unknown(store)
    digest(store, 7)
    ran = briefing("deliver", "--list", "--json")
    told = ran.lines[0]
    assert (told["due"], told["late"], told["unknown_count"]) == (1, 1, 1)
    assert told["unknown"][0]["id"] == number
    assert told["unknown"][0]["reason"] == "the answer was lost"
    assert f"--resend {number}" in briefing("deliver", "--list").out


def test_due_messages_are_sent_once(briefing: Briefing, store: Store, sandbox: Sandbox) -> None:
    owed = [digest(store, READER_ID, f"Part {part}") for part in (1, 2)]
    ran = briefing("deliver")
    assert "Sending" in ran.err
    assert [delivery(store, number).state for number in owed] == ["sent", "sent"]
    assert "sent: 2" in briefing("deliver").out
    assert [m["message"]["text"] for m in sandbox.world.accepted] == ["Part 1", "Part 2"]


def test_parts_that_a_chats_limit_puts_off_are_sent_too(
    briefing: Briefing, store: Store, sandbox: Sandbox
) -> None:
    owed = [digest(store, READER_ID, f"Part {part}") for part in range(1, 5)]
    assert briefing("deliver").code == 0
    assert [delivery(store, number).state for number in owed] == ["sent"] * 4


def test_who_is_due_is_briefed(briefing: Briefing, store: Store, sandbox: Sandbox) -> None:
    load_text(store)
    yesterday = datetime.now(UTC) - timedelta(hours=1)
    number = subscription(store, READER_ID, at=f"{yesterday:%H:%M}")
    with store.writes.begin() as session:
        row = session.get_one(SubscriptionRow, number)
        row.next_slot, row.next_due_at = yesterday.date(), yesterday
    seen = briefing("deliver", "--list")
    assert "1 briefing is due and not written yet" in seen.out
    assert briefing("deliver", "--list", "--json").lines[0]["unmade"] == 1
    assert "Sending" in briefing("deliver").err
    [sent] = [m["message"]["text"] for m in sandbox.world.accepted]
    assert sent.startswith("Everything · 4 facts to begin with")
    again = briefing("deliver").out
    assert "Nothing is due." in again
    assert "Briefings of the last 24 hours: with news 1\n" in again


def test_unknown_is_sent_again_only_when_decided(
    briefing: Briefing, store: Store, sandbox: Sandbox
) -> None:
    number = unknown(store)
    assert briefing("deliver").code == 0
    assert delivery(store, number).state == "unknown"
    assert briefing("deliver", "--resend", str(number)).code == 0
    assert delivery(store, number).state == "sent"
    with store.reads.begin() as session:
        audited = session.scalars(select(AuditRow)).one()
    assert (audited.actor, audited.verb) == ("terminal", "resend")


def test_unknown_is_left_for_good(briefing: Briefing, store: Store) -> None:
    number = unknown(store)
    assert "stays as it is" in briefing("deliver", "--give-up", str(number), "--list").out
    row = delivery(store, number)
    assert (row.state, "the answer was lost" in (row.failure or "")) == ("failed", True)
    again = briefing("deliver", "--resend", str(number))
    assert (again.code, "not of unknown fate" in again.err) == (1, True)
    assert "There is no delivery 99" in briefing("deliver", "--give-up", "99").err


def test_without_token_nothing_is_sent_from_here(briefing: Briefing, store: Store) -> None:
    owed = digest(store, 7)
    assert "Without a token" in briefing("deliver").out
    assert delivery(store, owed).state == "pending"


def test_running_bot_is_left_to_send(briefing: Briefing, store: Store, sandbox: Sandbox) -> None:
    owed = digest(store, READER_ID)
    with held(store, "bot") as free:
        assert free
        assert "A running bot" in briefing("deliver").out
        ran = briefing("work")
    assert (ran.code, ran.err.strip()) == (
        1,
        "Another bot runs on this store already: stop it first.",
    )
    assert delivery(store, owed).state == "pending"


def test_wrong_token_is_one_sentence(
    briefing: Briefing, store: Store, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    owed = digest(store, READER_ID)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:wrong")
    ran = briefing("deliver")
    assert (ran.code, len(ran.err.strip().splitlines())) == (1, 1)
    assert delivery(store, owed).state == "pending"


def test_work_needs_a_token(briefing: Briefing, store: Store) -> None:
    ran = briefing("work")
    assert (ran.code, "TELEGRAM_BOT_TOKEN" in ran.err) == (1, True)


def test_lock_is_held_once_and_let_go(store: Store) -> None:
    with held(store, "bot") as first, held(store, "bot") as second:
        assert (first, second) == (True, False)
    with held(store, "bot") as third:
        assert third


def test_lock_of_postgresql_is_held_once_and_let_go(postgresql_url: str) -> None:
    store = open_store(postgresql_url)
    with held(store, "bot") as first, held(store, "bot") as second:
        assert (first, second) == (True, False)
    with held(store, "bot") as third:
        assert third
    store.close()
