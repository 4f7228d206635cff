"""A stranger is let in by a link or on request; nobody else gets in, and no old button helps."""

from bot.sandbox.server import ADMIN_ID, READER_ID
from db.engine import Store
from db.models import PersonRow
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import running
from tests.stories.test_briefings import tap


async def test_stranger_asks_admin_lets_in_and_removes(store: Store, clock: FakeClock) -> None:
    async with running(store, clock, open_to_all=False) as desk:
        url = desk.sandbox.url
        async with Person(url, ADMIN_ID) as ada, Person(url, READER_ID) as rita:
            await ada.say("/start")
            await ada.next_message()
            await rita.say("hello")
            assert "Give your id" in (await rita.next_message()).text
            await rita.say("hello?")
            asking = await ada.next_message()
            assert "asks to be let in" in asking.text
            card = await tap(ada, asking, "Let in")
            assert "let in" in card.text
            assert (await rita.next_message()).text.startswith("You are let in")
            card = await tap(ada, card, "Remove")
            assert "removed" in card.text
            await rita.say("When did it happen?")
            await ada.say("/people")
            assert (await ada.next_message()).text.startswith("People, page 1")
            assert rita.messages[max(rita.messages)].text.startswith("You are let in")


async def test_invite_link_lets_in_one_and_a_forged_one_nobody(
    store: Store, clock: FakeClock
) -> None:
    async with running(store, clock, open_to_all=False) as desk:
        url = desk.sandbox.url
        async with Person(url, ADMIN_ID) as ada, Person(url, READER_ID) as rita:
            await ada.say("/invite")
            made = await tap(ada, await ada.next_message(), "editor", "Make the link")
            payload = made.text.split("?start=")[1].split()[0]
            await rita.say("/start inv_forged")
            assert "not valid" in (await rita.next_message()).text
            await rita.say(f"/start {payload}")
            assert (await rita.next_message()).text.startswith("Welcome")
            await rita.say("/people")
            assert (
                await rita.next_message()
            ).text == "Only admins can do that, in a private chat with me."
            with store.reads.begin() as session:
                assert session.get_one(PersonRow, READER_ID).role == "editor"
