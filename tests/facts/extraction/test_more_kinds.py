"""Kinds of names by their last word, their neighbours, and what plays, sails or governs."""

import pytest

from tests.facts.extraction.told import named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orl Bank bid for Halberd Tanneries.", "Halberd Tanneries organisation"),
        ("Coastal River Watch counted 40 herons.", "Coastal River Watch organisation"),
        ("He chairs the Selm Dock Partnership.", "Selm Dock Partnership organisation"),
        ("The Department of the Lakes paid half.", "Department of the Lakes organisation"),
        ("The bill became the Clean Rivers Act.", "Clean Rivers Act work"),
        ("She sent it to the Cyclone Relief Fund.", "Cyclone Relief Fund organisation"),
        ("The All-Island Beekeepers' Union objects.", "All-Island Beekeepers' Union organisation"),
        ("Two probes mapped the Maren Seamount.", "Maren Seamount place"),
        ("A lorry turned over near Morne Belair.", "Morne Belair place"),
        ("Stalls stood in front of the Corn Exchange.", "Corn Exchange place"),
        ("Buses run between Selm and Tarley Cross.", "Tarley Cross place"),
        ("A nurse of the Red Cross came.", "Red Cross organisation"),
        ("Crashes on the Pallet Hill main road rose.", "Pallet Hill place"),
    ],
)
def test_the_last_word_tells(text: str, wanted: str) -> None:
    assert wanted in named(text)


def test_several_ships_are_named_in_a_row() -> None:
    text = "Two ferries, the Lady Orla and the Tern Maiden, were towed in."
    assert named(text) == {"Lady Orla other", "Tern Maiden other"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They are at home to Orlen Vale on Sunday.", "Orlen Vale organisation"),
        ("He had been linked with a move to Costa Brenn.", "Costa Brenn organisation"),
        ("Marfield, who drop to sixth, have a game in hand.", "Marfield organisation"),
    ],
)
def test_a_side_is_known_by_what_sides_do(text: str, wanted: str) -> None:
    assert wanted in named(text)


def test_two_people_who_play_are_no_side() -> None:
    assert "Idris Vane person" in named("The guests were Ana Roe and Idris Vane, who play chess.")


@pytest.mark.parametrize(
    "text",
    [
        "Orlanda sent an observer.",
        "Orlanda has noted with regret the closure.",
        "Orlanda has recalled its envoy.",
    ],
)
def test_what_acts_as_a_state_is_a_place(text: str) -> None:
    assert "Orlanda place" in named(text)


def test_a_title_follows_the_word_for_memoirs() -> None:
    text = "He wrote of it in his memoirs, A Winter of Small Boats."
    assert named(text) == {"A Winter of Small Boats work"}


def test_a_rite_is_no_name() -> None:
    assert named("The bus waits until after the morning Masses.") == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "He is a former Managing Director of the Upper Selm Water Authority.",
            {"Upper Selm Water Authority organisation"},
        ),
        (
            "The Heads of Government of the Coral Bay Community met.",
            {"Coral Bay Community organisation"},
        ),
        ("She is Minister for Ocean Affairs of Orlani.", {"Orlani place"}),
        ("Fr. Odran Quill will say it.", {"Odran Quill person"}),
        ("The post goes to Brig.-Gen. Ansel Orru.", {"Ansel Orru person"}),
        ("The Chargé d'Affaires was called in.", set()),
        ("Leaders recalled their target.", set()),
        ("The Ninth Session will be held in May.", set()),
        ("Two ministers of Cabinet rank left.", set()),
        ("A vote of the whole House is due.", set()),
        ("Eleven of the houses are B&Bs.", set()),
        ("The plant by night. Photo: Special Arrangement", set()),
        ("The dam is run by Selm Hydro Corp.", {"Selm Hydro Corp. organisation"}),
    ],
)
def test_offices_and_rites_are_left_out(text: str, wanted: set[str]) -> None:
    assert named(text) == wanted


def test_a_land_is_known_by_its_people() -> None:
    text = "Orvanta freed the crew. Nine Orvantan sailors flew home."
    assert "Orvanta place" in named(text)


def test_a_town_may_stand_behind_its_school() -> None:
    assert "Amorka place" in named("Our team lost to St. Anne's, Amorka by two goals.")


def test_a_land_gives_its_agency_the_name() -> None:
    text = "The Brennmark Statistics Agency counts. Prices for Brennmark rose."
    assert "Brennmark place" in named(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marfield lost to Tarley on penalties.", {"Marfield organisation", "Tarley organisation"}),
        (
            "The draw pitted Marfield against Tarley.",
            {"Marfield organisation", "Tarley organisation"},
        ),
        ("She scored twice for Marfield.", {"Marfield organisation"}),
        ("Marfield go top of the table.", {"Marfield organisation"}),
        (
            "Aldgrave won 3-1 away at Costa Brenn.",
            {"Aldgrave organisation", "Costa Brenn organisation"},
        ),
        ("The match in Marfield was called off.", {"Marfield place"}),
        ("Marfield council voted to close it.", {"Marfield place"}),
        ("Novarex, which makes valves, grew.", {"Novarex organisation"}),
        ("Novarex bought Halmont for €3bn.", {"Novarex organisation", "Halmont organisation"}),
        ("Her novel The Salt Road won.", {"The Salt Road work"}),
        ("The River Sel burst its banks.", {"River Sel place"}),
        ("The dhow Sea Lily sank.", {"Sea Lily other"}),
        ("Our annual Harvest and Bazaar comes up in May.", set()),
    ],
)
def test_sides_firms_rivers_and_feasts(text: str, wanted: set[str]) -> None:
    assert named(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He studied at the Polytechnic of Sorrel.", "Polytechnic of Sorrel organisation"),
        (
            "He worked for Relief for Children International until 2019.",
            "Relief for Children International organisation",
        ),
        ("They crossed the Pass of Storks in May.", "Pass of Storks place"),
        ("It is heard at 14 Quarry Lane, Harrow Court.", "Harrow Court place"),
        ("Her novel Winter was a success.", "Winter work"),
        ("The poem Rain was read aloud.", "Rain work"),
    ],
)
def test_names_made_of_plain_words(text: str, wanted: str) -> None:
    assert wanted in named(text)


def test_a_day_behind_a_work_is_no_title() -> None:
    assert named("She launched the book Monday.") == set()
