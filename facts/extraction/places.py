"""Countries with demonyms and capitals, and well-known places: names, never statements."""

from functools import cache
from importlib import resources

from facts.reading.wordlist import word_list

_SHORT = {
    "U.S.": "United States",
    "US": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "U.K.": "United Kingdom",
    "UK": "United Kingdom",
    "Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "Türkiye": "Turkey",
    "Czechia": "Czech Republic",
    "Holland": "Netherlands",
}


@cache
def countries() -> dict[str, str]:
    """Return the written names of countries, each with one full name."""
    return {name: name for name, _, _ in _rows()} | _SHORT


@cache
def demonyms() -> dict[str, str]:
    """Return demonyms with their countries."""
    return {word: name for name, words, _ in _rows() for word in words.split(",") if word}


@cache
def capitals() -> dict[str, str]:
    """Return capitals with their countries, for a capital that stands for its government."""
    return {capital: name for name, _, capital in _rows() if capital}


_SOUTHERN = word_list(
    """
    Angola, Argentina, Australia, Bolivia, Botswana, Brazil, Chile, Eswatini, Fiji, Madagascar,
    Malawi, Mauritius, Mozambique, Namibia, New Zealand, Paraguay, Peru, South Africa, Uruguay,
    Zambia, Zimbabwe
    """
)


def half_of(word: str) -> str | None:
    """Return "south" or "north" for a country, demonym or capital, None for what is none."""
    country = countries().get(word) or demonyms().get(word) or capitals().get(word)
    if country is None:
        return None
    return "south" if country in _SOUTHERN else "north"


@cache
def cities() -> frozenset[str]:
    """Return well-known cities, regions, rivers and continents that are no country."""
    text = resources.files("facts.extraction").joinpath("cities.txt").read_text("utf-8")
    return word_list(text.replace("\n", ",\n"))


def is_known_place(name: str) -> bool:
    """Tell a country or a well-known city, region, river or continent."""
    return name in cities() or name in countries()


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    text = resources.files("facts.extraction").joinpath("countries.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return tuple((name, demonym, capital) for name, demonym, capital in rows)
