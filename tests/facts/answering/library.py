"""The golden documents and the bundled one as a store in memory, read as the product reads them."""

from collections import Counter
from functools import cache
from pathlib import Path

from benchmarks.golden import documents_of
from benchmarks.memory import candidate
from facts.answering.answer import answer
from facts.answering.index import filed_words
from facts.answering.question import parse
from facts.answering.spelling import Vocabulary
from facts.answering.types import Answer, Candidate
from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Particulars
from tests.facts.answering.store import TODAY

ROOT = Path(__file__).parents[3]


@cache
def shelf() -> tuple[tuple[Candidate, ...], Vocabulary]:
    """Return the facts of the first shelf's documents, and their vocabulary."""
    golden = ROOT / "tests/golden"
    folders = (ROOT / "facts/library", golden, golden / "fresh")
    files = [file for folder in folders for file in documents_of(folder)]
    return stocked([(file.name, file.read_bytes()) for file in files])


def stocked(files: list[tuple[str, bytes]]) -> tuple[tuple[Candidate, ...], Vocabulary]:
    """Return the facts of files and their vocabulary."""
    found: list[Candidate] = []
    for number, (name, content) in enumerate(files, 1):
        for document in read_here(name, content, Particulars()):
            drafts = extract(document.reading)
            found += [
                candidate(draft, document.reading, len(found) + at, number)
                for at, draft in enumerate(drafts)
            ]
    counts: Counter[str] = Counter()
    rows: dict[tuple[str, str], None] = {}
    for one in found:
        filed = filed_words(one.text)
        counts.update({stem for _, stem in filed})
        rows.update(dict.fromkeys((*filed, *filed_words(" \n ".join(beside(one))))))
    listed = [(word, stem, counts[stem]) for word, stem in rows]
    return tuple(found), Vocabulary.build(listed, len(found))


def beside(one: Candidate) -> tuple[str, ...]:
    return (one.title or "", *one.headings, *one.previous, one.attribution.speaker or "")


def asked_of(
    question: str, store: tuple[tuple[Candidate, ...], Vocabulary], limit: int = 3
) -> Answer:
    """Answer from a store in memory."""
    candidates, known = store
    return answer(parse(question, known, TODAY), candidates, known, limit=limit)


def told(question: str, text: str) -> Answer:
    """Answer from one text, a paragraph a fact, read as the product reads it."""
    return asked_of(question, stocked([("text.txt", text.encode())]))
