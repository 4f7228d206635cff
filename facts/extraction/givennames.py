"""Given names of many languages: they show a person, and often whether "he" or "she" may follow."""

import gzip
from functools import cache, lru_cache
from importlib import resources

from facts.answering.language import english_words
from facts.reading.wordlist import word_list
from facts.text import fold

# Given names that the list, made from registers of few countries, leaves out.
_MORE = word_list(
    """
    ray rob vic ted gus jun wei chidi thabo sipho lindiwe sanjay anil sunita yuki duc somchai aung
    tala nguyen chen kwabena ngozi thandiwe oluwaseun chukwuma haruto rohan asif farid zainab
    """
)


_OF_PLACES = frozenset({"sint", "saint", "san", "santa", "sankt", "st", "port"})  # "Sint-Joris"


@cache
def given_names() -> dict[str, str]:
    """Return folded names, made by `benchmarks/build_given_names.py`: f, m or u; n is a surname."""
    raw = resources.files("facts.extraction").joinpath("givennames.txt.gz").read_bytes()
    rows = (line.split(" ") for line in gzip.decompress(raw).decode().split("\n"))
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=50_000)
def is_given(word: str) -> bool:
    """Tell whether a capitalised word is a given name; of "Per-Olav" either part will do."""
    folded = fold(word)
    if given_names().get(folded, "n") != "n" or folded in _MORE:
        return True
    head = folded.partition("-")[0]
    return (
        "-" in folded
        and head not in _OF_PLACES
        and any(given_names().get(part, "n") != "n" for part in folded.split("-"))
    )


def gender_of(word: str) -> str | None:
    """Return "f" or "m" for a given name that nearly always goes with one, else None."""
    found = given_names().get(fold(word).split("-")[0], "u")
    return found if found in ("f", "m") else None


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Tell a word that running English uses in lower case, and that is no name."""
    folded = fold(word)
    return folded in english_words() and folded not in given_names() and not is_given(word)
