"""Who "she", "it" and "they" are when others ask, stand by, or say nothing between."""

import pytest

from tests.facts.extraction.told import facts_of, sure_speaker


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            [
                "Mayor Ifeoma Obi-Clarke opened the bridge on Saturday. She said it was safe.",
                "The bridge cost 41 million crowns.",
                "“We promised and we delivered,” she said.",
            ],
            "Ifeoma Obi-Clarke",
        ),
        (
            [
                "Tenzin Norbu keeps bees above Lhamoi. He says that they sleep.",
                "The hives are made of clay. They are old.",
                "“My father made them,” he said.",
                "Honey sells for nine crowns a jar.",
                "He added that he would make more.",
            ],
            "Tenzin Norbu",
        ),
    ],
)
def test_the_only_one_of_the_text_is_still_meant_further_down(
    paragraphs: list[str], speaker: str
) -> None:
    assert sure_speaker(*paragraphs) == speaker


@pytest.mark.parametrize(
    "between",
    [
        "Her deputy, Zainab Musa, cut the ribbon.",
        "A resident watched from her window.",
        "Then a teacher came forward.",
    ],
)
def test_somebody_else_between_leaves_it_open(between: str) -> None:
    opening = "Mayor Ifeoma Obi-Clarke opened the bridge on Saturday. She said it was safe."
    assert sure_speaker(opening, between, "“I am glad,” she said.") != "Ifeoma Obi-Clarke"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("“Will you apologise?” a journalist asked.", "“I have apologised,” he replied."),
        ("A reporter asked whether he was sorry.", "He said he had been sorry for a year."),
        ("“And the families?” asked one reporter.", "“They know,” he said."),
    ],
)
def test_who_is_asked_answers_and_not_who_asks(question: str, answer: str) -> None:
    before = "The company's president, Peter Brandt, said no decision had been taken."
    assert sure_speaker(before, f"{question} {answer}") == "Peter Brandt"
    assert sure_speaker(f"{before} {question} {answer}") == "Peter Brandt"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Finance Minister Ida Roe, accompanied by the head of the bank, Tunde Falade, said it"
            " was safe.",
            "Ida Roe",
        ),
        ("Ida Roe, flanked by her deputy, Jon Arke, said that it was safe.", "Ida Roe"),
        ("Ida Roe, standing beside the mayor, Jon Arke, warned of floods.", "Ida Roe"),
        ("Ida Roe, joined on the stage by the singer Jon Arke, said it was safe.", "Ida Roe"),
        ("Ida Roe, speaking alongside the mayor, Jon Arke, said it was safe.", "Ida Roe"),
        ("Sen. Ida Roe (D) on Tuesday called for hearings into the contract.", "Ida Roe"),
        ("Ida Roe (Green, Mill Ward) on Monday said it was late.", "Ida Roe"),
        ("The mayor, Ms Ida Roe, on Monday said that it was late.", "Ida Roe"),
        ("Ida Roe, the mayor, yesterday said that it was late.", "Ida Roe"),
        ("MPs said that the count was wrong.", "MPs"),
        ("Opposition MPs have condemned the ministry for losing the list.", "Opposition MPs"),
        ("The opposition Green Alliance party said that the count was wrong.", "Green Alliance"),
        ("The ruling Unity Front party denied that it had lost.", "Unity Front"),
        ("The Cielo Group airline said that it was late.", "Cielo Group"),
        ("Brokers for their part say shouting never raised a price.", "Brokers"),
        (
            "Observers from the regional bloc said voting had been peaceful.",
            "Observers from the regional bloc",
        ),
        ("Donors in the north say that the money was late.", "Donors in the north"),
        ("Analysts at Bluewater said in a note that stocks had doubled.", "Analysts at Bluewater"),
        ("Officials in Sorn said in the report that stocks had doubled.", "Officials in Sorn"),
        ("Dr Ida Roe gave the cause of death as heat stroke.", "Ida Roe"),
    ],
)
def test_the_speaker_of_a_sentence(text: str, speaker: str) -> None:
    assert sure_speaker("Prices fell on Monday.", text) == speaker


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        (
            "The council said that the bank had not paid its rent.",
            "They expect to be paid, the tenants of the square say.",
            "the tenants of the square",
        ),
        (
            "The town council says it has no money for repairs.",
            "Work would cost about 2.5 million francs, it estimates.",
            "The town council",
        ),
        (
            "Researchers at the Open Web Lab said the figure was low.",
            "They estimate that one account in nine is false.",
            "Researchers at the Open Web Lab",
        ),
        (
            "Organisers of the Lake Folk Festival said that it was over.",
            "“We held out as long as we could,” they said in a statement.",
            "Organisers of the Lake Folk Festival",
        ),
        (
            "Organisers of the Lake Folk Festival said that it was over.",
            "Ticket holders will get their money back, they added.",
            "Organisers of the Lake Folk Festival",
        ),
        (
            "Analysts at Bluewater said that stocks had doubled since May.",
            "They expect prices to recover in the autumn.",
            "Analysts at Bluewater",
        ),
    ],
)
def test_a_body_or_several_speak_on(before: str, text: str, speaker: str) -> None:
    assert sure_speaker(f"{before} {text}") == speaker


def test_what_a_court_hears_of_somebody_is_not_shown_as_theirs() -> None:
    told = facts_of("An inquest heard that Callum Reece, 19, had told friends he felt unwell.")
    assert not (told[-1].attribution.sure and told[-1].attribution.speaker)


@pytest.mark.parametrize("question", ["who had known", "whether it was late", "why he had left"])
def test_who_puts_a_question_to_him_is_not_the_one_who_replies(question: str) -> None:
    before = "The company's president, Peter Brandt, said no decision had been taken."
    told = [before, f"A guest, Chioma Eze, asked him {question}. “I had to,” he replied."]
    assert sure_speaker(*told) in (None, "Peter Brandt")
