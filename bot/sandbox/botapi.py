"""The Bot API over HTTP: /bot<TOKEN>/<method> and /file/bot<TOKEN>/<path>.

One table of methods; token, parameters, faults and the log of calls are handled here, once.
"""

import asyncio
import inspect
import logging
import time
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.sandbox import editing, profile, reactions, sending
from bot.sandbox.bodies import read_body
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.parameters import Call, arguments, unknown
from bot.sandbox.refusals import Refusal
from bot.sandbox.sending import LARGEST_DOWNLOAD, without
from bot.sandbox.world import World

log = logging.getLogger(__name__)
METHODS: dict[str, Callable[..., Any]] = {
    function.__name__.replace("_", ""): function
    for function in (
        profile.get_me, profile.get_updates, profile.get_chat, profile.get_file,
        profile.get_chat_member, profile.get_chat_administrators, profile.get_chat_member_count,
        profile.leave_chat,
        profile.set_webhook, profile.delete_webhook, profile.get_webhook_info,
        profile.set_my_commands, profile.get_my_commands, profile.delete_my_commands,
        profile.set_my_description, profile.set_my_short_description,
        sending.send_message, sending.send_document, sending.send_photo,
        sending.send_chat_action, reactions.set_message_reaction, editing.answer_callback_query,
        editing.edit_message_text, editing.edit_message_caption,
        editing.edit_message_reply_markup, editing.delete_message,
    )
}  # fmt: skip
COUNTED = {"sendmessage", "senddocument", "sendphoto", "editmessagetext", "editmessagecaption"}
SPOILT: dict[str, tuple[bytes, int, dict[str, str]]] = {
    "half": (b'{"ok": tr', 200, {"connection": "close"}),
    "not_json": (b"<html>Welcome</html>", 200, {"content-type": "text/html"}),
}


class BotApi:
    """Answers the bot's calls. `cut` ends a client's connection without an answer."""

    def __init__(
        self, world: World, token: str, faults: Faults, cut: Callable[[Request], None]
    ) -> None:
        self.world, self.token, self.faults, self.cut = world, token, faults, cut
        self.closing = asyncio.Event()
        world.webhook.reply = self._called_in_answer

    async def method(self, request: Request) -> Response:
        name = request.path_params["method"].lower()
        try:
            fields, files = await read_body(request)
            self._check_token(request)
            return await self._served(request, Call(name, fields, files))
        except Refusal as refusal:
            return _refused(refusal)

    def _check_token(self, request: Request) -> None:
        if request.path_params["token"] != self.token:
            raise Refusal(401, "Unauthorized")

    async def _served(self, request: Request, call: Call) -> Response:
        fault = self.faults.next_for(call.method, call.fields)
        if fault and (instead := await self._before(fault)):
            self._note(call, f"fault: {fault.kind}")
            return instead
        try:
            result = await self._result(call)
        except Refusal as refusal:
            self._note(call, refusal.description)
            return _refused(refusal)
        self._note(call, "", result)
        if fault and fault.kind in ("silence", "reset"):
            await self._cut_off(request, fault)
        if fault and fault.kind in SPOILT:
            return Response(*SPOILT[fault.kind])
        return JSONResponse({"ok": True, "result": result})

    async def _result(self, call: Call) -> Any:
        function = METHODS.get(call.method)
        if function is None:
            raise Refusal(404, "Not Found: method not found")
        if ignored := unknown(function, call):
            log.warning("%s: Telegram does not know %s", call.method, ", ".join(ignored))
        if call.method in COUNTED:
            chat = str(call.fields.get("chat_id", ""))
            self.world.limits.pass_or_refuse(chat, time.monotonic())
        result = function(self.world, **arguments(function, call))
        result = await result if inspect.isawaitable(result) else result
        return without(result, "reactions") if isinstance(result, dict) else result

    async def _called_in_answer(self, body: dict[str, Any]) -> None:
        """Carries out the method that a bot named in its answer to a pushed update."""
        call = Call(str(body.pop("method")).lower(), body)
        try:
            self._note(call, "", await self._result(call))
        except Refusal as refusal:
            self._note(call, refusal.description)

    async def _before(self, fault: Fault) -> Response | None:
        if fault.kind == "delay":
            await self._closing_within(fault.seconds)
        if fault.kind == "bad_gateway":
            page = "<html><head><title>502 Bad Gateway</title></head></html>"
            return HTMLResponse(page, 502)
        seconds = fault.retry_after
        refusals = {
            "too_many": Refusal(
                429, f"Too Many Requests: retry after {seconds}", retry_after=seconds
            ),
            "blocked": Refusal(403, "Forbidden: bot was blocked by the user"),
            "refused": Refusal(400, fault.text),
            "server_error": Refusal(500, "Internal Server Error"),
            "unauthorized": Refusal(401, "Unauthorized"),
            "too_large": Refusal(413, "Request Entity Too Large"),
            "migrated": Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=fault.moved_to,
            ),
        }
        refusal = refusals.get(fault.kind)
        return _refused(refusal) if refusal else None

    async def _cut_off(self, request: Request, fault: Fault) -> None:
        if fault.kind == "silence":
            await self._closing_within(fault.seconds)
        self.cut(request)

    async def _closing_within(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.closing.wait(), seconds)
        except TimeoutError:
            return

    def _note(self, call: Call, refused: str, result: Any = None) -> None:
        function = METHODS.get(call.method)
        ignored = unknown(function, call) if function else []
        files = {name: upload.name for name, upload in call.files.items()}
        first, *rest = function.__name__.split("_") if function else [call.method]
        name = first + "".join(word.title() for word in rest)
        entry = {"method": call.method, "name": name, "fields": call.fields, "files": files}
        self.world.calls.append(entry | {"refused": refused, "ignored": ignored})
        if isinstance(result, dict) and "message_id" in result:
            self.world.accepted.append({"method": call.method, "message": result})

    async def file(self, request: Request) -> Response:
        try:
            self._check_token(request)
        except Refusal as refusal:
            return _refused(refusal)
        file_id = request.path_params["path"].rpartition("/")[2]
        content = self.world.history.content("file", file_id)
        if content is None or len(content) > LARGEST_DOWNLOAD:
            return _refused(Refusal(404, "Not Found: file not found"))
        return Response(content, media_type="application/octet-stream")


def _refused(refusal: Refusal) -> Response:
    return JSONResponse(refusal.body(), refusal.code)
