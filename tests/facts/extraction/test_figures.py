"""Figures: bounds, qualifiers and units as written, and numbers that are none."""

import pytest

from facts.extraction.figures import figures
from facts.types import Figure


def found(text: str) -> list[Figure]:
    return list(figures(text))


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("Growth of 10-12% is likely.", "10-12%", 10, 12, "%"),
        ("It costs $3-5 billion.", "$3-5 billion", 3e9, 5e9, "$"),
        ("Sales of NOK 1.34 billion.", "NOK 1.34 billion", 1.34e9, 1.34e9, "NOK"),
        ("It cost Rs 2,50,000.", "Rs 2,50,000", 250_000, 250_000, "INR"),
        ("A budget of Rs 3.12 lakh crore.", "Rs 3.12 lakh crore", 3.12e12, 3.12e12, "INR"),
        ("It fell to R61.20.", "R61.20", 61.2, 61.2, "R"),
        ("It costs R38m a day.", "R38m a day", 38e6, 38e6, "R/day"),
        ("Sales hit Dh27 million.", "Dh27 million", 27e6, 27e6, "Dh"),
        ("The dredging costs KD 16.4 million.", "KD 16.4 million", 16.4e6, 16.4e6, "KD"),
        ("It gave the WHO 2 million doses.", "2 million doses", 2e6, 2e6, "doses"),
        ("It sent UNO 1.5 million tents.", "1.5 million tents", 1.5e6, 1.5e6, "tents"),
        ("The total is 1.250.000 euros.", "1.250.000 euros", 1_250_000, 1_250_000, "EUR"),
        ("It was minus 5 degrees.", "minus 5 degrees", -5, -5, "degrees"),
        ("He sold a dozen eggs.", "a dozen eggs", 12, 12, "eggs"),
        ("She has five grandchildren.", "five grandchildren", 5, 5, "grandchildren"),
        ("One in eight wept.", "One in eight", 1, 1, None),
        ("Seven of their last eight games.", "Seven of their last eight games", 7, 7, "games"),
        ("Nearly two-thirds grew.", "Nearly two-thirds", 0.6667, 0.6667, "fraction"),
        ("It ran 1 minute.", "1 minute", 1, 1, "minute"),
        ("His 3-year-old son.", "3-year-old", 3, 3, "year-old"),
        (
            "It is 340 per square kilometre.",
            "340 per square kilometre",
            340,
            340,
            "/square kilometre",
        ),
        ("It won three Oscars.", "three Oscars", 3, 3, "oscars"),
        ("Down from €326.9 million a year earlier.", "€326.9 million", 326.9e6, 326.9e6, "EUR"),
        ("A bus 40 minutes each way.", "40 minutes", 40, 40, "minutes"),
    ],
)
def test_figure_is_read(text: str, words: str, low: float, high: float, unit: str | None) -> None:
    (figure,) = found(text)
    assert (figure.text, figure.low, figure.high, figure.unit) == (words, low, high, unit)


def test_change_to_a_new_amount_is_no_range() -> None:
    assert [f.low for f in found("It rose by €7.7 million to €27.5 million.")] == [7.7e6, 27.5e6]


@pytest.mark.parametrize(
    "text",
    [
        "They won 5-2 on aggregate.",
        "They lost 2-3 in the final.",
        "Sales doubled.",
        "A Boeing 737 under Article 5 in Room 12.",
        "The house at 220 Oak Ave is sold.",
        "A third man came for the quarter-final.",
        "Call 020 7946 0018 or 555-1234.",
        "Scores of buns and hundreds of pies.",
    ],
)
def test_no_figure(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They set aside €24m over four years.", ["€24m", "four years"]),
        ("The field lay under two feet of water.", ["two feet"]),
        ("The talks lasted over two hours.", ["over two hours"]),
        ("He waited under two hours.", ["under two hours"]),
    ],
)
def test_over_and_under_may_be_mere_prepositions(text: str, wanted: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == wanted
