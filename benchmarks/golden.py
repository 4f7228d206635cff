"""The golden documents with their questions as question sets, read as the product reads them."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.memory import candidate
from benchmarks.sets import Asked, Fact, Set
from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.text import fold
from facts.types import Particulars, Published, PublishedBasis

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests/golden"
READ = frozenset({".txt", ".md", ".html", ".csv", ".eml", ".docx"})
# Each store with its questions; nothing is fitted on third and from seventh on.
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
}


def golden(name: str) -> Set:
    """Return one of the golden sets."""
    folders = SHELVES[name]
    facts = tuple(_facts(f for d in folders for f in sorted(d.iterdir()) if f.suffix in READ))
    found = (folder / "questions.jsonl" for folder in folders)
    rows = [json.loads(line) for file in found if file.exists() for line in file.open()]
    # A near miss names the fact that it must not be answered with.
    wanted = ([] if row.get("near") else row["facts"] for row in rows)
    meant = (_meant(held, facts) for held in wanted)
    asked = (Asked(at, r["question"], m) for at, (r, m) in enumerate(zip(rows, meant, strict=True)))
    return Set(name, facts, tuple(asked))


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
