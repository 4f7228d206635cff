"""Updates pushed to the bot: one request each, with the secret, again and again until taken.

Telegram itself takes HTTPS on four ports only; like a Bot API server of one's own, the sandbox
also takes plain HTTP, but to this machine alone.
"""

import asyncio
import contextlib
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import httpx

from bot.sandbox.refusals import bad_request
from bot.sandbox.updates import Updates

PORTS = {443, 80, 88, 8443}
OWN_HOSTS = {"127.0.0.1", "localhost", "::1"}
FIRST_WAIT, LONGEST_WAIT, LONGEST_ASKED = 0.05, 60.0, 3600.0
ANSWER_WITHIN = 60.0
Json = dict[str, Any]


def checked_url(url: str) -> str:
    """The address, if Telegram would take it; raises Refusal."""
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified") from None
    if parts.scheme == "http" and host in OWN_HOSTS:
        return url
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if "." not in host:
        raise bad_request("bad webhook: invalid webhook URL specified")
    if (port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    return url


def checked_secret(token: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", token):
        raise bad_request("secret token contains unallowed characters")
    return token


class Webhook:
    """Where updates are pushed; an empty `url` means that the bot polls."""

    def __init__(self, updates: Updates, now: Callable[[], float]) -> None:
        self._updates, self._now = updates, now
        self.url, self.secret, self.connections = "", "", 40
        self.error: Json = {}
        self.reply: Callable[[Json], Awaitable[Any]] | None = None
        self._pushing: asyncio.Task[None] | None = None

    def set(self, url: str, secret: str, connections: int) -> None:
        self.stop()
        self.url, self.secret, self.error = url, secret, {}
        self.connections = connections if 1 <= connections <= 100 else 40
        if url:
            self._pushing = asyncio.get_running_loop().create_task(self._push_all())

    def stop(self) -> None:
        if self._pushing:
            self._pushing.cancel()
        self._pushing, self.url = None, ""

    async def _push_all(self) -> None:
        wait = FIRST_WAIT
        async with httpx.AsyncClient(timeout=ANSWER_WITHIN, verify=False) as http:
            while True:
                await self._updates.arrived()
                update = self._updates.waiting[0]
                asked = await self._push(http, update)
                if asked is None:
                    self._updates.confirm(update["update_id"] + 1)
                    wait = FIRST_WAIT
                    continue
                await asyncio.sleep(min(asked or wait, LONGEST_ASKED))
                wait = min(wait * 2, LONGEST_WAIT)

    async def _push(self, http: httpx.AsyncClient, update: Json) -> float | None:
        """None when the update was taken, else how long the bot asked to wait (0: not said)."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            answer = await http.post(self.url, json=update, headers=headers)
        except httpx.HTTPError as trouble:
            return self._failed(str(trouble) or "Connection failed")
        if answer.is_success:
            await self._take_reply(answer)
            return None
        asked = answer.headers.get("retry-after", "")
        words = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
        return self._failed(words, float(asked) if asked.isdecimal() else 0)

    def _failed(self, words: str, asked: float = 0) -> float:
        self.error = {"last_error_date": int(self._now()), "last_error_message": words}
        return asked

    async def _take_reply(self, answer: httpx.Response) -> None:
        """A bot may call a method in its answer; what comes of it is told to nobody."""
        with contextlib.suppress(ValueError):
            body = answer.json()
            if isinstance(body, dict) and "method" in body and self.reply:
                await self.reply(body)
