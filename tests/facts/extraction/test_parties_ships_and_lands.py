"""Parties and sides called by a plural, ships and storms, lands and halls that look like people."""

import pytest

from tests.facts.extraction.told import named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Talks between the Greens and the Liberals broke down.", "Greens organisation"),
        ("The Conservatives, who won 61 seats, refused.", "Conservatives organisation"),
        ("The Agrarians left the room.", "Agrarians organisation"),
        ("The Otters, who won in May, host the cup final.", "Otters organisation"),
        ("Herons physio Mele Fonoti was calm.", "Herons organisation"),
        ("Fort Linden Falcons play on Sunday.", "Fort Linden Falcons organisation"),
        ("Port Regis Pelicans signed two bowlers.", "Port Regis Pelicans organisation"),
        ("She told Radio Selm that FC Norrund had won.", "FC Norrund organisation"),
        ("He spoke on Tarley FM about it.", "Tarley FM organisation"),
        ("The Lok Adalat heard the case.", "Lok Adalat organisation"),
    ],
)
def test_groups_are_bodies(text: str, wanted: str) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    "text", ["The farmers sold greens and herons.", "Swans nest here.", "The Ministers met."]
)
def test_plain_plurals_are_no_names(text: str) -> None:
    assert named(text) == set()


def test_a_side_is_known_again_by_its_last_word() -> None:
    assert "Otters organisation" in named("Selm Otters came.", "Then the Otters went home.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was the year the Northern Petrel ran aground.", "Northern Petrel other"),
        ("He was aboard the Selm Castle.", "Selm Castle other"),
        ("Mirelda is now a Category 3 storm.", "Mirelda other"),
        ("The last cyclone here was Odessa in 2009.", "Odessa other"),
        ("She rode a mare called Duchess.", "Duchess other"),
        ("The lifeboats Pride of Selm and Ella May came.", "Pride of Selm other"),
        ("He joined Project Vesper.", "Project Vesper other"),
        ("She got the Order of Saint Erkin.", "Order of Saint Erkin other"),
        ("Its brands include Sunny Acre and Brightside.", "Brightside other"),
    ],
)
def test_ships_storms_and_brands(text: str, wanted: str) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Abakra, traders shut their shops.", "Abakra place"),
        ("Neighbouring Toram has closed its border.", "Toram place"),
        ("A smaller neighbour, Ostvalt, is exempt.", "Ostvalt place"),
        ("Brannock has 118,000 registered voters.", "Brannock place"),
        ("She gave a lecture in Ferris Hall.", "Ferris Hall place"),
        ("A helicopter from Carn Airfield came.", "Carn Airfield place"),
        ("They met at the Dudley Oval.", "Dudley Oval place"),
        ("RAF Kilmore will close.", "RAF Kilmore place"),
        ("The yacht left Lee for Cartavena.", "Cartavena place"),
        ("The Ministry of Health in Malindra reported 486 cases.", "Malindra place"),
        ("Deals in Sarn fell, Osric Landau of the bank Sarn Orl said.", "Osric Landau person"),
        ("The chair of the Pelican Cooperative, Delvy Roach-Ode, left.", "Delvy Roach-Ode person"),
        ("Mum-of-three Kayleigh Dobbs ran.", "Kayleigh Dobbs person"),
        ("At Saint Brannock's School bells ring.", "Saint Brannock's School organisation"),
        ("He was formerly of PetriCo.", "PetriCo organisation"),
    ],
)
def test_lands_people_and_bodies_are_told_apart(text: str, wanted: str) -> None:
    assert wanted in named(text)
