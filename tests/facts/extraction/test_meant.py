"""What "the operator" stands for: the name that the same word introduced before."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Particulars


def leaned_on(text: str, sentence: str) -> list[str]:
    """Return the sentences that the one with these words is shown with."""
    reading = read_here("a.txt", text.encode(), Particulars())[0].reading
    found = next(draft for draft in extract(reading) if sentence in draft.text)
    return [span.of(reading.text) for span in found.context.previous]


@pytest.mark.parametrize(
    ("first", "leaning"),
    [
        ("State operator Velorail offered 4 percent.", "The operator lost 310 million crowns."),
        ("Velorail, the state operator, offered 4 percent.", "The operator has no reserves."),
        ("The Lydian Union of Dockers wants more.", "The union rejected the offer."),
        ("Divers reached the ferry Aurelia at dawn.", "The ferry was built in 1998."),
        ("Rain filled the Upper Selka reservoir.", "On Monday, the reservoir was closed."),
        ("Hexis Labs is a maker of lenses.", "The maker said so in March."),
    ],
)
def test_a_word_for_a_name_leans_on_the_sentence_that_named_it(first: str, leaning: str) -> None:
    text = f"{first} Two inspectors went home early. Nobody else came by.\n\n{leaning}\n"
    assert first in leaned_on(text, leaning)


@pytest.mark.parametrize(
    ("first", "leaning"),
    [
        # two names that the same word stands for
        ("The operator Velorail met the operator Norbus.", "The operator lost 3 million crowns."),
        # the word belongs to another noun
        ("Bank Levant opened a branch.", "The bank managers went home."),
        ("Workers met at the Norbus depot.", "The depot of Velorail was closed."),
        # nothing was named
        ("An operator offered 4 percent.", "The operator lost 3 million crowns."),
    ],
)
def test_what_may_stand_for_another_leans_on_nothing_far(first: str, leaning: str) -> None:
    text = f"{first} Two inspectors went home early. Nobody else came by.\n\n{leaning}\n"
    assert first not in leaned_on(text, leaning)


def test_a_word_is_not_carried_over_to_another_section() -> None:
    text = "# One\n\nThe ferry Aurelia sank.\n\n# Two\n\nThe ferry was built in 1998.\n"
    reading = read_here("a.md", text.encode(), Particulars())[0].reading
    last = extract(reading)[-1]
    assert not last.context.previous
