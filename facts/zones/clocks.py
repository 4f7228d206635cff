"""A reader's clock: times as people type them, and the zones where it is that time now."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from facts.zones.places import MOST_OFFERED, Place, places

# A clock that is a few minutes off, or was read a few minutes ago.
SLACK = timedelta(minutes=10)
_TIME = re.compile(
    r"(?:at |um |à |a las )?(?P<hour>\d{1,2})"
    r"(?:\s*[:.hH]\s*(?P<minute>\d{2})|(?P<joined>\d{2}))?"
    r"\s*(?:h|uhr|o'?clock)?\s*(?P<half>[ap]\.?\s?m\.?)?",
    re.IGNORECASE,
)


def read_time(words: str) -> time | None:
    """Return the time of day that somebody typed: 8, 8:30, 8.30, 0830, 8h30, 8:30 pm."""
    match = _TIME.fullmatch(words.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or match["joined"] or 0)
    half = (match["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def zones_showing(clock: time, now: datetime) -> list[Place]:
    """Return places where clocks show this time now, the most peopled zones first."""
    return [place for place in places().most_peopled() if _shows(ZoneInfo(place.zone), clock, now)][
        :MOST_OFFERED
    ]


def clocks_now(now: datetime) -> list[time]:
    """Return the times of day that clocks of the world show now, to the minute, in order."""
    shown = {
        now.astimezone(ZoneInfo(place.zone)).time().replace(second=0, microsecond=0)
        for place in places().most_peopled()
    }
    return sorted(shown)


def _shows(zone: ZoneInfo, clock: time, now: datetime) -> bool:
    local = now.astimezone(zone)
    claimed = local.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    apart = abs(local.replace(tzinfo=None) - claimed.replace(tzinfo=None))
    return min(apart, timedelta(days=1) - apart) <= SLACK
