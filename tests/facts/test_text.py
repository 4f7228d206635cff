"""Words of any script are found, folded and stemmed, and their offsets give the text back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.text import fold, meant, places, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Əliyev", "aliyev", id="letters of Azerbaijani"),
        pytest.param("café", "cafe\u0301", id="composed and decomposed accents"),
        pytest.param("don’t", "DON'T", id="apostrophes and case"),
        pytest.param("straße", "STRASSE", id="sharp s"),
        pytest.param("“Élan” – 5 €", "“elan” – 5 €", id="accents among typeset signs"),
    ],
)
def test_variants_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("U.S. troops", ["usa", "troops"], id="abbreviation"),
        pytest.param("tell us", ["tell", "us"], id="the pronoun"),
        pytest.param("3.4bn, 6,500 and 2nd", ["3.4", "bn", "6,500", "and", "2nd"], id="numbers"),
        pytest.param("北京大学", ["北京", "京大", "大学"], id="script without spaces"),
        pytest.param("российский", ["российский"], id="short i is a letter"),
        pytest.param("हिन्दी में", ["हिनदी", "में"], id="combining vowels"),
        pytest.param(
            "rock'n'roll, A1 and it's 5pm",
            ["rock'n'roll", "a1", "and", "it's", "5pm"],
            id="apostrophes and digits",
        ),
        pytest.param("secret:x C++ a_b", ["secret", "x", "c", "a", "b"], id="search syntax"),
    ],
)
def test_words_of_a_text(text: str, folded: list[str]) -> None:
    assert [word.folded for word in words(text)] == folded


def test_thousands_are_read_alike() -> None:
    assert stem("6,500") == stem("6500")


@given(st.text(max_size=300))
def test_words_slice_the_original(text: str) -> None:
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) and w.folded for w in found)
    assert [w.start for w in found] == sorted(w.start for w in found)


@given(st.text(alphabet="aB’‘'“”–-… 1,:;.é€£\u00a0漢字\u0301US"))
def test_words_without_their_places_are_the_same_words(text: str) -> None:
    whole = words(text)
    assert meant(text) == [(word.folded, word.stem) for word in whole]
    assert places(text) == [(word.start, word.end) for word in whole]


def test_typeset_signs_part_words_as_plain_ones_do() -> None:
    typeset = "“Don’t wait” – the U.S. said… £6,500‑a‑day"
    plain = '"Don\'t wait" - the U.S. said; ;6,500-a-day'
    assert meant(typeset) == meant(plain)
    assert places(typeset) == places(plain)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        *(("according", "accord"), ("important", "imports"), ("several", "severed")),
        *(("founded", "found"), ("officers", "offices"), ("minerals", "miners")),
        *(("authorities", "authors"), ("executive", "executed"), ("customers", "customs")),
        *(("majority", "majors"), ("businesses", "busy"), ("aides", "aid"), ("goods", "good")),
    ],
)
def test_words_that_only_look_like_forms_of_another_keep_their_own_stem(
    word: str, other: str
) -> None:
    assert stem(word) != stem(other)
    assert [each.stem for each in words(f"{word} {other}")] == [stem(word), stem(other)]
    assert stem("importance") == stem("important")
