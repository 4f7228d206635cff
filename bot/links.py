"""A public web page or file fetched by its link: never anything inside a network.

Every address that a host resolves to is checked, and the connection is made to a checked address
and to no name, so that a second look-up cannot lead elsewhere. Redirects go the same way.
"""

import asyncio
import ipaddress
import logging
import socket
import ssl
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import httpx

from bot.certificates import certificates
from bot.ports import Fetched, LinkRefused
from bot.views.html import shortened
from bot.views.texts import say

log = logging.getLogger(__name__)

SECONDS = 20.0
CONNECT_SECONDS = 6.0
MOST_BYTES = 10 * 1024 * 1024
MOST_REDIRECTS = 4
MOST_ADDRESSES = 3  # that are tried one after the other
LONGEST_LINK, LONGEST_NAME = 2_000, 120
HEADERS = {
    "User-Agent": "briefing-bot",
    "Accept": "text/html, application/pdf, text/plain, */*;q=0.5",
    "Accept-Encoding": "identity",
}
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}
_UNICAST = ipaddress.ip_network("2000::/3")
_SPECIAL = [
    ipaddress.ip_network(each)
    for each in ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20")
]
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
Public = Callable[[str], bool]


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the open internet, in no network of somebody's own.

    What carries an IPv4 address within an IPv6 one is refused whatever it carries.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and found not in _UNICAST:
        return False
    special = any(found in each for each in _SPECIAL if each.version == found.version)
    return found.is_global and not (special or found.is_multicast or found.is_reserved)


async def resolved(host: str, port: int) -> Sequence[str]:
    """Return every address of a host; raise OSError when there is none."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


@dataclass(frozen=True, slots=True)
class WebLinks:
    """Fetches over https; see `bot.ports.Links`. No proxy is used."""

    resolve: Resolve = resolved
    public: Public = is_public

    async def fetch(self, link: str) -> Fetched:
        """Return what a link leads to and its last address; raise LinkRefused."""
        try:
            async with asyncio.timeout(SECONDS):
                return await self._followed(checked(link))
        except TimeoutError:
            raise LinkRefused(say("link-slow", seconds=int(SECONDS))) from None

    async def _followed(self, url: httpx.URL) -> Fetched:
        async with httpx.AsyncClient(
            verify=certificates(), trust_env=False, timeout=httpx.Timeout(SECONDS)
        ) as client:
            for _ in range(MOST_REDIRECTS + 1):
                found = await self._visited(client, url)
                if isinstance(found, bytes):
                    return Fetched(found, str(url.copy_with(fragment=None)))
                url = found
        raise LinkRefused(say("link-redirects", most=MOST_REDIRECTS))

    async def _visited(self, client: httpx.AsyncClient, url: httpx.URL) -> bytes | httpx.URL:
        """Return what is there, or where it leads on."""
        failed = LinkRefused(say("link-not-reached", host=_host(url)))
        for address in await self._addresses(url):
            try:
                return await _asked(client, url, address)
            except httpx.ConnectError as error:
                failed = _not_connected(url, error)
            except (httpx.TimeoutException, httpx.TransportError) as error:
                log.info("A link broke off: %s", type(error).__name__)
                raise LinkRefused(say("link-broken", host=_host(url))) from None
        raise failed

    async def _addresses(self, url: httpx.URL) -> Sequence[str]:
        """Return the addresses of a host, all of them public; raise LinkRefused."""
        try:
            found = await self.resolve(url.host, url.port or 443)
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise LinkRefused(say("link-unknown-host", host=_host(url)))
        if not all(map(self.public, found)):
            log.warning("Refused: a link to %s, which is no public address", _host(url))
            raise LinkRefused(say("link-not-public", host=_host(url)))
        return found[:MOST_ADDRESSES]


def checked(link: str) -> httpx.URL:
    """Return a link that may be followed; raise LinkRefused."""
    try:
        url = httpx.URL(link.strip())
        port = url.port
    except (httpx.InvalidURL, ValueError):
        raise LinkRefused(say("link-wrong")) from None
    if url.scheme != "https":
        raise LinkRefused(say("link-not-https"))
    port_is = 1 <= (443 if port is None else port) <= 65_535
    if not (url.host and port_is) or url.userinfo or len(str(url)) > LONGEST_LINK:
        raise LinkRefused(say("link-wrong"))
    return url


def name_of(link: str) -> str:
    """Return what a linked document is called: the last part of its path, or its host."""
    path, _, _ = link.partition("?")[0].partition("#")
    host, _, rest = path.partition("://")[2].partition("/")
    last = unquote(rest.rstrip("/").rpartition("/")[2], errors="replace")
    return shortened(" ".join(last.split()) or host, LONGEST_NAME) or "link"


async def _asked(client: httpx.AsyncClient, url: httpx.URL, address: str) -> bytes | httpx.URL:
    # The certificate is checked for the name, the connection goes to the address.
    request = client.build_request(
        "GET",
        url.copy_with(host=address, fragment=None),
        headers={**HEADERS, "Host": url.netloc.decode("ascii")},
        timeout=httpx.Timeout(SECONDS, connect=CONNECT_SECONDS),
        extensions={"sni_hostname": url.raw_host.decode("ascii").strip("[]")},
    )
    answer = await client.send(request, stream=True)
    try:
        if answer.has_redirect_location:
            return _onward(url, answer.headers["Location"])
        if answer.status_code != httpx.codes.OK:
            raise LinkRefused(say("link-status", host=_host(url), status=str(answer.status_code)))
        return await _content(answer)
    finally:
        await answer.aclose()


def _onward(url: httpx.URL, location: str) -> httpx.URL:
    try:
        return checked(str(url.join(location)))
    except httpx.InvalidURL:
        raise LinkRefused(say("link-wrong")) from None


async def _content(answer: httpx.Response) -> bytes:
    """Return the bytes of an answer, unpacked; never more than the most are held."""
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in ("identity", "", *_PACKED):
        raise LinkRefused(say("link-packed"))
    unpack = zlib.decompressobj(_PACKED[coding]) if coding in _PACKED else None
    length = answer.headers.get("Content-Length", "")
    if unpack is None and length.isdecimal() and int(length) > MOST_BYTES:
        raise _too_large()
    held = bytearray()
    async for chunk in answer.aiter_raw():
        try:
            held += unpack.decompress(chunk, MOST_BYTES + 1 - len(held)) if unpack else chunk
        except zlib.error:
            raise LinkRefused(say("link-packed")) from None
        if len(held) > MOST_BYTES or (unpack is not None and unpack.unconsumed_tail):
            raise _too_large()
    return bytes(held)


def _too_large() -> LinkRefused:
    return LinkRefused(say("link-too-large", most=MOST_BYTES >> 20))


def _not_connected(url: httpx.URL, error: httpx.ConnectError) -> LinkRefused:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    key = "link-not-reached" if cause is None else "link-certificate"
    return LinkRefused(say(key, host=_host(url)))


def _host(url: httpx.URL) -> str:
    return shortened(url.host, LONGEST_NAME)
