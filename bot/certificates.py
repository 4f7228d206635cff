"""The certificates by which other hosts are known."""

import ssl
from functools import cache

import httpx


@cache
def certificates() -> ssl.SSLContext:
    """Return how certificates are checked, read once a process when first asked for: it is slow."""
    return httpx.create_ssl_context()
