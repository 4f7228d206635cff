"""Speech that is supposed, played, faked or told beside others is shown as nobody's."""

import pytest

from tests.facts.extraction.told import facts_of, named, sure_speaker


@pytest.mark.parametrize(
    "text",
    [
        "Suppose a customer says that the boiler was never lit.",
        "A cautious regulator would say that the boiler was sound.",
        "Not even Mirela Vance said the boiler was sound.",
        "The actress playing Mirela Vance said the boiler was sound.",
        "Bots claiming to be Mirela Vance said the boiler was sound.",
        "In a doctored video, Mirela Vance says the boiler is sound.",
        "Other stokers, notably Mirela Vance, have argued that it was sound.",
        "“The boiler is sound,” says a character in Mirela Vance's novel.",
        'Mirela Vance quoted her grandmother: "Steam remembers."',
        'Mirela Vance has a motto on her door: "Never look back."',
        "She said the boiler was sound, but the ministry denied it.",
        "Mirela Vance and not Otto Kress said the boiler was sound.",
        "Senator Mirela Vance on Thursday withdrew his claim that the boiler was sound.",
        "The guard, Mirela Vance, told the bishop.",
        "The timetable says the boiler train is non-stop.",
        "Vance Boilers plc, a maker of stoves, today announces its results for the half year.",
        "Now a team led by Dr Vance, of Sarn, thinks it knows the answer.",
        "If I were Mirela Vance, said Otto Kress, I would resign.",
        "Nothing Mirela Vance said convinced the court that it was sound.",
        "Everything Mirela Vance said was true, and nobody listened.",
        'Mirela Vance read out a letter from the victim, which said: "I forgive him."',
        "Miss Mirela Vance told her client, Mr Otto Kress, to come back in the morning.",
        'The banner outside the works said: "Resign."',
    ],
)
def test_what_may_be_nobodys_own_words_is_not_shown_as_theirs(text: str) -> None:
    assert sure_speaker(text) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Mirela Vance took the microphone: "It is late."', "Mirela Vance"),
        ('In a statement read to the court Mirela Vance said: "It is late."', "Mirela Vance"),
        ("The boiler was sound, Mirela Vance told the bishop.", "Mirela Vance"),
        (
            "Two old colleagues of Dr Vance said he had told them so.",
            "Two old colleagues of Dr Vance",
        ),
        (
            "The plan was described as “a slap in the face” by the vicar of Sarn, the Rev Otto"
            " Kress.",
            "Otto Kress",
        ),
        (
            "Mirela Vance told her client, Otto Kress, that the boiler was sound.",
            "Mirela Vance",
        ),
        (
            "A statement on the ministry's website said the boiler was sound.",
            "the ministry",
        ),
        (
            "Mirela Vance (pictured) and Otto Kress said it was late.",
            "Mirela Vance and Otto Kress",
        ),
        ("Minister Mirela Vance is cutting short a visit to Oriol, her aide says.", "her aide"),
    ],
)
def test_who_speaks_beside_such_shapes_is_kept(text: str, speaker: str) -> None:
    assert sure_speaker(text) == speaker


def test_whoever_is_told_of_by_a_clause_is_not_what_the_clause_calls_its_teller() -> None:
    found = facts_of("They met Mirela Vance, the mayor says, in Sarn.", "The mayor was late.")
    assert not (found[0].attribution.sure and found[0].attribution.speaker == "Mirela Vance")


def test_a_person_of_a_story_is_not_its_author() -> None:
    found = facts_of(
        "In Mirela Vance's new play a fisherman's widow says that the sea has been paid.",
        "“Take the boat,” she tells the lender, “but leave me the door.”",
    )
    assert not found[-1].attribution.sure


def test_a_statement_that_quotes_its_chair_does_not_say_it_itself() -> None:
    found = facts_of(
        "Statement by Larkhill Dairies",
        "We have decided to close our creamery by June.",
        "We know that this will be a blow to our drivers.",
        "Our chair, Otto Kress, said: “We tried everything, and then we tried it again.”",
        "We will offer every driver a place with us.",
    )
    assert [(f.attribution.speaker, f.attribution.sure) for f in found] == [
        ("Larkhill Dairies", True),
        ("Larkhill Dairies", True),
        ("Larkhill Dairies", False),
        ("Larkhill Dairies", True),
    ]


def test_a_neighbour_is_no_given_name() -> None:
    assert named("Neighbour Reg Ostrander, 71, agreed.") == {"Reg Ostrander person"}


def test_her_lawyer_may_be_she_of_the_next_sentence() -> None:
    told = "Ida Vance's lawyer spoke after the hearing. She said the case was weak."
    assert sure_speaker(told) is None
    told = "Ida Vance spoke after the hearing. She said the case was weak."
    assert sure_speaker(told) == "Ida Vance"
