"""A question is understood as people type it: politeness, kinds, spelling, several at once."""

import time

import pytest

from facts.answering.kinds import Kind
from facts.answering.politeness import split_questions, without_politeness
from facts.answering.question import Origin, Question, parse
from tests.facts.answering.store import TODAY, ask, vocabulary


def read(text: str) -> Question:
    return parse(text, vocabulary(), TODAY)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Hi! Can you tell me who won?", "who won?"),
        ("hello bot, please who won", "who won"),
        ("who won? Thanks!", "who won?"),
        ("I would like to know when it began", "when it began"),
        ("Hillary Clinton", "Hillary Clinton"),
    ],
)
def test_politeness_is_left_out(text: str, plain: str) -> None:
    assert without_politeness(text) == plain


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Who met? Where?", ("Who met?", "Where?")),
        ("Armenia and Azerbaijan. Who met?", ("Armenia and Azerbaijan. Who met?",)),
        ("who met\nwhere did they meet", ("who met", "where did they meet")),
        ("Who won? Thanks!", ("Who won?",)),
        ("", ("",)),
    ],
)
def test_several_questions_are_taken_apart(text: str, questions: tuple[str, ...]) -> None:
    assert split_questions(text) == questions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who met in Sochi?", Kind.WHO),
        ("in which year did it begin", Kind.WHEN),
        ("what city did they meet in", Kind.WHERE),
        ("how many were killed", Kind.HOW_MANY),
        ("how long did it last", Kind.HOW_LONG),
        ("what did Blinken say", Kind.SAID),
        ("what cuontry did they meet in", Kind.WHERE),
        ("how lrage was it", Kind.HOW_MANY),
        ("what soort of truce", Kind.WHAT),
        ("what was the price of the house", Kind.HOW_MANY),
        ("what is the date of the vote", Kind.WHEN),
        ("what historical figure was it named after", Kind.WHO),
        ("what was the sales figure", Kind.WHAT),
        ("what is Blinken's first name", Kind.NAME),
        ("did they meet?", Kind.YES_NO),
        ("did anyone die when the dam broke", Kind.YES_NO),
        ("are there any rooms where children play", Kind.YES_NO),
        ("is it known when the dam broke", Kind.WHEN),
        ("is there a date when the strike ends", Kind.WHEN),
        ("did he say where", Kind.WHERE),
        ("inflation march?", Kind.WHAT),
        ("кто встречался", Kind.WHO),
    ],
)
def test_kind_of_question(text: str, kind: Kind) -> None:
    assert read(text).kind is kind


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wo is Aliev", "aliyev"),
        ("trce in Septmber", "september"),
        ("ilegally occupied", "illegally"),
        ("blinkne", "blinken"),
        ("a saide to the talks", "side"),
        ("when was there a ceasefrie", "ceasefire"),
    ],
)
def test_words_are_repaired_to_the_stores(typed: str, meant: str) -> None:
    assert meant in (read(typed).read_as or "")


@pytest.mark.parametrize("typed", ["talks about piece", "who is football", "Sochi lives"])
def test_correct_words_are_not_repaired_away(typed: str) -> None:
    assert read(typed).read_as is None


@pytest.mark.parametrize(
    "typed", ["what had Relatiano done", "was Peate there", "are WAT rules kept"]
)
def test_strange_names_and_acronyms_are_no_slips_of_common_words(typed: str) -> None:
    assert read(typed).read_as is None


def test_letter_left_out_of_a_short_word_is_found_again() -> None:
    texts = ("Mark Jones and John Snow spoke.", "The talks went on.")
    asked = parse("what did jhn say", vocabulary(texts), TODAY)
    assert asked.read_as == "what did john say"


def test_misspelt_word_counts_as_written_where_the_fact_has_it_as_meant() -> None:
    typed, right = (
        ask(text).facts[0].score.parts for text in ("the wrost clahses", "worst clashes")
    )
    assert typed["phrases"] > 0
    assert typed["surface"] == right["surface"] == 1


def test_slip_in_a_word_whose_other_form_the_store_has_is_repaired() -> None:
    assert ask("which killling happened in september").facts[0].candidate.fact_id == 2


def test_split_and_joined_words_are_found() -> None:
    assert ask("who brokered the ceasefire").facts[0].candidate.fact_id == 3
    assert ask("who brokered the cease fire").facts[0].candidate.fact_id == 3


def test_words_of_the_question_come_rarest_first() -> None:
    known = vocabulary()
    counts = [
        known.count(stem) for stem, _ in read("who met in Armenia in Washington").search_stems
    ]
    assert counts == sorted(counts)


def test_longest_message_stays_quick() -> None:
    known = vocabulary()
    text = ("zxqv" + "what about Armennia and peoplle " * 200)[:4096]
    started = time.perf_counter()
    asked = parse(text, known, TODAY)
    assert time.perf_counter() - started < 0.5
    assert len(asked.terms) <= 32


@pytest.mark.parametrize(
    "text", ['"', "*", "NEAR(a b)", "secret:x", "C++", "don't", "a AND NOT b", "x'; drop table"]
)
def test_search_syntax_is_plain_text(text: str) -> None:
    assert ask(text).facts == () or ask(text).facts[0].candidate is not None


def test_asked_month_that_the_fact_does_not_give_is_not_given() -> None:
    found = ask("how many people were killed in October")
    assert (found.status.value, found.reason) == ("unknown", "not_given")
    assert found.facts[0].candidate.fact_id == 2


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hw many people were killed", "how many people were killed"),
        ("hwo many people were killed", "how many people were killed"),
        ("wher did the ministers meet", "where did the ministers meet"),
        ("waht ended the clashes", "what ended the clashes"),
    ],
)
def test_misspelt_question_word_is_read_and_told(typed: str, read: str) -> None:
    found = parse(typed, vocabulary(), TODAY)
    assert found.read_as == read
    assert found.kind is parse(read, vocabulary(), TODAY).kind


def test_word_of_a_phrase_stands_for_nothing_that_it_means_alone() -> None:
    # "Took" alone may be "occupied".
    took = next(term for term in read("who took part in the talks").terms if term.word == "took")
    origins = {form.origin for form in took.forms}
    assert Origin.PHRASE in origins
    assert Origin.SYNONYM not in origins
