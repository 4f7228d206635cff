"""Build `facts/extraction/givennames.txt.gz` from the locales of Faker (MIT licence).

    python -m benchmarks.build_given_names path/to/dict

Needs `pip install faker` and the files of Princeton WordNet, which the product itself does not.
Kept are given names in Latin script, folded. A name that is also an English word ("Mark", "Price")
is kept only where several locales give it (fewer if the word is rare), and never if it names
bodies, places, titles or months. The list of English words holds names too ("doug", "campbell"):
those that WordNet does not know in lower case are kept, as given names if they are no more often
surnames, else with an "n": a name, and no common word.
"""

import gzip
import importlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.build_wordnet import senses
from facts.answering.language import english_words
from facts.extraction import namewords
from facts.extraction.places import cities, countries, demonyms
from facts.reading.wordlist import word_list
from facts.text import fold

RESOURCE = Path(__file__).parents[1] / "facts/extraction/givennames.txt.gz"
FEWEST_LOCALES, FEWEST_IF_RARE = 4, 2
RARE = 3e-6  # share of running text
SHARE = 0.85
WORDS_FIRST = frozenset(
    ["Said", "Line", "Else", "Edit", "Urban", "Marine", "Junior", "Tea", "Valentine"]
)
# Brands, particles and scraps of words that registers of names hold as well.
BRANDS = word_list(
    """
    alta armani bala beni biel borg chanel che del della danang dom dow duna duro engin fem
    fides ganda geo gro hilton hong hung indy karo lexus lon lucca meta milford modena oke
    porsche ran sal sem sim terra til uni val versa verde vic vide thanh nam nau mani ova
    foch bitten asa remington royce
    """
)
MOST_COMMON = 3e-5  # share of running text above which a word is no name for this list
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
    found: Genders = defaultdict(Counter)
    for provider in _providers():
        for name, gender in {(fold(part), gender) for part, gender in _given(provider)}:
            found[name][gender] += 1
    return found


def _given(provider: type) -> Iterator[tuple[str, str]]:
    for attribute, name in _listed(provider, "first_name"):
        gender = "f" if "female" in attribute else "m" if "male" in attribute else "u"
        yield from ((part, gender) for part in name.split("-"))


def surnames() -> Counter[str]:
    """Return folded surnames with how many locales have them."""
    found: Counter[str] = Counter()
    for provider in _providers():
        names = (name for _, name in _listed(provider, "last_name"))
        found.update({fold(part) for name in names for part in re.split("[- ]", name)})
    return found


def _providers() -> Iterator[type]:
    """Yield what gives the names of each locale."""
    from faker.config import AVAILABLE_LOCALES

    for locale in AVAILABLE_LOCALES:
        try:
            yield importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            continue


def _listed(provider: type, sort: str) -> Iterator[tuple[str, str]]:
    """Yield the names of a sort, each with the list that it stands in."""
    for attribute in dir(provider):
        listed = getattr(provider, attribute) if attribute.startswith(sort) else None
        if isinstance(listed, tuple | list | dict):
            yield from ((attribute, str(name)) for name in listed)


def written(folder: Path) -> tuple[set[str], set[str]]:
    """Return the words that WordNet writes small, and those that it writes with a capital."""
    small, capital = set(), set()
    for part in ("noun", "verb", "adj", "adv"):
        for _, words in senses(folder, part):
            small |= {word for word in words if word.islower()}
            capital |= {word.lower() for word in words if not word.islower()}
    return small, capital


def is_form(word: str, small: set[str]) -> bool:
    """Tell a word that WordNet knows, or a plain form of one."""
    ends = ("", "s", "es", "ed", "d", "ing", "ly", "er", "est", "ers", "r")
    stems = {word.removesuffix(end) for end in ends if word.endswith(end)}
    return any(stem in small or f"{stem}e" in small for stem in stems if len(stem) > 1)


def _gender(counts: Counter[str]) -> str:
    """Return the gender that nearly all locales give, else "u"."""
    told = counts["f"] + counts["m"]
    return next((g for g in "fm" if told and counts[g] >= SHARE * told), "u")


def _fewest(share: float) -> int:
    return FEWEST_IF_RARE if share < RARE else FEWEST_LOCALES


def _locales(counts: Counter[str]) -> int:
    return max(counts.values(), default=0)


def main() -> None:
    never = {word.lower() for word in NEVER} | BRANDS
    small, capital = written(Path(sys.argv[1]))
    found, families = given_names(), surnames()
    common = english_words()
    kept: dict[str, str] = {}
    for name in sorted(found.keys() | families.keys()):
        if not NAME.fullmatch(name) or name in never:
            continue
        if name not in common or _locales(found[name]) >= _fewest(common[name]):
            kept |= {name: _gender(found[name])} if name in found else {}
        elif common[name] < MOST_COMMON and not is_form(name, small) and len(name) > len("abc"):
            given = name not in capital and _locales(found[name]) >= max(families[name], 1)
            kept[name] = _gender(found[name]) if given else "n"
    with gzip.GzipFile(RESOURCE, "wb", compresslevel=9, mtime=0) as out:
        out.write("\n".join(f"{name} {code}" for name, code in kept.items()).encode())
    print(f"{RESOURCE.name}: {len(kept)} names, {RESOURCE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
