"""A desk's own other words find what the documents call otherwise."""

from facts.answering.aliases import alias_of
from facts.answering.question import Origin, Question, parse
from facts.answering.spelling import Vocabulary
from tests.facts.answering.store import TEXTS, TODAY, vocabulary


def parsed(text: str, one: str, other: str) -> Question:
    alias = alias_of(one, other)
    assert alias is not None
    rows = [(w, vocabulary()._stems[w], 1) for w in vocabulary()._stems]
    return parse(text, Vocabulary.build(rows, len(TEXTS), [alias]), TODAY)


def origins(question: Question, word: str) -> dict[Origin, tuple[str, ...]]:
    term = next(term for term in question.terms if term.word == word)
    return {form.origin: form.stems for form in term.forms}


def test_alias_counts_in_both_directions() -> None:
    for one, other in (("accord", "peace treaty"), ("peace treaty", "accord")):
        found = origins(parsed("what does the accord say", one, other), "accord")
        assert found[Origin.ALIAS] == ("peac", "treati")


def test_alias_of_two_words_needs_both() -> None:
    assert Origin.ALIAS in origins(parsed("the big pact", "big pact", "treaty"), "pact")
    assert Origin.ALIAS not in origins(parsed("the pact", "big pact", "treaty"), "pact")


def test_word_of_an_alias_is_not_misspelt() -> None:
    assert parsed("who signed the treety", "treety", "treaty").read_as is None


def test_alias_weighs_less_than_the_word_itself() -> None:
    question = parsed("the accord", "accord", "treaty")
    assert dict(question.search_stems)["treati"] < question.terms[0].weight


def test_nothing_and_itself_are_no_aliases() -> None:
    assert alias_of("", "treaty") is None
    assert alias_of("!!", "treaty") is None
    assert alias_of("Treaty", "treaties") is None
