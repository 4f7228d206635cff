"""Narration that uses a contested term is marked in answers and digests; a quotation is not."""

import pytest

from bot.services.contesting import TermRefused, add_term, list_terms, remove_term
from bot.views.quoting import quoted
from db.engine import Store
from tests.bot.services.digest_desk import at, morning, subscription
from tests.factories import NOW, load_text, question

TOWN = "Town report\n\nThe illegally occupied town has 4,000 inhabitants.\n\n"
SAID = '"The illegally occupied bridge has 12 arches," said Mayor Ilse Brandt.\n'
MARK = "⚑ The document's wording: “illegally occupied”"


def contest(store: Store, words: str = "illegally OCCUPIED") -> int:
    with store.writes.begin() as session:
        return add_term(session, NOW, words=words, actor="7").id


def shown(store: Store, text: str) -> list[str]:
    return quoted(question(store, text).quotes[0])


def test_narration_is_marked_and_a_persons_words_are_not(store: Store) -> None:
    load_text(store, TOWN + SAID)
    before = shown(store, "How many inhabitants has the town?")
    number = contest(store)
    after = shown(store, "How many inhabitants has the town?")
    assert [line for line in after if line != MARK] == before
    assert after.count(MARK) == 1
    assert MARK not in shown(store, "How many arches has the bridge?")
    with store.writes.begin() as session:
        remove_term(session, NOW, term_id=number, actor="7")
    assert shown(store, "How many inhabitants has the town?") == before


def test_digest_marks_it_too(store: Store) -> None:
    load_text(store, TOWN)
    contest(store)
    subscription(store)
    [digest] = morning(store, at(24))
    assert MARK in digest


@pytest.mark.parametrize("words", ["", "!?", "x" * 81])
def test_what_is_no_term_is_refused(store: Store, words: str) -> None:
    with pytest.raises(TermRefused, match="a few words"):
        contest(store, words)


def test_term_is_listed_once_and_taken_off_once(store: Store) -> None:
    number = contest(store)
    with pytest.raises(TermRefused, match="already"):
        contest(store, "Illegally  occupied")
    with store.writes.begin() as session:
        assert [row.words for row in list_terms(session, NOW)] == ["illegally OCCUPIED"]
        remove_term(session, NOW, term_id=number, actor="7")
        with pytest.raises(TermRefused, match="no contested term"):
            remove_term(session, NOW, term_id=number, actor="7")
