"""Notes that take back what was published: which fact they mean, and when none is named."""

import pytest

from facts.reconcile.corrections import is_note, notes, taken_back, weigh_all
from tests.facts.reconcile.statements import THURSDAY, statements

STORY = """At least 286 people were killed in the flood in Port Velden.

The water rose to 4 metres on Monday.

Mayor Ilse Brandt opened 12 shelters for 900 people.

The dam above the town was built in 1961."""

NOTES = [
    "Correction: An earlier version of this article said 286 people were killed. It was 297.",
    "An earlier version of this story said that at least 286 people were killed in the flood.",
    "This article was amended on 4 March because it wrongly said 286 people were killed.",
    "Corrects number of people killed in the flood to 297 from 286.",
    "Correction: The flood killed 297 people, not 286.",
    "Correction (4 March): we misstated the number of people killed. It is 297, not 286.",
]


def corrected(note: str, *, outlet: str = "Velden Gazette", story: str = STORY) -> list[str]:
    standing = weigh_all(statements(story, outlet="Velden Gazette"))
    text = f"At least 297 people were killed in the flood in Port Velden.\n\n{note}"
    new = statements(text, outlet=outlet, document="2", published=THURSDAY)
    found = [taken_back(each, standing, weigh_all(new)) for each in notes(new)]
    return [f"{r.earlier.text[:12]} > {r.later.text[:12]}" for r in found if r]


@pytest.mark.parametrize("note", NOTES)
def test_note_names_the_fact_that_it_takes_back(note: str) -> None:
    assert corrected(note) == ["At least 286 > At least 297"]


@pytest.mark.parametrize(
    ("note", "instead"),
    [
        ("An earlier article said 286 people were killed. The right number is 297 people.", "The"),
        ("We wrongly said 286 people were killed. It was 297.", "It was 297."),
        ("We wrongly said 286 people were killed. The dam was built in 1961.", "Correction:"),
        ("An earlier version said 286 people were killed. We regret the error.", "Correction:"),
    ],
)
def test_right_figure_in_the_sentence_after_the_note_stands_instead(
    note: str, instead: str
) -> None:
    standing = weigh_all(statements(STORY, outlet="Velden Gazette"))
    new = statements(
        f"Correction: {note}", outlet="Velden Gazette", document="2", published=THURSDAY
    )
    [link] = [taken_back(each, standing, weigh_all(new)) for each in notes(new)]
    assert link is not None
    assert link.later.text.startswith(instead)


def test_other_source_takes_nothing_back() -> None:
    assert corrected(NOTES[0], outlet="Orle Post") == []


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article misspelled the name of a street.",
        "Correction: The number of boats is 40, not 286.",
        "An earlier version of this story said the museum was closed.",
    ],
)
def test_note_on_what_was_not_stated_takes_nothing_back(note: str) -> None:
    assert corrected(note) == []


def test_note_that_fits_two_facts_takes_nothing_back() -> None:
    story = "In Orle 286 people were killed.\n\nIn Maren 286 people were killed."
    assert corrected("Correction: 297 people were killed, not 286.", story=story) == []


def test_wrong_words_without_figures_are_found() -> None:
    note = "An earlier version of this article said the dam above the town was built by Tessaly."
    story = STORY.replace("built in 1961", "built by Tessaly")
    assert corrected(note, story=story) == ["The dam abov > An earlier v"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry corrected the course of the river in 1961.",
        "Brandt said an earlier plan was better.",
        "The prison is called a house of correction.",
        "The article was widely read.",
        "The council amended the law on 4 May.",
    ],
)
def test_ordinary_sentence_is_no_note(text: str) -> None:
    assert not is_note(text)


LIBRARY = "The Mercer Street library will close in June, the council said."
BELOW = "Last week we wrote that the Mercer Street library would close in June."


def below(heading: str, note: str) -> list[str]:
    """Return what a note below a heading takes back, and what stands instead."""
    outlet = "Velden Gazette"
    standing = weigh_all(statements(LIBRARY, outlet=outlet))
    text = f"The fair opens in May.\n\n## {heading}\n\n{note}\n"
    new = statements(text, outlet=outlet, document="2", published=THURSDAY, name="a.md")
    found = [taken_back(each, standing, weigh_all(new)) for each in notes(new)]
    return [f"{r.earlier.text[:10]} > {r.later.text[:10]}" for r in found if r]


@pytest.mark.parametrize("heading", ["Corrections", "Corrections and clarifications", "Erratum"])
def test_what_a_paper_once_wrote_is_taken_back_below_a_heading_of_corrections(heading: str) -> None:
    assert below(heading, f"{BELOW} It will close on 31 July.") == ["The Mercer > It will cl"]
    assert below(heading, BELOW) == ["The Mercer > Last week "]


@pytest.mark.parametrize("heading", ["Libraries", "Corrections officers on strike", "In brief"])
def test_what_a_paper_once_wrote_stands_below_another_heading(heading: str) -> None:
    assert below(heading, f"{BELOW} It will close on 31 July.") == []
