"""Speakers behind "by", "figures" and "one", several bodies, and whom a kind means so far."""

import pytest

from facts.types import Attribution, Basis
from tests.facts.extraction.told import facts_of, sure_speaker

OPENING = "Prices fell on Monday."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to Ida Roe's own figures, levels fell by two metres.", "Ida Roe"),
        ("Levels fell by two metres, according to Ida Roe’s calculations.", "Ida Roe"),
        ("According to the Kestrel Trust's annual report, levels fell.", "Kestrel Trust"),
        (
            "The results were described as “remarkable” by Professor Ida Roe of Sarn University.",
            "Ida Roe",
        ),
        ("The plan was dismissed as “a fairy tale” by the clerk, Jon Arke.", "Jon Arke"),
        ("The vote was called “a farce” by Jon Arke, who lost it.", "Jon Arke"),
        ("The crown prince affirmed the kingdom's commitment to oil.", "The crown prince"),
        ("A woman across the street said it was more like thirty.", "A woman across the street"),
        ("A man outside the bank said that it was shut.", "A man outside the bank"),
        ("The harbour office has asked Zapfin for a report, it said.", "The harbour office"),
        ("The ministry fined Velda Lines, saying that it had lied.", "The ministry"),
        ("There is “no cause for alarm”, the observatory at Sorn says.", "the observatory at Sorn"),
        ("Aid agencies urged governments to order now.", "Aid agencies"),
        ("Oil firms say that the tax is too high.", "Oil firms"),
        ("Opposition parties called for a vote.", "Opposition parties"),
        ("Animal charities warned that the traps were cruel.", "Animal charities"),
        ("The growers' guild disputes that figure.", "The growers' guild"),
        ("The borough disputes that figure.", "The borough"),
    ],
)
def test_the_giver_is_found(text: str, speaker: str) -> None:
    assert sure_speaker(OPENING, text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The report was described as long by everybody.",
        "The road was called “the spine” by 1990.",
        "One, whose twins are nine, has a garden.",
        "One, whose twins are nine, said she had learned of it from a friend.",
        "The papers say nothing.",
        "He was replying to Ms Ida Roe, who asked how many had failed.",
        "According to Ida Roe's plan, the wall would be two metres high.",
    ],
)
def test_what_gives_no_word_has_no_speaker(text: str) -> None:
    assert sure_speaker(OPENING, text) is None


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            [
                "Tessaly Motors cut its forecast on Monday.",
                "The carmaker said demand in China had evaporated.",
                "IG Auto, a union, said it would resist any closures.",
            ],
            "Tessaly Motors",
        ),
        (
            [
                "Shares in Tessaly Motors fell on Monday.",
                "The company said that it would delay two models.",
                "Lindell Securities cut its target.",
            ],
            "Tessaly Motors",
        ),
        (
            [
                "President Mwila Chanda planted a tree on Monday.",
                "“If we lose the forest, we lose the rain,” the president said.",
                "Its former president Grace Mulenga and club president Peter Bwalya agreed.",
            ],
            "Mwila Chanda",
        ),
    ],
)
def test_the_only_one_named_so_far_is_meant(paragraphs: list[str], speaker: str) -> None:
    assert sure_speaker(*paragraphs, at=1) == speaker


@pytest.mark.parametrize(
    "opening",
    [
        "Tessaly Motors and Brand Motors cut their forecasts on Monday.",
        "Tessaly Motors was sold to a rival carmaker on Monday.",
    ],
)
def test_of_two_makers_neither_is_meant(opening: str) -> None:
    assert sure_speaker(opening, "The carmaker said demand had evaporated.", OPENING, at=1) is None


def test_the_only_one_of_the_text_is_she_though_her_name_tells_no_sex() -> None:
    told = [
        "Fatoumata Keïta has run the garden at Diré since the war.",
        "“When they came we buried the seeds in jars. Nobody told,” she said.",
        "“After they left we dug them up, and the first thing that grew was onions.”",
    ]
    assert [sure_speaker(*told, at=at) for at in (1, 2, 3)] == ["Fatoumata Keïta"] * 3


@pytest.mark.parametrize(
    "between",
    [
        "A neighbour looked on.",
        "A tall woman in a red hat came up to us.",
    ],
)
def test_the_only_one_named_is_not_she_past_somebody_unnamed(between: str) -> None:
    opening = "Fatoumata Keïta has run the garden at Diré since the war."
    assert sure_speaker(opening, between, "“We buried the seeds in jars,” she said.") is None


def test_one_of_several_unnamed_speaks_and_is_not_shown() -> None:
    told = facts_of("Ida Roe sat by.", "One, who asked not to be named, said that she had left.")
    assert told[-1].attribution == Attribution(None, None, Basis.INDIRECT, sure=False)


def test_a_regulator_is_no_company_that_the_text_names() -> None:
    before = "Sandgate Water has ruled out refunds for 40,000 homes."
    assert sure_speaker(before, "The regulator said it would look into it.") == "The regulator"
    before = "The Water Services Authority fined Sandgate Water, and Ofgas warned it."
    assert sure_speaker(before, "The regulator said it would look into it.") != "The regulator"
