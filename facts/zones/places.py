"""Cities and countries with their zones, found by names as people type them, slips included."""

import gzip
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import islice
from zoneinfo import available_timezones

from rapidfuzz import process
from rapidfuzz.distance import OSA

from facts.text import fold

MOST_OFFERED = 6
# Zone abbreviations that people write though IANA has none, or means a fixed offset by them.
ABBREVIATIONS = {
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "ct": "America/Chicago",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "mst": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "bst": "Europe/London",
    "cest": "Europe/Berlin",
    "cet": "Europe/Berlin",
    "eet": "Europe/Athens",
    "msk": "Europe/Moscow",
    "jst": "Asia/Tokyo",
    "utc": "UTC",
    "gmt": "UTC",
    "z": "UTC",
}
_OFFSET = re.compile(r"(?:utc|gmt)\s*([+\-−–])\s*(\d{1,2})(?::?00)?")
_APART = re.compile(r"[\s,;./_’'`-]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A zone with the name it was found by: a city, a country, or the zone itself."""

    zone: str
    name: str
    country: str
    people: int = 0


class Places:
    """All places, by their folded names; read once."""

    def __init__(self, lines: list[list[str]]) -> None:
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        self._countries: dict[str, str] = {}
        self._of_country: dict[str, list[str]] = {}
        self._largest: dict[str, Place] = {}
        for kind, code, name, folded, zones, people in lines:
            for zone in zones.split(","):
                place = Place(zone, name, code, int(people))
                if kind == "city":
                    self._largest.setdefault(zone, place)
                for known in folded.split("|"):
                    self._by_name[_plain(known)].append(place)
            if kind == "country":
                self._of_country[code] = zones.split(",")
                self._countries.update((_plain(known), code) for known in folded.split("|"))
        self._zones = {zone.lower(): zone for zone in sorted(available_timezones())}

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._by_name)

    def find(self, words: str) -> list[Place]:
        """Return places for typed words, likeliest first and each zone once; none when unknown."""
        zone = self._zone_named(words)
        if zone is not None:
            return [Place(zone, zone, "")]
        wanted = _plain(fold(words))
        if not wanted or len(wanted) > 80:
            return []
        found = self._by_name.get(wanted) or self._in_country(wanted) or self._near(wanted)
        return _each_zone_once(found)

    def zones_of(self, country: str) -> list[str]:
        """Return the zones of a country by its two letters, the most peopled first."""
        return self._of_country.get(country.upper(), [])

    def largest(self, zone: str) -> Place | None:
        """Return the largest city of a zone."""
        return self._largest.get(zone)

    def most_peopled(self) -> list[Place]:
        """Return the largest city of each zone, the largest first."""
        return sorted(self._largest.values(), key=lambda place: (-place.people, place.zone))

    def _zone_named(self, words: str) -> str | None:
        bare = fold(words).strip()
        if bare in ABBREVIATIONS:
            return ABBREVIATIONS[bare]
        offset = _OFFSET.fullmatch(bare)
        if offset:
            hours = int(offset.group(2)) * (1 if offset.group(1) == "+" else -1)
            # POSIX signs: Etc/GMT-3 is three hours ahead of Greenwich.
            return self._zones.get("utc" if hours == 0 else f"etc/gmt{-hours:+d}")
        return self._zones.get(bare.replace(" ", "_")) if "/" in bare else None

    def _in_country(self, wanted: str) -> list[Place]:
        """Read "springfield usa" or "armenia yerevan": one part names the country."""
        words = wanted.split()
        for cut in range(1, len(words)):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            for city, country in ((head, tail), (tail, head)):
                code = self._countries.get(country)
                cities = self._by_name.get(city) or (self._near(city) if code else [])
                found = [place for place in cities if place.country == code]
                if found:
                    return found
        return []

    def _near(self, wanted: str) -> list[Place]:
        allowed = 0 if len(wanted) < 4 else 1 if len(wanted) < 8 else 2
        if allowed == 0:
            return []
        near = process.extract(
            wanted, self._names, scorer=OSA.distance, score_cutoff=allowed, limit=50
        )
        ranked = [
            (distance, name[:1] != wanted[:1], -place.people, place)
            for name, distance, _ in near
            for place in self._by_name[name]
        ]
        return [place for *_, place in sorted(ranked, key=lambda entry: entry[:3])]


@lru_cache(maxsize=1)
def places() -> Places:
    """Return all places, reading the bundled list the first time."""
    packed = files("facts.zones").joinpath("places.tsv.gz").read_bytes()
    text = gzip.decompress(packed).decode()
    return Places([line.split("\t") for line in text.splitlines()])


def _plain(folded: str) -> str:
    return _APART.sub(" ", folded).strip()


def _each_zone_once(found: list[Place]) -> list[Place]:
    first: dict[str, Place] = {}
    for place in found:
        first.setdefault(place.zone, place)
    return list(islice(first.values(), MOST_OFFERED))
