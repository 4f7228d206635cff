"""Who speaks, by kinds of telling met in documents of many houses."""

import pytest

from tests.facts.extraction.told import facts_of, sure_speaker

OPENING = "Talks on the harbour at Sorn failed on Monday after 14 hours."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ida Roe has conceded the Sorn levee won't be finished before May.", "Ida Roe"),
        ("Ida Roe admitted the two new ferries had been late.", "Ida Roe"),
        ("Ida Roe admitted the theft of two boats.", None),
        ("The rebels claim to hold the station.", "The rebels"),
        ("Ida Roe claims to have seen the letter.", "Ida Roe"),
        ("Warden Ida Roe pleads for volunteers to mow the green.", "Ida Roe"),
        (
            "It was announced by the Diocese of Sorn that the bells would ring again.",
            "Diocese of Sorn",
        ),
        ("That figure is doubted by Ida Roe, of the University of Sorn.", "Ida Roe"),
        ("As noted by Minister of Works Ida Roe, the town lacks pumps.", "Ida Roe"),
        ("As Ida Roe noted, the town lacks pumps.", "Ida Roe"),
        (
            "Alleging that boats had been sold, the head of the Dockers Guild, Ida "
            "Roe, on Friday sought an inquiry.",
            "Ida Roe",
        ),
        ("Saying that boats had been sold, Ida Roe walked out.", "Ida Roe"),
        ("Warning that boats would be sold, the union walked out.", "the union"),
        ("The Commissioner, Ida Roe, refuted the charge.", "Ida Roe"),
        ("The trade body Eurobox, by contrast, plays down fears of a shortage.", "Eurobox"),
        (
            "“Our results are clear and they worry us all,” the authors write in the journal Seas.",
            "the authors",
        ),
        (
            "“He just looked at me and then he ran,” recalled a schoolgirl who was "
            "waiting for her bus.",
            "a schoolgirl",
        ),
        ("Ida Roe is suggesting a rise in the rent to £44 a year.", "Ida Roe"),
        ("Several of the older members object to this.", "Several of the older members"),
        ("Residents object to the plan.", "Residents"),
        ("Residents complain of lorries in the lane.", "Residents"),
        ("Residents reject the claim that the wall is safe.", "Residents"),
        ("Residents question whether the wall is safe.", "Residents"),
        ("Critics accuse the mayor of waste.", "Critics"),
        ("Critics propose a levy on cruise ships.", "Critics"),
        ("Doctors recommend limiting salt.", "Doctors"),
        ("Campaigners want a ban on lorries.", None),
        ("Campaigners demand a ban on lorries.", "Campaigners"),
        ("Campaigners call for a ban on lorries.", "Campaigners"),
        ("Campaigners urge the council to think again.", "Campaigners"),
        ("Campaigners dispute the figure.", "Campaigners"),
        ("Farmers blame the weather.", "Farmers"),
        ("Farmers fear the weather will turn.", "Farmers"),
        ("Farmers doubt that the weather will turn.", "Farmers"),
        ("Farmers expect prices to fall.", "Farmers"),
        (
            "Farmers in Sorn have rejected the price of 3,200 crowns announced last "
            "week, calling it an insult.",
            "Farmers in Sorn",
        ),
        ("Velda Lines has asked the Labour Court to rule the strike unlawful.", None),
        (
            "A jury was told by the prosecution yesterday that he stole 312,000 crowns.",
            "the prosecution",
        ),
        (
            "He stole 312,000 crowns, a jury was told by the prosecution yesterday.",
            "the prosecution",
        ),
        (
            "“Do not wait for a knock on the door,” Harlan County Sheriff Dale Hutchins warned.",
            "Dale Hutchins",
        ),
        ("‘Shoppers are buying fish again,’ was all that Ida Roe would offer.", "Ida Roe"),
        (
            "The Ministry of Health, quoted by Radio Senza, has counted 73 cases.",
            "Ministry of Health",
        ),
        ("The trust maintains it cannot afford more than 2%.", "The trust"),
        ("The trust maintains the hall and cannot afford more.", None),
        (
            "For Ida Roe, head of buying at Velda Lines, there is no mystery about the cause.",
            "Ida Roe",
        ),
        ("For Ida Roe, it was a third win of the season.", None),
        ("It seems that the bridge was never checked.", None),
        ("It appears Ida Roe was never told.", None),
        ("Ida Roe seems to believe that the bridge is safe.", None),
        ("It is thought that Ida Roe told the board.", None),
        ("It is not clear whether Ida Roe told the board that it was safe.", None),
    ],
)
def test_one_sentence_tells_who(text: str, speaker: str | None) -> None:
    assert sure_speaker(OPENING, text) == speaker


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            (
                "In a statement to the Sorn Leader, the Western Health Board said the "
                "closure was needed.",
                "It insisted that no patient would be sent home.",
            ),
            "Western Health Board",
        ),
        (
            (
                "Branch secretary Ida Roe has written to the trust.",
                "She demands:\n\n- A rise of 3 crowns an hour\n- Sick pay from the first day",
            ),
            "Ida Roe",
        ),
        (
            (
                "Branch secretary Ida Roe demands:\n\n- A rise of 3 crowns an hour\n- "
                "Sick pay from the first day",
            ),
            "Ida Roe",
        ),
        (
            (
                "The Dockers Guild promised:\n\n- a rise of 3 crowns an hour;\n- sick "
                "pay from the first day.",
            ),
            "Dockers Guild",
        ),
        (
            (
                "President Jon Arke on Tuesday visited the Altyn grain terminal.",
                "The head of state said the harvest was good.",
            ),
            "Jon Arke",
        ),
        (
            (
                "One of them, who became a judge, still sends a card each Christmas, "
                "the family say.",
            ),
            "the family",
        ),
        (
            (
                "“I came here at the age of 24, with a guitar,” Einar Solbakk told "
                "Coast Radio. “I thought I would not stay long.",
                "“Then I met Marit, who ran the post office, and we had two boys.",
                "“Nobody asks a machine if it is lonely.”",
            ),
            "Einar Solbakk",
        ),
        (
            (
                "A court has ordered the energy company Fjellkraft to stop 38 turbines.",
                "Fjellkraft’s spokesman, Henrik Aasly, says the firm is surprised. "
                "“We will read the ruling with care,” Aasly writes in an e-mail to NRS.",
                "The company estimates that the halt will cost it 64 million kroner.",
            ),
            "Fjellkraft",
        ),
        (
            (
                "Retiree Ng Siew Lan has pasted a calendar on her door. “My knees "
                "cannot wait until then,” quipped Madam Ng.",
            ),
            "Ng Siew Lan",
        ),
        (("Mayor Ida Roe opened the bridge on Monday.", "The Mayor said it was safe."), "Ida Roe"),
        (
            (
                "Mayor Ida Roe opened the bridge on Monday.",
                "The mayor proposed a toll of 3 crowns.",
            ),
            "Ida Roe",
        ),
        (
            ("The mayor, Ida Roe, met the mayor of Tarn, Jon Arke.", "The mayor said it was safe."),
            None,
        ),
        (
            (
                "Energy minister Ida Roe and transport minister Jon Arke met in Sorn.",
                "The minister said it was safe.",
            ),
            None,
        ),
        (
            ("Energy minister Ida Roe met the union in Sorn.", "The minister rejected that."),
            "Ida Roe",
        ),
        (
            (
                "The Dockers Guild met on Monday.",
                "Its chairwoman, Ida Roe, opened the session.",
                "The chairwoman said it was safe.",
            ),
            "Ida Roe",
        ),
        (
            (
                "The Dockers Guild met on Monday.",
                "Ida Roe, chairwoman of the guild, opened the session.",
                "Its chairwoman said it was safe.",
            ),
            "Ida Roe",
        ),
    ],
)
def test_the_text_before_tells_who(paragraphs: tuple[str, ...], speaker: str | None) -> None:
    assert sure_speaker(OPENING, *paragraphs) == speaker


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            ("The Minister said the bridge was safe.", "The minister, Ida Roe, spoke in Sorn."),
            "Ida Roe",
        ),
        (
            (
                "A coroner said on Monday that the ladder was old.",
                "The coroner, Ida Roe, heard two days of evidence.",
            ),
            "Ida Roe",
        ),
        (
            (
                "Dock workers will walk out on Thursday, their union said on Monday.",
                '"They came with empty hands," said Asta Hellring, head of the '
                "Harbour Workers' Federation.",
            ),
            "Harbour Workers' Federation",
        ),
    ],
)
def test_who_is_named_further_down_is_called_by_name(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert sure_speaker(*paragraphs, at=0) == speaker


def test_a_mark_that_none_closes_stands_with_its_words() -> None:
    told = facts_of("“I came in May,” Ida Roe told the Echo. “I thought I would not stay long.")
    assert told[-1].text == "“I thought I would not stay long."
