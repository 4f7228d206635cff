"""The same loads and the same questions give the same answers on both engines, to the letter."""

import random

import pytest

from db.engine import Store
from db.search import candidates as search
from facts.answering.question import parse
from facts.answering.spelling import Vocabulary
from tests.factories import HARBOUR, TODAY, load_text, question

WORDS = """
harbour bridge council minister vote budget storm ferry school tax Velden Brandt Orlov Kessin
agreed closed opened rejected signed raised 12 300 4,500 March Monday yesterday
""".split()  # noqa: SIM905 - a list of quoted words is harder to read


def document(seed: int) -> str:
    chosen = random.Random(seed)
    sentences = [" ".join(chosen.choices(WORDS, k=9)).capitalize() + "." for _ in range(30)]
    return "\n\n".join(sentences)


def questions(count: int) -> list[str]:
    chosen = random.Random(7)
    starts = ("who", "when", "how many", "what did Brandt say about", "where", "")
    return [f"{chosen.choice(starts)} {' '.join(chosen.choices(WORDS, k=3))}" for _ in range(count)]


def fill(store: Store) -> None:
    load_text(store, HARBOUR)
    for seed in range(6):
        load_text(store, document(seed), name=f"{seed}.txt")


@pytest.mark.parametrize("budget", [4_000, 25])
def test_answers_do_not_depend_on_the_engine(
    both_stores: tuple[Store, Store], budget: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "ROW_BUDGET", budget)
    for store in both_stores:
        fill(store)
    first, second = ([question(store, q, limit=5) for q in questions(60)] for store in both_stores)
    assert first == second
    assert any(reply.quotes for reply in first)


def test_order_of_the_vocabulary_does_not_matter() -> None:
    words = [("harbour", "harbour", 3), ("storm", "storm", 1), ("ferries", "ferri", 2)]
    asked = "when do the feries leave the harbor"
    there = parse(asked, Vocabulary.build(words, 9), TODAY)
    back = parse(asked, Vocabulary.build(words[::-1], 9), TODAY)
    assert there == back
