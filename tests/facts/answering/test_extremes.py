"""Parts are no wholes, what says "most" of nothing no extreme, and a date of death no manner."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

KEY_RATE = "Prices in Torvia\n\nThe bank left its key rate at 5.75% in May."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many trees fell in Velden in total", "Another 40 trees fell in Velden on Sunday."),
        ("how many homes burnt in Velden altogether", "In Velden 12 of the homes burnt."),
        ("what was the biggest fire in Velden", "A fire in Velden burnt 12 homes on Sunday."),
        ("how did Otto Brandt die", "Otto Brandt, the organist, died in Velden in 2012."),
        ("how was Edda Varn killed", "Edda Varn was killed in Velden on Monday."),
        ("when does Edda Varn have to leave", "Edda Varn, 52, left Velden in February."),
        ("who is the new ports minister", "The minister for ports is Otto Brandt, 61."),
        ("how far is Kelmark", "Ships to Kelmark wait 12 days."),
        (
            "how many tugs does Stahl Lines run",
            "The tug firm Stahl Lines cut the number of crews from 31 to 26.",
        ),
        ("what was the inflation rate in Torvia in May", KEY_RATE),
        ("how many tubs were sold in Velden per week", "Stahl AG sold 40 tubs in Velden."),
        ("how many ferries sail to Kelmark daily", "In all 12 ferries sail to Kelmark."),
        ("did Velden win the cup for the first time", "Velden won the cup on Sunday."),
        ("how many homes burnt in xelmarko", "Some 12 homes burnt in the fire."),
        ("where does the tea fair open", "The tea fair opens on 15 November."),
        ("where did the mill's sales fall", "The mill's sales fell from 1,600 in March."),
        (
            "when did rents rise most in Velden",
            "Rents in Velden rose most, more than in April 2025.",
        ),
        ("why does the trial start", "The trial is due to start in Velden on Monday."),
        ("why is the trench off limits", "They agreed to close the trench, off limits in May."),
        ("how long was the mill insured for", "The mill was insured for £8.5m."),
        ("rain Velden september", "Velden had 40 mm of rain in March."),
        ("what death toll did Torvia give", "Both sides gave Torvia their word on the dead."),
    ],
)
def test_part_or_another_thing_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many trees fell in Velden in total", "In all, 340 trees fell in Velden."),
        ("what was the biggest fire in Velden", "The biggest fire in Velden burnt 12 homes."),
        ("what was the biggest fire in Velden", "The fire of 1906 in Velden was a record."),
        ("how did Otto Brandt die", "Otto Brandt died of a stroke in 2012."),
        ("how did Otto Brandt die", "Otto Brandt died when his boat sank in 2012."),
        ("how was Edda Varn killed", "Edda Varn was hit by a tram and killed."),
        ("when does Edda Varn have to leave", "Edda Varn must leave Velden by 4 May."),
        ("who is the new ports minister", "Otto Brandt was named ports minister on Monday."),
        ("how far is Kelmark", "Kelmark is 40 km north of Velden."),
        ("how far is Kelmark", "Kelmark is a two-hour drive from Velden."),
        ("what is the interest rate in Torvia", KEY_RATE),
        ("how many ferries sail to Kelmark daily", "Some 12 ferries sail to Kelmark each day."),
        ("how much is the Velden pass per year", "The Velden pass costs $40 a year."),
        ("did Velden win the cup for the first time", "It was Velden's first win in the cup."),
        ("where does the tea fair open", "The tea fair opens on the old pier."),
        ("why did the trial stop", "The trial stopped due to fire."),
        ("why did Varn close the road", "Varn closed the road to save the trees."),
        ("rain Velden september", "Velden had 40 mm of rain in September."),
        ("who was the first pilot to land", "Edda Varn became the first to land as a pilot."),
        ("how far over budget is the pier", "The pier is £2.4 million over budget."),
        ("new divers needed 2030", "The club says 80 new divers will be needed by 2030."),
        (
            "how much money does the mill make a year",
            "The mill makes several million dollars a year.",
        ),
    ],
)
def test_whole_and_extreme_and_manner_are_told_in_many_words(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
