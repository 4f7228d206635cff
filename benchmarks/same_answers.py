"""Ask many questions of the same loads on SQLite and PostgreSQL: every answer must be the same.

    python -m benchmarks.same_answers --eval DIR --postgresql URL [--questions 5000]

The question sets' facts and the golden documents are loaded into an empty store on each engine.
Half of the questions go to two processes on each engine; while these live, another document is
loaded; the other half goes to the same processes and to one started anew. All the JSON must be
identical but for `elapsed_ms`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.golden import SHELVES, documents_of, golden
from benchmarks.sets import CONDITIONS, load, names, under

TOLD_EVERY = 250  # questions
LATER = "Harbour news\n\nThe port of Ostrand was closed for 12 hours on Sunday after a fire.\n"


@dataclass
class Asker:
    """A process that answers one question a line."""

    name: str
    process: "subprocess.Popen[str]"

    def ask(self, questions: Sequence[str]) -> list[str]:
        """Return what it says to each question, without the time it took; tell how far it is."""
        assert self.process.stdin
        assert self.process.stdout
        said = []
        for number, question in enumerate(questions):
            if number % TOLD_EVERY == 0:
                print(f"{self.name}: {number} of {len(questions)}", flush=True)
            self.process.stdin.write(f"{question}\n")
            self.process.stdin.flush()
            answer = json.loads(self.process.stdout.readline())
            answer.pop("elapsed_ms")
            said.append(json.dumps(answer, sort_keys=True))
        return said


def ask_all(askers: Sequence[Asker], questions: Sequence[str]) -> dict[str, list[str]]:
    """Return what each says, all asked at the same time."""
    with ThreadPoolExecutor(len(askers)) as threads:
        said = threads.map(lambda one: one.ask(questions), askers)
        return dict(zip((one.name for one in askers), said, strict=True))


def questions(folder: Path, most: int) -> list[str]:
    """Return the questions of all sets under every condition, in a fixed order."""
    given = [*(load(folder, name) for name in names(folder)), *(golden(n) for n in SHELVES)]
    listed = (
        " ".join(asked.text.split())
        for condition in CONDITIONS
        for each in given
        for asked in under(condition, each).questions
    )
    return list(islice(dict.fromkeys(listed), most))


def briefing(*words: str) -> list[str]:
    return [sys.executable, "-m", "bot", *words]


def fill(url: str, files: Sequence[Path]) -> None:
    """Load the files."""
    command = briefing("load", *map(str, files), "--apply")
    subprocess.run(command, env=_at(url), check=True, stdout=subprocess.DEVNULL)


def start(name: str, url: str) -> Asker:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = briefing("ask", "--stdin", "--json")
    return Asker(name, subprocess.Popen(command, env=_at(url), text=True, **pipes))


def _at(url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": url}


def differing(said: dict[str, list[str]], asked: Sequence[str]) -> Iterator[str]:
    """Yield the questions that any process answers otherwise than the first one."""
    first = next(iter(said.values()))
    for place, question in enumerate(asked):
        others = [name for name, answers in said.items() if answers[place] != first[place]]
        if others:
            yield f"{question}: {', '.join(others)}"


def documents(folder: Path) -> list[Path]:
    """Return the files to load: the sets' facts, then the golden documents."""
    facts = [folder / f"{name}-facts.jsonl" for name in names(folder)]
    held = (file for folders in SHELVES.values() for one in folders for file in documents_of(one))
    return [*facts, *dict.fromkeys(held)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, required=True)
    options.add_argument("--postgresql", required=True)
    options.add_argument("--questions", type=int, default=5_000)
    chosen = options.parse_args()
    asked = questions(chosen.eval, chosen.questions)
    half = len(asked) // 2
    with tempfile.TemporaryDirectory() as folder:
        urls = {"sqlite": f"sqlite:///{folder}/store.sqlite3", "postgresql": chosen.postgresql}
        later = Path(folder) / "later.txt"
        later.write_text(LATER)
        for url in urls.values():
            fill(url, documents(chosen.eval))
        alive = [start(f"{engine} {n}", url) for engine, url in urls.items() for n in (1, 2)]
        before = ask_all(alive, asked[:half])
        for url in urls.values():
            fill(url, [later])
        anew = [start(f"{engine} after a restart", url) for engine, url in urls.items()]
        alive += anew
        after = ask_all(alive, asked[half:])
        for one in alive:
            one.process.communicate()
    found = [*differing(before, asked[:half]), *differing(after, asked[half:])]
    print(f"{len(asked)} questions, {len(alive)} processes: {len(found)} answered differently")
    print("\n".join(found[:20]))
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
