"""Names as papers of many lands write them: shops, streets, tribes, firms at a sentence's head."""

import pytest

from tests.facts.extraction.told import named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lydmark's MP spoke.", "Lydmark place"),
        ("The College of Midwives and Unisol agreed.", "College of Midwives organisation"),
        ("He comes from Dubrek Nord.", "Dubrek Nord place"),
        ("They consulted Ngāti Rua about it.", "Ngāti Rua organisation"),
        ("They moved to Tanner Row.", "Tanner Row place"),
        ("Its owner, Royal Leisure, paid.", "Royal Leisure organisation"),
        ("Tickets are sold at Marlow's Books in town.", "Marlow's Books organisation"),
        ("Rival Nordavia cut fares.", "Nordavia organisation"),
        ("The Queen Elizabeth Bridge reopens.", "Queen Elizabeth Bridge place"),
        ("We met at Vic Falls.", "Vic Falls place"),
        ("They met in Qasr al-Wadi.", "Qasr al-Wadi place"),
        (
            "The Sarn Observatory for Human Rights said so.",
            "Sarn Observatory for Human Rights organisation",
        ),
        ("Independent Sue Tarrant shouted.", "Sue Tarrant person"),
        ("Botsava would sign a treaty.", "Botsava place"),
        ("Volkswerk and Siemel fell.", "Volkswerk other"),
        ("Tampelang: 1,330 flats", "Tampelang place"),
        ("A screening of The Phantom of Pell Street ended.", "The Phantom of Pell Street work"),
        ("He saw The Sea Hawk twice.", "The Sea Hawk work"),
        ("It includes A Winter Boy by Ilse Kranz.", "A Winter Boy work"),
        ("The pool in Abbot Street is shut.", "Abbot Street place"),
        ("Sahrland's neighbour Morvak agreed.", "Morvak place"),
    ],
)
def test_names_of_many_houses(text: str, wanted: str) -> None:
    assert wanted in named(text)


def test_a_firm_opens_a_sentence_by_a_plain_word() -> None:
    found = named("Kestrel Airways has a new deal.", "Kestrel's chief, Ida Roe, was glad.")
    assert "Kestrel organisation" in found


def test_a_side_who_won_is_no_show() -> None:
    found = named("The Briscoe Kites won.", "The Kites, who can win the series in May, rest.")
    assert "Kites organisation" in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "They signed the Selm Declaration on Safe Navigation.",
            "Selm Declaration on Safe Navigation other",
        ),
        ("She was made a Knight of the Order of Saint Erkin.", "Order of Saint Erkin other"),
        ("They won the Silver Shield.", "Silver Shield other"),
        ("They march with the Torvian Guards.", "Torvian Guards organisation"),
        ("It sells the Golden Crust and Aunt Bess brands.", "Golden Crust other"),
        ("Bats left the Caves of Harn.", "Caves of Harn place"),
    ],
)
def test_pacts_orders_and_regiments(text: str, wanted: str) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    "text",
    ["A Conservative-Agrarian pact is likely.", "An All-Star guard fell.", "Write to Box 50198."],
)
def test_what_only_describes_is_no_name(text: str) -> None:
    assert named(text) == set()


def test_short_forms_of_ships_and_shops() -> None:
    assert "Corrie Bay other" in named("The MV Corrie Bay is adrift.", "The Corrie Bay had wheat.")
    found = named("It buys Tollan's Bakery.", "Since 1954, Tollan's has sold rolls.")
    assert "Tollan organisation" in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They meet Real Porto Vela in May.", "Real Porto Vela organisation"),
        ("Greenpeace was there.", "Greenpeace organisation"),
        ("It recalled packs of Cardolin.", "Cardolin other"),
        ("The Member for Ulla asked.", "Ulla place"),
    ],
)
def test_clubs_drugs_and_seats(text: str, wanted: str) -> None:
    assert wanted in named(text)
