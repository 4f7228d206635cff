"""Kinds of names: firms, parties that are lists, ships, places, programmes, chambers."""

import pytest

from tests.facts.extraction.told import named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jon Arke of Larkfield Securities met her.", "Larkfield Securities organisation"),
        ("Its owner, Ulmar Biologics, would not reply.", "Ulmar Biologics organisation"),
        ("It was sold by the auction house Ferrant.", "Ferrant organisation"),
        ("The Civic List's Ida Roe left.", "Civic List organisation"),
        ("They met in the Ashley Valley.", "Ashley Valley place"),
        ("The boat lay near Isla Torcida.", "Isla Torcida place"),
        ("It sails to Norra Hamn.", "Norra Hamn place"),
        ("They camped at Tarn Flat.", "Tarn Flat place"),
        ("They boarded the bulk carrier Amber Wind off Sarn.", "Amber Wind other"),
        ("The tug Roe's Pride sank.", "Roe's Pride other"),
        (
            "They signed a Memorandum of Understanding on the Care of Lakes.",
            "Memorandum of Understanding on the Care of Lakes work",
        ),
        ("It is in the Ulmar Journal of Rare Soils.", "Ulmar Journal of Rare Soils work"),
        ("Speaking on Evening Call, Ida Roe said it was over.", "Evening Call work"),
        ("She met His Royal Highness Crown Prince Osric.", "Osric person"),
        ("She told the Dáil that it was over.", "Dáil organisation"),
        ("She sat in the Lok Sabha.", "Lok Sabha organisation"),
        ("Polly Harrow from Tarnby has been waiting for a bed.", "Polly Harrow person"),
        ("Penny Harrow says she was told to wait.", "Penny Harrow person"),
        ("Ulmark has licensed the drug to a rival.", "Ulmark organisation"),
        ("It stopped a deal between Sarn Foods and Brightmark.", "Brightmark organisation"),
        ("Civic Labour TD Ida Roe left.", "Civic Labour organisation"),
        (
            "“It is over,” said Ida Roe, Director of the Ulmar Institute for Rare Soils.",
            "Ulmar Institute for Rare Soils organisation",
        ),
        (
            "The Standing Committee on Roads and Public Health met.",
            "Standing Committee on Roads and Public Health organisation",
        ),
    ],
)
def test_the_kind_is_told(text: str, wanted: str) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Relief Coordinator met Ida Roe.",
        "The Baroque painter Ida Roe died.",
        "Form Four pupils met Ida Roe.",
        "They met Ida Roe (Pic: agency).",
    ],
)
def test_roles_styles_and_school_years_name_nothing(text: str) -> None:
    assert named(text) == {"Ida Roe person"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Speaking on Radio Sarn, Ida Roe said it was over.", "Radio Sarn organisation"),
        ("Speaking on Tarn Hill, Ida Roe said it was over.", "Tarn Hill place"),
        ("Two boats of the Civil Defence sank.", "Civil Defence organisation"),
        ("It is on the Red List of rare birds.", "Red List other"),
        ("They talk of the merger of Ulmark with Norway.", "Norway place"),
    ],
)
def test_what_looks_alike_stays_what_it_is(text: str, wanted: str) -> None:
    assert wanted in named(text)
