"""Short names that a text explains, and capitals that name nothing."""

import pytest

from facts.extraction.names import book_of, names
from facts.types import NameKind
from tests.facts.extraction.told import facts_of


def test_a_short_name_in_quotation_marks_is_the_body_and_no_ship() -> None:
    told = facts_of(
        "Orvand Shipping Holdings (“Orvand”) today reported a profit of 9 million dinars.",
        "Two new vessels, Orvand Jade and Orvand Coral, entered service.",
        "Orvand said it would buy a third.",
    )
    assert [draft.attribution.speaker for draft in told] == [
        "Orvand Shipping Holdings",
        None,
        "Orvand Shipping Holdings",
    ]
    assert {name.kind for name in told[1].names} == {NameKind.OTHER}


def test_each_short_name_in_one_bracket_is_the_body() -> None:
    told = facts_of(
        'Orvand Shipping Ltd ("OSL" or the "Group") today reported a profit of 9 million dinars.',
        "The Group said that fuel had become dearer.",
        "OSL would cut costs, the Group added.",
    )
    assert {draft.attribution.speaker for draft in told} == {"Orvand Shipping Ltd"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The army fought the Front for the Freedom of the East (FFE).",
            ["Front for the Freedom of the East", "FFE"],
        ),
        ("The Joint Commission on Fishing met.", ["Joint Commission on Fishing"]),
        ("The Joint Commission met on Monday.", ["Joint Commission"]),
        ("She won the Tour of the Long Fells.", ["Tour of the Long Fells"]),
        ("It holds 42,000 TEU in Norway.", ["Norway"]),
        ("It sold 40 million US dollars of fish.", []),
        ("It was in the journal Soil and Water Letters.", ["Soil and Water Letters"]),
        ("Her book, A Night in Deep Snow, sold well.", ["A Night in Deep Snow"]),
        ("He sailed the Straits of Ormul.", ["Straits of Ormul"]),
    ],
)
def test_a_name_is_whole_and_a_unit_is_none(text: str, wanted: list[str]) -> None:
    assert [name.text for name in names(text, book_of([text]))] == wanted


def test_an_order_is_parted_from_the_name_behind_it() -> None:
    texts = ["Nobody trusts Orvand.", "Publish Orvand's books by May."]
    assert [name.text for name in names(texts[1], book_of(texts))] == ["Orvand"]


def test_a_state_lends_its_kind_to_its_short_name() -> None:
    texts = ["He is the envoy of the Republic of Qarmat.", "They noted that Qarmat would sign."]
    (found,) = names(texts[1], book_of(texts))
    assert found.kind is NameKind.PLACE


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Organisers put the crowd at 20,000.", "Organisers"),
        ("The army blamed the rebels for the raid.", "The army"),
        (
            "The strip was right in 97% of wells, researchers at the Institute of Soil reported on"
            " Thursday in the journal Soil Letters.",
            "researchers at the Institute of Soil",
        ),
    ],
)
def test_who_counts_blames_and_publishes_speaks(text: str, speaker: str) -> None:
    assert facts_of(text)[-1].attribution.speaker == speaker


def test_whoever_blames_herself_says_nothing() -> None:
    assert facts_of("Ida Roe blamed herself.")[-1].attribution.speaker is None


def test_the_one_in_the_title_is_she_where_nobody_else_is_named() -> None:
    told = facts_of(
        "Hiroko Moe, who charted the sea, dies at 94",
        "The cause was a fall, said her niece, Kaede Dahl.",
        "She was born in a small town by the sea.",
        "In 1955 she went to sea. “It was the best room on the ship,” she recalled in a talk.",
    )
    assert told[-1].attribution.speaker == "Hiroko Moe"


def test_lists_of_those_present_and_the_place_of_release_are_no_facts() -> None:
    told = facts_of(
        "Transcript of the briefing",
        "Speakers: Dr Ida Roe, Manager; Mr Tor Aas, Spokesperson",
        "MR AAS: We begin.",
        "DR ROE: Cases fell.",
    )
    assert [draft.text for draft in told] == ["We begin.", "Cases fell."]
