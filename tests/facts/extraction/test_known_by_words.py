"""What the words of a name, and the words beside it, tell of its kind."""

import pytest

from tests.facts.extraction.told import named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The cargo ship, the Bright Ostler, sank.", "Bright Ostler other"),
        ("Shares in Aurelian Deep fell.", "Aurelian Deep organisation"),
        ("The Friends of Bramling Lido met.", "Friends of Bramling Lido organisation"),
        ("The boat sank in the Sound of Merrow.", "Sound of Merrow place"),
        ("The opposition National Accord met.", "National Accord organisation"),
        ("Environmental group Clear Coast met.", "Clear Coast organisation"),
        ("It praised the Working Group on Re-entry.", "Working Group on Re-entry organisation"),
        ("The Food and Agriculture Office met.", "Food and Agriculture Office organisation"),
        (
            "The Depot Owners Association of Makurra State met.",
            "Depot Owners Association of Makurra State organisation",
        ),
        ("Oldring Breweries plc met.", "Oldring Breweries plc organisation"),
        ("The Patients' Ombudsman met.", "Patients' Ombudsman organisation"),
        ("Homes burned in Jindalong, the mayor, Bev Attard, said.", "Jindalong place"),
        ("It was found in Wendmark, the Wildlife Agency said.", "Wendmark place"),
        ("He works for the Polar Institute in Tromsdal, who pay him.", "Tromsdal place"),
        ("A farmer from Tell Abyar fled.", "Tell Abyar place"),
        ("They met at the Varash tunnel.", "Varash place"),
        ("Then there is a book, called Low Water, by her.", "Low Water work"),
        ("They sold him to Castleport for £11m.", "Castleport organisation"),
        ("He shut Saltmarsh, her 34-seat restaurant in Sarn.", "Saltmarsh organisation"),
        ("That was from Granville Dining.", "Granville Dining organisation"),
        ("It is far from Earth.", "Earth place"),
        ("Lessons are at Strathdon Leisure Centre.", "Strathdon Leisure Centre place"),
        ("The Treasury met.", "Treasury organisation"),
        ("Cressida Bly is magnificent. Bly laughed.", "Cressida Bly person"),
        ("It was passed as the Water Resilience Act.", "Water Resilience Act work"),
        ("Some were moved from the Ansley Valley.", "Ansley Valley place"),
        ("Kitty Hanrahan says she was offered a bed.", "Kitty Hanrahan person"),
        ("It met Petra Zoltan of the Green List.", "Green List organisation"),
        ("It appeared in the Halden Journal of Medicine.", "Halden Journal of Medicine work"),
        (
            "The Director of the Halmere Institute for Vaccine Research met him.",
            "Halmere Institute for Vaccine Research organisation",
        ),
        ("The ship was found off Isla Perdida.", "Isla Perdida place"),
        ("He was received by His Royal Highness Crown Prince Faris.", "Faris person"),
        ("Doug Tanaka met Gwen Sorley.", "Doug Tanaka person"),
    ],
)
def test_the_kind_is_told(text: str, wanted: str) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cross-examined for an hour, she wept.",
        "Full-year results will be published.",
        "And then I'll sleep, and I've a book.",
        "They met the board. The Board met again.",
        "It cost P13 per kilo.",
        "Fire Chief Ida Roe left.",
    ],
)
def test_words_that_name_nothing_are_left_out(text: str) -> None:
    assert named(text) <= {"Ida Roe person"}
