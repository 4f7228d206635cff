"""How long a question takes from its words to the decision, and what the row budget costs.

`python -m benchmarks.speed [SIZE ...] [--questions N] [--database URL] [--keep FOLDER]`, by default
1,000 and 10,000 facts, each in a new SQLite file; 100,000 and 1,000,000 on request. A database
given must be empty, and takes one size. With `--keep` the files stay in FOLDER and are used again;
`benchmarks.multiplied` makes a million facts of a hundred thousand there, which loading would take
hours for.

Milliseconds of one processor and by the clock, for questions of any words of a fact, of its
commonest words, of common words and its rarest, and misspelt. Recall is the share of questions
whose fact is among the candidates, with the row budget and without. The questions are asked in a
process of their own, whose start and memory are measured.
"""

import argparse
import hashlib
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.generated import Asked, Writer, questions
from bot.services.finding import find
from bot.services.placing import Part, carry_out
from bot.services.understanding import Understood, understand
from bot.services.upkeep import keep_up
from bot.services.vocabularies import Vocabularies
from db.engine import Store, open_store
from db.migrate import migrate
from db.models import FactRow, LoadRow, ReadingRow, RevisionRow, WordRow
from db.queries.receiving import Received, receive
from db.queries.sequences import STORE_VERSION, last_number, take_one
from db.search import candidates as search
from db.viewer import Viewer
from facts.answering.question import parse
from facts.reading.read import read_here
from facts.reconcile.identity import identity
from facts.reconcile.plan import Brought, DocumentPlan, PlannedFact
from facts.types import Particulars

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SEED = 4
DOCUMENTS = 500  # a load
WARM = 40  # questions asked before the watch starts
NO_BUDGET = 10**12


@dataclass(frozen=True, slots=True)
class Measured:
    """One process: its start, its memory in MB, and for each sort of question the milliseconds."""

    start_ms: float
    megabytes: tuple[float, float]
    words: int
    spent: dict[str, list[tuple[float, float]]]
    recall: dict[str, tuple[float, float]]


def fill(store: Store, size: int) -> None:
    """Load generated documents until the store holds `size` facts.

    They are placed as a load places them, but not weighed against each other.
    """
    writer, held, number = Writer(SEED), 0, 0
    while held < size:
        count = min(DOCUMENTS, 1 + (size - held) // 20)
        texts = [writer.document(number + at) for at in range(count)]
        number += len(texts)
        read = [read_here("made.txt", text.encode(), Particulars())[0] for text in texts]
        with store.writes.begin() as session:
            held += _place(session, understand(read))


def _keep_up(store: Store) -> None:
    """Do what the product does once a load has ended."""
    if store.engine.dialect.name != "sqlite":
        time.sleep(2)  # until PostgreSQL has counted what changed
        with store.writes.begin() as session:
            keep_up(session, NOW)


def _place(session: Session, documents: Sequence[Understood]) -> int:
    load_id = take_one(session, "load")
    version = take_one(session, STORE_VERSION)
    load = LoadRow(id=load_id, file_name="made.txt", state="applied", plan={}, actor="benchmark")
    load.store_version, load.created_at = version, NOW
    session.add(load)
    session.flush()
    stored = receive(session, [_received(each) for each in documents], file_name="made", now=NOW)
    parts = [_part(session, each, ids) for each, ids in zip(documents, stored, strict=True)]
    return carry_out(session, NOW, load_id, parts)["facts"]


def _received(each: Understood) -> Received:
    reading = each.document.reading
    text_sha256 = hashlib.sha256(reading.text.encode()).hexdigest()
    return Received(each.document.content, each.sha256, reading, text_sha256)


def _part(session: Session, each: Understood, ids: tuple[int, int]) -> Part:
    reading = each.document.reading
    brought = Brought(
        *("made", each.document.key, each.sha256, each.particulars),
        *(reading.text, reading.reader, each.drafts),
    )
    names = (identity(d, reading_text=reading.text, origin=each.sha256) for d in each.drafts)
    facts = tuple(PlannedFact(d, n, None) for d, n in zip(each.drafts, names, strict=True))
    plan = DocumentPlan(brought, each.sha256, facts)
    revision, read = ids
    return plan, session.get_one(RevisionRow, revision), session.get_one(ReadingRow, read)


def about(store: Store, count: int) -> list[Asked]:
    """Return questions about facts drawn from the whole store."""
    with store.reads.begin() as session:
        last = last_number(session, "fact")
        chosen = random.Random(SEED).sample(range(1, last + 1), min(count, last))
        found = session.execute(select(FactRow.id, FactRow.text).where(FactRow.id.in_(chosen)))
        rows = sorted((fact_id, text) for fact_id, text in found)
    return list(questions(rows, SEED))


def measure(url: str, asked: Sequence[Asked]) -> Measured:
    """Ask in this process, which nothing else runs in."""
    before, began = _megabytes(), time.perf_counter()
    store, vocabularies = open_store(url), Vocabularies()
    with store.reads.begin() as session:
        vocabularies.warm_up(session, Viewer())
        known = session.scalar(select(func.count()).select_from(WordRow)) or 0
    start_ms = (time.perf_counter() - began) * 1000
    for one in asked[-WARM:]:
        _ask(store, one, vocabularies)
    spent: dict[str, list[tuple[float, float]]] = {}
    for one in asked[:-WARM]:
        spent.setdefault(one.sort, []).append(_ask(store, one, vocabularies))
    memory = (before, _megabytes())
    recall = {sort: _recall(store, list(of), vocabularies) for sort, of in _by_sort(asked)}
    store.close()
    return Measured(start_ms, memory, known, spent, recall)


def _ask(store: Store, one: Asked, vocabularies: Vocabularies) -> tuple[float, float]:
    began, worked = time.perf_counter(), time.process_time()
    with store.reads.begin() as session:
        find(
            *(session, NOW),
            text=one.text,
            today=NOW.date(),
            viewer=Viewer(),
            vocabularies=vocabularies,
        )
    return (time.process_time() - worked) * 1000, (time.perf_counter() - began) * 1000


def _recall(
    store: Store, asked: Sequence[Asked], vocabularies: Vocabularies
) -> tuple[float, float]:
    """Return the share of facts among the candidates, within the row budget and without one."""
    budget, shares = search.ROW_BUDGET, []
    for rows in (budget, NO_BUDGET):
        search.ROW_BUDGET = rows
        shares.append(sum(_reached(store, one, vocabularies) for one in asked) / len(asked))
    search.ROW_BUDGET = budget
    return shares[0], shares[1]


def _reached(store: Store, one: Asked, vocabularies: Vocabularies) -> bool:
    with store.reads.begin() as session:
        question = parse(one.text, vocabularies.learned(session, Viewer()).vocabulary, NOW.date())
        stems = question.search_stems
        found = search.candidates(session, stems, viewer=Viewer(), now=NOW)
    return any(candidate.fact_id == one.fact_id for candidate in found)


def _by_sort(asked: Sequence[Asked]) -> Iterator[tuple[str, Iterator[Asked]]]:
    for sort in dict.fromkeys(one.sort for one in asked):
        yield sort, islice((one for one in asked if one.sort == sort), 100)


def _megabytes() -> float:
    """Return the most memory this process has held; Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def report(size: int, engine: str, found: Measured) -> None:
    """Print the figures of one size."""
    print(f"\n{size:,} facts on {engine}, {found.words:,} words: start {found.start_ms:.0f} ms,")
    print(f"memory {found.megabytes[0]:.0f} MB bare, {found.megabytes[1]:.0f} MB at the end")
    print(f"{'milliseconds':16} {'processor':>14} {'clock':>14}   recall, and without budget")
    every = [one for spent in found.spent.values() for one in spent]
    for sort, spent in [*found.spent.items(), ("all", every)]:
        columns = zip(*spent, strict=True)
        line = "".join(f" {_at(times, 50):6.1f} {_at(times, 95):7.1f}" for times in columns)
        recall = found.recall.get(sort)
        print(f"{sort:16}{line}   " + (f"{recall[0]:.2f} {recall[1]:.2f}" if recall else ""))


def _at(times: Sequence[float], percent: int) -> float:
    return sorted(times)[len(times) * percent // 100]


def run(size: int, url: str, count: int) -> None:
    """Fill the store if it is empty, and ask in a process of its own."""
    store = open_store(url)
    migrate(store)
    with store.reads.begin() as session:
        empty = session.scalar(select(func.count()).select_from(FactRow)) == 0
    began = time.perf_counter()
    if empty:
        fill(store, size)
        _keep_up(store)
        print(f"filled in {time.perf_counter() - began:.0f} s", flush=True)
    asked = about(store, count)
    store.close()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        report(size, store.engine.dialect.name, apart.submit(measure, url, asked).result())


def main() -> None:
    """Measure every size asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--questions", type=int, default=100, help="facts that are asked for")
    parser.add_argument("--database")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            file = f"sqlite:///{given.keep or folder}/speed-{size}.sqlite3"
            run(size, given.database or file, given.questions)


if __name__ == "__main__":
    main()
