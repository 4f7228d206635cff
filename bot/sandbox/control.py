"""The tests' side over HTTP, under /control: faults, logs, more people and groups."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.bodies import read_body
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.world import World


def routes(world: World, faults: Faults) -> list[Route]:
    def faulty(fields: dict[str, Any]) -> Any:
        if fields:
            faults.add(Fault(**fields))
        return [vars(fault) for fault in faults.waiting if fault.times > 0]

    def mended(_fields: dict[str, Any]) -> Any:
        faults.waiting.clear()
        return True

    def accepted(_fields: dict[str, Any]) -> Any:
        return list(world.accepted)

    def calls(_fields: dict[str, Any]) -> Any:
        return list(world.calls)

    def cleared(_fields: dict[str, Any]) -> Any:
        world.accepted.clear()
        world.calls.clear()
        return True

    def person(fields: dict[str, Any]) -> Any:
        return world.add_person(fields["id"], fields["first_name"], fields.get("username", ""))

    def group(fields: dict[str, Any]) -> Any:
        topics = fields.get("topics", [])
        return world.add_group(fields["id"], fields["title"], fields["members"], topics).body

    reads = {"faults": faulty, "accepted": accepted, "calls": calls}
    writes = {"faults": faulty, "mend": mended, "clear": cleared, "people": person,
              "groups": group}  # fmt: skip
    return [
        *(Route(f"/control/{n}", _served(do), methods=["POST"]) for n, do in writes.items()),
        *(Route(f"/control/{n}", _served(do), methods=["GET"]) for n, do in reads.items()),
    ]


def _served(do: Callable[[dict[str, Any]], Any]) -> Callable[..., Any]:
    async def serve(request: Request) -> Response:
        try:
            fields, _ = await read_body(request)
            return JSONResponse(do(fields))
        except Refusal as refusal:
            return JSONResponse(refusal.body(), refusal.code)
        except (KeyError, TypeError, ValueError) as mistake:
            return JSONResponse(bad_request(str(mistake)).body(), 400)

    return serve
