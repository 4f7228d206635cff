"""Figures as many houses write them: coins no list knows, ranges, ages; and numbers that name."""

import pytest

from facts.extraction.figures import figures


@pytest.mark.parametrize(
    "text",
    [
        "Trams on lines 2, 5 and 9 will not run.",
        "Buses 14, 22 and 38 are diverted.",
        "Junctions 7 to 9 of the ring road stay shut.",
        "Pupils in years 7, 8 and 9 stayed at home.",
        "Articles 12 and 14 of the treaty apply.",
        "See pages 112 to 118 of the report.",
        "Section 21(3) of the Act was repealed.",
        "The camp lies at 51.5° N, 12.25° E.",
        "The Mark 4 engine runs well.",
        "Year 4 had a wonderful day.",
        "The under-17 team lost.",
        "The Group of Seven met before COP30.",
        "He was hit at stop 22.",
        "Recalling resolutions 2231 and 2254, it votes.",
        "Form Four candidates sat down.",
        "It skidded off runway 27 at kilometre 44.",
        "She shot a 4-under par round.",
    ],
)
def test_a_number_that_names_is_no_figure(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("The state owes 3.2 million tol to farmers.", "3.2 million tol", 3.2e6, 3.2e6),
        ("The bridge cost 40m dena.", "40m dena", 40e6, 40e6),
        ("He made 5m to 6m dena.", "5m to 6m dena", 5e6, 6e6),
        ("A loaf costs 14 lurra.", "14 lurra", 14, 14),
        ("The loan of 2.4bn keln runs on.", "2.4bn keln", 2.4e9, 2.4e9),
        ("The state spent RM46mil on repairs.", "RM46mil", 46e6, 46e6),
        ("It sold for 99p a bottle.", "99p a bottle", 99, 99),
        ("Growers get 38,000 crowns a bag.", "38,000 crowns a bag", 38_000, 38_000),
        ("They load four ships a shift.", "four ships a shift", 4, 4),
        ("Profit will be between £78m and £82m.", "between £78m and £82m", 78e6, 82e6),
        ("Between 30 and 40 people were hurt.", "Between 30 and 40 people", 30, 40),
        ("The fine is 50,000 to 2 lakh rupees.", "50,000 to 2 lakh rupees", 50_000, 200_000),
        ("Anything from 200 to 250 jobs could go.", "200 to 250 jobs", 200, 250),
        ("The parcels weigh 5kg to 6kg.", "5kg to 6kg", 5, 6),
        ("Lows of -4 to -7 are expected.", "-4 to -7", -7, -4),
        ("Highs of -2 to 3 are expected.", "-2 to 3", -2, 3),
        ("It took one and a half hours.", "one and a half hours", 1.5, 1.5),
        ("A million and a half tonnes were sold.", "A million and a half tonnes", 1.5e6, 1.5e6),
        (
            "About 2 million and a half birds came.",
            "About 2 million and a half birds",
            2.5e6,
            2.5e6,
        ),
        ("Add 3 tbsp oil.", "3 tbsp", 3, 3),
        ("The pair ate 4½ pies.", "4½ pies", 4.5, 4.5),
        ("Add ½ litre of stock.", "½ litre", 0.5, 0.5),
        ("About one person in 2,000 has it.", "About one person in 2,000", 1, 1),
        ("CO2 is at 427 parts per million in all.", "427 parts per million", 427, 427),
        ("It fell to 38 per 1,000 live births.", "38 per 1,000 live births", 38, 38),
        ("A kilo now costs 80 lati.", "80 lati", 80, 80),
        ("Unemployment edged up to 5.8 per cent.", "5.8 per cent", 5.8, 5.8),
        ("He said 160 injured had come.", "160 injured", 160, 160),
        ("Two men were killed and nine injured.", "nine", 9, 9),
        ("Found: one pistol and 14 rounds.", "14 rounds", 14, 14),
        ("Snow may fall above 600m.", "600m", 600, 600),
        ("It paid COP 1,200 a bag.", "COP 1,200 a bag", 1200, 1200),
        ("The level was 1.8 times higher.", "1.8 times", 1.8, 1.8),
        ("Most of them were pupils under nine.", "under nine", 9, 9),
        ("It is free for people aged 65 and over.", "65 and over", 65, 65),
        ("Groups of 12 or more people may book.", "12 or more people", 12, 12),
        ("Some 612 dead cranes were found.", "Some 612 dead cranes", 612, 612),
        ("I'll file 600 words on it.", "600 words", 600, 600),
        ("He blocked 14 of her government's 37 bills.", "14 of her government's 37 bills", 14, 14),
        ("Of 212 calls last year, 38 of them came at night.", "38", 38, 38),
        ("She visited a clinic that has one nurse for all.", "one nurse", 1, 1),
        ("Some of it came from one anonymous gift.", "one anonymous gift", 1, 1),
    ],
)
def test_figure_is_read_whole(text: str, words: str, low: float, high: float) -> None:
    found = figures(text)[-1]
    assert (found.text, found.low, found.high) == (words, low, high)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The tank holds 40m long pipes.", ["40m"]),
        ("The wreck lies 40m astern of the pier.", ["40m"]),
        ("It cost 40 apiece.", ["40"]),
        ("The two lanhua fishing boats sank.", ["two lanhua fishing boats"]),
        ("It takes all its rows from one read.", []),
        ("Of the 12 won cups two are gold.", ["12", "two"]),
        ("It lent 3.2 million kwacha at once.", ["3.2 million kwacha"]),
        ("The price rose from 21 to 29 pesos a litre.", ["21", "29 pesos a litre"]),
        ("The company cut waste by 5kg to 12kg.", ["5kg", "12kg"]),
        ("On all lines 2,000 people waited.", ["2,000 people"]),
        ("It happened on one side only.", []),
        ("He went from one place to another.", []),
    ],
)
def test_what_is_near_is_told_apart(text: str, wanted: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == wanted
