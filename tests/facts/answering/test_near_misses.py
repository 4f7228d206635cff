"""A fact on the subject that does not tell what is asked of it is no answer."""

import pytest

from facts.answering.types import Status
from tests.facts.answering.library import told

REMARKS = """# Inspections

| Premises | District | Inspector | Score | Remarks |
|---|---|---|---|---|
| Golden Ladle | Northgate | Ida Roe | 92 | Waste contract with Dass Haulage renewed in May |
| The Copper Kettle | Fennside | Otto Lind | 34 | Closed for 24 hours after mice were seen |
"""
SALES = """# Orrin Mills

| EUR million | Q3 2025 | Q3 2024 |
|---|---|---|
| Net sales | 412.6 | 383.8 |
| Staff costs | 88.1 | 84.0 |
"""
BOATS = """# Ferries

| Route | Sails | Fare |
|---|---|---|
| Velden to Sorn | 08:15 | 12 crowns |
| Kelmark to Hasp | 10:40 | 9 crowns |
"""
PLANT = (
    "Stahl AG to close mill\n\nStahl AG will close its mill in Velden. "
    "The mill, which opened in 1988, will stop work on 30 October. "
    "Half of the workers will be offered jobs in Amber Falls, 85 miles away."
)
MOVE = (
    "Moving to Tannery Wharf\n\nMill Street will close for good on 22 January.\n\n"
    "The new office has 240 desks on three floors. "
    "Crates come on 7 December. The tram stops at the door.\n\nThere are only 20 parking spaces."
)
LOCUSTS = (
    "Locusts in the Kessa basin\n\nSwarms have crossed from Nubra into the Kessa basin. "
    "About 37,000 hectares of millet have been damaged."
)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # what belongs to the thing
        ("when is the Velden bank shut", "The Velden bank's car park is shut until Saturday."),
        ("when is the consulate shut", "The embassy's street, Lipova, is closed until Saturday."),
        # what is measured
        ("how many tonnes of rice will Velden hold", "Velden will hold 250,000 tonnes of wheat."),
        ("how many litres of milk did Velden lose", "Velden lost 900 litres of diesel in May."),
        ("price of bread in Velden", "Consumer prices in Velden rose by 2% in May."),
        # who got it
        ("who got the Velden tram contract", "Velden has approved a tram contract of 14 million."),
        ("who got the Lund job", "The Lund job was advertised in May, said clerk Edda Varn."),
        # whom the count is of
        (
            "how many lorries use the lark bridge",
            "The lark bridge was shut in May.\n\nWe help firms with fewer than ten lorries.",
        ),
        (
            "how many passengers used the Velden night trains",
            "Velden flights carried 410,000 passengers in 2025.",
        ),
        (
            "how many workers got the Velden permit",
            "Domestic workers in Velden, who number 190,000, were left out once again.",
        ),
        # a deed that is only named
        (
            "where were the Velden diggers stolen",
            "Two brothers who used stolen diggers in Velden raids were jailed in Lund.",
        ),
        ("where was the Velden car stolen", "Police found the stolen car from Velden in Lund."),
        # no people are counted
        ("how many injured in Velden", "Ballots from four districts of Velden are being counted."),
        ("how many were hurt in Velden", "Velden hurt itself and lost three matches."),
        # the first of its kind
        ("where was Edda Varn's first concert", "Edda Varn gave a concert in Lund in 2011."),
        ("when was the first race in Velden", "The race in Velden was held on 3 May."),
        # another office
        (
            "who will be finance minister of Torvia",
            "Prime Minister Ida Roe's party will be the largest in Torvia.",
        ),
        # a share
        ("what share of Velden families is in favour", "Families in Velden favour 18 schools."),
        (
            "what percentage of Velden voters stayed home",
            "Velden voters stayed home, say 40 staff.",
        ),
        # rows
        ("what score did dass haulage get", REMARKS),
        ("who closed the copper kettle", REMARKS),
        ("what were the Orrin Mills net sales in 2021", SALES),
        ("did the copper kettle pay its fine", REMARKS),
        ("when does the boat sail from sorn to velden", BOATS),
        # a name in small letters
        ("when will the amber falls mill open", PLANT),
        ("how many parking spaces does mill street have", MOVE),
        ("how many hectares were damaged in nubra", LOCUSTS),
        # another time
        ("when will the Velden mill open", PLANT),
        (
            "how long did the current Velden contract run",
            "The new Velden contract would run for 12 years.",
        ),
        (
            "how many people in Velden got the vaccine",
            "A vaccine campaign aiming to reach 620,000 people in Velden began in May.",
        ),
        # what is kept back
        ("how much did Stahl AG pay", "Stahl AG withheld payments of $212 million in June."),
        ("how much did Stahl AG pay Torvia", "Torvia said Stahl AG owed payments of $9 million."),
        # no amount
        ("how much did Ida Roe get", "Otto Roe, 34, and Ida Roe, 29, were sentenced in Lund."),
        (
            "how much did Torvia ask for",
            "The fund pledged to Torvia less than half of what Torvia asked for.",
        ),
        # a part, a change, a habit
        ("how long is the Velden highway", "A stretch of 12 km of the Velden highway is closed."),
        ("length of the Velden highway", "In May 58 km of the Velden highway were resurfaced."),
        (
            "how much do Velden crews earn",
            "Velden crews were offered a pay rise of 11 per cent and a bonus of $2,500.",
        ),
        ("how much of Torvia's gas is from Lund", "Lund cut gas to Torvia by 15% in June."),
        ("where was Otto Dass arrested", "Otto Dass has been held in Velden since March."),
        (
            "when do the Velden crews start",
            "Velden crews are people who start at 4am and cannot pay their bills.",
        ),
        (
            "when did the rain start in Velden",
            "A slide set off by three days of rain buried houses in Velden on Saturday.",
        ),
        (
            "how much will the library repair cost",
            "The repair of Mercy Bridge was expected to cost £1.15m.",
        ),
        ("name of the Velden refinery boss", "Otto Dass inspects the Velden refinery for Lund."),
        # others than those asked about
        (
            "when was Velden dam built",
            "Dams in Velden\n\nThe Velden dam failed in May. The Velden dam will be mended. "
            "Torvia has 88 large dams. Of these, 27 were built before 1960.",
        ),
        (
            "how much did the minister pay out",
            "The minister said on Sunday that you had paid out half of the 8.5 million dollars.",
        ),
        ("how long is the Velden channel", "A 62-metre vessel ran aground in the Velden channel."),
        ("how long was Edda Varn's speech", "Edda Varn's speech marked a 20-year war."),
        ("when did Ida Roe join Velden", "Ida Roe, who joined from Velden in January, is 38."),
        (
            "how many houses were flattened in taro",
            "Taro quake\n\nSchools in Taro are shut. Otto Dass is in Lund. "
            "In all 2,300 houses were flattened in Sehr.",
        ),
        (
            "how many homes in port ellery have no power",
            "Storm nears Port Ellery\n\nFlights from Port Ellery were cancelled. "
            "Ileana was at sea for a week. Power is out in 340,000 homes across Corrie.",
        ),
        # of old, or still to come
        (
            "who is chief engineer of Velden Hydro",
            'Otto Dass, then chief engineer of Velden Hydro, said: "I asked."',
        ),
        ("who's the mayor of Velden", "Ida Roe, former mayor of Velden, was there in May."),
        (
            "what did the government of Torvia reply",
            "The government of Torvia is asked to reply within 90 days.",
        ),
        (
            "what was Stahl AG's profit",
            "Expectations for Stahl AG's profit, of £17m, are unchanged.",
        ),
        (
            "when did the Velden union decide",
            "The Velden union decides on Thursday whether to strike.",
        ),
        ("when did Stahl AG close the mill", "Stahl AG closes the mill on Friday."),
        # other things, a part of them, or a change
        ("how many flights were cancelled in Velden", "In Velden 11 operations were cancelled."),
        ("how much is the Velden grant", "Torvia has cut the Velden grant by £35,000."),
        ("how much is the fee in Lund now", "The fee in Lund will rise by 4 crowns, said Ida Roe."),
        (
            "how many pupils does Torvia have",
            "Phones in Torvia\n\nSchools are shut.\n\n"
            "At Lund College 870 pupils drop their phones.",
        ),
        (
            "how long did Ida Roe go to prison",
            "Ida Roe was given a suspended sentence of 18 months.",
        ),
        (
            "who will be prime minister of Torvia",
            "Outgoing prime minister Ida Roe of Torvia said she would stay on.",
        ),
        (
            "how many regional trains ran in Velden",
            "In Velden 20 long-distance trains ran on Monday.",
        ),
        # no reason
        ("why was Luca Sardi slow", "Luca Sardi was slow and is out of the race."),
        (
            "why did the Velden gear fail",
            '"We will look at the Velden gear, and at the log," said Ida Roe.',
        ),
        (
            "how many lecturers are at Velden university",
            "Lecturers shut Velden university\n\n"
            "The branch of the university at Velden said it had sent three letters.",
        ),
    ],
)
def test_near_miss_is_no_answer(question: str, text: str) -> None:
    assert told(question, text).status is not Status.FOUND


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when is the Velden bank shut", "The Velden bank is shut from Monday until Saturday."),
        (
            "when is the Velden bank's car park shut",
            "The Velden bank's car park is shut until Saturday.",
        ),
        ("how many tonnes of rice will Velden hold", "Velden will hold 250,000 tonnes of rice."),
        ("price of bread in Velden", "A loaf of bread costs 4 crowns in Velden."),
        ("who got the Velden tram contract", "The Velden tram contract went to Stahl AG."),
        (
            "how many lorries use the Velden bridge",
            "About 3,100 lorries a day use the Velden bridge.",
        ),
        ("where were the Velden diggers stolen", "The Velden diggers were stolen in Lund."),
        ("how many injured in Velden", "Eleven were injured in Velden when a bus overturned."),
        ("where was Edda Varn's first concert", "Edda Varn gave her first concert in Lund."),
        (
            "who will be finance minister of Torvia",
            "Ida Roe will be the finance minister of Torvia.",
        ),
        ("what share of Velden families is in favour", "Half of Velden families are in favour."),
        ("score of the golden ladle", REMARKS),
        ("what were the Orrin Mills net sales in 2024", SALES),
        ("inspector of the copper kettle", REMARKS),
        ("when does the boat sail from velden to sorn", BOATS),
        ("when will the Velden mill stop work", PLANT),
        ("when did the Velden mill open", PLANT),
        ("how many desks does the new office have", MOVE),
        ("how long will the Velden contract run", "The Velden contract will run for 12 years."),
        ("how much did Stahl AG pay", "Stahl AG paid $212 million in June."),
        ("how much did Torvia ask for", "Torvia asked for half a million crowns."),
        ("how long is the Velden highway", "The Velden highway is 412 km long."),
        ("how much do Velden crews earn", "Velden crews earn 31 crowns an hour."),
        ("how much of Torvia's gas is from Lund", "Lund sells Torvia about 40% of its gas."),
        ("where was Otto Dass arrested", "Otto Dass was arrested in Velden in March."),
        ("when do the Velden crews start", "The Velden crews start at 4am."),
        ("how much will the library repair cost", "The library repair will cost £1.15m."),
        (
            "who is chief engineer of Velden Hydro",
            "Otto Dass is chief engineer of Velden Hydro.",
        ),
        ("when did Stahl AG close the mill", "Stahl AG closed the mill on Friday."),
        ("when does Stahl AG close the mill", "Stahl AG closes the mill on Friday."),
        ("how many flights were cancelled in Velden", "In Velden 11 flights were cancelled."),
        ("how much was the Velden grant cut", "Torvia has cut the Velden grant by £35,000."),
        ("how many pupils does Torvia have", "Torvia has 87,000 pupils."),
        (
            "how many season tickets have been sold in Velden",
            "Velden season tickets have gone up by 4% and 21,400 have been sold.",
        ),
        ("how long did Ida Roe go to prison", "Ida Roe was sent to prison for 18 months."),
        (
            "how many long-distance trains ran in Velden",
            "In Velden 20 long-distance trains ran on Monday.",
        ),
        ("when did Ida Roe join Velden", "Ida Roe joined Velden in January."),
        ("when did Ida Roe leave Velden", "Ida Roe resigned from Velden in January."),
        ("how long is the Velden boat", "A 62-metre Velden boat ran aground in May."),
        ("why did Edda Varn leave", "Edda Varn left out of fear for her sons."),
        (
            "why did the Velden gear fail",
            "The Velden gear failed because a bolt had rusted.",
        ),
        ("what was Stahl AG's profit", "Stahl AG's profit was £17m."),
        ("name of the Velden refinery boss", "Otto Dass is the director of the Velden refinery."),
    ],
)
def test_what_is_told_of_the_thing_itself_answers(question: str, text: str) -> None:
    assert told(question, text).facts[0].lacks == ()
