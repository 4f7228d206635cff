"""Questions that nothing answered are clustered, waited for, and answered once a load can."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.services.access import Visitor, admit
from bot.services.asking import Asked, ask
from bot.services.correcting import Wish, take_back
from bot.services.gapdesk import answer_with_words
from bot.services.gaps import GapRefused, answered_by, close, list_gaps, wait
from bot.services.loading import rehearse
from bot.services.planning import Rehearsal
from bot.services.understanding import understand
from bot.services.undoing import undo
from bot.services.vocabularies import Vocabularies
from db.engine import Store
from db.models import AnswerRow, DeliveryRow, FactRow, GapRow, PersonRow
from db.viewer import Viewer
from facts.reading.read import read_here
from facts.types import Particulars
from tests.factories import HARBOUR, NOW, TODAY, load_text
from tests.kept import Kept

OTHER = "The museum of Velden opened in 1901.\n"
BOATS = "How many fishing boats use the harbour?"


def put(store: Store, text: str, *, person: int = 1001, message_id: int = 1) -> int:
    """Ask in the person's private chat; return the answer's id."""
    with store.writes.begin() as session:
        visitor = Visitor(person_id=person, name="P", chat_id=person, chat_kind="private")
        admit(session, NOW, visitor=visitor, admin_ids=(), open_to_all=True)
    owed = ask(
        store,
        NOW,
        asked=Asked(chat_id=person, message_id=message_id, text=text, person_id=person),
        today=TODAY,
        viewer=Viewer(),
        vocabularies=Vocabularies(),
        worker="w",
    )
    with store.reads.begin() as session:
        answer_id = session.get_one(DeliveryRow, owed[0]).answer_id
    assert answer_id is not None
    return answer_id


def let_wait(store: Store, answer_id: int, chat_id: int = 1001) -> bool | None:
    with store.writes.begin() as session:
        return wait(session, NOW, answer_id=answer_id, chat_id=chat_id)


def pending(store: Store) -> list[DeliveryRow]:
    with store.reads.begin() as session:
        wanted = select(DeliveryRow).where(DeliveryRow.state == "pending").order_by(DeliveryRow.id)
        return list(session.scalars(wanted))


def tried(store: Store, text: str = HARBOUR) -> Rehearsal:
    documents = understand(read_here("new.txt", text.encode(), Particulars()))
    with store.writes.begin() as session:
        return rehearse(session, NOW, file_name="new.txt", documents=documents, actor="test")


def ask_twice(store: Store) -> None:
    load_text(store, OTHER, name="other.txt")
    assert let_wait(store, put(store, BOATS)) is True
    put(store, "fishing boats in the harbour, how many use it", person=1002)


@pytest.fixture
def asked(store: Store, kept: Kept) -> Store:
    """Two people asked the same in other words; the first waits."""
    kept(store, ask_twice)
    return store


def test_same_question_is_one_gap_counted_by_people(asked: Store) -> None:
    put(asked, BOATS, message_id=2)
    put(asked, "Who is the king of Spain?", message_id=3)
    with asked.reads.begin() as session:
        counted = [(c.gap.text, c.people, c.waiting) for c in list_gaps(session, NOW)]
    assert counted == [(BOATS, 2, 1), ("Who is the king of Spain?", 1, 0)]


def test_waiting_twice_is_once_and_another_chat_cannot(asked: Store) -> None:
    answer_id = put(asked, BOATS, message_id=2)
    assert let_wait(asked, answer_id) is False
    assert let_wait(asked, answer_id, chat_id=1002) is None


def test_rehearsal_tells_what_it_would_answer_and_changes_nothing(asked: Store) -> None:
    answers = tried(asked).answers
    assert [(a.text, a.people, a.waiting) for a in answers] == [(BOATS, 2, 1)]
    with asked.reads.begin() as session:
        assert len(session.scalars(select(FactRow)).all()) == 1
        assert answered_by(session, NOW, Vocabularies()) == ()
    assert pending(asked) == []


def test_applied_load_answers_each_waiting_chat_once(asked: Store) -> None:
    load_text(asked)
    owed = pending(asked)
    assert [(row.kind, row.chat_id) for row in owed] == [("answer", 1001)]
    assert owed[0].body["html"].startswith(f"You wanted to be told: <i>{BOATS}</i>\n")
    assert "<b>About 300 fishing boats</b>" in owed[0].body["html"]
    load_text(asked, "About 300 boats in all.\n", name="again.txt")
    assert len(pending(asked)) == 1
    with asked.reads.begin() as session:
        assert session.scalars(select(GapRow.state)).all() == ["answered"]
        assert session.scalars(select(AnswerRow.status).order_by(AnswerRow.id)).all()[-1] == "found"


def test_load_that_answers_nothing_leaves_the_gap_open(asked: Store) -> None:
    assert tried(asked, "The tower of Velden is 40 metres high.\n").answers == ()
    load_text(asked, "The tower of Velden is 40 metres high.\n", name="tower.txt")
    assert pending(asked) == []


def test_editor_closes_a_gap_with_words_and_those_who_wait_are_told(asked: Store) -> None:
    with asked.writes.begin() as session:
        done = close(session, NOW, gap_id=1, actor="7", words="nobody <counts> them")
    assert (done.told, done.waiting) == (1, 0)
    html = pending(asked)[0].body["html"]
    assert "cannot be answered: nobody &lt;counts&gt; them" in html
    with asked.writes.begin() as session, pytest.raises(GapRefused):
        close(session, NOW, gap_id=1, actor="7", words="again")


def test_editor_points_to_a_fact(asked: Store) -> None:
    with asked.writes.begin() as session:
        with pytest.raises(GapRefused):
            close(session, NOW, gap_id=1, actor="7", fact_id=99)
        close(session, NOW + timedelta(seconds=1), gap_id=1, actor="7", fact_id=1)
    assert "The museum of Velden opened in 1901." in pending(asked)[0].body["html"]


def test_gap_stays_open_for_those_who_may_not_see_the_fact(asked: Store) -> None:
    assert let_wait(asked, put(asked, BOATS, person=1002, message_id=5), chat_id=1002)
    load_text(asked, "Some craft are 300 in number.\n", name="secret.txt", visibility="internal")
    with asked.writes.begin() as session:
        session.get_one(PersonRow, 1001).clearance = "internal"
        fact_id = session.scalars(select(func.max(FactRow.id))).one()
        done = close(session, NOW + timedelta(hours=1), gap_id=1, actor="7", fact_id=fact_id)
    assert (done.told, done.waiting) == (1, 1)
    assert [row.chat_id for row in pending(asked)] == [1001]
    with asked.reads.begin() as session:
        [count] = list_gaps(session, NOW)
    assert count.waiting == 1
    load_text(asked)
    assert [row.chat_id for row in pending(asked)] == [1001, 1002]


def test_undone_load_opens_the_gap_again_and_who_was_told_waits_again(asked: Store) -> None:
    number = load_text(asked)
    assert [row.kind for row in pending(asked)] == ["answer"]
    with asked.reads.begin() as session:
        assert session.scalars(select(GapRow.state)).all() == ["answered"]
    with asked.writes.begin() as session:
        undo(session, NOW + timedelta(hours=1), load_id=number or 0, actor="test")
    with asked.reads.begin() as session:
        [count] = list_gaps(session, NOW)
    assert (count.people, count.waiting) == (2, 1)
    load_text(asked, HARBOUR.replace("11", "12"), name="again.txt")
    assert len(pending(asked)) == 2


def test_withdrawn_fact_opens_the_gap_that_it_answered(asked: Store) -> None:
    load_text(asked)
    with asked.writes.begin() as session:
        fact_id = session.scalars(select(GapRow.fact_id)).one() or 0
        wish = Wish(fact_id, "never said", "7", TODAY)
        take_back(session, NOW + timedelta(hours=1), wish=wish, viewer=Viewer())
    with asked.reads.begin() as session:
        assert session.scalars(select(GapRow.state)).all() == ["open"]


def test_gap_is_answered_by_a_statement_of_the_desk(asked: Store) -> None:
    with asked.writes.begin() as session:
        done = answer_with_words(
            session, NOW, gap_id=1, words="310 fishing boats use the harbour.", actor="7", day=TODAY
        )
    assert done.told == 1
    [owed] = pending(asked)
    assert "310 fishing boats" in owed.body["html"]
    assert "The desk" in owed.body["html"]
    with asked.writes.begin() as session, pytest.raises(GapRefused, match="no open gap 1"):
        answer_with_words(session, NOW, gap_id=1, words="311 boats", actor="7", day=TODAY)
