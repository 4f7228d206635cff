"""The tests' side over HTTP, under /control: clock, faults, logs, more people and groups.

The page's own panel uses the same calls.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.bodies import read_body
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.world import World

Fields = dict[str, Any]
Do = Callable[[World, Faults, Fields], Any]


def faulty(_world: World, faults: Faults, fields: Fields) -> Any:
    """Adds a fault when one is described; lists those still to come."""
    if fields:
        faults.add(Fault.of(fields))
    return [vars(fault) for fault in faults.waiting if fault.times > 0]


def mend(_world: World, faults: Faults, _fields: Fields) -> Any:
    faults.waiting.clear()
    return True


def clear(world: World, _faults: Faults, _fields: Fields) -> Any:
    world.accepted.clear()
    world.calls.clear()
    return True


def person(world: World, _faults: Faults, fields: Fields) -> Any:
    return world.add_person(fields["id"], fields["first_name"], fields.get("username", ""))


def group(world: World, _faults: Faults, fields: Fields) -> Any:
    topics = fields.get("topics", [])
    return world.add_group(fields["id"], fields["title"], fields["members"], topics).body


def clock(world: World, _faults: Faults, fields: Fields) -> Any:
    """Moves the clock on by `seconds`, or to `tomorrow` at a time of day; shows it."""
    if "tomorrow" in fields:
        world.move_on(world.clock.until_tomorrow(str(fields["tomorrow"])))
    elif "seconds" in fields:
        world.move_on(float(fields["seconds"]))
    return world.clock.shown()


def flood(world: World, _faults: Faults, fields: Fields) -> Any:
    """Turns Telegram's limits on sending on or off."""
    if "on" in fields:
        world.limits.turn(str(fields["on"]).lower() in ("true", "1"))
    return {"on": world.limits.on}


def forgetful(world: World, _faults: Faults, fields: Fields) -> Any:
    """Makes messages under pressed buttons inaccessible to the bot, or accessible again."""
    if "on" in fields:
        world.forgetful = str(fields["on"]).lower() in ("true", "1")
    return {"on": world.forgetful}


READS: dict[str, Do] = {
    "faults": faulty, "clock": clock, "flood": flood, "forgetful": forgetful,
    "accepted": lambda world, _faults, _fields: list(world.accepted),
    "calls": lambda world, _faults, _fields: list(world.calls),
}  # fmt: skip
WRITES: dict[str, Do] = {
    "faults": faulty, "clock": clock, "flood": flood, "forgetful": forgetful,
    "mend": mend, "clear": clear,
    "people": person, "groups": group,
}  # fmt: skip


def routes(world: World, faults: Faults) -> list[Route]:
    return [
        Route(f"/control/{name}", _served(partial(do, world, faults)), methods=[method])
        for method, table in (("GET", READS), ("POST", WRITES))
        for name, do in table.items()
    ]


def _served(do: Callable[[Fields], Any]) -> Callable[..., Any]:
    async def serve(request: Request) -> Response:
        try:
            fields, _ = await read_body(request)
            return JSONResponse(do(fields if request.method == "POST" else {}))
        except Refusal as refusal:
            return JSONResponse(refusal.body(), refusal.code)
        except (KeyError, TypeError, ValueError) as mistake:
            return JSONResponse(bad_request(str(mistake)).body(), 400)

    return serve
