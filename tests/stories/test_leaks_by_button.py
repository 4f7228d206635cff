"""No button, forged or left from a better day, shows what a reader may not see."""

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID, READER_ID
from bot.services.labelling import relabel
from db.engine import Store
from db.models import AnswerRow, DigestRow, FactRow, TopicRow
from tests.factories import load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask
from tests.stories.test_briefings import tap
from tests.stories.test_leaks import OPEN, SECRET, SECRETS, topic

NOBODYS = 999_999
OF_ANSWERS = (
    *("context:{}:0", "document:{}:0", "document:{}:1", "pick:{}:0", "pick:{}:1", "page:{}:1"),
    *("none:{}", "wait:{}", "up:{}", "down:{}", "rule:why:{}:0"),
)
OF_FACTS = (
    *("fact:context:{}", "fact:document:{}", "corr:correct:{}", "corr:see:{}", "fix:fact:{}"),
    *("fix:say:{}:-", "gap:fact:1:{}", "gap:point:1:{}"),
)
OF_DIGESTS = ("digest:again:{}", "digest:more:{}:0", "digest:moreat:{}:0", "digest:repeats:{}:0")
OF_TOPICS = ("brief:{}:-:0", "brief:{}:2020-01-01:1", "topic:follow:{}")
OF_LOADS = ("load:show:{}", "state:undo:{}", "fix:load:{}:0", "people:card:{}", "term:remove:{}")
SECRET_ROWS = (
    (select(AnswerRow.id), OF_ANSWERS),
    (select(FactRow.id).where(FactRow.id <= 3), OF_FACTS),
    (select(DigestRow.id), OF_DIGESTS),
    (select(TopicRow.id).where(TopicRow.name == "Zelinka"), OF_TOPICS),
)


async def forged(desk: Desk, person: Person, shown: Shown, data: str) -> str:
    """Press what the bot never offered here; return what is said in passing."""
    held = desk.sandbox.world.messages[person.chat][shown.id]
    held["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = data
    label = held["reply_markup"]["inline_keyboard"][0][0]["text"]
    await person.press(shown, label)
    return str((await person.next_answer())["text"])


def forgeries(store: Store) -> list[tuple[str, str]]:
    """Every button about something secret, each beside one about nothing at all."""
    data = [(form.format(2), form.format(NOBODYS)) for form in OF_LOADS]
    with store.reads.begin() as session:
        for rows, forms in SECRET_ROWS:
            ids = session.scalars(rows).all()
            assert ids
            data += [(form.format(i), form.format(NOBODYS)) for form in forms for i in ids]
    return data


def leaked(person: Person, asked: str = "") -> list[str]:
    told = "\n".join([m.text for m in person.messages.values() if m.from_bot] + person.toasts)
    told = told.lower().replace(asked.lower(), "") if asked else told.lower()
    return [word for word in SECRETS if word in told]


@pytest.fixture
def secret(store: Store) -> Store:
    load_text(store, SECRET, name="secret.txt", visibility="restricted")
    return store


async def test_forged_button_says_what_one_of_nothing_says(secret: Store, clock: FakeClock) -> None:
    async with running(secret, clock, questions_a_minute=1_000) as desk:
        topic(desk, "Zelinka: Zelinka")
        url = desk.sandbox.url
        async with Person(url, ADMIN_ID) as ada, Person(url, READER_ID) as rita:
            assert "7713" in (await ask(ada, "How many torpedoes did Zelinka hide?")).text
            card = await tap(ada, await ask(ada, "/subscribe Zelinka"), "✅ Subscribe")
            await ada.press(card, "Brief me now")
            assert "Zelinka" in (await ada.next_message()).text
            buttons = forgeries(secret)
            load_text(secret, OPEN, name="open.txt")
            shown = await ask(rita, "How many fishing boats use the harbour?")
            for data, nothing in buttons:
                said = await forged(desk, rita, shown, data)
                assert said == await forged(desk, rita, shown, nothing), data
            assert leaked(rita) == []


async def test_old_buttons_are_dead_once_the_document_is_restricted(
    store: Store, clock: FakeClock
) -> None:
    load_text(store, SECRET, name="secret.txt")
    async with running(store, clock) as desk, Person(desk.sandbox.url, READER_ID) as rita:
        question = "How many torpedoes were hidden near there?"
        answer = await ask(rita, question)
        assert "7713" in answer.text
        with store.writes.begin() as session:
            relabel(session, clock.now(), document_id=1, label="restricted", actor="test")
        rita.messages.pop(answer.id)
        for label in ("Context", "Document"):
            await rita.press(answer, label)
            assert "no longer leads anywhere" in (await rita.next_answer())["text"]
        rita.messages.pop(answer.id, None)
        await rita.say("/why", reply_to=answer)
        why = await rita.next_message()
        assert "eceipt" in why.text
        assert (await ask(rita, "who said that?")).text
        assert leaked(rita, question) == []
