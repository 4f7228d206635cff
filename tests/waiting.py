"""Waiting for what another task or process brings about."""

import asyncio
import time
from collections.abc import Callable

PATIENCE = 60.0  # seconds; only what hangs takes so long, however slow the machine
PAUSE = 0.05


async def until(there: Callable[[], bool]) -> bool:
    """Wait for it as long as patience lasts; say whether it came."""
    deadline = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(PAUSE)
    return True
