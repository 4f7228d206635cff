"""Keeps other web pages out: only this machine's names as Host, and no posts from elsewhere."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OWN_NAMES = {"127.0.0.1", "localhost", "::1"}
PAGE_RULES = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    b"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Guard:
    """Refuses a rebound name and a foreign origin before anything is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (wrong := _wrong(scope)):
            await PlainTextResponse(wrong, 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _wrong(scope: Scope) -> str:
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if _hostname(host) not in OWN_NAMES:
        return "This server answers to 127.0.0.1 and localhost only."
    origin = headers.get("origin")
    if origin and urlsplit(origin).netloc != host:
        return "Other sites may not use this server."
    elsewhere = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
    if elsewhere and scope["path"] != "/":
        return "Other sites may not use this server."
    return ""


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
