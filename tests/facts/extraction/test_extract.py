"""Facts of a reading: which words become facts, and what stands beside them."""

from datetime import date
from pathlib import Path

import pytest

from facts.extraction.extract import extract, infer_published
from facts.reading.read import read_here
from facts.types import FactDraft, FactKind, PublishedBasis, Reading

LIBRARY = Path(__file__).parents[3] / "facts" / "library"
ARTICLE = (LIBRARY / "blinken-aliyev-normalizing-ties.txt").read_bytes()


def read(text: str) -> tuple[Reading, tuple[FactDraft, ...]]:
    reading = read_here("a.txt", text.encode())[0].reading
    return reading, extract(reading)


def test_bundled_article_gives_its_caption_and_thirteen_sentences() -> None:
    reading = read_here("a.txt", ARTICLE)[0].reading
    drafts = extract(reading)
    kinds = [draft.kind for draft in drafts]
    assert kinds == [FactKind.CAPTION] + [FactKind.SENTENCE] * 13
    assert all(draft.text == draft.span.of(reading.text) for draft in drafts)
    assert all(draft.text in ARTICLE.decode() for draft in drafts)


def test_dependent_fact_keeps_the_sentence_before_it() -> None:
    reading = read_here("a.txt", ARTICLE)[0].reading
    claimed = next(d for d in extract(reading) if d.text.startswith("It claimed"))
    assert claimed.context.dependent
    assert [span.of(reading.text)[:12] for span in claimed.context.previous] == ["In September"]


@pytest.mark.parametrize(
    "leaning",
    [
        "Today it has 87, and their average age is 69.",
        "In 2019 it closed.",
        "On Tuesday they went home.",
        "Seven have found work already.",
        "Nearly 40 were hurt.",
        "Nobody was killed.",
        "Second was the champion, Kata Dowd.",
        "Of these, 41 are still here.",
    ],
)
def test_sentence_that_leaves_out_who_leans_on_the_one_before(leaning: str) -> None:
    reading, drafts = read(f"The village of Velden had 400 people in 1960. {leaning}\n")
    assert [draft.context.dependent for draft in drafts] == [False, True]
    assert [span.of(reading.text)[:11] for span in drafts[1].context.previous] == ["The village"]


@pytest.mark.parametrize(
    "own",
    [
        "In Velden the mill closed in 2019.",
        "One of the mills in Orle was sold.",
        "Seven mills have closed.",
        "On Tuesday Ilse Brandt went home.",
        "First aid was given by Edda Varn.",
    ],
)
def test_sentence_that_says_who_leans_on_none(own: str) -> None:
    _, drafts = read(f"The village of Velden had 400 people in 1960. {own}\n")
    assert [draft.context.dependent for draft in drafts] == [False, False]


def test_first_sentence_after_a_question_leans_on_it() -> None:
    reading, drafts = read(
        "Port inquiry\n\nQ: How many complaints came from crews?\n\n"
        "A: We had 118 last year. Crews are trained.\n\n"
        "Q: Is Velden safe?\n\nA: Velden is safe.\n"
    )
    leant = [[span.of(reading.text) for span in draft.context.previous] for draft in drafts]
    asked = "How many complaints came from crews?", "Is Velden safe?"
    assert leant == [[], [asked[0]], [], [], [asked[1]]]


def test_dated_caption_bounds_the_publication() -> None:
    reading = read_here("a.txt", ARTICLE)[0].reading
    published = infer_published(reading, extract(reading))
    assert (published.earliest, published.latest) == (date(2022, 11, 7), None)
    assert published.basis is PublishedBasis.INFERRED


def test_planned_day_bounds_nothing() -> None:
    reading, drafts = read("Pier\n\nThe pier will open on 4 May 2026.\n")
    assert infer_published(reading, drafts).basis is PublishedBasis.NONE


def test_headings_are_context_and_never_facts() -> None:
    _, drafts = read(
        "Rain in Velda\n\nIt rained.\n\nWhat follows\n\nSnow will fall on the hills.\n"
    )
    assert [draft.text for draft in drafts] == ["It rained.", "Snow will fall on the hills."]
    assert drafts[0].context.title == "Rain in Velda"
    assert drafts[1].context.headings == ("What follows",)


def test_list_items_keep_the_line_that_introduces_them() -> None:
    reading, drafts = read("Talks\n\nThe Ministers:\n1. Welcomed the truce.\n2. Left early.\n")
    assert [draft.text for draft in drafts] == ["Welcomed the truce.", "Left early."]
    leads = [draft.context.lead_in for draft in drafts]
    assert [lead.of(reading.text) for lead in leads if lead] == ["The Ministers:"] * 2


def test_dated_title_gives_the_year_of_a_day_in_the_body() -> None:
    text = "Press Conference on September 6, 2026\n\nThe fishermen were freed on September 4.\n"
    freed = read(text)[1][-1].moments[0]
    assert (freed.text, freed.earliest) == ("September 4", date(2026, 9, 4))
