"""A fact may answer without any word for the verb that is asked with."""

import pytest

from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what do tickets for the Velden train cost", "Tickets to Velden start at 29 crowns."),
        ("how much does the Keld show cost", "Admission to the Keld show is £12."),
        ("when is Petra expected to reach Corrin", "Petra will reach Corrin on Thursday."),
        ("what does Edda Varn plan to do", "Edda Varn said she would appeal within a week."),
        ("how long does the Keld fair run", "The Keld fair is on until 9 August."),
        ("how much does the Vesna probe weigh", "The Vesna probe is a 310 kg lander."),
    ],
)
def test_figure_or_a_coming_deed_stands_for_the_verb(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much does the Keld show cost", "The Keld show was seen by 500 people."),
        ("how long does the Keld fair run", "The Keld fair opened on 9 August."),
        ("how much does the Vesna probe weigh", "The Vesna probe flew 310 km."),
        ("what do farmers in Velden fear", "Farmers in Velden hope for rain."),
        ("how many troops did Lesk withdraw", "Lesk sent 600 troops to the border."),
        ("did the Velden envoy apologise", "The Velden envoy was angry about the article."),
    ],
)
def test_other_figure_or_deed_does_not(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks != ()
