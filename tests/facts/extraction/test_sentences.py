"""Sentences: exact spans, and the hard cases that segmenters get wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.extraction.sentences import LONGEST_SENTENCE, sentences
from tests.facts.extraction.sentence_cases import CASES

HARD = [
    ["Read para. 2 of the text.", "It is short."],
    ["Art. 5 of the treaty applies.", "They met at 5 p.m. Sunday in Riga."],
    ["The meeting ended at 5 p.m.", "The delegation left."],
    ["The call began at 10 a.m. Tuesday.", "It lasted one hour."],
    ["It opens at 9 p.m. EST on Friday.", "Tickets are free."],
    ["The road is 12 km. long and steep.", "It is closed."],
    ["Prices rose 3 pct. in May.", "Wages fell."],
    ["Lt. Col. Anna Berg spoke.", "Ms. Okafor listened."],
    ["They met in the U.S.", "Berg spoke first."],
    ["Premier Ilo Arda and U.S. Secretary of State Ann Book spoke."],
    ["He paused ...", "I have nothing to add."],
    ['"Why now?" asked Maria Lund.', "Nobody answered."],
    ['"Stop!" he shouted.', "They stopped."],
    ["Acme Inc. reported a loss.", "The shares fell."],
    ["He works for Acme Inc.", "She works for Borland Ltd."],
    ["J. K. Rowan wrote it.", "George W. Bash read it."],
    ["The cost was $3.5 million.", "It was approx. 20 percent higher."],
    ["See No. 5 for details.", "No.", "That is wrong."],
    ["“We will not sign,” the minister said.", "“It is unfair.”"],
    ["The U.N. Security Council met.", "The E.U. Commission did not."],
    ["He bought apples, pears, etc.", "They were cheap."],
    ["Rs. 500 was paid.", "Sen. Mark Kell (D-N.Y.) objected."],
    ["Prof. Dr. Hans Maier said so.", "Nos. 3 and 4 failed."],
    ['He said: "We won.', 'We are happy."', "They left."],
    ["The Civic Union voted no.", "Raman said she was not surprised."],
    ["“Drink water,” the minister wrote on X.", "“Check on your neighbours.”"],
    ["“Blood. Sweat. Tears,” he said."],
    ["“We had no warning.", "The water came at night,” she said."],
    ["The U.S. said it would act.", "The U.K. did not."],
]


@pytest.mark.parametrize("wanted", HARD + CASES, ids=[case[0] for case in HARD + CASES])
def test_hard_case_is_cut_right(wanted: list[str]) -> None:
    text = " ".join(wanted)
    assert [span.of(text) for span in sentences(text)] == wanted


def test_long_quotation_is_cut_into_its_sentences() -> None:
    one = "We have worked on this for many long years with all the people of this harbour town."
    text = f"“{one} {one} {one} {one}” said Ida Roe."
    assert len(sentences(text)) == 4


@given(st.text(alphabet=st.sampled_from("aB. ?!\u00a0\u2003\u2028\n\"“”'()é😀U.S5"), max_size=80))
def test_only_white_space_lies_between_sentences(text: str) -> None:
    spans = sentences(text)
    at = 0
    for span in spans:
        assert text[at : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert text[at:].strip() == ""


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    assert all(span.of(text) for span in sentences(text))


def test_no_sentence_is_too_long_to_be_shown() -> None:
    text = "Ida Roe said that " * 2000
    assert max(span.end - span.start for span in sentences(text)) <= LONGEST_SENTENCE


def test_dateline_opens_its_sentence() -> None:
    words = "PORT SELN, Man. - More than 20 people left."
    assert [
        span.of(f"{words} They came back.") for span in sentences(f"{words} They came back.")
    ] == [
        words,
        "They came back.",
    ]
