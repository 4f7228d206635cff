"""Whom a pronoun that opens a paragraph means, and bodies of several words that speak."""

import pytest

from tests.facts.extraction.told import facts_of, sure_speaker

OPENING = "Talks on the harbour at Sorn failed on Monday after 14 hours."
SAFE = "said the wall was safe."


def sure(*paragraphs: str) -> str | None:
    return sure_speaker(OPENING, *paragraphs)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Mayor Ida Roe said it was late.", f"She {SAFE}"), "Ida Roe"),
        (("Mayor Ida Roe said it was late.", "The wall fell in May.", f"She {SAFE}"), "Ida Roe"),
        (("Mayor Ida Roe met Ann Lund.", f"She {SAFE}"), None),
        (("Mayor Ida Roe said it was late.", "A clerk came in.", f"She {SAFE}"), None),
        (("The union said it was late.", f"It {SAFE}"), "The union"),
        (("The union said it was late.", "The council said so.", f"It {SAFE}"), "The council"),
        (("The union met the council on Monday.", f"It {SAFE}"), None),
        (("Residents said it was late.", f"They {SAFE}"), "Residents"),
        (("Ida Roe and Jon Arke said it was late.", f"They {SAFE}"), "Ida Roe and Jon Arke"),
        (("Residents said it was late. The wall fell.", f"They {SAFE}"), None),
        (("Velda Lines lost 3 million crowns last year.", f"It {SAFE}"), None),
    ],
)
def test_only_what_is_safe_crosses_a_border(
    paragraphs: tuple[str, ...], speaker: str | None
) -> None:
    assert sure(*paragraphs) == speaker


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("The Rail and Maritime Union", "Rail and Maritime Union"),
        ("The Food and Dairy Union", "Food and Dairy Union"),
        ("The Regional Council for Education", "Regional Council for Education"),
        ("Velda Lines and Harbour Council", "Velda Lines and Harbour Council"),
    ],
)
def test_a_body_is_named_whole(subject: str, speaker: str) -> None:
    assert sure(f"{subject} {SAFE}") == speaker


def test_the_company_is_no_stock_index() -> None:
    told = (
        "The Corran stock index fell on Monday after a warning from the copper miner Deltora.",
        "Deltora shares tumbled to 412p. The company said profit would halve.",
    )
    assert facts_of(*told)[-1].attribution.speaker == "Deltora"


@pytest.mark.parametrize(
    "act",
    [
        "proposed a cut of 3 per cent",
        "complained of lorries in the lane",
        "has promised to rebuild the wall",
        "questioned the figures",
        "maintains that it is safe",
        "dismissed the plan as a stunt",
        "disagrees",
        "has rejected that",
    ],
)
def test_it_speaks_by_any_verb_for_the_body_that_just_spoke(act: str) -> None:
    assert sure(f"The Dockers Guild said it was late. It {act}.") == "Dockers Guild"


def test_it_speaks_in_a_statement() -> None:
    told = "Brack Estates said the wall was off. In a statement it said all was tested in May."
    assert sure(told) == "Brack Estates"
