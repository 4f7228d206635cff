"""Questions become answers that are rows before they are messages."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.services.access import Visitor, admit
from bot.services.asking import Asked, ask, asked_too_much
from bot.services.vocabularies import Vocabularies
from db.engine import Store, open_store
from db.models import AnswerRow, DeliveryFactRow, DeliveryRow, QuestionRow
from db.viewer import Viewer
from facts.answering.types import Status
from tests.factories import NOW, TODAY, load_text, question

CHAT = 1001


def put(
    store: Store,
    text: str,
    *,
    message_id: int = 1,
    chat_id: int = CHAT,
    thread_id: int | None = None,
    person_id: int | None = CHAT,
) -> list[int]:
    with store.writes.begin() as session:
        kind = "private" if chat_id > 0 else "supergroup"
        visitor = Visitor(person_id=person_id, name="Rita", chat_id=chat_id, chat_kind=kind)
        admit(session, NOW, visitor=visitor, admin_ids=(), open_to_all=True)
    return ask(
        store,
        NOW,
        asked=Asked(chat_id, message_id, text, person_id=person_id, thread_id=thread_id),
        today=TODAY,
        viewer=Viewer(),
        vocabularies=Vocabularies(),
        worker="w",
    )


def test_person_may_ask_so_many_questions_a_minute(store: Store, harbour: None) -> None:
    put(store, "When did the harbour reopen?")
    with store.reads.begin() as session:
        asked = Asked(CHAT, 9, "And who came?", person_id=CHAT)
        assert asked_too_much(session, NOW, asked=asked, most=1)
        assert not asked_too_much(session, NOW, asked=asked, most=2)
        another = replace(asked, person_id=CHAT + 1)
        assert not asked_too_much(session, NOW, asked=another, most=1)
        later = NOW + timedelta(minutes=1)
        assert not asked_too_much(session, later, asked=asked, most=1)


def test_those_who_ask_in_a_groups_name_are_one_who_asks(store: Store, harbour: None) -> None:
    put(store, "When did the harbour reopen?")
    put(store, "How many boats use the harbour?", message_id=2, person_id=None)
    with store.reads.begin() as session:
        asked = Asked(CHAT, 9, "And who came?")
        assert asked_too_much(session, NOW, asked=asked, most=1)
        assert not asked_too_much(session, NOW, asked=asked, most=2)
        assert not asked_too_much(session, NOW, asked=replace(asked, chat_id=CHAT + 1), most=1)


def test_answer_is_owed_before_it_is_sent(store: Store, harbour: None) -> None:
    owed = put(store, "How many fishing boats use the harbour?")
    with store.reads.begin() as session:
        delivery = session.get_one(DeliveryRow, owed[0])
        shown = session.scalars(select(DeliveryFactRow)).all()
        answer = session.scalars(select(AnswerRow)).one()
    assert delivery.state == "leased"
    assert "<b>About 300" in delivery.body["html"]
    assert len(shown) == 1
    assert answer.status == "found"


def test_repeated_update_is_answered_once(store: Store, harbour: None) -> None:
    assert len(put(store, "How many fishing boats?", message_id=7)) == 1
    assert put(store, "How many fishing boats?", message_id=7) == []


def test_several_questions_are_answered_one_by_one(store: Store, harbour: None) -> None:
    owed = put(store, "How many fishing boats use the harbour? Who is the mayor?")
    assert len(owed) == 2
    with store.reads.begin() as session:
        parts = session.scalars(select(QuestionRow.text).order_by(QuestionRow.part)).all()
    assert parts == ["How many fishing boats use the harbour?", "Who is the mayor?"]


def test_nothing_on_the_subject_is_said_plainly(store: Store, harbour: None) -> None:
    reply = question(store, "Who won the football final?")
    assert reply.answer.status is Status.UNKNOWN


def test_typos_are_repaired_and_told(store: Store, harbour: None) -> None:
    reply = question(store, "how many fisching boats use the harbor")
    assert reply.answer.read_as is not None
    assert reply.quotes[0].text.startswith("About 300 fishing boats")


@pytest.mark.parametrize(
    "text",
    ['"', "*", "NEAR(a b)", "secret:x", "C++", "don't", "a AND", "terms:t1", "t1", "%", "\\"],
)
def test_search_syntax_is_only_text(store: Store, harbour: None, text: str) -> None:
    assert question(store, text).answer.status is Status.UNKNOWN


@pytest.mark.parametrize("text", ["", " ", "?", "🙂🙂", "x", "‮‏", "a" * 4096, "word " * 800])
def test_strange_questions_are_no_error(store: Store, harbour: None, text: str) -> None:
    assert question(store, text).answer.status is Status.UNKNOWN


def test_empty_store_knows_nothing(store: Store) -> None:
    assert question(store, "How many fishing boats?").answer.status is Status.UNKNOWN


def test_same_question_gets_the_same_answer_after_a_restart(
    store: Store, harbour: None, database_url: str
) -> None:
    asked = "what did the mayor say about the sea wall"
    first = question(store, asked)
    again = open_store(database_url)
    assert question(again, asked) == first
    again.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_can_be_asked(sqlite_store: Store, text: str) -> None:
    if (
        question(sqlite_store, "boats").answer.reason == "empty"
        or not question(sqlite_store, "boats").quotes
    ):
        load_text(sqlite_store)
    assert question(sqlite_store, text).answer.status in set(Status)
