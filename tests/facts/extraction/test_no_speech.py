"""Verbs of speech that tell no claim here, and subjects that say nothing."""

import pytest

from tests.facts.extraction.told import facts_of

OPENING = "Talks on the harbour at Sorn failed on Monday after 14 hours."


@pytest.mark.parametrize(
    "text",
    [
        "Ida Roe called her mother from the hospital.",
        "Ida Roe told her sister to stay at home.",
        "Ida Roe told a neighbour not to worry.",
        "Ida Roe thinks of her father every day.",
        "Ida Roe thought about the war a great deal.",
        "Ida Roe, said to be the richest woman in Torvia, owns four boats.",
        "Ida Roe argued with the referee.",
        "Ida Roe acknowledged the crowd.",
        "Ida Roe reminded him of a heron.",
        "Ida Roe testified for two hours.",
        "The law says that dogs must be on a lead.",
        "The film says much about grief.",
        "Her face said it all.",
        "Rumours say the shop will close.",
        "Legend says that a giant built it.",
    ],
)
def test_nobody_claims_anything(text: str) -> None:
    found = facts_of(OPENING, text)[-1].attribution
    assert not (found.sure and found.speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Roe thinks the dam will hold.",
        "Ida Roe argued that the dam would hold.",
        "Ida Roe acknowledged the delay.",
        "Ida Roe reminded members of the deadline.",
        "Ida Roe testified that the dam had held.",
        "Ida Roe told her sister that the dam had held.",
        "Ida Roe said to reporters that the dam had held.",
        "Ida Roe called the dam unsafe.",
    ],
)
def test_somebody_claims_something(text: str) -> None:
    found = facts_of(OPENING, text)[-1].attribution
    assert (found.speaker, found.sure) == ("Ida Roe", True)


def test_what_a_list_gives_to_each_is_said_by_nobody() -> None:
    items = ("- Ida Roe: US$ 2 million", "- Jon Arke: two patrol boats", "- Ivo Tarr: 14 votes")
    facts = facts_of("Contributions", "Those who gave to the fund:", "\n".join(items))
    assert [fact.attribution.speaker for fact in facts[-3:]] == [None] * 3
