"""A web server with a certificate of its own on this machine, and the names that lead to it."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path

import pytest

from bot.certificates import certificates
from bot.links import WebLinks, is_public

HERE = "127.0.0.1"
DRIP_SECONDS = 0.01
Answers = Callable[[str, str], bytes | None]


def page(body: bytes, *heads: str, status: str = "200 OK", length: bool = True) -> bytes:
    """Return an answer as it goes over the line."""
    told = [f"HTTP/1.1 {status}", "Connection: close", *heads]
    told += [f"Content-Length: {len(body)}"] if length else []
    return "\r\n".join([*told, "", ""]).encode() + body


def onward(where: str) -> bytes:
    """Return an answer that leads elsewhere."""
    return page(b"", f"Location: {where}", status="302 Found")


@dataclass
class SecureServer:
    """Answers by host and path; remembers what it was asked. `names` lead to addresses.

    What is `dripping` comes a byte at a time and never ends.
    """

    port: int = 0
    pages: dict[str, bytes | None] = field(default_factory=dict)
    names: dict[str, Sequence[str]] = field(default_factory=dict)
    dripping: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)

    def link(self, path: str, host: str = "news.example") -> str:
        return f"https://{host}:{self.port}{path}"

    def links(self) -> WebLinks:
        """Links that take this machine, and no other inside address, for a public one."""
        return WebLinks(self._resolve, lambda address: address == HERE or is_public(address))

    async def _resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        return self.names.get(host, ())

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            path = head.split(" ")[1]
            self.asked.append(path)
            told = self.pages.get(path, page(b"", status="404 Not Found"))
            if told is None:  # says nothing until the other side gives up
                await reader.read()
            elif path in self.dripping:  # a byte at a time, and then more, until it gives up
                for byte in chain(told, repeat(0)):
                    writer.write(bytes([byte]))
                    await writer.drain()
                    await asyncio.sleep(DRIP_SECONDS)
            else:
                writer.write(told)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()


@asynccontextmanager
async def secure_server(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[SecureServer]:
    """A server that is news.example and old.example; other.example has no certificate."""
    certificate, key = _certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    certificates.cache_clear()
    names = ("news.example", "old.example", "other.example")
    server = SecureServer(names={name: [HERE] for name in names})
    listening = await asyncio.start_server(server.answer, HERE, 0, ssl=context)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        certificates.cache_clear()


def _certificate(folder: Path) -> tuple[Path, Path]:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed: links were not tried over TLS")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    made = [
        *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
        *("-subj", "/CN=news.example", "-keyout", str(key), "-out", str(certificate)),
        *("-addext", "subjectAltName=DNS:news.example,DNS:old.example"),
    ]
    subprocess.run(made, check=True, capture_output=True)
    return certificate, key
