"""The product's reading, understanding and search in memory: the same facts, no database."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date

from benchmarks.sets import Fact
from facts.answering.answer import answer
from facts.answering.index import filed_stems, filed_words
from facts.answering.question import Question, parse
from facts.answering.spelling import Vocabulary
from facts.answering.types import Answer, Candidate
from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import FactDraft, Particulars, Reading

CANDIDATES, LOADED = 200, 36
TODAY = date(2026, 11, 23)


def understood(facts: Sequence[Fact]) -> Iterator[Candidate]:
    """Yield the facts as the product loads them: from their documents, or from ready-made rows."""
    bare = [fact for fact in facts if fact.candidate is None]
    places = {fact.id: at for at, fact in enumerate(facts)}
    rows = [{"id": f.id, "text": f.text, "title": f.title, "document": f.document} for f in bare]
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    for at, fact in enumerate(facts):
        if fact.candidate is not None:
            yield replace(fact.candidate, fact_id=at, went_live=at)
    documents = read_here("set.jsonl", content, Particulars()) if bare else ()
    for number, document in enumerate(documents, 1):
        for draft in extract(document.reading):
            yield candidate(draft, document.reading, places[draft.external_id or ""], number)


def candidate(draft: FactDraft, reading: Reading, place: int, document: int) -> Candidate:
    """Return a fact that extraction found as search would bring it."""
    context = draft.context
    return Candidate(
        fact_id=place,
        text=draft.text,
        kind=draft.kind,
        title=context.title,
        headings=(*context.headings, *context.heads),
        previous=tuple(span.of(reading.text) for span in context.previous),
        dependent=context.dependent,
        attribution=draft.attribution,
        moments=draft.moments,
        figures=draft.figures,
        names=draft.names,
        document_id=document,
        passage_id=place,
        published=reading.particulars.published.day,
        went_live=place,
    )


def _beside(candidate: Candidate) -> str:
    speaker = candidate.attribution.speaker or ""
    texts = (candidate.title or "", *candidate.headings, *candidate.previous, speaker)
    return " \n ".join(texts)


class MemoryStore:
    """Facts filed as the database files them."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self.candidates = sorted(understood(facts), key=lambda one: one.fact_id)
        self.filed: list[frozenset[str]] = []
        counts: Counter[str] = Counter()
        surfaces: dict[tuple[str, str], None] = {}
        self.postings: dict[str, list[int]] = defaultdict(list)
        for one in self.candidates:
            counts.update(filed_stems(one.text))
            filed = f"{one.text} \n {_beside(one)}"
            surfaces.update(dict.fromkeys(filed_words(filed)))
            self.filed.append(frozenset(filed_stems(filed)))
            for stem in filed_stems(filed):
                self.postings[stem].append(one.fact_id)
        rows = [(word, stem, counts[stem]) for word, stem in surfaces]
        self.vocabulary = Vocabulary.build(rows, len(facts))

    def parse(self, text: str) -> Question:
        """Return the question as the product reads it."""
        return parse(text, self.vocabulary, TODAY)

    def found(self, question: Question, without: Set[int] = frozenset()) -> list[Candidate]:
        """Return the candidates as search would bring them, as if those of `without` were gone."""
        weight_of = dict(question.search_stems)
        weights: dict[int, float] = defaultdict(float)
        ordered = sorted(question.search_stems, key=lambda s: (len(self.postings[s[0]]), s[0]))
        for stem, weight in ordered:
            for at in self.postings[stem]:
                if at not in without:
                    weights[at] += weight
        best = sorted(weights, key=lambda at: (-weights[at], -at))[:CANDIDATES]
        around: dict[int, set[str]] = defaultdict(set)
        asked = weight_of.keys()
        for at in best:
            around[self.candidates[at].document_id] |= asked & self.filed[at]
        chosen = (self.candidates[at] for at in best[:LOADED])
        return [replace(one, nearby=tuple(sorted(around[one.document_id]))) for one in chosen]

    def answer(self, text: str, limit: int = 3) -> Answer:
        """Answer as the product does."""
        question = self.parse(text)
        return answer(question, self.found(question), self.vocabulary, limit=limit)

    def names(self) -> dict[str, list[str]]:
        """Return the names of the store by kind, in a fixed order."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for one in self.candidates:
            for name in one.names:
                found[name.kind.value][name.text] = None
        return {kind: sorted(found[kind]) for kind in sorted(found)}
