"""Which release of the zone data is in use: when it changes, due moments are worked out anew."""

import zoneinfo
from functools import lru_cache
from pathlib import Path

import tzdata


@lru_cache(maxsize=1)
def zone_version() -> str:
    """Return the release of the data that zoneinfo reads: the system's, else the package's."""
    for folder in zoneinfo.TZPATH:
        if (Path(folder) / "UTC").exists():
            return _of_system(Path(folder))
    return f"package {tzdata.IANA_VERSION}"


def _of_system(folder: Path) -> str:
    for name in ("+VERSION", "tzdata.zi"):
        file = folder / name
        if file.is_file():
            with file.open(encoding="utf-8", errors="replace") as lines:
                return f"system {lines.readline().removeprefix('# version').strip()}"
    return "system"
