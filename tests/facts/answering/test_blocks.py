"""Sorting words out by their letters loses none that is near enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from facts.answering import blocks
from facts.answering.blocks import Block

LETTERS = st.text("abcde\u0444\u4e2d'\U0001f600", min_size=5, max_size=5)


@given(words=st.sets(LETTERS, min_size=1, max_size=40), word=st.text("abcde\u0444", min_size=3))
def test_nothing_near_is_left_out(words: set[str], word: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_FEW", 0)
        block = Block(sorted(words))
        for slips in (1, 2):
            near = {other for other in words if OSA.distance(word, other) <= slips}
            assert {other for other, _ in block.near(word, slips)} == near


def test_most_words_need_not_be_compared() -> None:
    words = [f"{a}{b}{c}zz" for a in "abcdefgh" for b in "ijklmnop" for c in "qrstuvwx"]
    block = Block(words)
    assert list(block.near("aiqz", 1)) == [("aiqzz", 1)]
    assert len(block._alike("aiqz", 2)) < len(words) / 10


def test_empty_block_holds_nothing() -> None:
    assert list(Block(()).near("harbour", 2)) == []
