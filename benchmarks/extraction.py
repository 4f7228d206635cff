"""How right and how fast extraction is, beside a bare segmenter and dateparser.

Run as `python -m benchmarks.extraction [--folder FOLDER]... [FILE ...]`. The golden documents of
`tests/golden/` give precision and recall. Those of `fresh/`, `second/` and so on to
`thirtysecond/`, of `speeches/` and of every folder given were written after rules were frozen, all
but the first by other hands.
Their first runs, before any rule was changed for what they showed (precision/recall):

    set      sentences   speakers    moments     figures     names
    fresh    1.00/1.00   0.93/0.88   0.96/0.96   1.00/1.00   0.71/0.74
    second   1.00/1.00   0.54/0.37   0.88/0.90   0.98/0.96   0.65/0.69
    third    0.96/0.96   0.96/0.86   0.95/0.96   0.99/0.99   0.75/0.77
    fourth   0.93/0.98   0.89/0.83   0.78/0.85   0.88/0.91   0.87/0.91
    fifth    0.98/1.00   0.98/0.90   0.93/0.93   0.94/0.97   0.85/0.89
    sixth    0.97/0.97   0.90/0.81   0.87/0.83   0.94/0.95   0.80/0.92
    seventh  1.00/1.00   0.96/0.92   1.00/1.00   0.97/0.97   0.82/0.85
    eighth   0.96/1.00   0.62/0.53   0.89/0.87   0.90/0.92   0.71/0.78
    ninth    0.92/1.00   0.96/0.78   0.97/0.98   0.97/0.96   0.80/0.87
    tenth    0.96/0.98   0.96/0.88   0.92/0.94   0.92/0.97   0.69/0.79
    eleventh 0.96/0.98   0.80/0.67   0.91/0.97   0.92/0.92   0.83/0.89
    twelfth  0.99/1.00   0.78/0.73   0.92/0.92   0.94/0.94   0.77/0.81
    13th     0.97/0.99   0.99/0.90   0.93/0.94   0.94/0.98   0.94/0.96
    14th     0.98/0.99   0.92/0.82   0.90/0.86   0.97/0.94   0.87/0.88
    15th     1.00/1.00   0.83/0.80   0.96/0.92   0.97/0.98   0.90/0.90
    16th     0.94/0.97   0.92/0.79   0.96/0.92   0.95/0.93   0.81/0.89
    17th     0.99/0.99   0.92/0.90   0.97/0.97   1.00/1.00   0.92/0.93
    18th     0.99/1.00   0.95/0.91   0.97/0.97   0.99/0.98   0.90/0.92
    19th     0.99/1.00   0.92/0.83   0.93/0.94   0.98/0.97   0.89/0.89
    20th     1.00/1.00   0.85/0.91   0.93/0.93   0.97/0.96   0.94/0.91
    21st     1.00/1.00   0.90/0.80   0.95/0.95   0.96/0.95   0.90/0.90
    22nd     0.98/0.99   0.89/0.95   0.94/0.95   0.98/0.97   0.88/0.90
    speeches 1.00/1.00   0.87/0.59   0.98/0.96   0.93/0.92   0.85/0.85
    23rd     0.98/1.00   0.70/0.67   0.81/0.92   0.97/0.93   0.79/0.78
    24th     0.98/0.99   0.99/0.97   0.97/0.98   0.88/0.87   0.93/0.93
    25th     0.99/1.00   0.88/0.92   0.90/0.92   0.94/0.94   0.89/0.92
    26th     1.00/1.00   0.95/0.91   0.94/0.94   0.97/0.95   0.87/0.89
    27th     1.00/1.00   0.95/0.95   0.97/0.98   0.99/0.99   0.93/0.94
    28th     0.99/1.00   0.98/0.94   0.89/0.91   0.99/0.95   0.93/0.95
    29th     0.99/1.00   0.96/0.88   0.93/0.93   0.98/0.96   0.90/0.91
    30th     0.98/0.99   0.99/0.84   0.92/0.91   0.86/0.85   0.83/0.81
    31st     1.00/0.96   0.93/0.85   0.84/0.84   0.85/0.82   0.81/0.84
    32nd     0.98/0.97   0.76/0.69   0.90/0.88   0.92/0.89   0.83/0.84

The rules of the first three runs did on `fourth/`: 0.88/0.93, 0.60/0.49, 0.77/0.85, 0.86/0.89 and
0.88/0.92; those of the fourth on `fifth/`: 0.98/1.00, 0.97/0.88, 0.93/0.93, 0.94/0.97 and
0.83/0.87. Of the speakers of `eighth/`, 25 of 107 are those of one interview whose labels in
capitals were not read as the names that the text has for them; 15 of 92 of `eleventh/` are those of
"MS HALVARD:" and "MR DORN:", and 11 of 97 of `twelfth/` those of one record of a debate. What each
set showed was then met with general rules, so that none of them is unseen any more.
The given files (else the golden ones, repeated) give the speed.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import sentencex  # type: ignore[import-untyped]
from dateparser.search import search_dates

from facts.extraction.extract import extract
from facts.reading.read import read_here
from tests.golden import HERE, Tally, documents, marked, tally

REPEATS = 40
T = TypeVar("T")


def main() -> None:
    """Print every figure."""
    options = asked()
    for folder in (
        HERE,
        HERE / "fresh",
        HERE / "second",
        HERE / "third",
        HERE / "fourth",
        HERE / "fifth",
        HERE / "sixth",
        HERE / "seventh",
        HERE / "eighth",
        HERE / "ninth",
        HERE / "tenth",
        HERE / "eleventh",
        HERE / "twelfth",
        HERE / "thirteenth",
        HERE / "fourteenth",
        HERE / "fifteenth",
        HERE / "sixteenth",
        HERE / "seventeenth",
        HERE / "eighteenth",
        HERE / "nineteenth",
        HERE / "twentieth",
        HERE / "twentyfirst",
        HERE / "twentysecond",
        HERE / "twentythird",
        HERE / "twentyfourth",
        HERE / "twentyfifth",
        HERE / "twentysixth",
        HERE / "twentyseventh",
        HERE / "twentyeighth",
        HERE / "twentyninth",
        HERE / "thirtieth",
        HERE / "thirtyfirst",
        HERE / "thirtysecond",
        HERE / "speeches",
        *options.folder,
    ):
        print(f"\n{folder.name}: {len(documents(folder))} documents")
        for part, found in tally(folder).items():
            show(part, found, notes=options.notes)
        show("sentences, bare sentencex", bare_sentences(folder))
        show("moments, dateparser", bare_moments(folder))
    speed(options.files)


def asked() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description="Measure extraction.")
    parser.add_argument("--folder", type=Path, action="append", default=[])
    parser.add_argument("--notes", action="store_true", help="print what is wrong and missed")
    parser.add_argument("files", type=Path, nargs="*")
    return parser.parse_args()


def show(part: str, found: Tally, *, notes: bool = False) -> None:
    """Print one line of precision and recall, and what is wrong and missed if asked for."""
    shares = f"precision {found.precision:.3f}  recall {found.recall:.3f}"
    print(f"  {part:28} {shares}  (of {found.right + found.missed})")
    for note in found.notes if notes else ():
        print(f"      {note}")


def bare_sentences(folder: Path) -> Tally:
    """Return what a segmenter alone finds in the whole text of each document."""
    found = Tally()
    for marks in documents(folder):
        document = next(p for p in marks.parent.glob(marks.name + ".*") if p.suffix != ".json")
        cuts = sentencex.segment("en", plain_text(document))
        wanted = {fact["text"] for fact in marked(marks)["facts"]}
        found.add({cut.strip() for cut in cuts if cut.strip()}, wanted, marks.name)
    return found


def plain_text(document: Path) -> str:
    """Return the text of a document: what our reader took from one that is no plain text."""
    if document.suffix in (".txt", ".md", ".csv", ".html", ".eml"):
        return document.read_text("utf-8")
    return read_here(document.name, document.read_bytes())[0].reading.text


def bare_moments(folder: Path) -> Tally:
    """Return what dateparser finds in the marked sentences, days only."""
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
    """Print how many sentences and megabytes one core reads and understands in a second."""
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
    """Return a result and the seconds of processor time it took: others may share the core."""
    start = time.process_time()
    return work(), time.process_time() - start


if __name__ == "__main__":
    main()
