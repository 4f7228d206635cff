"""Given names of many languages: they show a person, and often whether "he" or "she" may follow."""

import gzip
from functools import cache
from importlib import resources

from facts.text import fold


@cache
def given_names() -> dict[str, str]:
    """Return folded given names, made by `benchmarks/build_given_names.py`, each f, m or u."""
    raw = resources.files("facts.extraction").joinpath("givennames.txt.gz").read_bytes()
    rows = (line.split(" ") for line in gzip.decompress(raw).decode().split("\n"))
    return {row[0]: row[1] for row in rows}


def is_given(word: str) -> bool:
    """Tell whether a capitalised word is a given name; of "Per-Olav" either part will do."""
    folded = fold(word)
    if folded in given_names():
        return True
    return "-" in folded and any(part in given_names() for part in folded.split("-"))


def gender_of(word: str) -> str | None:
    """Return "f" or "m" for a given name that nearly always goes with one, else None."""
    found = given_names().get(fold(word).split("-")[0], "u")
    return None if found == "u" else found
