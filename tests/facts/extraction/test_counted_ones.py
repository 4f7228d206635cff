"""What "one" counts, whom "over" beats, which "a third" is somebody, units and short lists."""

import pytest

from facts.extraction.figures import figures


def found(text: str) -> list[str]:
    """Return the words of each figure."""
    return [figure.text for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One boat sank and two were towed in.", ["One boat", "two"]),
        ("One miner, Ivo Roe, had a broken leg.", ["One miner"]),
        ("The crew found one body and two survivors.", ["one body", "two survivors"]),
        ("He scored two goals and one try.", ["two goals", "one try"]),
        ("We had one nurse between 40 patients.", ["one nurse", "40 patients"]),
        ("The village has one bus a day.", ["one bus a day"]),
        ("Of the four pumps only one is running.", ["four pumps", "one"]),
        ("Just one shop is open.", ["one shop"]),
        ("The bill passed by one vote.", ["one vote"]),
        ("One hen and six geese were taken.", ["One hen", "six geese"]),
    ],
)
def test_one_counts(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "One witness said he ran.",
        "One day he left.",
        "One reason is money.",
        "One of the boats sank.",
        "It is the only one in the valley.",
        "That is one way to put it.",
        "No one else was hurt.",
        "One study has suggested a cause.",
    ],
)
def test_one_counts_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 of those were children.", ["12 of those"]),
        ("Three of them died.", ["Three of them"]),
        ("Nearly 300 of them have left.", ["Nearly 300"]),
        ("They lost the other seven for 40 runs.", ["seven", "40 runs"]),
        ("He gets two marks for every five held.", ["two marks", "five"]),
        ("The firm won the lease over nine bidders.", ["nine bidders"]),
        ("She was chosen over four others.", ["four others"]),
        ("They won over 60 seats.", ["over 60 seats"]),
        ("Police arrested a third, who fled.", []),
        ("Two men were jailed and a third was freed.", ["Two men"]),
        ("A third of the crop was lost.", ["A third"]),
        ("The 14 Keldish fishermen came home.", ["14 Keldish fishermen"]),
        ("Six Marovian women were hurt.", ["Six Marovian women"]),
        ("The Greens won 31 seats, the Liberals 20.", ["31 seats", "20"]),
        ("A lamp gives 400 lux, and a bulb 40 lumens.", ["400 lux", "40 lumens"]),
        ("Pressure fell to 960 hPa.", ["960 hPa"]),
        ("The hall has 1,100 sq ft.", ["1,100 sq ft"]),
        ("The plant makes 300,000 t a year.", ["300,000 t a year"]),
        ("The farm lost 40 mice a hectare.", ["40 mice a hectare"]),
        ("Turn 9 is fast.", []),
    ],
)
def test_figures_hold_what_is_counted(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
