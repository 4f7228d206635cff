"""What `briefing load` is given: files, folders of files, and links."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.links import WebLinks, name_of
from bot.views.texts import say
from facts.errors import DocumentRefused
from facts.reading.limits import LARGEST_FILE

_LINK = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as it was given: its place, its name, its bytes, and its address if it has one."""

    place: str
    name: str
    content: bytes
    url: str | None = None


def places(given: Sequence[str]) -> Iterator[str]:
    """Yield the files and links that are given; of a folder all that is in it."""
    for place in given:
        if _LINK.match(place) or not Path(place).is_dir():
            yield place
            continue
        inside = sorted(file for file in Path(place).rglob("*") if file.is_file())
        yield from map(str, inside or [Path(place)])  # an empty folder is told of like a bad file


def name_at(place: str) -> str:
    """Return what a file or link is called."""
    return name_of(place) if _LINK.match(place) else Path(place).name


def given_file(place: str, *, links: bool) -> GivenFile:
    """Return a file with its bytes; raise DocumentRefused. `links`: whether links are fetched."""
    if not _LINK.match(place):
        return GivenFile(place, name_at(place), _content(Path(place)))
    if not links:
        raise DocumentRefused(say("link-off"))
    fetched = asyncio.run(WebLinks().fetch(place))
    return GivenFile(place, name_at(place), fetched.content, fetched.url)


def _content(file: Path) -> bytes:
    if file.is_dir():
        raise DocumentRefused("The folder holds no files: put documents in it, or name a file.")
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise DocumentRefused(
                f"The file is larger than {LARGEST_FILE >> 20} MB: split it and load the parts."
            )
        return file.read_bytes()
    except OSError as error:
        raise DocumentRefused(
            f"The file cannot be read ({error.strerror}): check its name and rights."
        ) from error
