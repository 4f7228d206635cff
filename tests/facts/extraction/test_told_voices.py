"""Speakers by softer verbs, by offices of several words, by "it" and "they", and in lists."""

import pytest

from tests.facts.extraction.told import facts_of

OPENING = "Ulla Brenn, the mayor of Vardo, met Gus Ahlberg of the Kestrel Trust on Monday."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brenn dismissed the criticism, noting that two quays are new.", "Ulla Brenn"),
        ("Brenn rejected calls for a new vote.", "Ulla Brenn"),
        ("Brenn puts the cost of the quay at $40,000.", "Ulla Brenn"),
        ("Brenn estimates her losses at $40,000.", "Ulla Brenn"),
        ("Brenn complained the road was shut.", "Ulla Brenn"),
        ("Brenn swore that the money would come.", "Ulla Brenn"),
        ("Brenn said an emergency loan would be ready.", "Ulla Brenn"),
        ("The Weather Office is forecasting more rain.", "Weather Office"),
        ("Herders in Upper Kessa report that grass is gone.", "Herders in Upper Kessa"),
        ("Analysts at Tarn Bank expect savings of $40 million.", "Analysts at Tarn Bank"),
        ("Ports officials placed the damage to the quay at P40 million.", "Ports officials"),
        ("The quay was shut, a firm document seen by the agency shows.", "a firm document"),
        ("The union Dockers United liked the plan but said pay must rise.", "Dockers United"),
        ("Insurer Tarn Mutual confirms that the quay was covered.", "Tarn Mutual"),
        ("Harbourmaster Ida Roe said 22 boats were late.", "Ida Roe"),
        ("Minister of State for Ports and Rivers Ida Roe said it was late.", "Ida Roe"),
        ("Inspector General of Police Ida Roe said it was late.", "Ida Roe"),
        ("Ex-mayor Ida Roe said it was late.", "Ida Roe"),
        ("Tarn Lines spokeswoman Ida Roe warned of delays, saying it was late.", "Ida Roe"),
    ],
)
def test_the_speaker_is_found(text: str, speaker: str) -> None:
    found = facts_of(OPENING, text)[-1].attribution
    assert (found.speaker, found.sure) == (speaker, True)


@pytest.mark.parametrize(
    "text",
    [
        "Brenn, who had denied all charges, wept as the verdict was read.",
        "Five of the six member states were there.",
        "Brenn expects a loss of 3 million crowns.",
        "Towers in the hall report that the vote is off.",
    ],
)
def test_nobody_claims_it(text: str) -> None:
    assert facts_of(OPENING, text)[-1].attribution.speaker is None


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        ("A grocer, Kip Foods, shut two shops.", "It added that 40 jobs would go.", "Kip Foods"),
        ("Tarn Lines was not charged.", "It said that it was glad.", "Tarn Lines"),
        ("The ports ministry has hired two tugs.", "It says it needs six.", "The ports ministry"),
        ("The ports ministry has a new plan.", "It says two quays will go.", None),
        ("The ministry met Tarn Lines.", "It said two quays will go.", None),
    ],
)
def test_it_is_the_one_body_told_of_just_before(
    before: str, text: str, speaker: str | None
) -> None:
    assert facts_of(OPENING, f"{before} {text}")[-1].attribution.speaker == speaker


def test_the_company_is_the_only_one_of_the_text() -> None:
    text = "Tarn Foods will build a bakery in Vardo, the company announced today."
    assert facts_of(text, "Tarn Foods has 40 shops.")[0].attribution.speaker == "Tarn Foods"
    own = facts_of("Kip Foods has 40 shops. Tarn Foods will buy it, the company said.")
    assert own[-1].attribution.speaker == "Tarn Foods"
    two = facts_of("Kip Foods met Tarn Foods. It is late, the company said.")
    assert two[-1].attribution.speaker == "the company"


def test_the_union_is_the_only_one_of_the_text() -> None:
    named = "The Allied Workers’ Union has called a strike."
    told = facts_of(named, "The union, which asks for 6%, says that it is late.")
    assert told[-1].attribution.speaker == "Allied Workers’ Union"
    told = facts_of(named, "Another union met.", "The union says that it is late.")
    assert told[-1].attribution.speaker == "The union"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The trust expects rain, said Ida Roe, its head of weather.", "Ida Roe"),
        ("Traders there say prices have risen by 30%.", "Traders"),
        ("The Count Office put turnout at 61.4 per cent.", "Count Office"),
        ("Brenn, however, faulted the reply.", "Ulla Brenn"),
        ("Brenn wrote the book that saved the bog.", None),
    ],
)
def test_who_tells_it_is_found(text: str, speaker: str | None) -> None:
    assert facts_of(OPENING, text)[-1].attribution.speaker == speaker


def test_the_agency_may_be_called_an_authority() -> None:
    text = "It takes ten days, the agency says."
    assert facts_of("The Ports Authority met.", text)[-1].attribution.speaker == "Ports Authority"
    two = facts_of("The Ports Authority met the Rivers Bureau.", text)[-1].attribution
    assert two.speaker == "the agency"


def test_items_of_a_list_are_theirs_who_lead_it() -> None:
    text = "# Statement\n\nThe leaders met.\n\nLeaders:\n\n- agreed to meet;\n- noted the fall.\n"
    assert [each.attribution.speaker for each in facts_of(text, name="a.md")] == [
        *(None, "Leaders", "Leaders")
    ]


def test_they_of_a_communique_are_the_ministers_before() -> None:
    text = "1. The Ministers welcomed the fall.\n\n2. They condemned the attack on the Teveni.\n"
    assert facts_of(text)[-1].attribution.speaker == "The Ministers"


def test_labels_tell_the_office_once_and_the_name_alone_afterwards() -> None:
    told = facts_of(
        "Oral evidence",
        "The Chair (Dame Ida Roe): Whose fault was that?",
        "Ada Lund (Chief Executive, Vale Water): It was ours, and I am sorry.",
        "The Chair: When did you know?",
        "Ada Lund: On 10 January, I think.",
        "Ivo Tarr MP: You were paid a bonus.",
    )
    assert [each.attribution.speaker for each in told] == [
        *("Ida Roe", "Ada Lund", "Ida Roe", "Ada Lund", "Ivo Tarr")
    ]
    assert told[1].attribution.role == "Chief Executive, Vale Water"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brenn urged residents to stay at home.", "Ulla Brenn"),
        ("Brenn asked the trust to wait a year.", "Ulla Brenn"),
        ("Brenn criticised the trust for its delay.", "Ulla Brenn"),
        ("Brenn welcomed the ruling of the court.", "Ulla Brenn"),
        ("Brenn condemned the attack on the quay.", "Ulla Brenn"),
        ("Brenn thanked the trust for its help.", "Ulla Brenn"),
        ("Brenn apologised for the delay.", "Ulla Brenn"),
        ("Brenn expressed her support for the strike.", "Ulla Brenn"),
        ("Brenn is in no doubt that the quay is safe.", "Ulla Brenn"),
        ("Brenn is quoted as saying the quay is safe.", "Ulla Brenn"),
        ("By Brenn's reckoning the quay is safe.", "Ulla Brenn"),
        ("The bell was condemned as unsafe.", None),
        ("Brenn was praised by the trust.", None),
        ("Brenn thanked the jurors, who waited for six hours.", None),
        ("Brenn welcomed the visitors at the quay.", None),
        ("Brenn asked for a new quay.", None),
    ],
)
def test_praise_blame_and_pleas_are_theirs(text: str, speaker: str | None) -> None:
    assert facts_of(OPENING, text)[-1].attribution.speaker == speaker


def test_the_company_is_the_subject_of_the_text_while_no_other_is_named() -> None:
    lead = "Slice Republic will shut 41 shops, the company said on Thursday."
    sales = "Sales fell 6.2%, the Dayton, Ohio-based company said."
    told = facts_of(lead, sales, "Kip Foods met Slice Republic.", "It is late, the company said.")
    assert [each.attribution.speaker for each in told] == [
        *("Slice Republic", "Slice Republic", None, "the company")
    ]


def test_she_may_be_the_subject_again_after_a_word_of_her_daughter() -> None:
    told = facts_of(
        "Edda Strahan, coxswain, dies at 88",
        "Edda Strahan, who has died aged 88, was born in Torvey. Her daughter, Ida, described her"
        ' as "stubborn". The crew wept. "It is paperwork," she would tell them.',
    )
    assert told[-1].attribution.speaker is None or not told[-1].attribution.sure


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brenn has called for a state of emergency.", "Ulla Brenn"),
        ("Brenn has declared a state of emergency.", None),
        ("The union puts it at four.", "The union"),
        ("Brenn called the plan overdue.", "Ulla Brenn"),
        ("Brenn called the police yesterday.", None),
    ],
)
def test_a_call_is_no_declaration(text: str, speaker: str | None) -> None:
    assert facts_of(OPENING, text)[-1].attribution.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sarah Lund sings, and the sound, as she put it, is all salt.", "Sarah Lund"),
        ("Our economist, Dr Ida Roe, calculates that it costs $4 million.", "Ida Roe"),
        ("The Kestrel Trust has long warned that the road is bad.", "Kestrel Trust"),
    ],
)
def test_words_within_a_sentence_are_hers_who_opens_it(text: str, speaker: str) -> None:
    found = facts_of(OPENING, text)[-1].attribution
    assert (found.speaker, found.sure) == (speaker, True)


def test_a_survey_told_by_somebody_is_theirs() -> None:
    told = facts_of(
        "“It is late,” said Sarah Lund. The need, she argued, is there: a survey found that 44%"
        " wait. In her view, it must go."
    )
    assert [each.attribution.speaker for each in told] == ["Sarah Lund"] * 3


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        ("A clerk, Sarah Lund, differs.", "Over lunch she said that it was late.", "Sarah Lund"),
        ("It was dismissed by Sarah Lund as talk.", "“Salt,” she says.", "Sarah Lund"),
        ("Wendeline Osei said so. Osei's team has plans.", "“Wait,” she added.", "Wendeline Osei"),
    ],
)
def test_she_is_whom_the_sentence_before_tells_of(before: str, text: str, speaker: str) -> None:
    found = facts_of(f"{before} {text}")[-1].attribution
    assert (found.speaker, found.sure) == (speaker, True)


def test_who_concedes_says_nothing() -> None:
    assert facts_of(OPENING, "Mayor Brenn concedes.")[-1].attribution.speaker is None


def test_whom_a_lawyer_defends_says_nothing() -> None:
    text = "Ida Roe, defending Kyle Tarr, said her client had been led."
    assert facts_of(OPENING, text)[-1].attribution.speaker == "Ida Roe"


def test_she_of_a_new_paragraph_need_not_be_the_daughter_who_spoke_last() -> None:
    told = facts_of(
        "Sarah Lund has died at 94. She died at home, her daughter, Ida Roe, said.",
        "She left school at 13. “There was no bed,” she recalled.",
    )
    last = told[-1].attribution
    assert last.speaker != "Ida Roe" or not last.sure
