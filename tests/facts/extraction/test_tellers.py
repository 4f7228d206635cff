"""Who tells in features, trials and speeches, and whom a long run of capitals names."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import FactDraft


def drafts(text: str) -> tuple[FactDraft, ...]:
    return extract(read_here("a.txt", text.encode())[0].reading)


def speaker(text: str) -> str | None:
    found = drafts(f"Ida Roe runs the bakery.\n\n{text}")[-1].attribution
    return found.speaker if found.sure else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Sorn Ferry Authority, which owns the quay, shut the gates and said it was safe.",
            "Sorn Ferry Authority",
        ),
        ('The club has answered on its own page: "We sing on Friday."', "The club"),
        ("Roe, who baked here for years, missed the ovens. “I wept.”", "Ida Roe"),
        ("“The dough rose twice,” Roe laughed.", "Ida Roe"),
        ("As the late Doctor Per Kvamme used to say, “bread is patience.”", "Per Kvamme"),
    ],
)
def test_who_tells_is_named(text: str, wanted: str) -> None:
    assert speaker(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Roe told nobody for a year.",
        "Roe had told him to close the shop.",
        "Roe has pledged $4 million.",
        "Roe laughed at the dough.",
    ],
)
def test_a_deed_is_no_claim(text: str) -> None:
    assert speaker(text) is None


def test_a_party_and_its_leader_are_two_names() -> None:
    first, second = drafts(
        "The Millers' Party of Prime Minister Tova Brandt-Lien won.\n\nMs Brandt-Lien said it won."
    )
    named = [(name.text, name.kind.value) for name in first.names]
    assert named == [("Millers' Party", "organisation"), ("Tova Brandt-Lien", "person")]
    assert second.attribution.speaker == "Tova Brandt-Lien"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Port of Sorn said it was shut.", [("Port of Sorn", "organisation")]),
        ("They landed at Berth 7 at dawn.", [("Berth 7", "place")]),
        ("He speaks for the Government.", []),
    ],
)
def test_names_are_whole(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(n.text, n.kind.value) for n in drafts(text)[0].names] == wanted
