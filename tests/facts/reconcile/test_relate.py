"""Pairs of sentences: what the later one is to the earlier one. Invented people and places."""

import pytest

from facts.links import LinkKind
from tests.facts.reconcile.statements import relation

REWORDED = [
    (
        "Mayor Ilse Brandt opened the new sea wall in Port Velden on 3 March 2025.",
        "The new sea wall in Port Velden was opened by Mayor Ilse Brandt on 3 March 2025.",
    ),
    (
        "At least 30 people were killed when the dam above Orle burst.",
        "The bursting of the dam above Orle killed no fewer than thirty people.",
    ),
    (
        "The council approved the budget for the Orle Museum by 12 votes.",
        "By 12 votes the Orle Museum had its budget approved by the council.",
    ),
    (
        "Tessaly Mining will close its Karst pit in 2027.",
        "Tessaly Mining is going to close the pit at Karst in 2027.",
    ),
    (
        "More than 4,000 households in Lower Varn had no electricity on 4 May 2025.",
        "On 4 May 2025, over 4,000 households in Lower Varn were without electricity.",
    ),
    (
        "Corin Vale scored two goals against Halden.",
        "Against Halden, two goals were scored by Corin Vale.",
    ),
    (
        "The Sorrel Bridge cost 4.2 million crowns to repair.",
        "Repairs to the Sorrel Bridge cost 4.2 million crowns.",
    ),
    (
        "The University of Maren found lead in 17 of 40 wells.",
        "In 17 of 40 wells, lead was found by the University of Maren.",
    ),
    (
        "Ferries between Port Velden and Saltholm run every 30 minutes.",
        "Every 30 minutes a ferry runs between Port Velden and Saltholm.",
    ),
    (
        "Doctor Amal Rehn warned that the vaccine must be kept below 8 degrees.",
        "The vaccine must be kept below 8 degrees, Doctor Amal Rehn warned.",
    ),
]

LOOK_ALIKES = [  # of another number, name, sign, side, day or deed: never the same in other words
    ("The mine employs 340 people in Karst.", "The mine employs 430 miners in Karst."),
    ("Ilse Brandt opened the sea wall in Orle.", "Ilse Marlow opened the sea wall in Orle."),
    ("The council of Orle approved the plan.", "The council of Orle has not approved the plan."),
    ("The hearing in Maren opens on Monday.", "The hearing in Maren opens on Tuesday."),
    ("Over 50 shops closed in Maren.", "Under 50 shops closed in Maren."),
    ("Exports from Tessaly rose 4 percent.", "Exports from Tessaly fell 4 percent."),
    ("Exports from Tessaly rose 4 percent.", "Imports to Tessaly rose 4 percent."),
    ("Halden beat Orle 3-2 in the final.", "Orle beat Halden 2-3 in the final."),
    ("The navy ordered 12 frigates from Varn.", "The navy received 12 frigates from Varn."),
    ("The fire in Maren killed 5 people.", "The fire in Maren injured 5 people."),
    ("The strike in Orle began on 4 May 2025.", "The strike in Orle ended on 4 May 2025."),
    ("Tessaly Mining bought 30 trucks.", "Tessaly Mining sold 30 trucks."),
    ("Prices in Maren rose by 5 percent.", "Prices in Maren rose by 5 percentage points."),
    ("North Varn has 14 schools.", "South Varn has 14 schools."),
    (
        'Ilse Brandt said: "The wall will cost us 4 million crowns this year."',
        'Corin Vale said: "The wall will cost us 4 million crowns this year."',
    ),
    ("The court in Orle acquitted three officers.", "The court in Orle convicted three officers."),
]

UPDATED = [
    ("At least 286 people were killed in Orle.", "At least 297 people were killed in Orle."),
    (
        "The death toll in Port Velden stood at 30.",
        "The death toll in Port Velden has risen to 44 from 30, officials said on Tuesday.",
    ),
    ("The flood in Orle killed at least 30 people.", "The flood in Orle killed 44 people."),
    (
        "Tessaly Mining employs 340 people in Karst.",
        "Tessaly Mining now employs 310 people in Karst.",
    ),
    ("As of Sunday, 30 villages were cut off.", "As of Wednesday, 44 villages were cut off."),
    ("The Sorrel Bridge costs 4.2 million crowns.", "The Sorrel Bridge costs 5.1 million crowns."),
    (
        "PORT VELDEN, March 2 (Meridian) — At least 30 people were killed in Orle.",
        "ORLE, March 5 (Pan News) — At least 44 people were killed in Orle, officials said.",
    ),
    ("The port of Orle has 12 cranes.", "The port of Orle now has fourteen cranes."),
]

OTHER_THINGS = [  # another figure, but for another subject, place, period, year, side or sense
    ("At least 30 people were killed in Orle.", "At least 44 people were killed in Maren."),
    ("At least 30 people were killed in Orle.", "At least 44 people were injured in Orle."),
    ("The ferry made 30 crossings in May.", "The ferry made 44 crossings in June."),
    ("The mine produced 300 tonnes in 2024.", "The mine produced 340 tonnes in 2025."),
    ("Prices in Orle rose to 30 crowns.", "Prices in Orle rose by 44 crowns."),
    ("Tessaly imported 30 ships last year.", "Tessaly exported 44 ships last year."),
    (
        "Revenue was 12 million euros in the first quarter.",
        "Revenue was 14 million euros in the second quarter.",
    ),
    ("Orle has 30 primary schools.", "Orle has 44 secondary schools."),
    ("North Varn has 14 schools.", "South Varn has 17 schools."),
    ("Halden beat Orle with 30 points.", "Orle beat Halden with 44 points."),
    ("5 people died in Orle on Monday.", "7 people died in Orle on Tuesday."),
    ("12 of 30 members voted for it in Orle.", "14 of 40 members voted for it in Orle."),
    ("The wall in Orle is 12 metres high.", "The wall in Orle is 14 metres long."),
    ("Corin Vale, 34, won the race in Orle.", "Corin Vale, 34, won 12 races in Orle."),
    ("About 300 boats use the harbour of Orle.", "About 310 cars use the harbour of Orle."),
    ("The budget of Orle grew 5 percent.", "The budget of Orle grew 6 million crowns."),
    ("Orle won 3 medals in swimming.", "Orle won 5 medals in rowing."),
    ("The index closed at 5,120 on Monday.", "The index closed at 5,210 on Tuesday."),
    (
        "No fewer than 30 houses burned in Upper Orle.",
        "No fewer than 44 houses burned in Lower Orle.",
    ),
    ("Ilse Brandt has 3 children.", "Corin Brandt has 4 children."),
    ("The team has 12 wins and 3 losses in Orle.", "The team has 12 wins and 3 draws in Orle."),
]

COMPATIBLE = [
    ("At least 286 people were killed in Orle.", "Nearly 300 people were killed in Orle."),
    ("About 300 boats use the port of Orle.", "The port of Orle is used by 305 boats."),
    ("More than 40 shops in Orle are empty.", "Up to 60 shops in Orle are empty."),
    ("Orle has about 300 boats.", "Orle has 298 boats."),
]


def kind(earlier: str, later: str, **known: object) -> LinkKind | None:
    found = relation(earlier, later, **known)
    return found.kind if found else None


@pytest.mark.parametrize(("earlier", "later"), REWORDED)
def test_reworded_is_linked_as_similar_only(earlier: str, later: str) -> None:
    assert kind(earlier, later) is LinkKind.SIMILAR


@pytest.mark.parametrize(("earlier", "later"), LOOK_ALIKES)
def test_look_alike_is_not_similar(earlier: str, later: str) -> None:
    assert kind(earlier, later) is None


@pytest.mark.parametrize(("earlier", "later"), UPDATED)
def test_later_figure_for_the_same_thing_is_updated(earlier: str, later: str) -> None:
    assert kind(earlier, later) is LinkKind.UPDATED


@pytest.mark.parametrize(("earlier", "later"), OTHER_THINGS)
def test_figure_for_another_thing_is_no_news(earlier: str, later: str) -> None:
    assert kind(earlier, later) in {None, LinkKind.SIMILAR}
    assert kind(earlier, later) is None


@pytest.mark.parametrize(("earlier", "later"), COMPATIBLE)
def test_compatible_bounds_do_not_differ(earlier: str, later: str) -> None:
    assert kind(earlier, later, outlet="Orle Post") in {None, LinkKind.SIMILAR}
    assert kind(earlier, later, published=None) in {None, LinkKind.SIMILAR}
