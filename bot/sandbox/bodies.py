"""Reading request bodies: forms, multipart forms and JSON, with files kept as uploads."""

import json
import re
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.sandbox.parameters import Upload
from bot.sandbox.refusals import Refusal, bad_request

LARGEST_BODY = 110 << 20


async def read_body(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Fields and files of a request, the query string included."""
    fields: dict[str, Any] = dict(request.query_params)
    if int(request.headers.get("content-length") or 0) > LARGEST_BODY:
        raise Refusal(413, "Request Entity Too Large")
    body = await request.body()
    kind, options = _header(request.headers.get("content-type", ""))
    if kind == "application/json":
        return fields | _object(body), {}
    if kind == "multipart/form-data":
        parts, files = _multipart(body, options.get("boundary", "").encode())
        return fields | parts, files
    return fields | dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True)), {}


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse JSON object")
    return value


def _header(line: str) -> tuple[str, dict[str, str]]:
    message = Message()
    message["content-type"] = line
    first, *rest = message.get_params() or [("", "")]
    return first[0].lower(), {name.lower(): value for name, value in rest}


def _multipart(body: bytes, boundary: bytes) -> tuple[dict[str, Any], dict[str, Upload]]:
    fields: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:]:
        head, found, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not found:
            continue
        headers = head.decode(errors="replace")
        name = re.search(r'[; ]name="([^"]*)"', headers)
        file = re.search(r'filename="([^"]*)"', headers)
        mime = re.search(r"(?im)^content-type: *([^\r\n;]+)", headers)
        if name and file:
            kind = mime[1] if mime else "application/octet-stream"
            files[name[1]] = Upload(_unescaped(file[1]), kind, content)
        elif name:
            fields[name[1]] = content.decode(errors="replace")
    return fields, files


def _unescaped(name: str) -> str:
    """A file's name without a path; clients write quotes and line ends as %22, %0D and %0A."""
    plain = name.replace("%22", '"').replace("%0D", "").replace("%0A", "")
    return re.split(r"[/\\]", plain)[-1] or "file"
