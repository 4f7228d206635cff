"""The product's search in memory: postings by stem, rarest first, a row budget, 200 candidates."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from benchmarks.sets import Fact
from facts.answering.answer import answer
from facts.answering.index import filed_stems, filed_words
from facts.answering.question import Question, parse
from facts.answering.spelling import Vocabulary
from facts.answering.types import Answer, Candidate

ROW_BUDGET, CANDIDATES = 4_000, 200
TODAY = date(2026, 11, 23)


class MemoryStore:
    """Facts filed as the database files them."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        documents = {name: at for at, name in enumerate(dict.fromkeys(f.document for f in facts))}
        self.candidates = [
            Candidate(at, fact.text, title=fact.title, document_id=documents[fact.document] + 1)
            for at, fact in enumerate(facts)
        ]
        counts: Counter[str] = Counter()
        surfaces: dict[tuple[str, str], None] = {}
        self.postings: dict[str, list[int]] = defaultdict(list)
        for at, fact in enumerate(facts):
            counts.update(filed_stems(fact.text))
            surfaces.update(dict.fromkeys(filed_words(f"{fact.text} {fact.title or ''}")))
            for stem in filed_stems(f"{fact.text} {fact.title or ''}"):
                self.postings[stem].append(at)
        rows = [(word, stem, counts[stem]) for word, stem in surfaces]
        self.vocabulary = Vocabulary.build(rows, len(facts))

    def parse(self, text: str) -> Question:
        """Return the question as the product reads it."""
        return parse(text, self.vocabulary, TODAY)

    def found(self, question: Question) -> list[Candidate]:
        """Return at most 200 candidates within the row budget."""
        weights: dict[int, float] = defaultdict(float)
        budget = ROW_BUDGET
        ordered = sorted(question.search_stems, key=lambda s: (len(self.postings[s[0]]), s[0]))
        for stem, weight in ordered:
            filed = self.postings[stem]
            if len(filed) > budget and weights:
                held = set(filed)
                for at in weights:
                    weights[at] += weight if at in held else 0
                continue
            for at in filed[: max(budget, 0)]:
                weights[at] += weight
            budget -= len(filed)
        best = sorted(weights, key=lambda at: (-weights[at], -at))[:CANDIDATES]
        return [self.candidates[at] for at in best]

    def answer(self, text: str, limit: int = 3) -> Answer:
        """Answer as the product does."""
        question = self.parse(text)
        return answer(question, self.found(question), self.vocabulary, limit=limit)
