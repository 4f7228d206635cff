"""Whom "the co-op", "the charity" and "the spokesperson" mean, once the text has told of them."""

import pytest

from tests.facts.extraction.told import sure_speaker


@pytest.mark.parametrize(
    ("opening", "text", "speaker"),
    [
        (
            "Taveuni Growers' Co-operative opened a cold store in Somosomo on Tuesday.",
            "The co-op said it expected to hire 14 people by June.",
            "Taveuni Growers' Co-operative",
        ),
        (
            "The Brae Dairy Cooperative opened a plant in Sorn on Tuesday.",
            "Milk prices would rise, the co-operative said.",
            "Brae Dairy Cooperative",
        ),
        (
            "Open Hands, a charity that runs kitchens in nine cities, has 84 cooks.",
            "The charity said it would have to turn people away by March.",
            "Open Hands",
        ),
        (
            "Deep Water, a small children's charity based in Sorn, was founded in 1990.",
            "The school is too far away, the charity says.",
            "Deep Water",
        ),
        (
            "The animal charity Long Paddock took in 40 horses, police in Sorn said.",
            "The charity said that most of them were ill.",
            "Long Paddock",
        ),
        (
            "Copper fell. Miner Cordillera Cobre plans to cut output, traders at Kitano"
            " Securities said.",
            "The company said that it had no plans to cut jobs.",
            "Cordillera Cobre",
        ),
        (
            "Ferries were late. Ferry operator Northern Sea Lines blamed the wind, and Port Ames"
            " Holdings blamed the ferries.",
            "The operator said that all would sail tomorrow.",
            "Northern Sea Lines",
        ),
    ],
)
def test_a_body_is_meant_by_the_kind_that_the_text_calls_it(
    opening: str, text: str, speaker: str
) -> None:
    assert sure_speaker(opening, "The road is closed.", text) == speaker


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (
            "Open Hands, a charity, feeds 90 people. Warm Rooms, another charity, feeds 30.",
            "The charity said it would have to turn people away.",
        ),
        (
            "Taveuni Growers' Co-operative bought a mill from the Brae Dairy Cooperative.",
            "The co-op said that the price was fair.",
        ),
        (
            "Calder Foods met the charity Long Paddock, and a co-op of growers was there.",
            "The co-op said that the price was fair.",
        ),
    ],
)
def test_of_two_of_a_kind_neither_is_shown(opening: str, text: str) -> None:
    found = sure_speaker(opening, text)
    assert found is None or found.startswith("The co-op")


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        (
            "A spokesperson for the Department of Fisheries said the ban would be lifted.",
            "The spokesperson added that stocks had recovered.",
            "A spokesperson for the Department of Fisheries",
        ),
        (
            "An Australian official, speaking on background, said Canberra had not been asked.",
            "The official said it was “a surprise, but not an unpleasant one”.",
            "An Australian official",
        ),
        (
            "One witness said the car had come from the left.",
            "It did not brake, the witness said.",
            "One witness",
        ),
        (
            "A doctor at St Brendan's Hospital said the wards were full.",
            "“We have people on mattresses in the corridor,” the doctor said.",
            "A doctor at St Brendan's Hospital",
        ),
    ],
)
def test_somebody_unnamed_who_spoke_just_before_speaks_on(
    before: str, text: str, speaker: str
) -> None:
    opening = "Ida Roe, a nurse, and Jon Arke, a clerk, met in Sorn on Monday."
    assert sure_speaker(opening, f"{before} {text}") == speaker
    assert sure_speaker(opening, before, text) == speaker


@pytest.mark.parametrize(
    "between",
    [
        "Another official had told the court so.",
        "Ida Roe, an official of the port, said no.",
        "Two officials were there. The road is shut. The bridge is open.",
    ],
)
def test_somebody_unnamed_is_not_carried_past_another(between: str) -> None:
    before = "An official in Velda said the ban would be lifted."
    found = sure_speaker(f"{before} {between} The official added that stocks had recovered.")
    assert found != "An official in Velda"
