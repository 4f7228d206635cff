"""From a shared location to its zone, without any network."""

from zoneinfo import available_timezones

import tzfpy


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the zone at a point of the earth; None where it is no land's and on bad numbers."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    zone: str = tzfpy.get_tz(longitude, latitude)
    return zone if zone in available_timezones() else None
