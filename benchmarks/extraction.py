"""How right and how fast extraction is, beside a bare segmenter and dateparser.

Run as `python -m benchmarks.extraction [FILE ...]`: the golden documents of `tests/golden/` give
precision and recall. Those of `tests/golden/fresh/` were written after the rules were frozen; their
first run, before any rule was changed for what it showed, gave sentences 1.00/1.00, speakers
0.93/0.88, moments 0.96/0.96, figures 1.00/1.00, names 0.71/0.74 (precision/recall). The given
files (else the golden ones, repeated) give the speed.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import sentencex  # type: ignore[import-untyped]

from facts.extraction.extract import extract
from facts.reading.read import read_here
from tests.golden import HERE, Tally, documents, marked, tally

REPEATS = 40
T = TypeVar("T")


def main() -> None:
    """Print every figure."""
    for name, folder in (("golden", HERE), ("fresh", HERE / "fresh")):
        print(f"\n{name}: {len(documents(folder))} documents")
        for part, found in tally(folder).items():
            show(part, found)
        show("sentences, bare sentencex", bare_sentences(folder))
        show("moments, dateparser", bare_moments(folder))
    speed([Path(word) for word in sys.argv[1:]])


def show(part: str, found: Tally) -> None:
    """Print one line of precision and recall."""
    shares = f"precision {found.precision:.3f}  recall {found.recall:.3f}"
    print(f"  {part:28} {shares}  (of {found.right + found.missed})")


def bare_sentences(folder: Path) -> Tally:
    """Return what a segmenter alone finds in the whole text of each document."""
    found = Tally()
    for marks in documents(folder):
        document = next(p for p in marks.parent.glob(marks.name + ".*") if p.suffix != ".json")
        cuts = sentencex.segment("en", document.read_text("utf-8"))
        wanted = {fact["text"] for fact in marked(marks)["facts"]}
        found.add({cut.strip() for cut in cuts if cut.strip()}, wanted, marks.name)
    return found


def bare_moments(folder: Path) -> Tally:
    """Return what dateparser finds in the marked sentences, days only."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return Tally()
    found = Tally()
    for marks in documents(folder):
        day = date.fromisoformat(marked(marks)["published"] or "2025-01-01")
        settings = {"RELATIVE_BASE": datetime.combine(day, datetime.min.time())}
        for fact in marked(marks)["facts"]:
            wanted = {first for _, first, _ in fact["moments"] if first}
            dates = search_dates(fact["text"], languages=["en"], settings=settings) or []
            found.add({str(when.date()) for _, when in dates}, wanted, fact["text"])
    return found


def speed(paths: list[Path]) -> None:
    """Print how many sentences and megabytes a second one core reads and understands."""
    files = [(path.name, path.read_bytes()) for path in paths] or [
        (path.name, path.read_bytes())
        for marks in documents()
        for path in marks.parent.glob(marks.name + ".*")
        if path.suffix != ".json"
    ] * REPEATS
    read, reading_took = timed(lambda: [d for f in files for d in read_here(*f)])
    facts, took = timed(lambda: sum(len(extract(document.reading)) for document in read))
    size = sum(len(content) for _, content in files) / 1e6
    print(f"\nspeed: {len(read)} documents, {facts} facts, {size:.2f} MB")
    print(f"  reading    {size / reading_took:8.2f} MB/s")
    print(f"  extraction {facts / took:8.0f} facts/s")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return a result and the seconds it took."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


if __name__ == "__main__":
    main()
