"""Take the thresholds from what `benchmarks.fit_answers` found on whole sets held out.

    python -m benchmarks.fit_bars OUTCOMES.jsonl [--disputed] [--write]

The bar for an answer is the lowest at which no more than one in twenty answers is wrong, in the
mean of the sets (none of them seen when weights were fitted), questions without an answer among
them, and in the golden sets together. `benchmarks/also_right.jsonl` lists answers that
the sets do not know but that do answer, as judged by hand; `--disputed` prints the answers that
are yet to be judged.
"""

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from benchmarks.golden import SHELVES
from benchmarks.sets import plain
from facts.answering.calibrate import wilson

HERE = Path(__file__).parent
FITTED = HERE.parent / "facts/answering/fitted.py"
ALSO_RIGHT = HERE / "also_right.jsonl"
WRONG_ALLOWED, OFFER_HOLDS, NEAR = 0.05, 0.42, 0.04  # to look over three facts costs little
ALIKE = 75
BARS = [at / 100 for at in range(50, 96)]


@dataclass(frozen=True)
class Row:
    """A question's best fact: how sure, whether right, and whether it may be the answer."""

    set: str
    condition: str
    weight: float
    question: str
    fact: str
    sure: float
    right: bool
    in_three: bool
    answerable: bool
    may_answer: bool


@dataclass(frozen=True)
class At:
    """A set at a bar: the share of all questions that is answered, and the share of it wrong."""

    answered: int
    wrong: int
    share: float
    wrong_share: float


def load(file: Path) -> list[Row]:
    """Read the outcomes; those of stores without what answers are left to the confidence."""
    judged = [json.loads(line) for line in ALSO_RIGHT.read_text("utf-8").splitlines()]
    found = []
    for row in map(json.loads, file.read_text("utf-8").splitlines()):
        asked_of_another = row["condition"] == "near"
        row["right"] |= not asked_of_another and any(_same(row, one) for one in judged)
        if row["condition"] not in {"missing", "gone"} and "/" not in row["set"]:
            found.append(Row(**row))
    return found


def _same(row: dict[str, Any], judged: dict[str, str]) -> bool:
    """Tell whether a judged answer is meant, though its question be mistyped here."""
    if row["set"] != judged["set"] or not row["fact"].startswith(judged["fact"]):
        return False
    return fuzz.ratio(plain(row["question"]), plain(judged["question"])) >= ALIKE


def at_bar(rows: Sequence[Row], bar: float) -> At:
    """Return what a bar does to one set, in the weights of the conditions."""
    answered = [r for r in rows if r.may_answer and r.sure >= bar]
    wrong = [r for r in answered if not r.right]
    whole, given = sum(r.weight for r in rows), sum(r.weight for r in answered)
    wrong_share = sum(r.weight for r in wrong) / given if given else 0.0
    return At(len(answered), len(wrong), given / whole, wrong_share)


def answer_bar(rows: Sequence[Row]) -> float:
    """Return the lowest bar that keeps the promise, also at every higher one.

    In the mean of all sets, and in all golden ones together, which are what a desk loads.
    """
    sets = sorted({r.set for r in rows})
    kept = 1.0
    for bar in reversed(BARS):
        shares = [at_bar([r for r in rows if r.set == name], bar).wrong_share for name in sets]
        golden = at_bar([r for r in rows if r.set in SHELVES], bar).wrong_share
        if max(sum(shares) / len(shares), golden) > WRONG_ALLOWED:
            break
        kept = bar
    return kept


def offer_bar(rows: Sequence[Row], above: float) -> float:
    """Return the lowest confidence at which three facts hold the right one often enough."""
    asked = sorted((r for r in rows if r.condition != "near"), key=lambda r: r.sure)
    for row in asked:
        near = [r for r in asked if abs(r.sure - row.sure) < NEAR and r.sure < above]
        if near and sum(r.in_three for r in near) / len(near) >= OFFER_HOLDS:
            return row.sure
    return above


def table(rows: Sequence[Row], bars: Sequence[float]) -> None:
    """Print for each set what the bars do, with the interval of the wrong share."""
    for name in sorted({r.set for r in rows}):
        those = [r for r in rows if r.set == name]
        for bar in bars:
            at = at_bar(those, bar)
            low, high = wilson(at.wrong, at.answered)
            print(
                f"{name:8} above {bar:.2f}: answered {at.share:.3f}, wrong {at.wrong_share:.3f}"
                f" ({at.wrong} of {at.answered}; {low:.3f} to {high:.3f})"
            )


def disputed(rows: Sequence[Row], bar: float) -> None:
    """Print the answers to clean questions that the sets call wrong."""
    for row in rows:
        if row.condition == "clean" and row.may_answer and row.sure >= bar and not row.right:
            print(json.dumps([row.set, round(row.sure, 2), row.question, row.fact]))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("outcomes", type=Path)
    options.add_argument("--disputed", action="store_true")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    rows = load(chosen.outcomes)
    above = answer_bar(rows)
    offer = offer_bar(rows, above)
    table(rows, sorted({0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, above}))
    print(f"answer above {above:.3f}; offer above {offer:.3f}")
    if chosen.disputed:
        disputed(rows, BARS[0])
    if chosen.write:
        text = re.sub(
            r"ANSWER_ONLY_ABOVE = .*", f"ANSWER_ONLY_ABOVE = {above:.3f}", FITTED.read_text()
        )
        FITTED.write_text(re.sub(r"OFFER_ABOVE = .*", f"OFFER_ABOVE = {offer:.3f}", text))


if __name__ == "__main__":
    main()
