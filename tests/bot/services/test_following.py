"""Follow-ups lean on the last answer of this chat, thread and person, for a while."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.services.access import Visitor, admit
from bot.services.asking import Asked, ask
from bot.services.vocabularies import Vocabularies
from db.engine import Store
from db.models import DeliveryRow, QuestionRow
from db.viewer import Viewer
from tests.factories import NOW, TODAY, load_text
from tests.kept import Kept

SEA = """Storm season

In March, at least 12 boats sank near Port Velden because of heavy fog.

In April, nearly 30 boats sank off Port Velden.

"We have never seen such a winter," said mayor Ilse Brandt of Port Velden.
"""
SANK = "How many boats sank in March?"


class Chat:
    """Says things in one chat, one message after the other."""

    def __init__(self, store: Store) -> None:
        self.store, self.messages = store, 0

    def say(
        self,
        text: str,
        *,
        person: int = 1,
        thread: int | None = None,
        at: datetime = NOW,
        reply_to: int | None = None,
    ) -> str:
        self.messages += 1
        with self.store.writes.begin() as session:
            visitor = Visitor(person_id=person, name="P", chat_id=-9, chat_kind="supergroup")
            admit(session, NOW, visitor=visitor, admin_ids=(), open_to_all=True)
        asked = Asked(-9, self.messages, text, person, thread, reply_to)
        known = {"today": TODAY, "viewer": Viewer(), "vocabularies": Vocabularies()}
        owed = ask(self.store, at, asked=asked, worker="w", **known)  # type: ignore[arg-type]
        with self.store.writes.begin() as session:
            delivery = session.get_one(DeliveryRow, owed[0])
            delivery.state, delivery.message_id = "sent", 1000 + self.messages
            return str(delivery.body["html"])


def load_sea(store: Store) -> None:
    load_text(store, SEA, name="sea.txt")


@pytest.fixture
def chat(store: Store, kept: Kept) -> Chat:
    kept(store, load_sea)
    return Chat(store)


def test_another_month_keeps_the_subject_and_says_so(chat: Chat) -> None:
    assert "at least 12 boats" in chat.say(SANK)
    told = chat.say("and in April?")
    assert told.startswith("About: <i>How many boats sank in April?</i>\n")
    assert "nearly 30 boats" in told
    with chat.store.reads.begin() as session:
        stored = session.scalars(select(QuestionRow.stands_for).order_by(QuestionRow.id)).all()
    assert stored == [None, "How many boats sank in April?"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("why?", "because of heavy fog"), ("when was this?", "March"), ("where?", "Port Velden")],
)
def test_bare_question_is_answered_from_the_fact_shown(chat: Chat, text: str, words: str) -> None:
    chat.say(SANK)
    told = chat.say(text)
    assert told.startswith(f"About: <i>{SANK}</i>\n<b>{words}")


def test_speaker_is_told_or_that_nobody_is_quoted(chat: Chat) -> None:
    chat.say(SANK)
    assert "The document's words; nobody quoted" in chat.say("who said that?")
    assert "such a winter" in chat.say("What did mayor Ilse Brandt say about the winter?")
    assert "Ilse Brandt" in chat.say("who said that?").split("<blockquote>")[0]


def test_more_shows_what_was_not_shown_yet_then_ends(chat: Chat) -> None:
    chat.say(SANK)
    more = chat.say("more")
    assert "In April" in more
    assert "In March" not in more
    last = chat.say("more")
    assert "In April" not in last
    assert "In March" not in last


@pytest.mark.parametrize(
    "elsewhere",
    [{"person": 2}, {"thread": 5}, {"at": NOW + timedelta(minutes=16)}],
)
def test_subject_stays_with_its_person_thread_and_time(
    chat: Chat, elsewhere: dict[str, int]
) -> None:
    chat.say(SANK)
    assert "About:" not in chat.say("and in April?", **elsewhere)  # type: ignore[arg-type]


def test_reply_to_an_answer_leans_on_that_one(chat: Chat) -> None:
    chat.say(SANK)
    chat.say("Who is the king of Spain?")
    assert "nearly 30 boats" in chat.say("and in April?", reply_to=1001)


def test_full_question_takes_the_subject_over(chat: Chat) -> None:
    chat.say(SANK)
    assert "About:" not in chat.say("Who is the king of Spain?")
    assert "About: <i>Who is the king of France?</i>" in chat.say("and France?")
