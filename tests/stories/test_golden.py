"""An editor keeps golden questions in the chat, made of answers, and drops them."""

from sqlalchemy import select

from db.models import AuditRow, GoldenQuestionRow
from tests.factories import HARBOUR, load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_loading import edited, press, rehearsed

BOATS = "How many fishing boats use the harbour in summer?"


async def reply(person: Person, shown: Shown, text: str) -> Shown:
    await person.say(text, reply_to=shown)
    return await person.next_message()


async def test_answer_is_kept_tried_and_dropped(desk: Desk, ada: Person) -> None:
    assert "No golden questions are kept" in (await ask(ada, "/golden")).text
    load_text(desk.edge.store)
    offer = await reply(ada, await ask(ada, BOATS), "/golden")
    assert f"{BOATS}\n= About 300 fishing boats use the harbour in summer." in offer.text
    await press(ada, offer, "Keep it")
    await edited(ada, offer, f"Kept: {BOATS}")
    again = await reply(ada, await ask(ada, BOATS), "/golden")
    assert "kept already" in await press(ada, again, "Keep it")
    shown = await rehearsed(ada, "harbour.txt", HARBOUR.replace("About 300", "About 340"))
    assert "1 golden question would be answered otherwise" in shown.text
    listed = await ask(ada, "/golden")
    assert "Golden questions, page 1 of 1" in listed.text
    await press(ada, listed, "Drop 1")
    listed = await edited(ada, listed, "Golden question 1 is kept no longer")
    assert "No golden questions are kept" in listed.text
    with desk.edge.store.reads.begin() as session:
        verbs = session.scalars(select(AuditRow.verb).order_by(AuditRow.id)).all()
    assert [verb for verb in verbs if verb in ("keep", "remove")] == ["keep", "remove"]


async def test_only_an_answer_for_everybody_can_be_kept(desk: Desk, ada: Person) -> None:
    load_text(desk.edge.store, visibility="internal")
    told = await reply(ada, await ask(ada, BOATS), "/golden")
    assert "not for everybody" in told.text
    nothing = await ask(ada, "Who painted the ceiling of the opera of Sorn?")
    assert "gives no single answer" in (await reply(ada, nothing, "/golden")).text
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(GoldenQuestionRow)).all() == []


async def test_reader_keeps_none_by_command_or_forged_button(
    desk: Desk, ada: Person, rita: Person
) -> None:
    load_text(desk.edge.store)
    answer = await ask(rita, BOATS)
    assert "Only editors" in (await reply(rita, answer, "/golden")).text
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    for data in ("golden:keep:1", "golden:drop:1:0", "golden:page:0"):
        held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
        assert "Only editors" in await press(rita, answer, answer.buttons[0])
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(GoldenQuestionRow)).all() == []
