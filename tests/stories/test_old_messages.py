"""Buttons of old messages work too: of the message, Telegram then tells no more than its number."""

from tests.sandbox.person import Person
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask


async def test_context_of_an_old_answer_is_still_shown(desk: Desk, rita: Person) -> None:
    answer = await ask(rita, "How many people were killed in September?")
    desk.sandbox.world.forgetful = True
    await rita.press(answer, "Context")
    assert "6,500 lives" in (await rita.next_message()).text


async def test_editors_decide_under_old_messages(desk: Desk, ada: Person) -> None:
    confirm = await ask(ada, "/withdraw 12 Reason: never said")
    desk.sandbox.world.forgetful = True
    await ada.press(confirm, "Withdraw it")
    await ada.wait_for(lambda m: m.id == confirm.id and "Withdrawn" in m.text)


async def test_topic_of_an_old_list_can_be_followed(desk: Desk, rita: Person) -> None:
    topics = await ask(rita, "/topics")
    desk.sandbox.world.forgetful = True
    await rita.press(topics, "Everything")
    assert "not yet subscribed" in (await rita.next_message()).text
