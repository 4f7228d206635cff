"""Readers choose and wait, admins decide: what the bot learns, through the chat."""

from sqlalchemy import select, update

from bot.services.learning import add_alias
from db.models import FactRow, PersonRow, PhrasingRow, WaitingRow
from tests.factories import HARBOUR, load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import _provoke_choice, ask


async def test_question_is_answered_later_to_whoever_wanted_to_be_told(
    desk: Desk, rita: Person
) -> None:
    answer = await ask(rita, "How many fishing boats use the harbour?")
    await rita.press(answer, "Tell me when you know")
    assert "I will tell you" in (await rita.next_answer())["text"]
    await rita.press(answer, "Tell me when you know")
    assert "already" in (await rita.next_answer())["text"]
    load_text(desk.edge.store, HARBOUR)
    await desk.tick()
    told = await rita.next_message()
    assert told.text.startswith("You wanted to be told: How many fishing boats")
    assert told.raw["reply_to_message"]["text"] == "How many fishing boats use the harbour?"
    assert told.buttons == ["Context", "Document", "👍", "👎"]


async def test_chosen_fact_becomes_a_phrasing_that_an_admin_makes_live(
    desk: Desk, rita: Person, ada: Person
) -> None:
    choice = await _provoke_choice(desk, rita)
    await rita.press(choice, "2")
    await rita.wait_for(lambda m: m.id == choice.id and m.edited)
    listed = await ask(ada, "/phrasings")
    assert "proposed · chosen 1, refused 0" in listed.text
    await ada.press(listed, "✓ 1")
    assert "Live" in (await ada.next_answer())["text"]
    found = await ask(rita, "When did Velden's council meet to talk about the harbour?")
    assert "harbour lights" in found.text
    assert found.buttons[-1] == "👎"
    why = await _why(rita, found)
    assert "people ask for it in these words" in why.text


async def test_phrasing_is_an_admins_to_decide(desk: Desk, rita: Person) -> None:
    choice = await _provoke_choice(desk, rita)
    await rita.press(choice, "2")
    await rita.next_answer()
    answer = await ask(rita, "How many people were killed in September?")
    # What a forger could send: an admin's button under one's own message.
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "live:1"
    await rita.press(answer, "Context")
    assert "Only editors" in (await rita.next_answer())["text"]
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(PhrasingRow.state)).all() == ["proposed"]
    assert "Only editors" in (await ask(rita, "/phrasings")).text


async def test_alias_is_set_used_shown_and_taken_away(
    desk: Desk, rita: Person, ada: Person
) -> None:
    load_text(desk.edge.store, HARBOUR)
    assert "same now" in (await ask(ada, "/alias marina = harbour")).text
    found = await ask(rita, "How many fishing boats use the marina?")
    assert "About 300 fishing boats" in found.text
    assert "marina: this desk's other word for it, “harbour”" in (await _why(rita, found)).text
    assert "marina = harbour" in (await ask(ada, "/alias")).text
    assert "Taken away" in (await ask(ada, "/alias remove 1")).text
    assert "two different wordings" in (await ask(ada, "/alias x =")).text
    assert "two different wordings" in (await ask(ada, "/alias peace deal")).text
    assert "with one = between" in (await ask(ada, "/alias port = harbour = quay")).text
    assert "Only editors" in (await ask(rita, "/alias a = b")).text


async def test_editor_adds_and_ends_aliases_by_buttons(desk: Desk, rita: Person) -> None:
    with desk.edge.store.writes.begin() as session:
        session.execute(update(PersonRow).values(role="editor"))
        for number in range(11):
            add_alias(session, desk.edge.clock.now(), words=f"x{number}y", meaning="z", actor="t")
    listed = await ask(rita, "/alias")
    assert listed.buttons[-2:] == ["Add", "Next ▸"]
    await rita.press(listed, "Add")
    await rita.wait_for(lambda m: m.id == listed.id and "with = between" in m.text)
    assert "two different wordings" in (await ask(rita, "peace deal")).text
    added = await ask(rita, "peace deal = accord")
    await rita.press(added, "All of them")
    await rita.wait_for(lambda m: m.id == added.id and "peace deal = accord" in m.text)
    await rita.press(added, "✗ 12")
    await rita.wait_for(lambda m: m.id == added.id and "Taken away" in m.text)
    await rita.press(added, "Next ▸")
    assert "x0y = z" in (await rita.wait_for(lambda m: m.id == added.id and "x0y" in m.text)).text


async def test_phrasings_are_decided_in_pages_and_taken_back(
    desk: Desk, rita: Person, ada: Person
) -> None:
    with desk.edge.store.writes.begin() as session:
        fact = session.scalars(select(FactRow.id).order_by(FactRow.id)).first()
        now, gist = desk.edge.clock.now(), ["open", ["x", False]]
        for number in range(6):
            row = PhrasingRow(fact_id=fact, text=f"q{number}", stem_key=f"k{number}", stems=gist,
                              state="proposed", chosen=1, against=0, proposed_at=now)  # fmt: skip
            session.add(row)
    listed = await ask(ada, "/phrasings")
    await ada.press(listed, "Next ▸")
    second = await ada.wait_for(lambda m: m.id == listed.id and "q5" in m.text)
    assert second.buttons == ["✓ 6", "✗ 6", "◂ Back"]
    await ada.press(second, "✓ 6")
    await ada.wait_for(lambda m: m.id == listed.id and "Take 6 back" in m.buttons)
    await ada.press(second, "Take 6 back")
    await ada.wait_for(lambda m: m.id == listed.id and "q0" in m.text and "q5" not in m.text)


async def test_why_tells_words_confidence_and_runner_up(rita: Person) -> None:
    answer = await ask(rita, "how many poeple were kiled in Septembr")
    why = await _why(rita, answer)
    assert "poeple: taken for a slip of “people”" in why.text
    assert "Given as the answer." in why.text
    assert "An answer needs" in why.text
    assert "Next: " in why.text
    assert "Receipt " in why.text


async def test_why_without_an_answer_is_said_kindly(rita: Person) -> None:
    assert "no answer of mine" in (await ask(rita, "/why")).text


async def test_gaps_are_listed_and_closed_by_admins(desk: Desk, rita: Person, ada: Person) -> None:
    answer = await ask(rita, "Who won the football final?")
    await rita.press(answer, "Tell me when you know")
    await rita.next_answer()
    listed = await ask(ada, "/gaps")
    assert "1  Who won the football final?\n1 person, 1 chat waits" in listed.text
    assert "1 chat is told" in (await ask(ada, "/gap 1 cannot be answered: no sport here")).text
    await desk.tick()
    assert "no sport here" in (await rita.next_message()).text
    assert "no open gap" in (await ask(ada, "/gap 1 fact 1")).text
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(WaitingRow.told_at)).one() is not None


async def _why(person: Person, answer: Shown) -> Shown:
    await person.say("/why", reply_to=answer)
    return await person.next_message()
