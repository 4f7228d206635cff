"""Whom the labels of a transcript mean."""

import pytest

from tests.facts.extraction.told import facts_of

SITTING = """Questions to the Government

Ivo Roe (West Moor) (Orchard): How many beds were closed?

The Minister for Health (Dr Ada Varn-Lund): We closed 12 beds.

Ivo Roe: That is 12 too many.

Dr Varn-Lund: They were empty.

Sir Edmund Hale (Sandby): When will they open again?

Dr Varn-Lund: We hope in May.
"""


@pytest.mark.parametrize(
    ("words", "speaker", "role"),
    [
        ("How many beds", "Ivo Roe", None),
        ("We closed 12 beds.", "Ada Varn-Lund", "Minister for Health"),
        ("12 too many", "Ivo Roe", None),
        ("They were empty.", "Ada Varn-Lund", "Minister for Health"),
        ("We hope in May.", "Ada Varn-Lund", "Minister for Health"),
    ],
)
def test_label_means_the_person(words: str, speaker: str, role: str | None) -> None:
    said = next(draft for draft in facts_of(SITTING) if words in draft.text).attribution
    assert (said.speaker, said.role, said.sure) == (speaker, role, True)


def test_surname_that_two_share_stays_as_written() -> None:
    text = "\n\n".join(
        f"{who}: We met on Monday."
        for who in ("Ada Roe", "Ivo Roe", "Ada Roe", "Mr Roe", "Ivo Roe")
    )
    told = facts_of(f"Minutes of a meeting\n\n{text}\n")
    assert told[3].attribution.speaker == "Mr Roe"


def test_surname_in_capitals_means_whom_a_heading_names() -> None:
    text = (
        "TRANSCRIPT\nPress conference on the ports\nThursday 5 February 2026, 15:00\n"
        "With Ida Lund, Minister of Ports\n\nLUND: We closed 12 quays in the spring.\n\n"
        "JOURNALIST: When will they open again?\n\nLUND: In the spring of next year, I hope.\n"
    )
    heard = [draft.attribution.speaker for draft in facts_of(text)]
    assert heard == ["Ida Lund", "JOURNALIST", "Ida Lund"]


def test_surname_in_capitals_with_a_title_means_whom_a_heading_names() -> None:
    text = (
        "MINISTRY OF PORTS\nTranscript of the press briefing by spokesperson Ida Lund and the head"
        " of the harbour office, Ivo Roe\nThursday 5 February 2026\n\n"
        "MS LUND: We closed 12 quays in the spring.\n\n"
        "QUESTION: When will they open again?\n\nMR ROE: In the spring of next year, I hope.\n"
    )
    heard = [draft.attribution.speaker for draft in facts_of(text)]
    assert heard == ["Ida Lund", "QUESTION", "Ivo Roe"]


DEBATE = """ASSEMBLY OF ORVIA
Summary of debate
Wednesday 11 March 2026

Harbours Bill: second reading

The Minister of Ports, Mr Ivo Roe, moved that the Bill be read a second time.

Mr Roe (Unity): The Bill opens 12 quays. It costs 46 million crowns.

Ms Lund (Reform): We on this side will abstain.

Mr Pell (Farmers' League): My constituents want a road.

{after}

The House rose at 7.40 p.m.
"""


@pytest.mark.parametrize(
    ("after", "heard"),
    [
        ("Mr Roe, replying, said that the road would be built.", ["Ivo Roe", None]),
        ("The Bill was read a second time by 62 votes to 9.", [None, None]),
        ("An amendment to close two quays was defeated by 51 votes to 38.", [None, None]),
        ("The road that was promised is not there.", ["Pell", None]),
    ],
)
def test_record_tells_between_and_after_the_speeches(after: str, heard: list[str | None]) -> None:
    said = [
        (draft.attribution.speaker, draft.attribution.role)
        for draft in facts_of(DEBATE.format(after=after))
    ]
    assert said[:5] == [
        (None, None),
        *[("Ivo Roe", "Minister of Ports")] * 2,
        ("Lund", None),
        ("Pell", None),
    ]
    assert [speaker for speaker, _ in said[5:]] == heard


def test_note_on_a_book_below_an_interview_is_nobodys() -> None:
    text = (
        "The sea keeps accounts\n\nTHE LANTERN: Why salt?\n\nIDA LUND: I was poor then.\n\n"
        "THE LANTERN: And now?\n\nIDA LUND: Now I swim.\n\nMy next book is out in May, I hope.\n\n"
        "Low Water is published by Roe & Tarr at £18.99. A paperback follows.\n"
    )
    heard = [draft.attribution.speaker for draft in facts_of(text)]
    assert heard[-3:] == ["Ida Lund", None, None]


def test_surname_means_the_presenter_whom_the_head_names() -> None:
    text = (
        "Radio Lund - The Desk\nTranscript, Thursday 5 March 2026\nPresenter: Ida Roe\n\n"
        "ROE: Phones will be banned in May.\n\nTARR: They will.\n\nROE: We shall see.\n"
    )
    heard = [draft.attribution.speaker for draft in facts_of(text)]
    assert heard == ["Ida Roe", "TARR", "Ida Roe"]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Ina Fox, Harbour News", "Ina Fox"),
        ("Ina Fox (Harbour News)", "Ina Fox"),
        ("INA FOX (HARBOUR NEWS)", "Ina Fox"),
        ("Question (Ina Fox, Harbour News)", "Ina Fox"),
        ("Harbour News (Ina Fox)", "Ina Fox"),
        ("JOURNALIST (Harbour News)", "JOURNALIST (Harbour News)"),
        ("Moderator", "Moderator"),
        ("The Chair (Ms. Ina Fox (North, Ind.))", "Ina Fox"),
        ("Minister Roe", "Ida Roe"),
        ("MINISTER ROE", "Ida Roe"),
        ("The Minister", "Ida Roe"),
        ("Minister of Works Ida Roe", "Ida Roe"),
        ("Ida Roe, Minister", "Ida Roe"),
        ("Chief engineer Ivo Tarr", "Ivo Tarr"),
        ("Engr. Tarr", "Ivo Tarr"),
        ("Cllr Ivo Tarr (Independent, North)", "Ivo Tarr"),
        ("The Mayor", "The Mayor"),
        ("Minister Lund", "Minister Lund"),
    ],
)
def test_label_with_an_office_or_outlet_means_the_person(label: str, speaker: str) -> None:
    told = facts_of(
        "Press conference on the bridge",
        "Present: Ida Roe, Minister of Works; Ivo Tarr, chief engineer",
        "Ida Roe: The bridge will open in May.",
        "Ivo Tarr: It is safe, and we have seen it.",
        f"{label}: We think that it is late.",
        "Ida Roe: It is not.",
    )
    heard = {draft.text: draft.attribution.speaker for draft in told}
    assert heard["We think that it is late."] == speaker


def test_an_interviewer_is_the_paper() -> None:
    text = (
        "‘I count the days’\n\nThe Elwin Courier, 27 July 2026\n\nIda Roe sails.\n\n"
        "Courier: What surprised you?\n\nRoe: The paper.\n\nCourier: And now?\n\nRoe: Less of it.\n"
    )
    asked = [draft.attribution.speaker for draft in facts_of(text)[1:]]
    assert asked == ["Elwin Courier", "Ida Roe", "Elwin Courier", "Ida Roe"]
