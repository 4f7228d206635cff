"""Days of `briefing run`: digests come as the clock of the chat page is moved on, once each."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
from sqlalchemy import select

from bot.sandbox.server import READER_ID
from db.engine import open_store
from db.models import DigestRow, SubscriptionRow
from tests.sandbox.person import Person
from tests.started import line_with, program
from tests.waiting import PATIENCE, until

# New York puts its clocks on by an hour in the night to 14 March 2027.
BEFORE, AFTER = date(2027, 3, 13), date(2027, 3, 14)


class Days:
    """The running program's clock, and what its store says."""

    def __init__(self, url: str, database: str) -> None:
        self.url, self.database = url, database

    async def move_to(self, moment: str) -> None:
        async with httpx.AsyncClient() as http:
            shown = (await http.post(f"{self.url}/control/clock", data={"seconds": 1})).json()
            wanted = datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()
            seconds = wanted - shown["now"] / 1000
            await http.post(f"{self.url}/control/clock", data={"seconds": seconds})

    async def slots(self, many: int) -> list[tuple[date | None, str]]:
        """Wait until there are so many digests; return their days and what became of them."""
        assert await until(lambda: len(self._read()) >= many), self._read()
        return self._read()

    def next_due(self) -> datetime | None:
        store = open_store(self.database)
        with store.reads.begin() as session:
            due = session.scalars(select(SubscriptionRow.next_due_at)).one()
        store.close()
        return due

    def _read(self) -> list[tuple[date | None, str]]:
        store = open_store(self.database)
        with store.reads.begin() as session:
            rows = session.execute(select(DigestRow.slot, DigestRow.state).order_by(DigestRow.id))
            found = [(slot, state) for slot, state in rows]
        store.close()
        return found


async def test_each_day_brings_one_digest_at_its_hour_through_a_change_of_clocks(
    tmp_path: Path,
) -> None:
    database = f"sqlite:///{tmp_path}/store.sqlite3"
    async with program(database, TIMEZONE="America/New_York") as bot:
        url = re.findall(r"http://\S+", await line_with(bot, "answers in"))[0]
        days = Days(url, database)
        async with Person(url, READER_ID) as rita:
            await days.move_to("2027-03-12T18:00")
            await rita.say("/start sub_everything")
            card = await rita.next_message(PATIENCE)
            assert "08:00" in card.text
            await days.move_to("2027-03-13T13:00:05")
            first = await rita.next_message(PATIENCE)
            assert "facts to begin with" in first.text
            assert await days.slots(1) == [(BEFORE, "owed")]
            assert days.next_due() == datetime(2027, 3, 14, 12, 0, tzinfo=UTC)
            await days.move_to("2027-03-14T12:00:05")
            assert (await rita.next_message(PATIENCE)).text.startswith("Nothing new")
            # Away for three days: the newest is made up for, the others are told as skipped.
            await days.move_to("2027-03-17T13:00")
            assert await days.slots(5) == [
                (BEFORE, "owed"),
                (AFTER, "empty"),
                (date(2027, 3, 15), "skipped"),
                (date(2027, 3, 16), "skipped"),
                (date(2027, 3, 17), "empty"),
            ]
