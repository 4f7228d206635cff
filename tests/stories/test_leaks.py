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
RECEIPT = re.compile(r"\b[0-9a-f]{10}\b")


async def transcript(reader: Person) -> list[str]:
    """All messages, each with its buttons, to the same questions in a chat of its own."""
    told = []
    for text in QUESTIONS:
        await reader.say(text)
        message = await reader.next_message()
        told.append(f"{text} -> {RECEIPT.sub('receipt', message.text)} {message.buttons}")
    return told


def topic(desk: Desk, written: str) -> None:
    with desk.edge.store.writes.begin() as session:
        add_topic(session, desk.edge.clock.now(), written=written, actor="test")


@pytest.fixture
def opened(store: Store) -> Store:
    load_text(store, OPEN, name="open.txt")
    return store


async def test_restricted_document_changes_no_message(opened: Store, clock: FakeClock) -> None:
    async with running(opened, clock) as desk:
        topic(desk, "Harbour: harbour")
        async with Person(desk.sandbox.url, READER_ID) as reader:
            before = await transcript(reader)
        load_text(opened, SECRET, name="secret.txt", visibility="restricted")
        topic(desk, "Zelinka: Zelinka")
        async with Person(desk.sandbox.url, READER_ID) as reader:
            after = await transcript(reader)
    asked = {text: text.lower() for text in QUESTIONS}
    for text, was, now in zip(QUESTIONS, before, after, strict=True):
        assert now == was
        answer = now.lower().replace(asked[text], "")
        assert [word for word in SECRETS if word in answer and word not in asked[text]] == []
