"""Names that reports of many lands hold: offices, schools, storms, datelines, states' relations."""

import pytest

from tests.facts.extraction import told


def named(text: str, name: str = "a.txt") -> set[str]:
    return told.named("A headline here", f"{text}\n", name=name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("‘The roof went first,’ resident Col Brannagh said on Friday.", "Col Brannagh person"),
        ("Chief Product Officer Mira Vantongeren will leave in May.", "Mira Vantongeren person"),
        ("The State President of the Bakers Association, Ida Roe, spoke.", "Bakers Association"),
        ("The Congress of Quarry Workers met.", "Congress of Quarry Workers organisation"),
        ("The board will close Talbrook Elementary in June.", "Talbrook Elementary organisation"),
        ("They paid through the First Home Grant last year.", "First Home Grant other"),
        ("Forms go through the Vardo Housing Portal.", "Vardo Housing Portal other"),
        ("The Vardian coast borders Kelsunga.", "Kelsunga place"),
        ("Trade between Vardia and Kelmora fell.", "Kelmora place"),
        ("Will Vardia retaliate?", "Vardia place"),
        ("The bus to Monte do Sol stopped in Vila do Conto.", "Vila do Conto place"),
        ("Halvik (NDP) - Drivers went on strike on Monday.", "Halvik place"),
    ],
)
def test_name_is_told(text: str, name: str) -> None:
    found = named(text)
    assert any(each.startswith(name) for each in found), found


def test_storm_is_no_person_where_its_kind_is_not_said() -> None:
    found = named("Cyclone Ileana crossed the coast.\n\nIleana is weakening, the bureau said.")
    assert "Ileana other" in found


def test_colonel_who_speaks_for_an_army_keeps_his_rank() -> None:
    assert "Roe person" in named("Army spokesman Col Roe said the road was open.")


def test_codes_of_lands_in_a_table_are_no_names() -> None:
    table = "| Pos | Athlete | Country |\n|---|---|---|\n| 1 | Mira Lunde-Kip | VDA |\n"
    assert named(table, "a.md") == {"Mira Lunde-Kip person"}
