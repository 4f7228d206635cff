"""Interviews whose questions and answers stand without labels."""

from tests.facts.extraction.told import facts_of

HEAD = """'I never wanted the big house'
The lighthouse keeper Agnes Thorsby tells Marit Lofthus about fog
3 October 2026

Agnes Thorsby kept the light at Skarv Point until last year.
"""
TALK = """
How did you come to the lighthouse?

My father was the keeper before me. I was born above the lamp oil.

Was it lonely?

People always ask that. We had 14 visitors a week.

Do you miss it?

I miss the work.
"""


def test_question_and_answer_are_given_to_the_two() -> None:
    told = {draft.text: draft.attribution.speaker for draft in facts_of(HEAD + TALK)}
    assert told["Was it lonely?"] == "Marit Lofthus"
    assert told["I was born above the lamp oil."] == "Agnes Thorsby"
    assert told["People always ask that."] == "Agnes Thorsby"
    assert told["Agnes Thorsby kept the light at Skarv Point until last year."] is None


def test_a_report_that_asks_is_no_interview() -> None:
    asked = TALK.replace("I miss the work.", "“I miss the work,” she said.")
    told = {draft.text: draft.attribution.sure for draft in facts_of(HEAD + asked)}
    speakers = {draft.attribution.speaker for draft in facts_of(HEAD + asked)}
    assert told["Was it lonely?"]
    assert "Marit Lofthus" not in speakers
