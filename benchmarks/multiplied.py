"""A store several times as large as another one, made without loading.

`python -m benchmarks.multiplied SOURCE TARGET COPIES` copies the SQLite file SOURCE, a store that
`benchmarks.speed` filled, and adds its documents COPIES times over with every word drawn anew: one
of the same length by its share of running text, or a made-up name, so that places in the text stay
what they are. What a fact is filed under, the terms and their counts come from the new words, so
that the vocabulary grows as it would. Names, figures and dates keep their places. A million facts
take a quarter of an hour this way; loading them takes hours.
"""

import argparse
import hashlib
import json
import random
import re
import shutil
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, cycle
from typing import Any, NamedTuple

from benchmarks.generated import drawn_name
from db import encoding
from db.queries.filings import filing
from db.queries.postings import BLOCK
from db.queries.terms import Filing, decoded, encoded
from facts.answering import language
from facts.answering.language import word_set

SEED = 11
DRAWN, NAMED = 150_000, 1_500_000  # words of each length, and names, drawn before they repeat
_WORD = re.compile(r"[A-Za-z]+")
_KEPT = word_set(
    "January February March April May June July August September October November December report"
)
_LISTED = "SELECT fact_ids FROM posting WHERE (term_id, level, block) = (?, ?, ?)"
_COUNTED = ("document", "revision", "reading", "passage", "fact")
Rows = list[dict[str, Any]]


class Redrawn:
    """Replaces the words of a text by others of the same length."""

    def __init__(self) -> None:
        self._drawn = random.Random(SEED)
        by_length: dict[int, list[tuple[str, float]]] = defaultdict(list)
        for word, share in language.english_words().items():
            by_length[len(word)].append((word, share))
        self._english = {length: self._cycle(of) for length, of in by_length.items()}
        names: dict[int, list[str]] = defaultdict(list)
        for _ in range(NAMED):
            made = drawn_name(self._drawn)
            names[len(made)].append(made)
        self._names = {length: cycle(of) for length, of in names.items()}

    def text(self, text: str) -> str:
        """Return a text with other words in the same places."""
        return _WORD.sub(lambda match: self._other(match.group()), text)

    def _cycle(self, words: Sequence[tuple[str, float]]) -> Iterator[str]:
        shares = list(accumulate(share for _, share in words))
        return cycle(self._drawn.choices([w for w, _ in words], cum_weights=shares, k=DRAWN))

    def _other(self, word: str) -> str:
        if word in _KEPT:
            return word
        if word.lower() in language.english_words():
            other = next(self._english[len(word)])
            return other.capitalize() if word[0].isupper() else other
        named = word[0].isupper() and len(word) in self._names
        return next(self._names[len(word)]) if named else word


class Passage(NamedTuple):
    """A passage of the source, with its fact's speaker."""

    id: int
    fact_id: int
    reading_id: int
    document_id: int
    start: int
    end: int
    context: str
    figures: str
    names: str
    speaker: str | None


class Terms:
    """The words and terms of the store, and how many more facts hold them."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self.ids: dict[str, int] = dict(store.execute("SELECT stem, id FROM term"))
        self._words = {word for (word,) in store.execute("SELECT word FROM word")}
        self._before = self._last = max(self.ids.values())
        self._new_words: dict[str, int] = {}
        self._own, self._filed = Counter[str](), Counter[str]()

    def file(self, filing: Filing) -> str:
        """Count what a fact is filed under, and return it encoded."""
        stems = list(dict.fromkeys((*filing.own, *filing.context)))
        self._own.update(set(filing.own))
        self._filed.update(stems)
        for word, stem in filing.surface.items():
            if word not in self._words:
                self._words.add(word)
                self._new_words[word] = self._id(stem)
        return " ".join([encoded(self._id(stem)) for stem in stems])

    def _id(self, stem: str) -> int:
        if stem not in self.ids:
            self._last += 1
            self.ids[stem] = self._last
        return self.ids[stem]

    def write(self, store: sqlite3.Connection) -> None:
        """Write new terms and words, and all counts."""
        new = [(i, stem) for stem, i in self.ids.items() if i > self._before]
        store.executemany("INSERT INTO term VALUES (?, ?, 0, 0)", new)
        words = ((word, i, 0) for word, i in self._new_words.items())
        store.executemany("INSERT INTO word (word, term_id, level) VALUES (?, ?, ?)", words)
        more = ((self._own[s], count, self.ids[s]) for s, count in self._filed.items())
        store.executemany(
            "UPDATE term SET fact_count = fact_count + ?, filed_count = filed_count + ?"
            " WHERE id = ?",
            more,
        )
        store.execute("UPDATE sequence SET value = ? WHERE name = 'term'", (self._last,))


def multiply(source: str, target: str, copies: int) -> None:
    """Make the file `target` of `source` and so many copies of its documents."""
    shutil.copyfile(source, target)
    store = sqlite3.connect(target, isolation_level=None)
    for pragma in ("journal_mode = DELETE", "synchronous = OFF", "cache_size = -400000"):
        store.execute(f"PRAGMA {pragma}")
    last = {t: store.execute(f"SELECT max(id) FROM {t}").fetchone()[0] for t in _COUNTED}
    redrawn, terms, held = Redrawn(), Terms(store), list(_passages(store))
    for number in range(1, copies + 1):
        store.execute("BEGIN")
        shift = {table: count * number for table, count in last.items()}
        texts = _copy_documents(store, redrawn, last, shift)
        _copy_facts(store, held, texts, terms, shift)
        store.execute("COMMIT")
        print(f"copy {number} of {copies}", flush=True)
    store.execute("BEGIN")
    terms.write(store)
    for table in (*_COUNTED, "went_live"):
        count = last.get(table, last["fact"]) * (copies + 1)
        store.execute("UPDATE sequence SET value = ? WHERE name = ?", (count, table))
    store.execute("UPDATE sequence SET value = value + 1 WHERE name = 'store_version'")
    store.execute("COMMIT")
    store.close()


def _passages(store: sqlite3.Connection) -> Iterator[Passage]:
    rows = store.execute(
        'SELECT p.id, fact_id, reading_id, document_id, start, "end", context, figures, names,'
        " speaker FROM passage p JOIN fact f ON f.id = fact_id ORDER BY p.id"
    )
    return map(Passage._make, rows)


def _copy_documents(
    store: sqlite3.Connection, redrawn: Redrawn, last: Mapping[str, int], shift: Mapping[str, int]
) -> dict[int, tuple[str, str | None]]:
    """Copy documents with their readings and blocks; return the new texts and titles by reading."""
    rows = store.execute(
        "SELECT d.id, v.id, r.id, d.title, r.text FROM reading r JOIN revision v ON v.id ="
        " r.revision_id JOIN document d ON d.id = v.document_id WHERE r.id <= ? ORDER BY r.id",
        (last["reading"],),
    ).fetchall()
    made: dict[str, Rows] = defaultdict(list)
    texts: dict[int, tuple[str, str | None]] = {}
    for document, revision, reading, title, old in rows:
        text = redrawn.text(old)
        told = text[: len(title)] if title and old.startswith(title) else title
        texts[reading] = text, told
        new = {"document": document + shift["document"], "revision": revision + shift["revision"]}
        new |= {"reading": reading + shift["reading"], "text": text, "title": told}
        new |= {"content": text.encode(), "sha256": hashlib.sha256(text.encode()).hexdigest()}
        for table, old_id in (("document", document), ("revision", revision), ("reading", reading)):
            made[table].append({**new, "old": old_id})
    _copy(store, "document", {"id": ":document", "title": ":title"}, made["document"])
    told_by = {"id": ":revision", "document_id": ":document", "content": ":content"}
    _copy(store, "revision", {**told_by, "sha256": ":sha256"}, made["revision"])
    read = {"id": ":reading", "revision_id": ":revision", "text": ":text", "sha256": ":sha256"}
    _copy(store, "reading", read, made["reading"])
    _copy(store, "block", {"reading_id": ":reading"}, made["reading"], key="reading_id")
    return texts


def _copy_facts(
    store: sqlite3.Connection,
    held: Iterable[Passage],
    texts: Mapping[int, tuple[str, str | None]],
    terms: Terms,
    shift: Mapping[str, int],
) -> None:
    facts: Rows = []
    passages: Rows = []
    for each in held:
        text, title = texts[each.reading_id]
        stated = text[each.start : each.end]
        written = json.loads(each.context)
        context = encoding.context(written, title)
        filed = filing(stated, context, each.speaker, text)
        fact_id, terms_ = each.fact_id + shift["fact"], terms.file(filed)
        new = {"old": each.fact_id, "fact": fact_id, "identity": f"{shift['fact']}-{each.fact_id}"}
        facts.append({**new, "text": stated, "terms": terms_})
        here = {"id": each.id + shift["passage"], "reading": each.reading_id + shift["reading"]}
        here |= {"old": each.id, "fact": fact_id, "document": each.document_id + shift["document"]}
        previous = [span.of(text) for span in context.previous]
        written |= {"previous_words": previous}
        said = {"context": json.dumps(written), "figures": _anew(each.figures, stated)}
        passages.append({**here, **said, "names": _anew(each.names, stated)})
    counted = {"id": ":fact", "went_live": ":fact", "identity": ":identity"}
    _copy(store, "fact", {**counted, "text": ":text", "terms": ":terms"}, facts)
    placed = {"id": ":id", "fact_id": ":fact", "reading_id": ":reading", "document_id": ":document"}
    understood = {"context": ":context", "figures": ":figures", "names": ":names"}
    _copy(store, "passage", placed | understood, passages)
    _list_facts(store, facts)


def _list_facts(store: sqlite3.Connection, facts: Rows) -> None:
    """Put new facts, which rise in number, into the lists of their terms."""
    filed: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for row in facts:
        for term_id, level in map(decoded, row["terms"].split()):
            filed[term_id, level, row["fact"] // BLOCK].append(row["fact"])
    for key, fact_ids in filed.items():
        held = store.execute(_LISTED, key).fetchone()
        more = b"".join(fact_id.to_bytes(4, "little") for fact_id in sorted(fact_ids))
        store.execute("REPLACE INTO posting VALUES (?, ?, ?, ?)", (*key, (held or [b""])[0] + more))


def _anew(written: str, text: str) -> str:
    """Return figures or names as JSON with the words that stand in their places now."""
    found = json.loads(written)
    for each in found:
        each["text"] = text[each["start"] : each["end"]]
        if "name" in each:
            each["name"] = each["text"]
        elif each["unit"] and " " in each["text"]:
            each["unit"] = each["text"].partition(" ")[2]
    return json.dumps(found)


def _copy(
    store: sqlite3.Connection, table: str, changes: Mapping[str, str], rows: Rows, key: str = "id"
) -> None:
    """Copy the rows that `key` names as "old", with other values in some columns."""
    columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
    taken = ", ".join(changes.get(column, f'"{column}"') for column in columns)
    store.executemany(f"INSERT INTO {table} SELECT {taken} FROM {table} WHERE {key} = :old", rows)


def main() -> None:
    """Make the larger store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("copies", type=int)
    given = parser.parse_args()
    multiply(given.source, given.target, given.copies)


if __name__ == "__main__":
    main()
