"""Fit the confidence, and with --rank the ranking's weights: needs the extra `measuring`.

    python -m benchmarks.fit_answers --eval DIR --outcomes FILE [--rank] [--write]

Ranking: a softmax over a question's candidates, the facts that answer against the others; kept as
it is unless asked.
Confidence: a logistic over the best fact's signs, with what to add to each where the fact has no
title, learnt on rankings of questions that the ranking had not seen. Folds hold out whole articles;
a second run holds out whole sets, which is what a new desk's documents are. What that gives for
each question goes to FILE, from which `benchmarks.fit_bars` takes the thresholds. `--write` refits
on everything and rewrites `facts/answering/fitted.py`.
"""

import argparse
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.answers import Outcome, marks
from benchmarks.golden import SHELVES, golden
from benchmarks.memory import MemoryStore
from benchmarks.sets import Asked, Set, load, names, near_misses, slice_of, under
from facts.answering import fitted, weights
from facts.answering.answer import different_facts, rank
from facts.answering.ranked import Ranked
from facts.answering.sureness import signs
from facts.text import fold

FOLDS, PARTS = 3, 4
MISSING, NEAR_MISS, GONE = 1.0, 0.2, 0.5
GOLDEN = 1.0  # what a golden question counts for: they are many, of many subjects and hands
PUBLIC = 600  # as many questions does each public set count for
CONDITIONS = {"clean": 1.0, "typo1": 0.3, "typo2": 0.3, "plain": 0.5}
LARGE = 1_000  # facts: such a set is asked as typed and plainly alone, and never cut down
RANK_PENALTY, SURE_PENALTY = 0.05, 3.0
UNTITLED = "untitled "  # before a sign: what to add where the fact has no title
VETOED = 0.1  # a best fact that may not be the answer anyhow matters less to the confidence
FITTED = Path(__file__).parents[1] / "facts/answering/fitted.py"


@dataclass
class Case:
    """A question with the parts of its candidates."""

    group: str
    set: str
    condition: str
    weight: float
    answerable: bool
    ranked: list[Ranked]
    right: "np.ndarray"
    parts: "np.ndarray | None" = None
    question: object = None
    asked: str = ""


def fold_of(group: str) -> int:
    return zlib.crc32(group.encode()) % FOLDS


def cases(
    given: Set,
    condition: str,
    weight: float,
    documents: Mapping[str, str],
    without: Callable[[Asked], frozenset[int]] = lambda _: frozenset(),
) -> list[Case]:
    """Return the questions of a set with their candidates, as the product ranks them.

    `without` gives the places of the facts that the store is to lack for a question.
    """
    store, found = MemoryStore(given.facts), []
    for asked in under(condition, given).questions:
        question = store.parse(asked.text)
        ranked = rank(question, store.found(question, without(asked)))
        right = np.array([given.facts[r.candidate.fact_id].id in asked.facts for r in ranked], bool)
        about = sorted(documents[f] for f in asked.facts)
        article = about[0].split("#")[0] if about else f"absent {asked.number}"
        group = f"{given.name.split('/')[0]} {article}"
        name = given.name
        known = bool(asked.facts)
        found.append(
            Case(group, name, condition, weight, known, ranked, right, None, question, asked.text)
        )
    return found


def missing(given: Set, weight: float, documents: Mapping[str, str]) -> list[Case]:
    """Return every question once more, asked of a store that lacks its whole article."""
    article = {fact: document.split("#")[0] for fact, document in documents.items()}
    found = []
    for part in range(PARTS):
        gone = {a for a in article.values() if zlib.crc32(f"part {a}".encode()) % PARTS == part}
        kept = tuple(fact for fact in given.facts if article[fact.id] not in gone)
        asked = tuple(q for q in given.questions if {article[f] for f in q.facts} & gone)
        for case, q in zip(
            cases(Set(given.name, kept, asked), "clean", weight, documents), asked, strict=True
        ):
            case.group = f"{given.name} {article[min(q.facts)]}"
            case.right = np.zeros(len(case.ranked), bool)
            case.answerable, case.condition = False, "missing"
            found.append(case)
    return found


def near(given: Set, weight: float, documents: Mapping[str, str]) -> list[Case]:
    """Return the questions asked of another name or year: none of them has an answer."""
    changed = near_misses(given, MemoryStore(given.facts).names())
    found = cases(changed, "clean", weight, documents)
    right = {q.number: q for q in given.questions}
    for case, asked in zip(found, changed.questions, strict=True):
        about = min(documents[f] for f in right[asked.number].facts)
        case.group = f"{given.name} {about.split('#')[0]}"
        case.condition = "near"
    return found


def gone(given: Set, documents: Mapping[str, str]) -> list[Case]:
    """Return every question once more, asked of its whole document but for what answers it."""
    texts = [fold(fact.text) for fact in given.facts]

    def answering(asked: Asked) -> frozenset[int]:
        told = {
            text for fact, text in zip(given.facts, texts, strict=True) if fact.id in asked.facts
        }
        return frozenset(at for at, text in enumerate(texts) if text in told)

    answered = replace(given, questions=tuple(q for q in given.questions if q.facts))
    found = cases(answered, "clean", GONE, documents, without=answering)
    for case in found:
        case.answerable, case.condition = False, "gone"
    return found


def columns(found: Sequence[Case]) -> list[str]:
    named: dict[str, None] = {}
    for case in found:
        for ranked in case.ranked[:5]:
            named.update(dict.fromkeys(ranked.parts))
    return sorted(named)


def table(found: Sequence[Case], named: Sequence[str]) -> None:
    for case in found:
        rows = [[r.parts.get(name, 0.0) for name in named] for r in case.ranked]
        case.parts = np.array(rows, float).reshape(len(rows), len(named))


def fit_rank(found: Sequence[Case], named: Sequence[str]) -> "np.ndarray":
    """Fit the softmax, from the weights that are shipped: the way to the best is shorter."""
    used = [c for c in found if c.right.any() and not c.right.all()]
    stacked = np.vstack([c.parts for c in used])
    ends = np.cumsum([len(c.parts) for c in used])
    starts = np.concatenate([[0], ends[:-1]])
    owner = np.repeat(np.arange(len(used)), ends - starts)
    right = np.concatenate([c.right for c in used])
    weight = np.array([c.weight for c in used])

    def loss(worth: "np.ndarray") -> tuple[float, "np.ndarray"]:
        scores = stacked @ worth
        scores = scores - np.maximum.reduceat(scores, starts)[owner]
        raised = np.exp(scores)
        whole = np.add.reduceat(raised, starts)
        good = np.add.reduceat(np.where(right, raised, 0), starts)
        share, wanted = raised / whole[owner], np.where(right, raised, 0) / good[owner]
        value = float(weight @ (np.log(whole) - np.log(good))) + RANK_PENALTY * worth @ worth
        slope = stacked.T @ ((share - wanted) * weight[owner]) + 2 * RANK_PENALTY * worth
        return value, slope

    start = np.array([weights.RANK.get(name, 0.0) for name in named])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def reranked(case: Case, worth: "np.ndarray") -> tuple[list[Ranked], "np.ndarray"]:
    """Return the case's candidates as `worth` ranks them."""
    scores = case.parts @ worth - np.array([_behind(r) for r in case.ranked])
    order = np.argsort(-scores, kind="stable")
    ordered = [replace(case.ranked[i], rank=float(scores[i])) for i in order]
    return ordered, case.right[order]


def _behind(ranked: Ranked) -> float:
    """Return how far a fact was put behind as no statement, or as one that only asks."""
    parts = ranked.parts
    return sum(w * parts.get(name, 0.0) for name, w in weights.RANK.items()) - ranked.rank


def may_answer(best: Ranked) -> bool:
    """Tell whether a fact may be the answer, if it is sure enough."""
    return not (best.lacks or best.parts["date_differs"])


def sure_row(case: Case, ranked: Sequence[Ranked]) -> dict[str, float]:
    return {**signs(case.question, different_facts(case.question, ranked))} if ranked else {}


@dataclass
class Judged:
    """A case with its ranking: the signs of the best fact and what is right."""

    case: Case
    row: dict[str, float]
    right: "np.ndarray"
    sure: float = 0.0
    vetoed: bool = False
    fact: str = ""


def judge(found: Sequence[Case], worth: "np.ndarray | None") -> list[Judged]:
    """Judge cases in the order that `worth` gives, or in the one that ships."""
    judged = []
    for case in found:
        ordered, right = case.ranked, case.right
        if worth is not None and case.ranked:
            ordered, right = reranked(case, worth)
        best = ordered[0] if ordered else None
        vetoed = best is not None and not may_answer(best)
        first = best.candidate.text if best else ""
        judged.append(Judged(case, sure_row(case, ordered), right, vetoed=vetoed, fact=first))
    return judged


def fit_sure(found: Sequence[Judged], named: Sequence[str]) -> "np.ndarray":
    """Fit the logistic of the best fact being right."""
    used = [j for j in found if j.row]
    rows = np.array([sure_vector(j.row, named) for j in used])
    right = np.array([float(j.right[:1].any()) for j in used])
    weight = np.array([j.case.weight * (VETOED if j.vetoed else 1.0) for j in used])
    free = np.array([float(name != "bias") for name in named])

    def loss(worth: "np.ndarray") -> tuple[float, "np.ndarray"]:
        scores = rows @ worth
        value = weight @ (np.logaddexp(0, scores) - right * scores)
        slope = rows.T @ (weight * (1 / (1 + np.exp(-scores)) - right))
        penalty = SURE_PENALTY * free
        return float(value + penalty @ worth**2), slope + 2 * penalty * worth

    options = {"maxiter": 800}
    return minimize(loss, np.zeros(len(named)), jac=True, method="L-BFGS-B", options=options).x


def sure_vector(row: Mapping[str, float], named: Sequence[str]) -> list[float]:
    """Return the signs in the order of the columns."""
    return [_sign(row, name) for name in named]


def _sign(row: Mapping[str, float], name: str) -> float:
    if name.startswith(UNTITLED):
        return row["untitled"] * row.get(name.removeprefix(UNTITLED), 0.0)
    return row.get(name, 0.0)


def weigh(found: Sequence[Judged], named: Sequence[str], worth: "np.ndarray") -> None:
    for judged in found:
        if judged.row:
            row = np.array(sure_vector(judged.row, named))
            judged.sure = float(1 / (1 + np.exp(-row @ worth)))


def sure_columns(found: Sequence[Judged]) -> list[str]:
    signs_ = sorted({name for judged in found for name in judged.row})
    doubled = [n for n in signs_ if not n.startswith("asks_") and n not in {"bias", "untitled"}]
    return [*signs_, *(f"{UNTITLED}{name}" for name in doubled)]


def crossed(
    found: list[Case], named: Sequence[str], part: Callable[[Case], object], *, rank_too: bool
) -> list[Judged]:
    """Rank and judge every case by weights that never saw its part."""
    parts = sorted({str(part(case)) for case in found})
    judged: list[Judged] = []
    for held in parts:
        seen = [c for c in found if str(part(c)) != held]
        worth = fit_rank(seen, named) if rank_too else None
        judged += judge([c for c in found if str(part(c)) == held], worth)
    for held in parts:
        seen_judged = [j for j in judged if str(part(j.case)) != held]
        columns_ = sure_columns(seen_judged)
        worth = fit_sure(seen_judged, columns_)
        weigh([j for j in judged if str(part(j.case)) == held], columns_, worth)
    return judged


def show(judged: Sequence[Judged], title: str) -> None:
    print(title)
    for name in sorted({j.case.set for j in judged}):
        shown = []
        for condition in CONDITIONS:
            those = [j for j in judged if j.case.set == name and j.case.condition == condition]
            if not those:
                continue
            found = [
                Outcome(bool(j.right[:1].any()), bool(j.right[:3].any()), j.sure, j.case.answerable)
                for j in those
            ]
            shown.append(f"{condition} " + "/".join(f"{m:.3f}" for m in marks(found)))
        print(f"  {name:12} " + "   ".join(shown))


def rows(judged: Sequence[Judged]) -> Iterator[dict[str, object]]:
    """Yield what became of each question, for `benchmarks.fit_bars`."""
    for j in judged:
        if not j.case.ranked:
            continue
        yield {
            "set": j.case.set,
            "condition": j.case.condition,
            "weight": j.case.weight,
            "question": j.case.asked,
            "fact": j.fact,
            "sure": round(j.sure, 4),
            "right": bool(j.right[:1].any()),
            "in_three": bool(j.right[:3].any()),
            "answerable": j.case.answerable,
            "may_answer": not j.vetoed,
        }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, required=True)
    options.add_argument("--rank", action="store_true")
    options.add_argument("--write", action="store_true")
    options.add_argument("--slices", action="store_true")
    options.add_argument("--outcomes", type=Path, required=True)
    chosen = options.parse_args()
    found: list[Case] = []
    for name in names(chosen.eval):
        whole = load(chosen.eval, name)
        documents = whole.documents()
        large = len(whole.facts) > LARGE
        counts = PUBLIC / sum(bool(q.facts) for q in whole.questions)
        for condition, weight in CONDITIONS.items():
            if not (large and condition.startswith("typo")):
                found += cases(whole, condition, counts * weight, documents)
        found += [] if large else missing(whole, counts * MISSING, documents)
        found += near(whole, counts * NEAR_MISS, documents)
        found += gone(whole, documents)
        if chosen.slices:
            for size in (10, 30, 100, 1000):
                if size < len(whole.facts):
                    found += cases(slice_of(whole, size), "clean", 0.15, documents)
    for name in SHELVES:
        given = golden(name)
        about = given.documents()
        for condition, weight in CONDITIONS.items():
            found += cases(given, condition, GOLDEN * weight, about)
        found += missing(given, GOLDEN * MISSING, about)
        found += gone(given, about)
    named = columns(found)
    table(found, named)
    judged = crossed(found, named, lambda c: fold_of(c.group), rank_too=chosen.rank)
    show(judged, "whole articles held out")
    other = crossed(found, named, lambda c: c.set.split("/")[0], rank_too=chosen.rank)
    show(other, "whole sets held out")
    chosen.outcomes.write_text("".join(json.dumps(row) + "\n" for row in rows(other)))
    if chosen.write:
        sure_named = sure_columns(judged)
        sure = fit_sure(judged, sure_named)
        ranking = fitted.RANK
        if chosen.rank:
            ranking = dict(zip(named, fit_rank(found, named), strict=True))
        confidence = dict(zip(sure_named, sure, strict=True))
        write(ranking, confidence, fitted.ANSWER_ONLY_ABOVE, fitted.OFFER_ABOVE)


def write(
    worth: Mapping[str, float], sure: Mapping[str, float], answer: float, offer: float
) -> None:
    """Rewrite the shipped table."""
    lines = ['"""What each named part is worth, as `benchmarks/fit_answers.py` fitted it."""', ""]
    plain = {name: value for name, value in sure.items() if not name.startswith(UNTITLED)}
    added = {n.removeprefix(UNTITLED): v for n, v in sure.items() if n.startswith(UNTITLED)}
    for title, table_ in (("RANK", worth), ("CONFIDENCE", plain), ("UNTITLED", added)):
        lines += [f"{title}: dict[str, float] = {{"]
        kept = {name: value for name, value in table_.items() if abs(value) >= 0.005}
        lines += [f'    "{name}": {value:.3f},' for name, value in kept.items()]
        lines += ["}", ""]
    lines += [f"ANSWER_ONLY_ABOVE = {answer:.3f}", f"OFFER_ABOVE = {offer:.3f}"]
    FITTED.write_text("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main()
