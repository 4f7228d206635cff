"""Which addresses Telegram takes for a link, and how it writes them.

Used for links in texts (a bad one is dropped) and for buttons (a bad one is refused).
"""

import ipaddress
import re

HIGHEST_USER_ID = (1 << 40) - 1
HOST = re.compile(rb"(?:[a-z0-9._!$,~*'();&+=\x80-\xff-]|%[0-9a-f]{2})*\Z")
DEEP_HOST = re.compile(rb"[A-Za-z0-9_-]*\Z")
NUMBER = re.compile(rb"-?[0-9]+\Z")
SPACES = b" \t\r\n\0\v"
OWN_SCHEMES = (
    (b"tg", rb"tg:(?://)?"),
    (b"ton", rb"ton:(?://)?"),
    (b"tonsite", rb"tonsite:(?://)?"),
)


class BadLink(Exception):
    """Not an address that Telegram links to; the text says why, in Telegram's words."""


def mentioned_user(url: str) -> int | None:
    """The user id of a tg://user?id=... address."""
    found = re.match(r"tg:(?://)?user/?\?([^#]*)", url.lower(), re.DOTALL)
    for parameter in found[1].split("&") if found else []:
        key, _, value = parameter.partition("=")
        if key == "id":
            number = int(value) if NUMBER.match(value.encode()) else 0
            return number if 0 < number <= HIGHEST_USER_ID else None
    return None


def checked_link(url: str) -> str:
    """The address as Telegram would store it; raises BadLink."""
    raw = url.encode()
    for scheme, pattern in OWN_SCHEMES:
        if found := re.match(pattern, raw, re.IGNORECASE):
            return _own_link(scheme, raw[found.end() :]).decode()
    return _web_link(raw).decode()


def _own_link(scheme: bytes, rest: bytes) -> bytes:
    protocol, userinfo, host, port, query = _parts(rest)
    if rest.lower().startswith(b"http://") or protocol == b"https" or userinfo or port:
        raise BadLink("Wrong tg URL" if scheme == b"tg" else "Wrong ton URL")
    allowed = host.replace(b".", b"") if scheme == b"tonsite" else host
    if not DEEP_HOST.match(allowed):
        raise BadLink("Unallowed characters in URL host")
    return scheme + b"://" + host + (query[1:] if query.startswith(b"/?") else query)


def _web_link(raw: bytes) -> bytes:
    protocol, userinfo, host, port, query = _parts(raw)
    if b"." not in host and not host.startswith(b"["):
        raise BadLink("Wrong HTTP URL")
    login = userinfo + b"@" if userinfo else b""
    return protocol + b"://" + login + host + (b":%d" % port if port else b"") + query


def _parts(raw: bytes) -> tuple[bytes, bytes, bytes, int, bytes]:
    """Protocol, user, host, port (0 when none is given), and the path with all that follows."""
    found = re.match(rb"([^:/?#@\[\]]*)://", raw)
    protocol = found[1].lower() if found else b"http"
    if protocol not in (b"http", b"https"):
        raise BadLink("Unsupported URL protocol")
    rest = raw[found.end() :] if found else raw
    place = re.match(rb"[^/?#]*", rest)
    authority = place[0] if place else b""
    query = rest[len(authority) :]
    authority, port = _split_port(authority)
    userinfo, _, host = authority.rpartition(b"@")
    return protocol, userinfo, _checked_host(host.lower()), port, _written_query(query)


def _split_port(authority: bytes) -> tuple[bytes, int]:
    last = max(authority.rfind(mark) for mark in (b":", b"]", b"@"))
    if last <= 0 or authority[last : last + 1] != b":":
        return authority, 0
    number = authority[last + 1 :]
    port = int(number) if NUMBER.match(number) else 0
    if not 0 < port <= 65535:
        raise BadLink("Wrong port number specified in the URL")
    return authority[:last], port


def _checked_host(host: bytes) -> bytes:
    if host.startswith(b"[") and host.endswith(b"]"):
        try:
            ipaddress.IPv6Address(host[1:-1].decode())
        except ValueError:
            raise BadLink("Wrong IPv6 address specified in the URL") from None
        return host
    if not host:
        raise BadLink("URL host is empty")
    if host == b".":
        raise BadLink("Host is invalid")
    if not HOST.match(host):
        raise BadLink("Wrong URL host")
    return host


def _written_query(query: bytes) -> bytes:
    query = query.rstrip(SPACES) or b"/"
    query = query if query.startswith(b"/") else b"/" + query
    return b"".join(b"%%%02X" % byte if byte <= 0x20 else bytes((byte,)) for byte in query)
