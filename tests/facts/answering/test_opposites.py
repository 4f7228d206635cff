"""The opposite of what is asked, another event, or a line that says nothing is no answer."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

MILL = "The mill in Velden will create 160 permanent jobs."
STAGE = "Edda Varn rode alone to her second stage win of the Tour of Velden."
PIER = "Anglers on the Velden pier must keep 100 metres away from the seal."
READING = "The novelist Otto Brandt reads from his new book in Velden at 6 p.m."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many jobs are cut in Velden", MILL),
        ("who will chair the Velden board", "The Velden board will meet on 14 October."),
        (
            "who will be finance minister after Brandt",
            "Finance Minister Otto Brandt told the ambassador of Velden that it would not fall.",
        ),
        ("how many rickshaws are in Velden", "Owners of rickshaws in Velden pay in 4 parts."),
        ("how many pupils are in Velden", "A Velden clerk who stole $3 million from pupils left."),
        ("coverage in southern Velden", "In northern Velden coverage was only 64%."),
        ("how many women work in Velden", "In Velden 40 men work at the mill."),
        ("net profit of Stahl AG", "Stahl AG made an operating profit of 40 million euros."),
        ("lowest fare to Velden", "The highest fare to Velden is 40 euros."),
        ("what do private pools in Velden pay", "Public pools in Velden pay 40 euros a day."),
        ("who won stage eight of the Tour of Velden", STAGE),
        ("how long is the seal", PIER),
        ("how old is Otto Brandt", "Otto Brandt reckons that 8,000 ringers are needed by 2030."),
        ("how old is Edda Varn", "Edda Varn told Otto Brandt, 57, to leave the hall."),
        ("Velden Mills profit 2024", "Velden Mills had net cash of $14.9 million in 2024."),
        (
            "what caused the Velden flood",
            "The last one, in August 2022, was caused by a broken dam.",
        ),
        ("who voted against the Velden tax", "It voted by five to two for the Velden tax."),
        ("how many refugees did Velden take in", "Velden spoke of some 26,000 refugees in Torvia."),
        ("do I have to pay to get into the Brandt reading", READING),
        ("result of the vote on second reading", "second reading"),
        ("from when are there no more fines at the library", "Library fines rose last year."),
        ("how many passengers use the buses", "Bus passengers face a third week of strikes."),
        ("how many pupils get free meals", "The meals are free for every pupil under 12."),
        ("how many people wait in Velden", "Some people in Velden wait since May 2023."),
        ("how much does the shingles vaccine cost", "Tickets cost €12 and include soup."),
        ("who is the new operator of the mill", "The mill owes the previous operator a million."),
        ("how old was the plane", "The pilot of the plane, Hannah Greer, 34, joined in March."),
        ("how much is petrol now", "A driver now spent N42,000 on petrol."),
        ("how strong was the quake", "The quake shook Velden at noon."),
        ("why was Varn arrested", "Edda Varn was released after five days in custody."),
        ("why are prices falling", "Food prices are falling for the third month in a row."),
        (
            "where will the next session be",
            "The Council urged Torvia to ratify the charter before the next session.",
        ),
        ("score of the derby", "The striker of the derby has scored six goals for the club."),
        ("how much does each town get from the fund", "The fund of EUR 150 million helps a town."),
        ("how much oil has leaked", "A tanker carrying 38,000 tonnes of oil leaked on Monday."),
        ("by how many seconds did Varn win", "Edda Varn won in 2 hours 24 minutes."),
        ("what caused the Sorn crash", "Sorn Cargo grounded its jets after the crash."),
    ],
)
def test_opposite_or_another_thing_is_no_answer(question: str, text: str) -> None:
    found = told(question, text)
    assert found.status is not Status.FOUND
    assert found.facts == () or found.facts[0].lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many jobs are cut in Velden", "The mill in Velden will cut 160 jobs."),
        ("who will chair the Velden board", "Edda Varn will chair the Velden board."),
        (
            "who will be finance minister after Brandt",
            "Edda Varn will succeed Finance Minister Otto Brandt.",
        ),
        ("who will be appointed to the board", "Edda Varn will be appointed to the board."),
        ("how many jobs are created in Velden", MILL),
        ("who won stage eight of the race", "Edda Varn won the eighth stage of the race."),
        ("how long is the pier", "The Velden pier is 340 metres long."),
        ("how long is the Velden road", "The Velden road runs 43 km from Lorne to Sorn."),
        ("how old is Edda Varn", "Edda Varn, 57, told Otto Brandt to leave the hall."),
        ("how old is the bell", "The bell was cast in 1742."),
        ("Velden Mills profit 2024", "Velden Mills made a profit of $14.9 million in 2024."),
        ("what caused the flood", "The flood was caused by a broken dam."),
        ("when was the last flood", "The last one, a flood in August 2022, hit Velden."),
        ("who voted against the tax", "Edda Varn voted against the tax."),
        ("how many refugees did Velden take in", "Velden sheltered some 26,000 refugees."),
        ("do I have to pay to get into the reading", "The reading is free."),
        ("from when are there no more fines", "There will be no fines from 1 July."),
        ("how many pupils get free meals", "Free meals are for 84,000 pupils under 12."),
        ("how much does the vaccine cost", "The cost of the vaccine is put at €12."),
        ("who is the new operator of the mill", "Edda Varn is the new operator of the mill."),
        ("why did Velden Mills fall", "Velden Mills fell on weak December sales."),
        ("why was Varn sent off", "Edda Varn was sent off for a second yellow card."),
        ("where will the next session be", "The next session will be held in Velden."),
        ("score of the derby", "The derby ended 3-1."),
        ("how much does each town get", "Each town will get 40,000 euros."),
        ("how much oil has leaked", "Some 900 tonnes of oil leaked from a tanker on Monday."),
        ("by how many seconds did Varn win", "Edda Varn won by 11 seconds."),
        ("how strong was the quake", "A magnitude 6.3 quake shook Velden."),
    ],
)
def test_fact_that_says_what_is_asked_lacks_nothing(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
