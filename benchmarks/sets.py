"""Question sets in `NAME-facts.jsonl` and `NAME-questions.jsonl`, and how people mistype them."""

import json
import random
import string
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from facts.answering.language import stop_words
from facts.answering.spelling import _NEIGHBOURS
from facts.text import Word, fold, words


@dataclass(frozen=True)
class Fact:
    """A fact of a set."""

    id: str
    text: str
    title: str | None
    document: str


@dataclass(frozen=True)
class Asked:
    """A question of a set, the ids that answer it, and the document that it is about."""

    number: int
    text: str
    facts: frozenset[str]


@dataclass(frozen=True)
class Set:
    """A store and its questions."""

    name: str
    facts: tuple[Fact, ...]
    questions: tuple[Asked, ...]

    def documents(self) -> dict[str, str]:
        """Return the document of each fact."""
        return {fact.id: fact.document for fact in self.facts}


def load(folder: Path, name: str) -> Set:
    """Read one set."""
    rows = [json.loads(line) for line in (folder / f"{name}-facts.jsonl").open()]
    asked = [json.loads(line) for line in (folder / f"{name}-questions.jsonl").open()]
    return Set(
        name,
        tuple(Fact(r["id"], r["text"], r.get("title"), r["document"]) for r in rows),
        tuple(Asked(i, r["question"], frozenset(r["facts"])) for i, r in enumerate(asked)),
    )


def names(folder: Path) -> list[str]:
    """Return the sets of a folder."""
    return sorted(path.name.removesuffix("-facts.jsonl") for path in folder.glob("*-facts.jsonl"))


def slip(word: str, chance: random.Random) -> str:
    """Return `word` with one slip: a letter lost, doubled, exchanged, or a neighbouring key."""
    at = chance.randrange(1, len(word)) if chance.random() < 0.85 else 0
    how = chance.choice(["lose", "double", "exchange", "neighbour", "add"])
    if how == "lose":
        return word[:at] + word[at + 1 :]
    if how == "double":
        return word[:at] + word[at] + word[at:]
    if how == "exchange" and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if how == "add":
        return word[:at] + chance.choice(string.ascii_lowercase) + word[at:]
    key = chance.choice(_NEIGHBOURS.get(word[at].lower(), string.ascii_lowercase))
    return word[:at] + key + word[at + 1 :]


def misspelt(text: str, seed: int, *, slips: int, only_names: bool = False) -> str:
    """Return `text` with one slip in each of up to `slips` telling words of four letters."""
    chance = random.Random(seed * 7919 + slips + 100 * only_names)
    chosen = [w for w in words(text) if _mistakable(text, w, only_names)]
    for word in sorted(chance.sample(chosen, min(slips, len(chosen))), key=lambda w: -w.start):
        text = text[: word.start] + slip(text[word.start : word.end], chance) + text[word.end :]
    return text


def _mistakable(text: str, word: Word, only_names: bool) -> bool:
    raw = text[word.start : word.end]
    if len(raw) < 4 or not raw.isalpha() or word.folded in stop_words():
        return False
    return not only_names or (raw[0].isupper() and word.start > 0)


def plain(text: str) -> str:
    """Return `text` in lower case without punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


CONDITIONS: dict[str, Callable[[Asked], str]] = {
    "clean": lambda asked: asked.text,
    "typo1": lambda asked: misspelt(asked.text, asked.number, slips=1),
    "typo2": lambda asked: misspelt(asked.text, asked.number, slips=2),
    "names": lambda asked: misspelt(asked.text, asked.number, slips=1, only_names=True),
    "plain": lambda asked: plain(asked.text),
}


def under(condition: str, given: Set) -> Set:
    """Return the set with its questions as people would type them under `condition`."""
    change = CONDITIONS[condition]
    return replace(given, questions=tuple(replace(q, text=change(q)) for q in given.questions))


def slice_of(given: Set, size: int) -> Set:
    """Return whole documents up to `size` facts; questions about others have no answer there."""
    order = sorted({f.document for f in given.facts}, key=partial(_shuffled, size))
    kept: list[Fact] = []
    for document in order:
        those = [fact for fact in given.facts if fact.document == document]
        if len(kept) + len(those) <= size:
            kept += those
    ids = {fact.id for fact in kept}
    return Set(
        f"{given.name}/{size}",
        tuple(kept),
        tuple(replace(q, facts=frozenset(q.facts & ids)) for q in given.questions),
    )


def _shuffled(size: int, document: str) -> float:
    return random.Random(f"{size} {document}").random()
