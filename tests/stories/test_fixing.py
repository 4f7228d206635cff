"""An editor puts facts right in the chat: by buttons, by typed words, and back again."""

import asyncio

from sqlalchemy import func, select

from bot.services.loading import rehearse
from db.models import FixRow
from tests.bot.services.test_fixing import TEXT, of, texts, understood
from tests.factories import NOW, load_text
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_correcting import later, tick


def fixes(desk: Desk) -> int:
    with desk.edge.store.reads.begin() as session:
        return session.scalar(select(func.count()).select_from(FixRow)) or 0


async def opened(desk: Desk, ada: Person, words: str) -> Shown:
    load_text(desk.edge.store, TEXT)
    return await ask(ada, f"/fix {of(desk.edge.store, words).fact_id}")


async def pressed(person: Person, message: Shown, label: str, words: str) -> Shown:
    await person.press(message, label)
    return await person.wait_for(lambda m: m.id == message.id and words in m.text)


async def test_speaker_is_typed_and_put_back(desk: Desk, ada: Person) -> None:
    card = await opened(desk, ada, "sea wall")
    assert "Speaker: uncertain" in card.text
    await pressed(ada, card, "Speaker", "Who said it?")
    await pressed(ada, card, "Other …", "Type the speaker")
    fixed = await ask(ada, "Ida Roe, mayor of Velden")
    assert "Set. No later run" in fixed.text
    assert "Speaker: Ida Roe, mayor of Velden" in fixed.text
    back = await pressed(ada, fixed, "Put back", "Put back.")
    assert "Speaker: uncertain" in back.text


async def test_fact_of_an_answer_is_dated_with_buttons(desk: Desk, ada: Person) -> None:
    load_text(desk.edge.store, TEXT)
    answer = await ask(ada, "When did the mayor open the quay?")
    await ada.say("/fix", reply_to=answer)
    card = await ada.next_message()
    assert "“Wednesday” stays as written" in card.text
    await pressed(ada, card, "Date", "Which day")
    await pressed(ada, card, "Other …", "Type the day")
    assert "Write the day" in (await ask(ada, "🙂" * 2000)).text
    assert "Wednesday = 18 Nov 2026" in (await ask(ada, "18 Nov 2026")).text
    assert "18 Nov 2026" in (await ask(ada, "When did the mayor open the quay?")).text


async def test_fact_is_split_joined_and_left_out(desk: Desk, ada: Person) -> None:
    card = await opened(desk, ada, "4 million")
    await pressed(ada, card, "Split", "┃")
    await pressed(ada, card, "1", "✓ Set.")
    assert "30 boats were moved." in texts(desk.edge.store)
    await pressed(ada, card, "Join", "Join it with")
    await pressed(ada, card, "The one after", "crowns; 30 boats")
    await pressed(ada, card, "Leave out", "Leave it out?")
    await pressed(ada, card, "Yes, leave it out", "Left out.")
    assert not any("4 million" in text for text in texts(desk.edge.store))
    await pressed(ada, card, "Put back", "crowns; 30 boats")


async def test_reader_is_told_whose_words_they_were_and_the_editor_how_many_know(
    desk: Desk, rita: Person, ada: Person
) -> None:
    load_text(desk.edge.store, TEXT)
    seen = await ask(rita, "What must the sea wall do?")
    assert "speaker uncertain" in seen.text
    later(desk)
    card = await ask(ada, f"/fix {of(desk.edge.store, 'sea wall').fact_id}")
    await pressed(ada, card, "Speaker", "Who said it?")
    await pressed(ada, card, "Other …", "Type the speaker")
    fixed = await ask(ada, "Ida Roe, mayor of Velden")
    assert "shown it otherwise: 0 of 1 reached, 1 still on the way" in fixed.text
    later(desk)
    await tick(desk)
    notice = await rita.next_message()
    assert notice.text.startswith("Put right · you saw this today\n")
    assert "speaker uncertain → Ida Roe, mayor of Velden, quoted" in notice.text
    marked = await rita.wait_for(lambda m: m.id == seen.id and m.edited)
    assert marked.text.startswith("⚠ Put right on ")
    await pressed(ada, fixed, "Refresh", "shown it otherwise: 1 of 1 reached")


async def test_admin_chooses_from_the_fact_who_may_see_its_document(
    desk: Desk, ada: Person
) -> None:
    card = await opened(desk, ada, "sea wall")
    assert "For whom: public" in card.text
    await pressed(ada, card, "For whom", "Who may see")
    await ada.press(card, "internal")
    await ada.wait_for(lambda m: m.id == card.id and "internal" in m.text)
    number = of(desk.edge.store, "sea wall").fact_id
    assert "For whom: internal" in (await ask(ada, f"/fix {number}")).text


async def test_second_press_is_told_that_it_is_so(desk: Desk, ada: Person) -> None:
    card = await opened(desk, ada, "sea wall")
    await pressed(ada, card, "Kind", "What is it?")
    shown = ada.messages[card.id]
    await asyncio.gather(ada.press(shown, "caption"), ada.press(shown, "caption"))
    await ada.wait_for(lambda m: "Kind: caption" in m.text)
    told = [(await ada.next_answer())["text"] for _ in range(3)]
    assert sum("so already" in text for text in told) == 1
    assert fixes(desk) == 1


async def test_rehearsed_facts_are_fixed_the_doubtful_first(desk: Desk, ada: Person) -> None:
    with desk.edge.store.writes.begin() as session:
        plan = rehearse(session, NOW, file_name="h.txt", documents=understood(), actor="7")
    listed = await _forged(desk, ada, f"fix:load:{plan.load_id}:0")
    assert "3, 2 doubtful" in listed.text
    assert "which day?" in listed.text
    assert listed.buttons[-1] == "Back to the rehearsal"
    card = await pressed(ada, listed, "1", "not applied yet")
    await pressed(ada, card, "Leave out", "Leave it out?")
    await pressed(ada, card, "Yes, leave it out", "2, 1 doubtful")
    assert fixes(desk) == 1


async def test_reader_fixes_nothing(desk: Desk, rita: Person) -> None:
    load_text(desk.edge.store, TEXT)
    fact = of(desk.edge.store, "sea wall").fact_id
    assert "Only editors" in (await ask(rita, f"/fix {fact}")).text
    answer = await ask(rita, "When did the mayor open the quay?")
    held = desk.sandbox.world.messages[rita.chat][answer.id]
    for data in (f"fix:gone:{fact}", "fix:load:1:0", f"fix:back:{fact}:1"):
        held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
        await rita.press(answer, "Context")
        assert "Only editors" in (await rita.next_answer())["text"]
    assert fixes(desk) == 0


async def test_wrong_numbers_and_broken_buttons_are_told_kindly(desk: Desk, ada: Person) -> None:
    assert "Reply /fix" in (await ask(ada, "/fix")).text
    assert "Reply /fix" in (await ask(ada, "/fix twelve")).text
    assert "Fact 999 is not there" in (await ask(ada, "/fix 999")).text
    card = await opened(desk, ada, "sea wall")
    held = desk.sandbox.world.messages[ada.chat][card.id]
    for data in ("fix:gone:1-2", "fix:poem:3", "fix:be:3:poem", "fix:cut:3:١", "fix:day:3:x:soon"):
        held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
        await ada.press(card, "Speaker")
        assert (await ada.next_answer())["text"]
    assert fixes(desk) == 0


async def _forged(desk: Desk, person: Person, data: str) -> Shown:
    """Press a button that another message will offer."""
    shown = await ask(person, "/fix 1")
    held = desk.sandbox.world.messages[person.chat][shown.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
    return await pressed(person, shown, "Speaker", "Facts of load")
