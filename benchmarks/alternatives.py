"""What one would take instead: whole-sentence fuzzy ratios, FTS5's bm25, tantivy's fuzzy terms."""

import sqlite3
from collections.abc import Sequence
from typing import Protocol

from rapidfuzz import fuzz, process, utils

from benchmarks.sets import Fact
from facts.answering.language import stop_words
from facts.text import words

Ranked = list[tuple[int, float]]


def telling(text: str) -> list[str]:
    """Return the words of a question without stop words, unless nothing else is left."""
    asked = [word.folded for word in words(text)]
    return [word for word in asked if word not in stop_words()] or asked


class Alternative(Protocol):
    """Something that ranks facts for a question."""

    name: str

    def top(self, text: str) -> Ranked:
        """Return up to three places of facts with scores, best first."""


class FuzzyRatio:
    """A rapidfuzz scorer over all facts."""

    def __init__(self, facts: Sequence[Fact], scorer: str) -> None:
        self.name = scorer
        self._scorer = getattr(fuzz, scorer)
        self._texts = [utils.default_process(fact.text) for fact in facts]

    def top(self, text: str) -> Ranked:
        asked = utils.default_process(text)
        found = process.extract(asked, self._texts, scorer=self._scorer, limit=3)
        return [(at, score) for _, score, at in found]


class FullText:
    """SQLite FTS5, porter stems, bm25, title as a second column of half weight."""

    name = "fts5 bm25"

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute(
            "create virtual table f using fts5(text, title, tokenize='porter unicode61')"
        )
        rows = [(at, fact.text, fact.title or "") for at, fact in enumerate(facts)]
        self._db.executemany("insert into f(rowid, text, title) values (?, ?, ?)", rows)

    def top(self, text: str) -> Ranked:
        wanted = " OR ".join(f'"{word}"' for word in telling(text))
        if not wanted:
            return []
        rows = self._db.execute(
            "select rowid, bm25(f, 1.0, 0.5) from f where f match ? order by 2, 1 limit 3",
            (wanted,),
        )
        return [(at, -score) for at, score in rows]


class Tantivy:
    """tantivy with fuzzy terms (distance 1 from five letters)."""

    name = "tantivy fuzzy"

    def __init__(self, facts: Sequence[Fact]) -> None:
        import tantivy

        self._tantivy = tantivy
        build = tantivy.SchemaBuilder()
        build.add_text_field("text", stored=False, tokenizer_name="en_stem")
        build.add_text_field("title", stored=False, tokenizer_name="en_stem")
        build.add_text_field("plain", stored=False)
        build.add_integer_field("at", stored=True)
        self._schema = build.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(50_000_000, 1)
        for at, fact in enumerate(facts):
            writer.add_document(
                tantivy.Document(text=fact.text, plain=fact.text, title=fact.title or "", at=at)
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def top(self, text: str) -> Ranked:
        t, schema = self._tantivy, self._schema
        asked = " ".join(telling(text))
        if not asked:
            return []
        query, _ = self._index.parse_query_lenient(asked, ["text", "title"], {"title": 0.5})
        parts = [(t.Occur.Should, query)]
        for word in telling(text):
            if len(word) >= 5:
                fuzzy = t.Query.fuzzy_term_query(schema, "plain", word, 1, True)
                parts.append((t.Occur.Should, t.Query.boost_query(fuzzy, 0.7)))
        searcher = self._index.searcher()
        hits = searcher.search(t.Query.boolean_query(parts), 3).hits
        return [(searcher.doc(address)["at"][0], score) for score, address in hits]


def alternatives(facts: Sequence[Fact]) -> list[Alternative]:
    """Return every alternative that is installed, over `facts`."""
    found: list[Alternative] = [
        FuzzyRatio(facts, "WRatio"),
        FuzzyRatio(facts, "token_set_ratio"),
        FullText(facts),
    ]
    try:
        found.append(Tantivy(facts))
    except ImportError:
        print("(tantivy is not installed)")
    return found
