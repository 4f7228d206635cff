"""How long the digests of many due subscriptions take to enqueue, and how long an idle tick.

`python -m benchmarks.digests [--subscriptions N] [--due N] [--topics N] [--database URL]`, by
default 100,000 of which 10,000 are due, on a new SQLite file; the full size is 1,000,000. A few
more are prepared first, as by a process that has been running.
"""

import argparse
import tempfile
import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, insert, select

from bot.garbage import spare_what_stays
from bot.services.changes import changes_waiting
from bot.services.composing import Kept
from bot.services.digesting import due_now, prepare_due
from bot.services.loading import apply, rehearse
from bot.services.topics import add_topic
from bot.services.understanding import understand
from db.engine import Store, open_store
from db.migrate import migrate
from db.models import ChatRow, DeliveryRow, PersonRow, SubscriptionRow, SubscriptionTopicRow
from db.queries.sequences import last_number
from facts.reading.read import read_here
from facts.types import Particulars
from facts.zones.version import zone_version

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
BATCH = 10_000
WARMING = 20
ZONES = ("UTC", "Europe/London", "Africa/Accra", "Atlantic/Reykjavik", "Africa/Abidjan")
SUBJECTS = ("harbour", "ferry", "bridge", "market", "school", "clinic", "railway", "museum")


def fill(store: Store, subscriptions: int, due: int, topics: int) -> None:
    """Make topics, subscriptions, and then the day's news on every topic."""
    with store.writes.begin() as session:
        followed = [
            add_topic(
                session, NOW, written=f"{SUBJECTS[n % 8]} {n}: {SUBJECTS[n % 8]}", actor="b"
            ).id
            for n in range(topics)
        ]
        session.add(PersonRow(id=1, name="Reader", language="en", role="reader", created_at=NOW))
    load(store, "before", 1)
    with store.reads.begin() as session:
        mark = last_number(session, "went_live")
    for start in range(0, subscriptions, BATCH):
        ids = range(start + 1, min(start + BATCH, subscriptions) + 1)
        with store.writes.begin() as session:
            chats = [{"id": n, "kind": "private", "title": None, "state": "active"} for n in ids]
            session.execute(insert(ChatRow), [{**chat, "created_at": NOW} for chat in chats])
            rows = [_row(n, is_due=n <= due, mark=mark) for n in ids]
            session.execute(insert(SubscriptionRow), rows)
            pairs = [{"subscription_id": n, "topic_id": followed[n % topics]} for n in ids]
            session.execute(insert(SubscriptionTopicRow), pairs)
    load(store, "today", 3)


def load(store: Store, name: str, count: int) -> None:
    """Load a document with some facts on every subject."""
    lines = [
        f"The {subject} counted {1000 * n + len(name)} visitors in week {n} {name}."
        for subject in SUBJECTS
        for n in range(1, count + 1)
    ]
    documents = understand(read_here(f"{name}.txt", "\n\n".join(lines).encode(), Particulars()))
    with store.writes.begin() as session:
        plan = rehearse(session, NOW, file_name=f"{name}.txt", documents=documents, actor="b")
        if plan.load_id is not None:
            apply(session, NOW, load_id=plan.load_id, actor="b")


def enqueue(store: Store) -> tuple[int, float, float, float]:
    """Prepare all that is due; return how many, seconds, of the processor, longest transaction."""
    kept = Kept()
    prepared, longest, started, worked = 0, 0.0, time.perf_counter(), time.process_time()
    while True:
        began = time.perf_counter()
        with store.writes.begin() as session:
            done = prepare_due(session, NOW, kept=kept)
        longest = max(longest, time.perf_counter() - began)
        prepared += done
        if not done:
            spent = time.perf_counter() - started
            return prepared, spent, time.process_time() - worked, longest


def idle(store: Store, times: int = 200) -> float:
    """Return the milliseconds of a tick that finds nothing to do: the median."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        with store.alone.begin() as session:
            due_now(session, NOW)
            changes_waiting(session, NOW, since=NOW)
        spent.append(time.perf_counter() - began)
    return sorted(spent)[times // 2] * 1000


def main() -> None:
    """Fill a store, prepare what is due, and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--subscriptions", type=int, default=100_000)
    parser.add_argument("--due", type=int, default=10_000)
    parser.add_argument("--topics", type=int, default=8)
    parser.add_argument("--database")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(asked.database or f"sqlite:///{folder}/store.sqlite3")
        migrate(store)
        fill(store, asked.subscriptions, asked.due + WARMING, asked.topics)
        with store.writes.begin() as session:
            prepare_due(session, NOW, most=WARMING)  # the first of a process makes its statements
        spare_what_stays()  # as every process that sends digests does once it is ready
        prepared, seconds, worked, longest = enqueue(store)
        with store.reads.begin() as session:
            owed = session.scalar(select(func.count()).select_from(DeliveryRow))
        print(f"{asked.subscriptions} subscriptions, {prepared} due, {owed} deliveries owed")
        print(f"enqueue {seconds:.2f} s ({worked:.2f} s of one processor)")
        print(f"longest transaction {longest * 1000:.0f} ms")
        print(f"idle tick {idle(store):.2f} ms")
        store.close()


def _row(number: int, *, is_due: bool, mark: int) -> dict[str, object]:
    slot = NOW if is_due else NOW + timedelta(hours=1 + number % 20)
    return {
        "id": number,
        "chat_id": number,
        "at": f"{slot:%H:%M}",
        "days": "daily",
        "zone": ZONES[number % len(ZONES)],
        "zone_version": zone_version(),
        "length": ("short", "full")[number % 2],
        "when_empty": "silence",
        "told_empty": True,
        "corrections": "digest",
        "state": "active",
        "next_slot": slot.date(),
        "next_due_at": slot,
        "mark": mark,
        "covered_at": NOW - timedelta(days=1),
        "made_by": 1,
        "created_at": NOW - timedelta(days=9),
    }


if __name__ == "__main__":
    main()
