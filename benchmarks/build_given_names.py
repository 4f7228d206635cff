"""Build `facts/extraction/givennames.txt.gz` from the locales of Faker (MIT licence).

    python -m benchmarks.build_given_names

Needs `pip install faker`, which the product itself does not. Kept are given names in Latin script,
folded. A name that is also an English word ("Mark", "Price") is kept only where several locales
give it (fewer if the word is rare), and never if it names bodies, places, titles or months.
"""

import gzip
import importlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from facts.answering.language import english_words
from facts.extraction import namewords
from facts.extraction.places import cities, countries, demonyms
from facts.text import fold

RESOURCE = Path(__file__).parents[1] / "facts/extraction/givennames.txt.gz"
FEWEST_LOCALES, FEWEST_IF_RARE = 4, 2
RARE = 3e-6  # share of running text
SHARE = 0.85
WORDS_FIRST = frozenset(
    ["Said", "Line", "Else", "Edit", "Urban", "Marine", "Junior", "Tea", "Valentine"]
)
NAME = re.compile(r"[a-z][a-z']+")
NEVER = (
    namewords.TITLES
    | namewords.BODIES
    | namewords.THINGS
    | namewords.PLACE_WORDS
    | namewords.NOT_NAMES
    | namewords.OPENERS
    | WORDS_FIRST
    | countries().keys()
    | demonyms().keys()
    | cities()
)


Genders = dict[str, Counter[str]]


def given_names() -> Genders:
    """Return folded given names with how many locales give them to women, to men, to either."""
    from faker.config import AVAILABLE_LOCALES

    found: Genders = defaultdict(Counter)
    for locale in AVAILABLE_LOCALES:
        try:
            module = importlib.import_module(f"faker.providers.person.{locale}")
        except ImportError:
            continue
        for name, gender in {(fold(part), gender) for part, gender in _listed(module.Provider)}:
            found[name][gender] += 1
    return found


def _listed(provider: type) -> Iterator[tuple[str, str]]:
    for attribute in dir(provider):
        if attribute.startswith("first_name"):
            listed = getattr(provider, attribute)
            if isinstance(listed, tuple | list | dict):
                gender = "f" if "female" in attribute else "m" if "male" in attribute else "u"
                yield from ((part, gender) for name in listed for part in str(name).split("-"))


def _gender(counts: Counter[str]) -> str:
    """Return the gender that nearly all locales give, else "u"."""
    told = counts["f"] + counts["m"]
    return next((g for g in "fm" if told and counts[g] >= SHARE * told), "u")


def _fewest(share: float) -> int:
    return FEWEST_IF_RARE if share < RARE else FEWEST_LOCALES


def _locales(counts: Counter[str]) -> int:
    return max(counts.values())


def main() -> None:
    never = {word.lower() for word in NEVER}
    found = given_names()
    common = english_words()
    kept = sorted(
        f"{name} {_gender(counts)}"
        for name, counts in found.items()
        if NAME.fullmatch(name)
        and name not in never
        and (name not in common or _locales(counts) >= _fewest(common[name]))
    )
    with gzip.GzipFile(RESOURCE, "wb", compresslevel=9, mtime=0) as out:
        out.write("\n".join(kept).encode())
    print(f"{RESOURCE.name}: {len(kept)} names, {RESOURCE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
