"""Build `facts/answering/resources/wordnet.txt.gz` from the files of Princeton WordNet.

    python -m benchmarks.build_wordnet path/to/dict

Each line of the result is a common English word and other words for it: those that share one of
its usual senses, then nouns and verbs derived from one another there ("arrive", "arrival").
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facts.answering.language import english_words, stop_words
from facts.text import stem

RESOURCE = Path(__file__).parents[1] / "facts/answering/resources/wordnet.txt.gz"
PARTS = ("verb", "noun", "adj")
LETTERS = {"noun": "n", "verb": "v", "adj": "a"}
SENSES, OTHERS = 2, 8
COMMON = 2**-22  # the share of running text of a word worth listing
TOO_COMMON = 2**-10.5  # make, take, give: they stand for anything


@dataclass(frozen=True)
class Synset:
    """A sense: its words, and by place among them the words derived from each."""

    words: tuple[str, ...]
    derived: dict[int, list[tuple[str, int, int]]]


def senses(folder: Path, part: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the fields of each sense of a part of speech, and its words as written."""
    for line in (folder / f"data.{part}").open(encoding="utf-8"):
        if not line.startswith(" "):
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            yield fields, [fields[4 + 2 * at].split("(")[0] for at in range(count)]


def synsets(folder: Path, part: str) -> dict[int, Synset]:
    """Return the senses of a part of speech by their offset."""
    found = {}
    for fields, words in senses(folder, part):
        names = tuple(word.lower() for word in words)
        at = 4 + 2 * len(words)
        derived: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
        for place in range(int(fields[at])):
            sign, offset, letter, ends = fields[at + 1 + 4 * place : at + 5 + 4 * place]
            if sign == "+":
                derived[int(ends[:2], 16) - 1].append((letter, int(offset), int(ends[2:], 16) - 1))
        found[int(fields[0])] = Synset(names, derived)
    return found


def usual_senses(folder: Path, part: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each word with the senses it is most often used in."""
    for line in (folder / f"index.{part}").open(encoding="utf-8"):
        if line.startswith(" "):
            continue
        fields = line.split()
        pointers = int(fields[3])
        seen = int(fields[5 + pointers])  # senses met in the tagged texts
        yield fields[0], [int(o) for o in fields[6 + pointers :]][: max(1, min(seen, SENSES))]


def common(word: str) -> bool:
    share = english_words().get(word, 0.0)
    return COMMON <= share <= TOO_COMMON and word not in stop_words() and len(word) > 2


def others(folder: Path) -> dict[str, dict[str, None]]:
    """Return for each common word other words for it, the nearest first."""
    every = {part: synsets(folder, part) for part in PARTS}
    by_letter = {LETTERS[part]: every[part] for part in PARTS}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    derived: dict[str, dict[str, None]] = defaultdict(dict)
    for part in PARTS:
        for word, offsets in usual_senses(folder, part):
            if not common(word):
                continue
            for offset in offsets:
                sense = every[part][offset]
                found[word].update(dict.fromkeys(sense.words))
                own = sense.words.index(word) if word in sense.words else -1
                for letter, there, at in sense.derived.get(own, ()):
                    if letter in by_letter:
                        derived[word][by_letter[letter][there].words[at]] = None
    for word, forms in derived.items():
        found[word].update(forms)
    return found


def kept(word: str, listed: dict[str, None]) -> list[str]:
    stems = {stem(word)}
    chosen = []
    for other in listed:
        if common(other) and stem(other) not in stems:
            stems.add(stem(other))
            chosen.append(other)
    return chosen[:OTHERS]


def main() -> None:
    listed = others(Path(sys.argv[1]))
    rows = {word: kept(word, listed[word]) for word in sorted(listed)}
    lines = [f"{word} {' '.join(row)}" for word, row in rows.items() if row]
    with gzip.GzipFile(RESOURCE, "wb", compresslevel=9, mtime=0) as out:
        out.write("\n".join(lines).encode())
    print(f"{RESOURCE.name}: {RESOURCE.stat().st_size:,} bytes, {len(lines)} words")


if __name__ == "__main__":
    main()
