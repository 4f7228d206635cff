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
