"""Links are fetched over https from checked public addresses, and from nowhere else."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot import links
from bot.links import MOST_BYTES, checked, is_public, name_of
from bot.ports import LinkRefused
from tests.bot.secure_server import HERE, SecureServer, onward, page, secure_server


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SecureServer]:
    async with secure_server(tmp_path, monkeypatch) as server:
        yield server


async def refused(server: SecureServer, link: str) -> str:
    with pytest.raises(LinkRefused) as told:
        await server.links().fetch(link)
    return str(told.value)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:8.8.8.8", "::ffff:127.0.0.1", "::7f00:1", "64:ff9b::7f00:1", "2002:7f00:1::"),
        *("2001::1", "3fff::1", "no address", ""),
    ],
)
def test_inside_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("http://news.example/a", "https:// links only"),
        ("file:///etc/passwd", "https:// links only"),
        ("ftp://news.example/a", "https:// links only"),
        ("https://ada:word@news.example/a", "no link that I can follow"),
        ("https:///a", "no link that I can follow"),
        ("https://news.example:0/", "no link that I can follow"),
        ("https://news.example:99999/", "no link that I can follow"),
        ("https://news.example/" + "a" * 2_000, "no link that I can follow"),
        ("https://xn--\N{SNOWMAN}.example\x00/", "no link that I can follow"),
    ],
)
def test_what_is_no_link_to_follow_is_refused_unasked(link: str, why: str) -> None:
    with pytest.raises(LinkRefused, match=why):
        checked(link)


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://news.example/2026/bridge.html?a=1#top", "bridge.html"),
        ("https://news.example/b%C3%BCcher%20neu/", "bücher neu"),
        ("https://news.example", "news.example"),
        ("https://news.example/", "news.example"),
    ],
)
def test_document_is_named_after_its_link(link: str, name: str) -> None:
    assert name_of(link) == name


async def test_page_is_fetched_by_its_address_and_certified_by_its_name(
    server: SecureServer,
) -> None:
    server.pages = {"/a?b=1": page(b"words")}
    fetched = await server.links().fetch(server.link("/a?b=1#part"))
    assert (fetched.content, fetched.url) == (b"words", server.link("/a?b=1"))
    assert await refused(server, server.link("/a?b=1", "other.example")) == (
        "other.example cannot show that it is itself (its certificate is not valid): "
        "send the page as a file."
    )
    assert server.asked == ["/a?b=1"]


async def test_name_is_looked_up_once_and_never_again(server: SecureServer) -> None:
    server.pages = {"/": page(b"words")}
    links_ = server.links()

    async def rebinding(host: str, port: int) -> list[str]:
        server.looked_up.append(host)
        return [HERE] if len(server.looked_up) == 1 else ["10.0.0.1"]

    fetched = await links.WebLinks(rebinding, links_.public).fetch(server.link("/"))
    assert fetched.content == b"words"
    assert server.looked_up == ["news.example"]


async def test_one_inside_address_among_several_is_enough_to_refuse(server: SecureServer) -> None:
    server.names["news.example"] = [HERE, "192.168.1.1"]
    assert "not on the open internet" in await refused(server, server.link("/"))
    for host in ("127.0.0.1", "[::1]", "2130706433", "localhost"):
        with pytest.raises(LinkRefused, match="not on the open internet"):
            await links.WebLinks().fetch(server.link("/", host))
    assert server.asked == []


async def test_redirects_are_followed_and_checked_like_the_link(server: SecureServer) -> None:
    server.names["inside.example"] = ["10.0.0.1"]
    server.pages = {
        "/old": onward("/moved"),
        "/moved": onward(server.link("/new", "old.example")),
        "/new": page(b"new"),
        "/inside": onward("https://inside.example/"),
        "/plain": onward("http://news.example/"),
        "/file": onward("file:///etc/passwd"),
        "/round": onward("/round"),
    }
    fetched = await server.links().fetch(server.link("/old"))
    assert (fetched.content, fetched.url) == (b"new", server.link("/new", "old.example"))
    assert "inside.example is not on the open internet" in await refused(
        server, server.link("/inside")
    )
    assert "https:// links only" in await refused(server, server.link("/plain"))
    assert "https:// links only" in await refused(server, server.link("/file"))
    assert "leads on more than 4 times" in await refused(server, server.link("/round"))
    assert server.asked.count("/round") == 5


async def test_nothing_larger_than_the_limit_is_taken(server: SecureServer) -> None:
    large = b"\n" * (MOST_BYTES + 1)
    packed = gzip.compress(large)
    server.pages = {
        "/told": page(large),
        "/untold": page(large, length=False),
        "/bomb": page(packed, "Content-Encoding: gzip"),
        "/packed": page(gzip.compress(b"words"), "Content-Encoding: gzip"),
        "/false": page(b"words", "Content-Encoding: gzip"),
        "/rare": page(b"words", "Content-Encoding: zstd"),
        "/whole": page(large[:-1]),
    }
    assert len(packed) < 20_000
    for path in ("/told", "/untold", "/bomb"):
        assert "larger than 10 MB" in await refused(server, server.link(path))
    for path in ("/false", "/rare"):
        assert "cannot unpack" in await refused(server, server.link(path))
    assert (await server.links().fetch(server.link("/packed"))).content == b"words"
    assert len((await server.links().fetch(server.link("/whole"))).content) == MOST_BYTES


async def test_what_is_not_handed_out_whole_is_refused(
    server: SecureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = page(b"many words")
    server.pages = {"/cut": whole[:-3], "/garbage": b"SSH-2.0\r\n\r\n", "/silent": None}
    assert "does not hand the page out (404)" in await refused(server, server.link("/none"))
    for path in ("/cut", "/garbage"):
        assert "broke off" in await refused(server, server.link(path))
    assert "There is no host lost.example" in await refused(
        server, server.link("/", "lost.example")
    )
    server.names["shut.example"] = [HERE]
    shut = "https://shut.example:1/"
    assert "shut.example cannot be reached" in await refused(server, shut)
    monkeypatch.setattr(links, "SECONDS", 0.5)
    assert "took longer than" in await refused(server, server.link("/silent"))


async def test_whole_fetch_has_one_limit_however_steadily_it_drips(
    server: SecureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    unending = b"HTTP/1.1 200 OK\r\nX-Words: "
    server.pages = {"/head": unending, "/body": page(b"", length=False)}
    server.dripping = set(server.pages)
    monkeypatch.setattr(links, "SECONDS", 2.0)
    for path in server.pages:
        assert "took longer than" in await refused(server, server.link(path))


async def test_look_up_of_a_host_has_the_same_limit(
    server: SecureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(_host: str, _port: int) -> Sequence[str]:
        await asyncio.Event().wait()
        return ()

    monkeypatch.setattr(links, "SECONDS", 0.1)
    with pytest.raises(LinkRefused, match="took longer than"):
        await links.WebLinks(never).fetch(server.link("/"))
