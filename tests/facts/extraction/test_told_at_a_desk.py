"""Speakers, figures and moments as reports and notices put them: lists, tables, notices ahead."""

import pytest

from facts.types import FactDraft
from tests.facts.extraction.told import facts_of

OPENING = "Ulla Brenn, the mayor of Vardo, met Gus Ahlberg of the Kestrel Trust on Monday."
HEAD = "Title: A day in Vardo\nDate: 5 March 2026\n\n"


def last(text: str) -> FactDraft:
    return facts_of(HEAD + OPENING, text)[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The sea took all of it in a night,” muttered Ulla Brenn.", "Ulla Brenn"),
        ("“The sea takes all of it every night,” mutters Ulla Brenn.", "Ulla Brenn"),
        ("Brenn attributed the rise to the cost of coal.", "Ulla Brenn"),
        ("Brenn advised drivers to check their tyres.", "Ulla Brenn"),
        ("The Kestrel Trust has threatened a boycott from May.", "Kestrel Trust"),
        ("The Kestrel Trust notified the harbour of a leak in its tank.", "Kestrel Trust"),
        (
            "The Kestrel Trust, in a statement signed by its clerk, Ms. Ida Roe, dismissed the"
            " claim, insisting that the tank was sound.",
            "Kestrel Trust",
        ),
    ],
)
def test_speaker_is_heard(text: str, speaker: str) -> None:
    found = last(text).attribution
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "Brenn was advised by a lawyer on the sale.",
        "The storm that threatened a village turned away.",
        "Checks by The Vardo Lantern showed that most shops had shut.",
    ],
)
def test_nobody_is_surely_heard(text: str) -> None:
    found = last(text).attribution
    assert not (found.speaker and found.sure)


def test_item_with_a_number_behind_its_name_is_no_label() -> None:
    found = facts_of("Homes will go up in two towns.\n\n- Ida Roe: 850 homes\n- Lund: 420 homes\n")
    assert [f.attribution.speaker for f in found[-2:]] == [None, None]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Owners will pay 4% to 7.5% of the cost.", "4% to 7.5%"),
        (
            "The firm will launch about 1,400 Pay-as-You-Go flats in May.",
            "1,400 Pay-as-You-Go flats",
        ),
        ("The navy stopped two Vardian fishing boats near the reef.", "two Vardian fishing boats"),
        ("He now spends N42,000 daily on fuel.", "N42,000 daily"),
    ],
)
def test_figure_is_whole(text: str, figure: str) -> None:
    assert figure in [f.text.removeprefix("about ") for f in last(text).figures]


def test_change_from_one_share_to_another_is_no_range() -> None:
    assert [f.text for f in last("Prices rose 4% to 7.5% of the old level.").figures] == [
        "4%",
        "7.5%",
    ]
    assert len(last("The fee went from 4% to 7.5%.").figures) == 2


@pytest.mark.parametrize("head", ["Place", "Rank", "Pos", "#", ""])
def test_rank_in_a_table_is_no_figure(head: str) -> None:
    table = f"# Race\n\n| {head} | Runner | Points |\n|---|---|---|\n"
    rows = facts_of(table + "| 1 | Ida Roe | 40 |\n| 2 | Jon Lund | 30 |\n", name="a.md")
    assert [[f.low for f in row.figures] for row in rows] == [[40], [30]]


def test_first_column_that_counts_stays_a_figure() -> None:
    table = "# Homes\n\n| Rooms | Kind | Homes |\n|---|---|---|\n"
    rows = facts_of(table + "| 1 | small | 40 |\n| 2 | large | 30 |\n", name="a.md")
    assert [len(row.figures) for row in rows] == [2, 2]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The union has threatened a strike from March 12 if pay does not rise.", "2026-03-12"),
        ("The next round, on June 30, will bring 40 homes.", "2026-06-30"),
        ("The council accepted the resignation of Ida Roe, effective June 30.", "2026-06-30"),
    ],
)
def test_notice_points_ahead(text: str, day: str) -> None:
    assert [str(m.earliest) for m in last(text).moments] == [day]


def test_weekday_as_a_given_name_is_no_day() -> None:
    assert last("A driver, Mr. Sunday Brenn, waited at the pump.").moments == ()


def test_hours_of_a_week_are_no_time() -> None:
    assert last("The union wants a 35-hour week for all.").moments == ()
