"""Question sets in `NAME-facts.jsonl` and `NAME-questions.jsonl`, and how people mistype them."""

import json
import random
import re
import string
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from facts.answering.language import stop_words
from facts.answering.spelling import _NEIGHBOURS
from facts.answering.types import Candidate
from facts.text import Word, fold, words


@dataclass(frozen=True)
class Fact:
    """A fact of a set; `candidate` is what the product read, where it came from a document."""

    id: str
    text: str
    title: str | None
    document: str
    candidate: Candidate | None = None


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


_YEAR = re.compile(r"\b(1[5-9]\d\d|20[0-4]\d)\b")


def near_misses(given: Set, names: Mapping[str, Sequence[str]]) -> Set:
    """Return the questions asked of another name or year than they were: none has an answer.

    `names` gives the names of the store by kind; a name is taken out for one that is not in any
    fact of the same documents.
    """
    documents = given.documents()
    texts: dict[str, str] = defaultdict(str)
    for fact in given.facts:
        texts[fact.document] += f" {fact.text} {fact.title or ''}"
    found = []
    for asked in given.questions:
        chance = random.Random(asked.number)
        about = " ".join(texts[documents[f]] for f in sorted(asked.facts))
        changed = _other_year(asked.text, chance) or _other_name(asked.text, names, about, chance)
        if changed and asked.facts:
            found.append(replace(asked, text=changed, facts=frozenset()))
    return replace(given, questions=tuple(found))


def _other_year(text: str, chance: random.Random) -> str | None:
    match = _YEAR.search(text)
    if match is None:
        return None
    other = int(match.group()) + chance.choice([-3, -2, -1, 1, 2, 3])
    return text[: match.start()] + str(other) + text[match.end() :]


def _other_name(
    text: str, names: Mapping[str, Sequence[str]], about: str, chance: random.Random
) -> str | None:
    for listed in names.values():
        near = [n for n in listed if len(n) > 2 and n in text]
        held = [n for n in near if re.search(rf"\b{re.escape(n)}\b", text)]
        if held:
            longest, taken = max(held, key=len), set(words_of(about + text))
            others = [n for n in listed if taken.isdisjoint(words_of(n))]
            return text.replace(longest, chance.choice(others)) if others else None
    return None


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [word.folded for word in words(text)]
