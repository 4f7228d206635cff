"""A small store in memory: candidates and the vocabulary of their texts."""

from collections import Counter
from datetime import date

from facts.answering.answer import answer
from facts.answering.index import filed_words
from facts.answering.question import parse
from facts.answering.spelling import Vocabulary
from facts.answering.types import Answer, Candidate

TODAY = date(2026, 11, 23)
TITLE = "Blinken, Aliyev talk normalizing Azerbaijan-Armenia ties"
TEXTS = (
    "Azerbaijani President Ilham Aliyev and U.S. Secretary of State Antony Blinken reviewed the "
    "process of normalizing relations between Azerbaijan and Armenia in a phone call Wednesday.",
    "The conversation comes after the Azerbaijani and Armenian foreign ministers met on Nov. 7 in "
    "Washington under the auspices of their U.S. counterpart on a possible peace treaty.",
    "In September, at least 286 people were killed on both sides before a U.S.-brokered truce "
    "ended the worst clashes since 2020 when Armenian attacks escalated into an all-out war.",
    "It claimed over 6,500 lives in six weeks before a Russian-brokered cease-fire saw Armenia "
    "cede swathes of territory it had illegally occupied for decades.",
)


def standing(texts: tuple[str, ...] = TEXTS) -> list[Candidate]:
    return [
        Candidate(at, text, title=TITLE, dependent=text.startswith("It "), went_live=at)
        for at, text in enumerate(texts)
    ]


def vocabulary(texts: tuple[str, ...] = TEXTS) -> Vocabulary:
    filed = [filed_words(text) for text in texts]
    counts = Counter(stem for listed in filed for stem in {stem for _, stem in listed})
    rows = {pair: counts[pair[1]] for listed in filed for pair in listed}
    return Vocabulary.build([(*pair, count) for pair, count in rows.items()], len(texts))


def ask(text: str, texts: tuple[str, ...] = TEXTS, limit: int = 3) -> Answer:
    known = vocabulary(texts)
    return answer(parse(text, known, TODAY), standing(texts), known, limit=limit)
