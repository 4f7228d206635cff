"""A reader asks, and gets what the documents say."""

import re

from sqlalchemy import select

from db.models import FeedbackRow, SightingRow
from tests.factories import HARBOUR, load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.waiting import until


async def ask(person: Person, text: str) -> Shown:
    await person.say(text)
    return await person.next_message()


async def test_answer_is_a_picture_of_a_fact(rita: Person) -> None:
    answer = await ask(rita, "How many people were killed in September?")
    lines = answer.text.splitlines()
    assert lines[0].startswith("at least 286")
    assert lines[1].startswith("In September, at least 286 people were killed on both sides")
    assert lines[2:] == [
        "The document's words; nobody quoted",
        "Blinken, Aliyev talk normalizing Azerbaijan-Armenia ties · outlet unknown",
        "Published: unknown, not before 7 Nov 2022",
    ]
    assert answer.marked("blockquote") == [lines[1]]
    assert answer.marked("bold")[0] == lines[0]
    assert answer.buttons == ["Context", "Document", "👍", "👎"]


async def test_typos_are_read_over_and_told(rita: Person) -> None:
    answer = await ask(rita, "how many poeple were kiled in Septembr")
    assert answer.text.startswith("Read as: ")
    assert "at least 286 people" in answer.text


async def test_sentence_before_is_shown_with_a_fact_that_leans_on_it(rita: Person) -> None:
    answer = await ask(rita, "How many lives did the 2020 war claim?")
    assert "It claimed over 6,500 lives in six weeks" in answer.text
    assert "In September, at least 286 people were killed" in answer.text


async def test_nothing_is_said_plainly(rita: Person) -> None:
    answer = await ask(rita, "Who won the football final?")
    assert answer.text.startswith("Nothing on that in the one document I have.")
    assert answer.buttons == ["Tell me when you know"]


async def test_context_shows_the_fact_marked_in_its_passage(rita: Person) -> None:
    answer = await ask(rita, "How many people were killed in September?")
    await rita.press(answer, "Context")
    context = await rita.next_message()
    assert context.marked("underline")[0].startswith("In September, at least 286 people")
    assert "It claimed over 6,500 lives" in context.text


async def test_document_tells_its_particulars(rita: Person) -> None:
    answer = await ask(rita, "How many people were killed in September?")
    await rita.press(answer, "Document")
    document = await rita.next_message()
    assert "Outlet: unknown" in document.text
    assert "14 facts stand in it" in document.text


async def test_thumb_is_kept_and_thanked_for(desk: Desk, rita: Person) -> None:
    answer = await ask(rita, "How many people were killed in September?")
    await rita.press(answer, "👎")
    assert "not helpful" in (await rita.next_answer())["text"]
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(FeedbackRow.verdict)).all() == ["down"]


async def test_reaction_to_an_answer_counts_as_its_thumb(desk: Desk, rita: Person) -> None:
    def verdicts() -> list[str]:
        with desk.edge.store.reads.begin() as session:
            return list(session.scalars(select(FeedbackRow.verdict)))

    answer = await ask(rita, "How many people were killed in September?")
    for emoji, kept in (("👍", ["up"]), ("🔥", []), ("👎", ["down"])):
        await rita.react(answer, emoji)
        await until(lambda kept=kept: verdicts() == kept)  # type: ignore[misc]
        assert verdicts() == kept  # a reaction has no answer


async def test_shown_fact_becomes_a_sighting(desk: Desk, rita: Person) -> None:
    await ask(rita, "How many people were killed in September?")
    await desk.settled("sent")
    with desk.edge.store.reads.begin() as session:
        assert len(session.scalars(select(SightingRow)).all()) == 1


async def test_choice_becomes_the_answer_in_place(desk: Desk, rita: Person) -> None:
    choice = await _provoke_choice(desk, rita)
    assert choice.buttons[-1] == "None of these"
    await rita.press(choice, "2")
    chosen = await rita.wait_for(lambda m: m.id == choice.id and m.edited)
    assert chosen.buttons == ["Context", "Document", "👍", "👎"]


async def test_none_of_these_is_taken_at_its_word(desk: Desk, rita: Person) -> None:
    choice = await _provoke_choice(desk, rita)
    await rita.press(choice, "None of these")
    chosen = await rita.wait_for(lambda m: m.id == choice.id and m.edited)
    assert "none of those" in chosen.text


async def _provoke_choice(desk: Desk, rita: Person) -> Shown:
    load_text(
        desk.edge.store,
        "Velden's council met on Monday to talk about the harbour wall.\n\n"
        "Velden's council met on Tuesday to talk about the harbour lights.\n\n"
        "Velden's council met on Friday to talk about the harbour crane.\n",
    )
    choice = await ask(rita, "When did Velden's council meet to talk about the harbour?")
    assert choice.text.startswith("I am not sure"), choice.text
    return choice


async def test_another_chats_button_leads_nowhere(desk: Desk, rita: Person, ada: Person) -> None:
    answer = await ask(rita, "How many people were killed in September?")
    other = await ask(ada, "Where did the foreign ministers meet on Nov. 7?")
    data = answer.rows[0][0]["callback_data"]
    assert re.fullmatch(r"context:\d+:0", data)
    # What a forger could send: the other chat's answer id under one's own message.
    held = desk.sandbox.world.messages[ada.chat][other.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
    await ada.press(other, "Context")
    assert "no longer leads anywhere" in (await ada.next_answer())["text"]


async def test_document_loaded_while_running_is_answered_from_at_once(
    desk: Desk, rita: Person
) -> None:
    await ask(rita, "How many fishing boats use the harbour?")
    load_text(desk.edge.store, HARBOUR)
    answer = await ask(rita, "How many fishing boats use the harbour?")
    assert "About 300 fishing boats use the harbour in summer." in answer.text


async def test_emoji_one_letter_and_long_texts_get_a_kind_word(rita: Person) -> None:
    assert "I look for words" in (await ask(rita, "🙂🙂🙂")).text
    assert (await ask(rita, "x")).text
    assert "longer than a question" in (await ask(rita, "word " * 800)).text


async def test_markup_in_a_question_is_shown_and_not_obeyed(rita: Person) -> None:
    answer = await ask(rita, "<b>kiled</b> in Septembr & <script>?")
    assert "🙂" not in answer.text
    assert answer.text


async def test_each_of_several_questions_is_named_in_its_answer(rita: Person) -> None:
    await rita.say("How many people were killed in September? Who won the football final?")
    answers = [await rita.next_message() for _ in range(2)]
    assert [a.text.splitlines()[0] for a in answers] == [
        "How many people were killed in September?",
        "Who won the football final?",
    ]
    assert all(a.raw["reply_to_message"] for a in answers)
