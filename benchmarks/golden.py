"""The golden documents with their questions as question sets, read as the product reads them.

    python -m benchmarks.golden [SET...]

tells for each set how many are right first, answered rightly, answered wrongly, and how many near
misses are answered.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.memory import MemoryStore, candidate
from benchmarks.sets import Asked, Fact, Set
from facts.answering.types import Status
from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.text import fold
from facts.types import Particulars, Published, PublishedBasis

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests/golden"
READ = frozenset({".txt", ".md", ".html", ".csv", ".eml", ".docx"})
# Each store with its questions.
SHELVES = {
    "first": (ROOT / "facts/library", GOLDEN, GOLDEN / "fresh"),
    "second": (GOLDEN / "second",),
    "third": (GOLDEN / "third",),
    "fourth": (GOLDEN / "fourth",),
    "fifth": (GOLDEN / "fifth",),
    "sixth": (GOLDEN / "sixth",),
    "seventh": (GOLDEN / "seventh",),
    "eighth": (GOLDEN / "eighth",),
    "ninth": (GOLDEN / "ninth",),
    "tenth": (GOLDEN / "tenth",),
    "eleventh": (GOLDEN / "eleventh",),
    "twelfth": (GOLDEN / "twelfth",),
    "thirteenth": (GOLDEN / "thirteenth",),
    "fourteenth": (GOLDEN / "fourteenth",),
    "fifteenth": (GOLDEN / "fifteenth",),
    "sixteenth": (GOLDEN / "sixteenth",),
    "seventeenth": (GOLDEN / "seventeenth",),
    "eighteenth": (GOLDEN / "eighteenth",),
    "nineteenth": (GOLDEN / "nineteenth",),
    "twentieth": (GOLDEN / "twentieth",),
    "twentyfirst": (GOLDEN / "twentyfirst",),
    "twentysecond": (GOLDEN / "twentysecond",),
    "twentythird": (GOLDEN / "twentythird",),
    "twentyfourth": (GOLDEN / "twentyfourth",),
    "twentyfifth": (GOLDEN / "twentyfifth",),
    "twentysixth": (GOLDEN / "twentysixth",),
    "twentyseventh": (GOLDEN / "twentyseventh",),
    "twentyeighth": (GOLDEN / "twentyeighth",),
    "thirtieth": (GOLDEN / "thirtieth", GOLDEN / "thirtyfirst", GOLDEN / "thirtysecond"),
    # Questions by other hands over documents of several of these.
    "asked first": (GOLDEN / "asked/first",),
    "asked second": (GOLDEN / "asked/second",),
    "asked third": (GOLDEN / "asked/third",),
    "asked fourth": (GOLDEN / "asked/fourth",),
    "asked fifth": (GOLDEN / "asked/fifth",),
    "asked sixth": (GOLDEN / "asked/sixth",),
    "asked seventh": (GOLDEN / "asked/seventh",),
}


def golden(name: str) -> Set:
    """Return one of the golden sets."""
    folders = SHELVES[name]
    facts = tuple(_facts(file for folder in folders for file in documents_of(folder)))
    found = (folder / "questions.jsonl" for folder in folders)
    lines = (line for f in found if f.exists() for line in f.read_text("utf-8").splitlines())
    rows = [json.loads(line) for line in lines]
    # A near miss names the fact that it must not be answered with.
    wanted = ([] if row.get("near") else row["facts"] for row in rows)
    meant = (_meant(held, facts) for held in wanted)
    asked = (Asked(at, r["question"], m) for at, (r, m) in enumerate(zip(rows, meant, strict=True)))
    return Set(name, facts, tuple(asked))


def documents_of(folder: Path) -> list[Path]:
    """Return the documents of a folder, or those of other folders that its list names."""
    listed = folder / "documents.txt"
    if listed.exists():
        return [GOLDEN / line for line in listed.read_text("utf-8").splitlines()]
    return [file for file in sorted(folder.iterdir()) if file.suffix in READ]


def _facts(files: Iterator[Path]) -> Iterator[Fact]:
    number = 0
    for place, file in enumerate(files, 1):
        for document in read_here(file.name, file.read_bytes(), _known(file)):
            for draft in extract(document.reading, document.reading.particulars.published):
                one = candidate(draft, document.reading, number, place)
                yield Fact(f"{number}", one.text, one.title, file.stem, one)
                number += 1


def _known(file: Path) -> Particulars:
    """Return what an admin would tell with the document: the day its marks give."""
    marks = file.with_suffix(".json")
    day = json.loads(marks.read_text("utf-8"))["published"] if marks.exists() else None
    if not day:
        return Particulars()
    known = date.fromisoformat(day)
    return Particulars(published=Published(known, known, PublishedBasis.ADMIN))


def _meant(wanted: Sequence[str], facts: Sequence[Fact]) -> frozenset[str]:
    """Return the facts that hold any of the words."""
    words = [fold(one) for one in wanted]
    return frozenset(f.id for f in facts if any(w in fold(f.text) for w in words))


def counts(given: Set) -> tuple[int, int, int, int]:
    """Return how many are right first, answered rightly, answered wrongly, answered in vain."""
    store, found = MemoryStore(given.facts), [0, 0, 0, 0]
    for asked in given.questions:
        told = store.answer(asked.text)
        right = any(given.facts[f.candidate.fact_id].id in asked.facts for f in told.facts[:1])
        outright = told.status is Status.FOUND
        found[0] += right
        found[1] += right and outright
        found[2] += bool(asked.facts) and outright and not right
        found[3] += outright and not asked.facts
    return found[0], found[1], found[2], found[3]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*")
    for name in options.parse_args().sets or SHELVES:
        given = golden(name)
        answerable = sum(bool(asked.facts) for asked in given.questions)
        first, rightly, wrongly, vain = counts(given)
        print(
            f"{name:11} right first {first} of {answerable}, answered rightly {rightly},"
            f" wrongly {wrongly}, near misses {vain} of {len(given.questions) - answerable}"
        )


if __name__ == "__main__":
    main()
