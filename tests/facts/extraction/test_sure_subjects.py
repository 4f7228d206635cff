"""Whose words they are where somebody else is named beside the subject."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of

OPENING = "Talks on the harbour at Sorn failed on Monday after 14 hours."


def who(*paragraphs: str) -> Attribution:
    return facts_of(OPENING, *paragraphs)[-1].attribution


@pytest.mark.parametrize(
    "subject",
    [
        "Lawyers for Ms Adair",
        "Relatives of Mr Tarn",
        "Supporters of President Dorn",
        "Colleagues of Dr Amari",
        "Friends of Ida Roe",
        "Parents of Roe",
    ],
)
@pytest.mark.parametrize("said", ["said the ice was thin.", "have denied that the ice was thin."])
def test_those_who_belong_to_somebody_speak_for_themselves(subject: str, said: str) -> None:
    assert who(f"{subject} {said}").speaker == subject


@pytest.mark.parametrize(
    "aside",
    [
        *("unlike Jon Arke", "standing beside Jon Arke", "speaking after Jon Arke"),
        *("a former aide to Jon Arke", "in a letter to Jon Arke", "replacing Jon Arke"),
        *("like Jon Arke", "alongside Mr Jon Arke"),
        *("a friend of Jon Arke", "who beat Jon Arke", "opposite the clerk Jon Arke"),
    ],
)
@pytest.mark.parametrize("subject", ["Ida Roe", "Mayor Ida Roe"])
def test_who_is_named_in_an_aside_says_nothing(subject: str, aside: str) -> None:
    assert who(f"{subject}, {aside}, said the ice was thin.").speaker == "Ida Roe"


@pytest.mark.parametrize(
    "title",
    [
        *("Mother-of-two", "Grandmother-of-six", "Passer-by", "Det Ch Insp", "Lt-Col", "Acting"),
        *("Managing director", "Union boss", "Dog walker", "Det. Chief Supt."),
    ],
)
def test_titles_of_any_kind_are_left_out(title: str) -> None:
    assert who(f"{title} Ida Roe said the ice was thin.").speaker == "Ida Roe"


@pytest.mark.parametrize("letters", ["KC", "MP", "OBE"])
def test_letters_behind_a_name_are_left_out(letters: str) -> None:
    found = who(f"Ida Roe {letters} said the ice was thin.")
    assert (found.speaker, found.sure) == ("Ida Roe", True)


@pytest.mark.parametrize(
    "text",
    [
        '"The ice is thin and nobody listens," said Ida Roe, Jon Arke and Petra Lund.',
        "According to Ida Roe, Jon Arke and Petra Lund, the ice is thin.",
    ],
)
def test_three_in_a_row_speak_together(text: str) -> None:
    assert who(text).speaker == "Ida Roe, Jon Arke and Petra Lund"


@pytest.mark.parametrize(
    "text",
    [
        "In the novel, a fisherman says he has seen God.",
        "In the film, the sheriff says that all men lie.",
        "In one scene, a nurse tells the king that he is dead.",
        "In a story by Petra Vance, a miller says the moon is a coin.",
    ],
)
def test_nobody_says_what_is_said_in_a_story(text: str) -> None:
    found = who(text)
    assert not (found.sure and found.speaker)


@pytest.mark.parametrize(
    ("before", "noun", "body"),
    [
        ("Ferries have been cancelled, Blue Line Ferries said.", "firm", "Blue Line Ferries"),
        ("Kite Airlines apologised, saying fog was to blame.", "airline", "Kite Airlines"),
        ("The Kestrel Trust said the pipe was old.", "charity", "Kestrel Trust"),
    ],
)
def test_a_body_that_has_just_spoken_speaks_on(before: str, noun: str, body: str) -> None:
    other = "The shares of Astra Cars and Oldring Foods fell on Monday."
    found = who(other, f"{before} The {noun} said refunds would be paid.")
    assert (found.speaker, found.sure) == (body, True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The mayor of Kisombe, Estelle Kabongo, disagrees: she insists it is safe.",
            "Estelle Kabongo",
        ),
        ("Ida Roe disagrees: she says the dyke is sound.", "Ida Roe"),
        ("Velda Lines disagrees: it insists that drivers were asked.", "Velda Lines"),
        ("Ida Roe was unmoved: the dyke, she said, is sound.", "Ida Roe"),
    ],
)
def test_a_pronoun_behind_a_colon_is_who_stands_before_it(text: str, speaker: str) -> None:
    found = who(text)
    assert (found.speaker, found.sure) == (speaker, True)


def test_he_is_nobody_earlier_where_somebody_else_has_just_spoken() -> None:
    before = "Responding, the officer, Mr. Ebo Quansah, explained that an audit was late."
    text = "Maria Obeng, who chaired the meeting, called on the Board to publish it. He noted that"
    assert not who(before, f"{text} trust would return.").sure


def test_he_is_whom_the_paragraph_names_though_she_has_just_spoken() -> None:
    text = "Hugo Quansah met Maria Obeng. Obeng said it was late. He replied that it was not."
    assert who(text).speaker == "Hugo Quansah"


def test_she_is_not_her_daughter_for_certain_once_the_text_goes_on() -> None:
    told = "She died at her home in Klipdal, her daughter, Lindiwe Maseko, said."
    life = 'In 1951 she talked her way into a hospital. "There was no bed," she recalled in 1996.'
    assert not who("Nomsa Verwey, a midwife, has died at the age of 94.", told, life).sure


def test_it_is_no_company_that_nobody_knows() -> None:
    told = "The bribes had helped Brandt & Luyk, and Oldring Foods, to win four contracts."
    assert not who(told, "The company was not charged. It said it had dismissed them.").sure


@pytest.mark.parametrize("noun", ["club", "team", "council", "charity", "university", "union"])
def test_the_club_is_the_body_that_opens_its_sentence(noun: str) -> None:
    names = {"club": "Ashby Rovers", "team": "Ashby Rovers", "council": "Tarn County Council"}
    names |= {"charity": "Kestrel Trust", "university": "Orlu University", "union": "Metal Union"}
    before = "Crowle Athletic and the Orlu Council and Astra Union met Oldring University in May."
    found = who(
        before, f"{names[noun]} will part with Kevin Harte, the {noun} announced on Sunday."
    )
    assert (found.speaker, found.sure) == (names[noun], True)


def test_a_statement_that_somebody_issues_is_theirs() -> None:
    lead = "The Chair of the Northern Council, Lina Forsberg, issued the following statement today:"
    found = facts_of(OPENING, lead, '"The Council is deeply concerned.', '"We call for calm."')
    assert [f.attribution.speaker for f in found[2:]] == ["Lina Forsberg"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Cancer charity BreatheWell disagreed, saying that it was wrong.",
        "Cancer charity BreatheWell said it was wrong.",
        '"It is wrong," said cancer charity BreatheWell.',
        '"It is wrong," cancer charity BreatheWell said.',
        "Passenger group BreatheWell criticised the plan, calling it wrong.",
    ],
)
def test_what_a_charity_is_for_is_no_part_of_its_name(text: str) -> None:
    assert who(text).speaker == "BreatheWell"


def test_a_first_name_that_no_list_knows_is_whose_it_was() -> None:
    told = "The dam is full, Menteri Besar Datuk Seri Rosli Hamdan said today."
    assert who(told, "Rosli said the state would pay for pipes.").speaker == "Rosli Hamdan"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jon Arke, his lawyer said, was asleep.", "his lawyer"),
        ("Jon Arke, the mayor told the court, was asleep.", "the mayor"),
        ("Jon Arke denied the claim, Ida Roe said.", "Ida Roe"),
        ("Jon Arke said the ice was thin, Ida Roe recalled on Monday.", "Ida Roe"),
        ("The ministry had said the ice was safe, Ida Roe told reporters.", "Ida Roe"),
        ("Ida Roe, through her lawyer Jon Arke, said the ice was thin.", "Ida Roe"),
        ("Ida Roe, as well as Jon Arke, said the ice was thin.", "Ida Roe"),
        ("Ida Roe, not Jon Arke, said the ice was thin.", "Ida Roe"),
    ],
)
def test_who_tells_it_is_not_who_is_told_of(text: str, speaker: str) -> None:
    found = who(text)
    assert found.speaker == speaker or not found.sure


def test_whom_it_was_not_says_nothing() -> None:
    assert who("It was Ida Roe, not Jon Arke, who said it was thin.").speaker != "Jon Arke"


def test_a_question_tells_no_words_of_anybody() -> None:
    found = who("Has Ida Roe said that the ice is thin?")
    assert not (found.sure and found.speaker)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Councilmember",
            "Assemblymember",
            "Rider",
            "Waiter",
            "Lifeguard",
            "Soldier",
            "Forecaster",
        ),
        *("Carer", "Auctioneer", "Waitress", "Claimant", "YouTuber", "Therapist", "Explorer"),
    ],
)
@pytest.mark.parametrize("name", ["Ida Roe", "Temwa Zork"])
def test_any_trade_that_opens_a_sentence_is_no_name(title: str, name: str) -> None:
    assert who(f"{title} {name} said the ice was thin.").speaker == name
