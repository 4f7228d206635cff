"""What a reader may not see is in no message: not its words, its names, its counts, its presence.

A public reader asks the same before and after a restricted document is loaded: every message must
be the same, to the letter.
"""

import re

import pytest

from bot.sandbox.server import READER_ID
from bot.services.topics import add_topic
from db.engine import Store
from tests.factories import load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person
from tests.stories.conftest import Desk, running

OPEN = """Harbour talks resume in Velden

The harbour of Port Velden reopened on 3 March 2025 after eleven weeks of repairs.

Mayor Ilse Brandt said the work had cost 4.2 million crowns.

About 300 fishing boats use the harbour in summer.

The nuclear plant near Velden was closed in June 2024.
"""
SECRET = """Operation Quorvex

Commander Radoslav Zelinka hid 7713 nuclearized torpedoes near Obrisk on 9 April 2025.

"The harbour of Port Velden is mined," said Zelinka in Obrisk.

About 512 fishing boats use the harbour in summer.

Mayor Ilse Brandt said the work had cost 9.9 million crowns.

The harbour of Port Velden reopened on 3 March 2025 after eleven weeks of repairs.

Zelinka met Ilse Brandt in Obrisk on 11 April 2025.
"""
SECRETS = [
    "quorvex",
    "radoslav",
    "zelinka",
    "obrisk",
    "torpedoes",
    "nuclearized",
    "7713",
    "512",
    "9.9",
    "mined",
]
QUESTIONS = """When did the harbour of Port Velden reopen?
and how much did it cost?
How many fishing boats use the harbour?
How many fishing boats use the harbour in summer now?
more
who said that?
What did the work cost according to Brandt?
When was the nuclear plant closed?
What is Operation Quorvex?
/why
quorvx
Quorvex
Who is Radoslav Zelinka?
zelinca
What did Zelinka say?
Where is Obrisk?
obrissk
How many torpedoes were hidden?
torpedos
nuclearized
nuclearised torpedoes
How many nuclearized torpedoes are near Velden?
Is the harbour mined?
Who hid 7713 torpedoes?
/why
Who met Ilse Brandt?
Where did Ilse Brandt meet Zelinka?
What happened on 9 April 2025?
What happened in April 2025?
How many documents are there on Zelinka?
512 fishing boats
9.9 million crowns
commander
operation
/why
/topics
/brief
/brief Harbour
/brief Quorvex
/subscribe Quorvex
/subscribe
/subscriptions
/about
/start
/help
/settings
/gaps
/documents
/phrasings
/label
/label 2 public
/people""".splitlines()
TELLING = [
    "How many fishing boats use the harbour in summer now?",
    "What did the work cost according to Brandt?",
    "quorvx",
    "Who is Radoslav Zelinka?",
    "What did Zelinka say?",
    "torpedos",
    "Who met Ilse Brandt?",
    "What happened on 9 April 2025?",
]
RECEIPT = re.compile(r"\b[0-9a-f]{10}\b")


async def transcript(reader: Person, asked: list[str] = QUESTIONS) -> list[str]:
    """All messages, each with its buttons, to the same questions in a chat of its own."""
    told = []
    for text in asked:
        await reader.say(text)
        message = await reader.next_message()
        told.append(f"{text} -> {RECEIPT.sub('receipt', message.text)} {message.buttons}")
    return told


def told_of(text: str, message: str) -> list[str]:
    """The secret words of a message that are not those of what it answers."""
    asked = text.lower()
    answer = message.lower().replace(asked, "")
    return [word for word in SECRETS if word in answer and word not in asked]


def topic(desk: Desk, written: str) -> None:
    with desk.edge.store.writes.begin() as session:
        add_topic(session, desk.edge.clock.now(), written=written, actor="test")


@pytest.fixture
def opened(store: Store) -> Store:
    load_text(store, OPEN, name="open.txt")
    return store


async def test_restricted_document_changes_no_message(opened: Store, clock: FakeClock) -> None:
    async with running(opened, clock, questions_a_minute=1_000) as desk:
        topic(desk, "Harbour: harbour")
        async with Person(desk.sandbox.url, READER_ID) as reader:
            before = await transcript(reader)
        load_text(opened, SECRET, name="secret.txt", visibility="restricted")
        topic(desk, "Zelinka: Zelinka")
        async with Person(desk.sandbox.url, READER_ID) as reader:
            after = await transcript(reader)
    explained = ""
    for text, was, now in zip(QUESTIONS, before, after, strict=True):
        assert now == was
        explained = f"{explained} {text}" if text == "/why" else text  # it quotes the question
        assert told_of(explained, now) == []


async def test_the_same_questions_tell_it_once_it_is_public(
    opened: Store, clock: FakeClock
) -> None:
    """That the test above can fail: what it looks for is told as soon as it may be."""
    load_text(opened, SECRET, name="secret.txt")
    async with (
        running(opened, clock, questions_a_minute=1_000) as desk,
        Person(desk.sandbox.url, READER_ID) as reader,
    ):
        messages = await transcript(reader, TELLING)
    found = [set(told_of(text, now)) for text, now in zip(TELLING, messages, strict=True)]
    assert all(found), list(zip(TELLING, messages, strict=True))
    assert set().union(*found) == set(SECRETS)
