"""Measure answers on question sets, side by side with what one would take instead.

    python -m benchmarks.answers --eval DIR [--set NAME] [--condition clean] [--only-ours]
                                 [--slices]

A row gives: right first, right in three, and right first at no more than 5 % false answers on the
questions without an answer. `decided` is what the shipped thresholds do: right, wrong (another
fact, or any fact where there is none) and offered (a choice that holds the right one), in
percent of all questions.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.alternatives import alternatives
from benchmarks.memory import MemoryStore
from benchmarks.sets import CONDITIONS, Set, load, names, slice_of, under
from facts.answering.types import Status

FALSE_ALLOWED = 0.05
Top = list[tuple[int, float]]


@dataclass(frozen=True)
class Outcome:
    """One question's outcome: is the first right, one of three, the score, has it an answer."""

    first: bool
    three: bool
    score: float
    answerable: bool


def outcomes(given: Set, top: Callable[[str], Top]) -> list[Outcome]:
    """Ask every question of the set."""
    found = []
    for asked in given.questions:
        ranked = top(asked.text)
        right = [given.facts[at].id in asked.facts for at, _ in ranked]
        score = ranked[0][1] if ranked else float("-inf")
        found.append(Outcome(any(right[:1]), any(right[:3]), score, bool(asked.facts)))
    return found


def marks(found: Sequence[Outcome]) -> tuple[float, float, float]:
    """Return right first, right in three, right first at 5 % false answers."""
    answerable = [o for o in found if o.answerable]
    absent = sorted((o.score for o in found if not o.answerable), reverse=True)
    allowed = int(FALSE_ALLOWED * len(absent))
    bar = absent[allowed] if allowed < len(absent) else float("-inf")
    whole = len(answerable) or 1
    return (
        sum(o.first for o in answerable) / whole,
        sum(o.three for o in answerable) / whole,
        sum(o.first and o.score > bar for o in answerable) / whole,
    )


def decided(given: Set, store: MemoryStore) -> str:
    """Return what the shipped thresholds make of the set."""
    right = wrong = offered = missed = 0
    for asked in given.questions:
        found = store.answer(asked.text)
        hits = [given.facts[f.candidate.fact_id].id in asked.facts for f in found.facts]
        if found.status is Status.FOUND:
            right, wrong = right + any(hits[:1]), wrong + (not any(hits[:1]))
        elif found.status is Status.CHOICE:
            offered, missed = offered + any(hits[:3]), missed + (not any(hits[:3]))
    whole = len(given.questions)
    answered = right + wrong or 1
    shares = " ".join(f"{100 * n / whole:4.1f}" for n in (right, wrong, offered, missed))
    rest = 100 * (whole - right - wrong - offered - missed) / whole
    return f"{shares} {rest:4.1f}  {100 * wrong / answered:4.1f}"


def report(given: Set, *, only_ours: bool) -> None:
    """Print the rows of one set under one condition."""
    store = MemoryStore(given.facts)

    def ours(text: str) -> Top:
        return [(f.candidate.fact_id, f.score.total) for f in store.answer(text).facts]

    rows: list[tuple[str, Callable[[str], Top]]] = [("briefing", ours)]
    if not only_ours:
        rows += [(other.name, other.top) for other in alternatives(given.facts)]
    for name, top in rows:
        started = time.perf_counter()
        figures = marks(outcomes(given, top))
        took = 1000 * (time.perf_counter() - started) / len(given.questions)
        tail = f"  decided {decided(given, store)}" if name == "briefing" else ""
        shown = " / ".join(f"{figure:.3f}" for figure in figures)
        print(f"  {name:16} {shown}   {took:6.2f} ms{tail}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, required=True)
    options.add_argument("--set", action="append")
    options.add_argument("--condition", action="append", choices=list(CONDITIONS))
    options.add_argument("--only-ours", action="store_true")
    options.add_argument("--slices", action="store_true")
    chosen = options.parse_args()
    print("right first / in three / first at 5 % false; decided: right wrong offered")
    print("offered-in-vain silent, and wrong in 100 answered")
    for name in chosen.set or names(chosen.eval):
        whole = load(chosen.eval, name)
        stores = [whole]
        if chosen.slices:
            stores = [slice_of(whole, n) for n in (10, 100, 1000) if n < len(whole.facts)]
        for store in stores:
            for condition in chosen.condition or CONDITIONS:
                absent = sum(not q.facts for q in store.questions)
                print(
                    f"{store.name} {condition}: {len(store.facts)} facts,"
                    f" {len(store.questions)} questions ({absent} without an answer)"
                )
                report(under(condition, store), only_ours=chosen.only_ours)


if __name__ == "__main__":
    main()
