"""Everyday words find what reports say in other words, numbers with their units among them."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("ppl rescued from elevators", "Fire crews have freed 27 people from lifts."),
        ("how big are the forex reserves", "Foreign reserves stood at $8.4 billion in October."),
        ("how many people lose their job at the mill", "The mill will lay off 260 people in July."),
        (
            "how much is Stahl AG putting into the plant",
            "Stahl AG will invest £42 million in a plant.",
        ),
        (
            "Velden Mills revenue first six months",
            "Velden Mills had a revenue of £2m in the first half.",
        ),
        ("price of a 2kg bag of sugar", "A two-kilo packet of sugar was sold for Sh410."),
        ("who won the 10km race", "Edda Varn won the race over 10 km."),
        ("who heads the commission", "The commission is chaired by Edda Varn."),
        ("how long was the clerk sent down for", "The clerk was jailed for four years."),
        ("who moaned about the buses", "Edda Varn complained of the buses in Velden."),
        ("price tag of the new pier", "The new pier cost 3 million crowns."),
        ("why did the shares shoot up", "The shares jumped because the mill won an order."),
        ("where did the missing mare turn up", "The missing mare was sighted near Velden."),
        ("what excuse did Varn give", "Varn blamed the weather for the defeat."),
        ("who conned the widow", "Otto Brandt swindled the widow."),
        ("how many firefighters were there", "Fire crews numbered 40."),
        ("who got the winning goal", "Edda Varn scored the decisive goal."),
        ("what does Otto Brandt do for a living", "Otto Brandt works as a driver in Velden."),
        ("where is the mill's owner these days", "The mill's owner now lives in Velden."),
        ("how much has the clerk paid back", "The clerk has repaid £12,500."),
        ("who umpired the match", "Otto Brandt refereed the match."),
        ("is the shop still in business", "The shop went into liquidation in May."),
        ("how many ppl live in Velden", "Velden has 4,100 inhabitants."),
        ("what is the title of the book", "The book, called Low Tide, is out."),
        ("how many boffins signed the letter", "The letter was signed by 40 scientists."),
        ("how many vessels are queuing off Velden", "Eleven ships were waiting off Velden."),
        ("which film is lost forever", "The film Salt Summer is gone for good."),
        ("how much money did Varn blow on shoes", "Varn spent £900 on shoes."),
        ("how many people are entitled to vote in Velden", "Velden has 18,000 registered voters."),
        ("when will the undersea cable be ready", "The submarine cable will be completed in May."),
        ("who won the Velden tender", "The Velden tender was awarded to Stahl AG."),
        (
            "how many crossings does the Velden boat make",
            "The Velden boat makes eight trips a day.",
        ),
        ("why was the Velden plan held up", "The Velden plan was stuck for want of a permit."),
        ("how much did Varn pay for the wheel", "Varn spent £900 on the wheel."),
        ("what prison term did Varn get", "Varn was jailed for 12 years."),
        ("who was the first person to see it", "The first to see it was Otto Brandt."),
        ("who is at the wheel of the bus", "The bus was driven by Otto Brandt."),
    ],
)
def test_everyday_words_are_borne_out_by_those_of_reports(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("why did the shares shoot up", "The shares fell because the mill lost an order."),
        ("who conned the widow", "Otto Brandt married the widow."),
        ("where did the missing mare turn up", "The missing mare was born near Velden."),
    ],
)
def test_everyday_words_are_not_borne_out_by_other_deeds(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


def test_number_with_another_unit_is_another_number() -> None:
    found = told("price of a 2kg bag of sugar", "A two-pound packet of sugar was sold for Sh410.")
    assert found.facts[0].lacks == ("2kg",)
