"""The sandbox's clock moves on, never back, and outlives a restart."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from bot.sandbox.refusals import Refusal
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Call
from tests.sandbox.person import Person


async def test_clock_moves_on_and_says_so(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    moves: list[datetime] = []
    sandbox.clock.on_moved = lambda: moves.append(sandbox.clock.now())
    await http.post("/control/clock", data={"seconds": 3600})
    assert moves[0] - datetime.now(UTC) > timedelta(minutes=59)
    assert sandbox.world.events[-1]["kind"] == "clock"


async def test_messages_bear_the_moved_time(sandbox: Sandbox, rita: Person) -> None:
    before = await rita.say("today")
    sandbox.world.move_on(86_400)
    assert (await rita.say("tomorrow")).raw["date"] - before.raw["date"] >= 86_400


@pytest.mark.parametrize("zone", ["UTC", "Asia/Yerevan", "America/New_York"])
def test_tomorrow_is_the_zones_tomorrow(zone: str) -> None:
    clock = Sandbox(zone=ZoneInfo(zone)).clock
    today = clock.now().astimezone(clock.zone).date()
    clock.move_on(clock.until_tomorrow("08:00"))
    there = (clock.now() + timedelta(seconds=1)).astimezone(clock.zone)
    assert (there.date() - today, there.hour, there.minute) == (timedelta(days=1), 8, 0)


@pytest.mark.parametrize("fields", [{"seconds": -1}, {"seconds": "nan"}, {"tomorrow": "25:00"}])
async def test_clock_never_goes_back(http: httpx.AsyncClient, fields: dict[str, Any]) -> None:
    assert (await http.post("/control/clock", data=fields)).status_code == 400


def test_time_does_not_go_back_over_a_restart(tmp_path: Path) -> None:
    first = Sandbox(history=tmp_path / "chats")
    first.clock.move_on(86_400)
    then = first.clock.now()
    first.world.close()
    again = Sandbox(history=tmp_path / "chats")
    assert again.clock.now() >= then
    again.world.close()


async def test_old_press_can_no_longer_be_answered(
    started: Person, call: Call, sandbox: Sandbox
) -> None:
    keys = {"inline_keyboard": [[{"text": "x", "callback_data": "go"}]]}
    await call("sendMessage", chat_id=started.id, text="x", reply_markup=keys)
    await started.press(await started.next_message(), "x")
    [_, update] = (await call("getUpdates"))["result"]
    sandbox.world.move_on(3600)
    refusal = await call("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    assert "query is too old" in refusal["description"]


def test_a_year_is_the_farthest() -> None:
    with pytest.raises(Refusal, match="by a year at most"):
        Sandbox().clock.move_on(400 * 86_400)
