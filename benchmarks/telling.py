"""Telling many readers what became of a fact: how long it takes to owe, at what rate it is sent.

    python -m benchmarks.telling [--chats 10000] [--mend] [--database URL]

Every chat was shown one fact, in a message that the Bot API server holds. Then the fact is
corrected, or with `--mend` its speaker is put right, and the ticks do the rest at Telegram's limits
while readers ask: each chat is told, and its old message gets a mark. Two have blocked the bot.
10,000 chats take a quarter of an hour at the allowed rate.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import click
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from benchmarks.delivery import (
    FIRST_CHAT,
    LIVE_CHATS,
    ask_on,
    control,
    outbox_to,
    owe_digests,
    print_held,
    print_refused,
    served,
    stop,
    tell_on,
)
from bot.cli.opening import SystemClock
from bot.scheduler import briefing_tick
from bot.services.correcting import Wish, take_back
from bot.services.fixing import Change, fix
from bot.services.mendings import mending_reach
from bot.services.progress import progress_of
from bot.services.sheets import Fixer
from bot.telegram.edge import Edge
from bot.telegram.pacing import NoRates, rates_for
from bot.telegram.sending import send_due
from bot.views.corrections import reach_line, reach_lines
from db.engine import Store
from db.models import DeliveryRow, SightingRow
from db.viewer import EVERYTHING
from facts.fixing.fields import Field

BLOCKED = 2
FOR_EVER = 1_000_000
FIRST_TOLD = FIRST_CHAT + LIVE_CHATS
SETTLED = ("sent", "failed", "unknown")
RIGHT = "The right words, as the desk gives them."


@click.command()
@click.option("--chats", default=10_000, help="Chats that were shown the fact.")
@click.option("--mend", is_flag=True, help="Put its speaker right instead of correcting it.")
@click.option("--database", default="", help="A store of its own; SQLite if not given.")
def main(chats: int, mend: bool, database: str) -> None:
    """Measure telling."""
    with served(database, chats) as (store, base_url, token):
        asyncio.run(measure(store, base_url, token, chats, mend=mend))


async def measure(store: Store, base_url: str, token: str, chats: int, *, mend: bool) -> None:
    """Show facts to all, change one, tell them, and print what was measured."""
    owe_digests(store, FIRST_TOLD, chats)
    async with outbox_to(store, base_url, token, NoRates()) as outbox:
        await send_due(outbox)
    for chat_id in range(FIRST_TOLD, FIRST_TOLD + BLOCKED):
        told = {"method": "*", "kind": "blocked", "times": FOR_EVER, "chat_id": chat_id}
        await asyncio.to_thread(control, base_url, "faults", **told)
    await asyncio.to_thread(control, base_url, "clear", now=True)
    await asyncio.to_thread(control, base_url, "flood", on=True)
    fact_id = change(store, mend=mend)
    async with outbox_to(store, base_url, token, rates_for(store)) as outbox:
        await tell_all(outbox, chats)
    calls = await print_refused(base_url)
    print_told([call for call in calls if not call["refused"]])
    print_reach(store, fact_id, mend=mend)


def change(store: Store, *, mend: bool) -> int:
    """Correct a fact that all were shown, or put its speaker right; return its id."""
    now = SystemClock().now()
    with store.writes.begin() as session:
        fact_id = session.scalars(select(SightingRow.fact_id).order_by(SightingRow.fact_id)).first()
        assert fact_id is not None
        if mend:
            speaker = Change(Field.SPEAKER, "Ida Roe")
            fix(session, now, target=fact_id, change=speaker, fixer=Fixer("benchmark"))
        else:
            wish = Wish(fact_id, "miscounted", "benchmark", now.date(), words=RIGHT)
            take_back(session, now, wish=wish, viewer=EVERYTHING)
    return fact_id


async def tell_all(outbox: Edge, chats: int) -> None:
    """Run the ticks until nothing is left to be sent, while readers ask."""
    moments: list[float] = []
    asking = asyncio.create_task(ask_on(outbox))
    telling = asyncio.create_task(tell_on(moments, 2 * chats))
    await asyncio.sleep(1)  # the first answer reads the vocabulary
    begun = time.perf_counter()
    await briefing_tick()(outbox)
    print(f"owed within {time.perf_counter() - begun:.1f} s")
    worked = time.process_time()
    while await outbox.look(left_to_send):
        await send_due(outbox, lambda count: moments.extend([time.perf_counter()] * count))
        await asyncio.sleep(0.05)
    busy = (time.process_time() - worked) / (moments[-1] - moments[0])
    telling.cancel()
    print_held(moments, await stop(asking), busy)


def left_to_send(session: Session, now: datetime) -> bool:
    """Say whether something is still owed that nobody waits for in the chat."""
    left = DeliveryRow.kind == "correction", DeliveryRow.state.not_in(SETTLED)
    return bool(session.scalar(select(exists().where(*left))))


def print_told(calls: Sequence[Mapping[str, Any]]) -> None:
    """Print how often chats were told, and marked, by what the server accepted."""
    for name, what in (("sendMessage", "told"), ("editMessageText", "marked")):
        chats = Counter(int(c["fields"]["chat_id"]) for c in calls if c["name"] == name)
        times = Counter(count for chat, count in chats.items() if chat >= FIRST_TOLD)
        print(f"{what}: {times[1]} once, {times.total() - times[1]} more often")


def print_reach(store: Store, fact_id: int, *, mend: bool) -> None:
    """Print what an admin is told of it, and how long that takes."""
    begun, now = time.perf_counter(), SystemClock().now()
    with store.reads.begin() as session:
        if mend:
            reach = mending_reach(session, now, fact_id=fact_id)
            told = reach_line(reach.shown, reach.states)
        else:
            progress = progress_of(session, now, fact_id=fact_id, viewer=EVERYTHING)
            told = "; ".join(reach_lines(progress)) if progress else ""
    print(f"{told} (found in {time.perf_counter() - begun:.1f} s)")


if __name__ == "__main__":
    main()
