"""That somebody is named does not tell who that is, nor who came before."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who was Doris Roe", "Velden will name a bridge after Doris Roe."),
        (
            "who ran Stahl AG before Brandt",
            "Stahl AG has appointed Otto Brandt as chief executive.",
        ),
    ],
)
def test_a_name_alone_does_not_tell_who(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who was Doris Roe", "Velden will name a bridge after the painter Doris Roe."),
        (
            "who ran Stahl AG before Brandt",
            "Otto Brandt takes over from Ida Dahl, who ran Stahl AG.",
        ),
    ],
)
def test_what_somebody_is_tells_who(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "text", "bold"),
    [
        (
            "who is ida roe",
            "Ida Roe, head of the Sarn clinic, said it was full.",
            "head of the Sarn clinic",
        ),
        ("who's Ida Roe?", "It opens at six, says returning officer Ida Roe.", "returning officer"),
        (
            "who is ida roe",
            "The votes of Jon Arke and Senator Ida Roe of Velden were few.",
            "Senator",
        ),
        (
            "who was ida roe",
            "Ida Roe has been elected mayor of Sarn with 1,208 votes.",
            "has been elected mayor of Sarn with 1,208 votes",
        ),
        ("who is ida roe", "At the market a grower, Ida Roe, told him it was dear.", "a grower"),
        ("who is ida roe", "Velden's coach, Ida Roe, was pleased.", "Velden's coach"),
        (
            "whos ida roe",
            "The house went to Ida Roe (58), who drives a lorry.",
            "who drives a lorry",
        ),
        ("who is ida roe", "Defending, Ida Roe said he was sorry.", "Defending"),
        ("who is ida roe", "A violinist named Ida Roe helps him.", "A violinist"),
        (
            "who is ida roe",
            "The Ambassador of Lund, H.E. Mrs Ida Roe, was received by the King.",
            "The Ambassador of Lund",
        ),
        ("who is peter roe", "Their chairman, Rev Peter Roe, was pleased.", "Their chairman"),
        ("what is Ida Roe's job?", "The clinic's head, Ida Roe, said no.", "The clinic's head"),
        ("what does ida roe do for a living", "The painter Ida Roe won it.", "The painter"),
        ("who is ida roe", "Speaker of the Assembly Ida Roe wrote.", "Speaker of the Assembly"),
        ("who is ida roe", "It is late, said harbour master Ida Roe, who waits.", "harbour master"),
        ("who is roe", "Captain Ida Roe sailed at dawn.", "Captain"),
        (
            "what is umodzi research",
            "Umodzi Research, a polling firm, asked 900 people.",
            "a polling firm",
        ),
        (
            "what is infrasound",
            "Thunder makes infrasound, a rumble too low to hear.",
            "a rumble too low to hear",
        ),
        (
            "what does SPA stand for",
            "The Sarn Ports Authority (SPA) will close.",
            "Sarn Ports Authority",
        ),
        ("what is SPA short for", "SPA (Sarn Ports Authority) will close.", "Sarn Ports Authority"),
        (
            "full name of the SPA",
            "The Sarn Ports Authority, or SPA, will close.",
            "Sarn Ports Authority",
        ),
        ("what is the SPA", "The Sarn Ports Authority (SPA) will close.", "Sarn Ports Authority"),
    ],
)
def test_what_tells_who_is_bold(question: str, text: str, bold: str) -> None:
    answer = told(question, f"The sea was calm in Lund on Sunday.\n\n{text}")
    best = answer.facts[0]
    assert answer.status is Status.FOUND
    assert best.answer is not None
    assert best.answer.of(best.candidate.text) == bold


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who is ida roe", "The Velden Mariners play there. Photo: Ida Roe"),
        ("who is ida roe", "Otto Brandt thanked Ida Roe and left Velden."),
        ("who is ida roe", "The painter Jon Roe won it."),
        ("who is colleen frey", "Mayor Lucan Frey came."),
        ("what does SPA stand for", "The SPA denied it."),
        ("what is the SPA", "The SPA denied it."),
    ],
)
def test_nothing_is_bold_where_it_is_not_told(question: str, text: str) -> None:
    answer = told(question, text)
    assert answer.status is not Status.FOUND
    assert answer.facts[0].answer is None


def test_what_introduces_somebody_goes_first() -> None:
    told_often = "\n\n".join(f"Ida Roe left {town} at noon." for town in ("Velden", "Sarn", "Lund"))
    answer = told("who is ida roe", f"{told_often}\n\nThe painter Ida Roe won in Kell.")
    assert answer.facts[0].candidate.text == "The painter Ida Roe won in Kell."


def test_a_word_of_english_stands_for_something_else() -> None:
    answer = told("what does the flag stand for", "The flag stands for the nine towns of Velden.")
    assert answer.facts[0].lacks == ()


def test_what_a_word_means_is_no_name_in_full() -> None:
    assert told("what does kata mean", "Kata means a shape.").facts[0].lacks == ()
