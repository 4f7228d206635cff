"""The words that answer are the shortest run of the fact's own words."""

import pytest

from facts.answering.answer import answer
from facts.answering.question import parse
from facts.answering.span import answer_spans
from facts.answering.types import Candidate
from facts.types import Attribution, Basis
from tests.facts.answering.library import asked_of, stocked
from tests.facts.answering.store import TODAY, ask, vocabulary

CASES = [
    (
        "Why will the bridge shut?",
        "The bridge will shut because it is old, the mayor of Oslo said on Monday.",
        ["because it is old"],
    ),
    ("How many people were hurt?", "Nearly 300 people were hurt on Monday.", ["Nearly 300 people"]),
    ("How much did it cost?", "The bridge cost $3.4 million to build.", ["$3.4 million"]),
    ("When did the bridge open?", "The bridge opened on 12 March 2019 in Oslo.", ["12 March 2019"]),
    ("Where did the bridge open?", "The bridge opened in Oslo on 12 March 2019.", ["Oslo"]),
    ("How long did the talks last?", "The talks lasted three weeks.", ["three weeks"]),
    (
        "Who met in Sochi?",
        "The leaders of Azerbaijan, Russia and Armenia met in Sochi.",
        ["Armenia", "Azerbaijan", "Russia"],
    ),
    (
        "Who spoke about statements?",
        '"The statements by Armenian leaders do harm," said Aliyev.',
        ["Aliyev"],
    ),
    (
        "Who is the new head of Velden Bank?",
        "Ida Roe will succeed Otto Dass as head of Velden Bank on 1 June.",
        ["Ida Roe"],
    ),
    (
        "Who was head of Velden Bank before Roe?",
        "Ida Roe will succeed Otto Dass as head of Velden Bank on 1 June.",
        ["Otto Dass"],
    ),
    ("Who is the new head of the bank?", "Otto Dass is retiring as head of the bank.", []),
    ("Who broke a promise?", "Jens Abel accused the board of breaking a promise.", []),
    ("Who accused the board?", "Jens Abel accused the board of breaking a promise.", ["Jens Abel"]),
    ("What did Aliyev say?", 'Aliyev said: "We want peace."', ['"We want peace."']),
    ("Why was it closed?", "It was closed because of the storm.", ["because of the storm"]),
    ("Who founded Weber Works?", "Weber Works was founded by Otto Weber in 1907.", ["Otto Weber"]),
    ("What did Norland offer?", "Norland offered 40 lorries and went home.", ["40 lorries"]),
    ("What is the office's budget?", "The office has a budget of €31 million.", ["€31 million"]),
    ("What were net sales?", "Net sales rose 7.5% to €412 million in March.", ["€412 million"]),
    (
        "What did Varn say?",
        "Varn said she would appeal within 14 days.",
        ["she would appeal within 14 days"],
    ),
    ("How much does a permit cost?", "Permits go from $5 to $10 in July.", ["$10"]),
    ("What is a bridge?", "A bridge crosses a river.", []),
]
CHARGE = "Two workers were killed and eleven hurt when a charge went off at the Lorne quarry."
SHELLED = "The army said 14 civilians were killed and no fewer than 30 people wounded in Sorn."
PATIENTS = "96 patients with flu were admitted, 14 of them to intensive care."
SPENT = "She spent $61,000 of it on cruises and $22,500 on a caravan."
OF_ITS_CLAUSE = [
    ("how many died at the quarry", CHARGE, ["Two workers"]),
    ("how many were hurt at the lorne quarry", CHARGE, ["eleven hurt"]),
    ("how many people were killed", SHELLED, ["14 civilians"]),
    ("how many were wounded in the shelling", SHELLED, ["no fewer than 30 people"]),
    ("how many flu patients are in intensive care", PATIENTS, ["14"]),
    ("how many patients were admitted", PATIENTS, ["96 patients"]),
    ("how much went on cruises", SPENT, ["$61,000"]),
    ("how much did she spend on the caravan", SPENT, ["$22,500"]),
    (
        "how many staff does the trust have",
        "Sorrel Bay Trust runs four hospitals, has 6,800 staff and treated 310,000 patients.",
        ["6,800 staff"],
    ),
    (
        "how far is the newer mill",
        "Half of its workers will be offered jobs at a newer mill in Sorn, 85 miles away.",
        ["85 miles"],
    ),
    (
        "how many died in velden",
        "The storm killed 12 people in Sorn and 30 in Velden.",
        ["30"],
    ),
]


@pytest.mark.parametrize(("question", "text", "expected"), [*CASES, *OF_ITS_CLAUSE])
def test_words_that_answer(question: str, text: str, expected: list[str]) -> None:
    asked = parse(question, vocabulary((text,)), TODAY)
    assert [span.of(text) for span in answer_spans(asked, Candidate(1, text))] == expected


def test_sure_speaker_answers_who_said() -> None:
    text = "The sides will meet again, the envoy Anna Blom told reporters."
    candidate = Candidate(1, text, attribution=Attribution("Anna Blom", basis=Basis.INDIRECT))
    asked = parse("who said the sides will meet", vocabulary((text,)), TODAY)
    assert [span.of(text) for span in answer_spans(asked, candidate)] == ["Anna Blom"]


def test_number_of_a_date_is_no_quantity() -> None:
    found = ask("how long was the strike", ("The strike began on 28 October.",))
    assert [fact.answer for fact in found.facts] == [None]


DAM = "The dam reopened on Friday after repairs that took seven months and cost €18.4 million."


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how much did the dam repairs cost", "€18.4 million"),
        ("how long did the dam repairs take", "seven months"),
        ("how many months did the dam repairs take", "seven months"),
    ],
)
def test_amount_is_of_the_kind_asked_for(question: str, words: str) -> None:
    best = ask(question, (DAM,)).facts[0]
    assert best.answer is not None
    assert best.answer.of(DAM) == words


PORT = "Last year the port handled 1.4 million containers, up from 1.25 million in 2023."


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("how many containers did the port handle in 2023", "1.25 million"),
        ("how many containers did the port handle in 2024", "1.4 million containers"),
    ],
)
def test_number_of_the_asked_year_is_marked(question: str, figure: str) -> None:
    candidates, words = stocked([("port.txt", f"12 March 2025\n\n{PORT}\n".encode())])
    best = answer(parse(question, words, TODAY), candidates, words).facts[0]
    assert best.answer is not None
    assert best.answer.of(PORT) == figure


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("when will the Aurora sail again", "February"),
        ("when did the Aurora go into dry dock", "April"),
    ],
)
def test_a_day_lies_where_the_question_looks(question: str, day: str) -> None:
    text = b"The Aurora has been in dry dock since April and is expected to sail again by February."
    held = stocked([("a.md", b"---\ndate: 2026-11-30\n---\n# Ferries\n\n" + text)])
    best = asked_of(question, held).facts[0]
    assert best.answer is not None
    assert best.candidate.text[best.answer.start : best.answer.end] == day
