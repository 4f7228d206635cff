"""Contested terms are found as whole words, and told as the document writes them."""

import pytest

from facts.contested import contested_in


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        ("The Illegally  occupied town.", ["illegally occupied"], ("Illegally  occupied",)),
        ("Preoccupied with it.", ["occupied"], ()),
        ("It was occupied.", ["occupied", "illegally occupied"], ("occupied",)),
        (
            "The illegally occupied town",
            ["occupied", "illegally occupied"],
            ("illegally occupied",),
        ),
        ("Le régime a dit", ["regime"], ("régime",)),
        ("Der Straßenkampf der STRASSE", ["straße"], ("STRASSE",)),
        ("המשטר הכיבוש אמר", ["הכיבוש"], ("הכיבוש",)),
        ("a (so-called) state", ["so-called"], ("so-called",)),
        ("regime, Regime and REGIME", ["regime"], ("regime", "Regime", "REGIME")),
        ("any words", [], ()),
        ("😀 puppet 😀", ["puppet"], ("puppet",)),
    ],
)
def test_contested_terms_are_found(text: str, terms: list[str], found: tuple[str, ...]) -> None:
    assert contested_in(text, terms) == found
