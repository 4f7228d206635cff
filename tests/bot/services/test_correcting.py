"""An editor's correction reaches every place where the fact was shown, once, and can be undone."""

import threading
from datetime import UTC, timedelta

import pytest
from sqlalchemy import select

from bot.services.correcting import CorrectionRefused
from bot.services.desk import StatementRefused
from bot.services.privacy import purge
from bot.services.undoing import undo
from db.engine import Store
from db.models import DeliveryRow, FactRow
from db.queries.standing import stored_by_identity
from facts.answering.types import Status
from tests.bot.services.corrected_desk import (
    RIGHT,
    WRONG,
    asked,
    correct,
    fact_named,
    pend,
    tick,
    told,
    undo_it,
)
from tests.bot.services.digest_desk import at, morning, prepare, send_all, subscription
from tests.bot.services.test_asking import CHAT, put
from tests.factories import load_text
from tests.kept import Kept

ASKED = "How many crossings did the ferry make in May?"
OTHER = "The harbour has four cranes and one lighthouse."


def fill(store: Store) -> None:
    load_text(store, WRONG + "\n", name="first.txt")
    subscription(store, corrections="at_once")
    put(store, ASKED)
    pend(store)
    morning(store, at(24))


@pytest.fixture
def desk(store: Store, kept: Kept) -> Store:
    """A store with the wrong fact, asked for by one chat and in the first digest of another."""
    kept(store, fill)
    return store


def test_everybody_who_was_shown_it_is_told_once_and_the_old_messages_are_marked(
    desk: Store,
) -> None:
    correct(desk, at(24, "10:00"))
    assert [tick(desk, at(24, "10:01")) for _ in range(2)] == [2, 0]
    messages = told(desk, at(24, "10:02"))
    notices = [html for html in messages if not html.startswith("✎")]
    assert len(notices) == 2
    assert all("<s>30 crossings</s> → <b>31 crossings</b>" in html for html in notices)
    assert all("“miscounted”" in html or "miscounted" in html for html in notices)
    edits = [html for html in messages if html.startswith("✎")]
    assert len(edits) == 2
    assert all(html.startswith("✎⚠ Corrected on 24 Nov 2026, see below") for html in edits)
    assert all(WRONG.split()[1] in html for html in edits)
    assert told(desk, at(25)) == []


def test_message_whose_words_are_kept_no_longer_gets_no_mark_in_their_place(desk: Store) -> None:
    with desk.writes.begin() as session:
        assert purge(session, at(24, "09:00") + timedelta(days=40), days=30, zone=UTC) == 1
    correct(desk, at(24, "10:00"))
    assert tick(desk, at(24, "10:01")) == 2
    [edit] = [html for html in told(desk, at(24, "10:02")) if html.startswith("✎")]
    assert "What stands so far" in edit  # the digest has its words, the answer has none


def test_words_of_a_marked_answer_go_with_its_question(desk: Store) -> None:
    correct(desk, at(24, "10:00"))
    tick(desk, at(24, "10:01"))
    told(desk, at(24, "10:02"))
    with desk.writes.begin() as session:
        purge(session, at(24, "09:00") + timedelta(days=40), days=30, zone=UTC)
    with desk.reads.begin() as session:
        bodies = session.scalars(select(DeliveryRow.body).where(DeliveryRow.chat_id == CHAT))
        assert [body for body in bodies if "marks" in body] == []


def test_corrected_fact_is_no_answer_but_the_new_words_are(desk: Store) -> None:
    done = correct(desk, at(24, "10:00"))
    reply = asked(desk, at(25), ASKED)
    assert reply.answer.status is Status.FOUND
    assert reply.quotes[0].fact_id == done.later_id
    assert reply.quotes[0].text == RIGHT
    assert reply.quotes[0].document.outlet == "The desk"
    assert all(quote.fact_id != 1 for quote in reply.quotes)
    assert fact_named(desk, WRONG).end_reason == "miscounted"


def test_withdrawn_fact_is_told_with_its_reason_and_another_copy_does_not_bring_it_back(
    desk: Store,
) -> None:
    correct(desk, at(24, "10:00"), words=None)
    assert tick(desk, at(24, "10:01")) == 2
    notices = [html for html in told(desk, at(24, "10:02")) if not html.startswith("✎")]
    assert all(html.endswith("no longer stands: miscounted") for html in notices)
    load_text(desk, OTHER + "\n", name="cranes.txt")
    cranes = fact_named(desk, OTHER).id
    correct(desk, at(24, "11:00"), fact_id=cranes, words=None)
    load_text(desk, f"Port news\n\n{OTHER}\n", name="copy.txt", outlet="Wire")
    fact = fact_named(desk, OTHER)
    assert (fact.id, fact.live_until) == (cranes, at(24, "11:00"))
    with desk.reads.begin() as session:
        assert stored_by_identity(session, [fact.identity])[fact.identity].corrected


def test_undone_correction_tells_those_who_were_told_that_it_stands_again(desk: Store) -> None:
    correct(desk, at(24, "10:00"))
    tick(desk, at(24, "10:01"))
    told(desk, at(24, "10:02"))
    undo_it(desk, at(24, "11:00"))
    assert tick(desk, at(24, "11:01")) == 0
    messages = told(desk, at(24, "11:02"))
    notices = [html for html in messages if not html.startswith("✎")]
    assert len(notices) == 2
    assert all("Stands again" in html and f"<s>{RIGHT}</s>" in html for html in notices)
    assert [html.startswith("✎↩ Stands again") for html in messages].count(True) == 2
    assert asked(desk, at(25), ASKED).quotes[0].text == WRONG
    assert tick(desk, at(25)) == 0
    with pytest.raises(CorrectionRefused, match="No editor"):
        undo_it(desk, at(24, "11:05"))


def test_correction_undone_before_it_was_sent_is_never_sent(desk: Store) -> None:
    correct(desk, at(24, "10:00"))
    tick(desk, at(24, "10:01"))
    undo_it(desk, at(24, "10:02"))
    messages = told(desk, at(24, "10:03"))
    assert [html for html in messages if not html.startswith("✎")] == []
    assert [html for html in messages if "Corrected" in html] == []
    correct(desk, at(24, "11:00"))
    assert tick(desk, at(24, "11:01")) == 2
    assert len([html for html in told(desk, at(24, "11:02")) if "see below" in html]) == 2


def test_correction_by_a_digest_is_left_out_when_it_is_undone_before(store: Store) -> None:
    load_text(store, WRONG + "\n", name="first.txt")
    subscription(store)
    morning(store, at(24))
    correct(store, at(24, "10:00"))
    load_text(store, OTHER + "\n", name="cranes.txt")
    prepare(store, at(25))
    undo_it(store, at(25, "08:01"))
    messages = told(store, at(25, "08:02"))
    assert len(messages) == 1  # nobody has to be told that it stands again
    assert OTHER in messages[0]
    assert RIGHT not in messages[0]


def test_corrections_of_one_day_stand_side_by_side(desk: Store) -> None:
    load_text(desk, OTHER + "\n", name="cranes.txt")
    first = correct(desk, at(24, "10:00"))
    words = "The harbour has five cranes and one lighthouse."
    correct(desk, at(24, "11:00"), fact_id=fact_named(desk, OTHER).id, words=words)
    assert [fact_named(desk, each).live_until for each in (RIGHT, words)] == [None, None]
    tick(desk, at(24, "11:01"))
    assert [html for html in told(desk, at(24, "11:02")) if "Withdrawn" in html] == []
    assert asked(desk, at(25), ASKED).quotes[0].fact_id == first.later_id


def test_corrected_again_tells_each_chat_one_step_only(desk: Store) -> None:
    first = correct(desk, at(24, "10:00"))
    tick(desk, at(24, "10:01"))
    told(desk, at(24, "10:02"))
    last = "The ferry made 33 crossings in May."
    correct(desk, at(24, "12:00"), fact_id=first.later_id or 0, words=last, reason="counted anew")
    assert tick(desk, at(24, "12:01")) == 2
    notices = [html for html in told(desk, at(24, "12:02")) if not html.startswith("✎")]
    assert all("<s>31 crossings</s> → <b>33 crossings</b>" in html for html in notices)
    assert tick(desk, at(24, "12:03")) == 0


def test_correction_overtaken_in_quiet_hours_is_told_as_what_holds_in_the_morning(
    store: Store,
) -> None:
    load_text(store, WRONG + "\n", name="first.txt")
    subscription(store, corrections="at_once", quiet_from="22:00", quiet_to="07:00")
    morning(store, at(24))
    first = correct(store, at(24, "22:30"))
    tick(store, at(24, "22:31"))
    last = "The ferry made 33 crossings in May."
    correct(store, at(24, "23:00"), fact_id=first.later_id or 0, words=last, reason="again")
    tick(store, at(24, "23:01"))
    assert told(store, at(25, "06:59")) == []
    early = told(store, at(25, "07:00"))
    tick(store, at(25, "07:01"))
    notices = [h for h in [*early, *told(store, at(25, "07:02"))] if not h.startswith("✎")]
    assert len(notices) == 1
    assert "<s>30 crossings</s> → <b>33 crossings</b>" in notices[0]


def test_correction_may_point_to_a_fact_that_stands_and_the_link_before_returns(
    desk: Store,
) -> None:
    load_text(desk, RIGHT + "\n", name="second.txt")
    right = fact_named(desk, RIGHT).id
    before = asked(desk, at(25), ASKED).answer.status
    correct(desk, at(24, "10:00"), words=None, by=right)
    assert asked(desk, at(25), ASKED).quotes[0].fact_id == right
    undo_it(desk, at(24, "10:05"))
    assert asked(desk, at(25), ASKED).answer.status is before


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"words": " the FERRY made 30 crossings  in May. "}, "words that it has"),
        ({"reason": "  \n "}, "Give a reason"),
        ({"reason": "x" * 4096}, "up to 500"),
        ({"words": None, "by": 1}, "by itself"),
        ({"words": None, "by": 999}, "no fact 999"),
        ({"fact_id": 999}, "no fact 999"),
    ],
)
def test_bad_wishes_are_refused_in_a_sentence_and_change_nothing(
    desk: Store, wish: dict[str, object], why: str
) -> None:
    with pytest.raises(CorrectionRefused, match=why):
        correct(desk, at(24, "10:00"), **wish)  # type: ignore[arg-type]
    assert fact_named(desk, WRONG).live_until is None
    assert tick(desk, at(24, "10:01")) == 0


def test_note_is_for_those_who_may_see_the_fact_now(store: Store) -> None:
    public = load_text(store, OTHER + "\n", name="first.txt")
    load_text(store, f"Port\n\n{OTHER}\n", name="inner.txt", visibility="internal")
    with store.writes.begin() as session:
        undo(session, at(24, "08:00"), load_id=public or 0, actor="7")
    done = correct(store, at(24, "10:00"))
    with store.reads.begin() as session:
        assert session.get_one(FactRow, done.later_id or 0).visibility == "internal"


def test_fact_that_fewer_may_see_cannot_stand_in_the_place_of_another(desk: Store) -> None:
    load_text(desk, RIGHT + "\n", name="second.txt", visibility="internal")
    inner = fact_named(desk, RIGHT).id
    with pytest.raises(CorrectionRefused, match=f"Fewer people may see fact {inner} than fact 1"):
        correct(desk, at(24, "10:00"), words=None, by=inner)
    assert fact_named(desk, WRONG).live_until is None


@pytest.mark.parametrize("words", ["", "  ", "😀 !", "x" * 3001])
def test_words_that_cannot_be_quoted_are_refused(desk: Store, words: str) -> None:
    with pytest.raises(StatementRefused):
        correct(desk, at(24, "10:00"), words=words)
    assert fact_named(desk, WRONG).live_until is None


def test_corrected_already_says_by_what_and_right_to_left_words_are_kept(desk: Store) -> None:
    words = "המעבורת עשתה 31 הפלגות במאי."
    done = correct(desk, at(24, "10:00"), words=words)
    assert fact_named(desk, words).id == done.later_id
    with pytest.raises(CorrectionRefused, match=f"by fact {done.later_id} .miscounted."):
        correct(desk, at(24, "10:01"))


def test_words_taken_back_before_stand_as_another_fact(desk: Store) -> None:
    first = correct(desk, at(24, "10:00"))
    second = correct(desk, at(24, "11:00"), fact_id=first.later_id or 0, words=WRONG)
    assert second.later_id not in {1, first.later_id, None}
    assert asked(desk, at(25), ASKED).quotes[0].fact_id == second.later_id


def test_of_two_editors_at_once_one_corrects(desk: Store) -> None:
    outcomes: list[object] = []

    def press(words: str) -> None:
        try:
            outcomes.append(correct(desk, at(24, "10:00"), words=words))
        except CorrectionRefused as refused:
            outcomes.append(str(refused))

    threads = [threading.Thread(target=press, args=(w,)) for w in (RIGHT, OTHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refusals = [each for each in outcomes if isinstance(each, str)]
    assert len(refusals) == 1
    assert "corrected already" in refusals[0]


def test_each_thread_of_a_chat_that_was_shown_it_is_told(store: Store) -> None:
    load_text(store, WRONG + "\n", name="first.txt")
    for thread in (7, 9):
        put(store, ASKED, chat_id=-100, message_id=thread, thread_id=thread)
    put(store, "Who is the mayor?", chat_id=-100, message_id=11, thread_id=11)
    pend(store)
    send_all(store, at(24))
    correct(store, at(24, "10:00"))
    assert tick(store, at(24, "10:01")) == 2
    rows = send_all(store, at(24, "10:02"))
    assert sorted(row.thread_id or 0 for row in rows) == [7, 9]


def test_answer_not_yet_sent_is_replaced_when_its_fact_is_taken_back(store: Store) -> None:
    load_text(store, WRONG + "\n", name="first.txt")
    put(store, ASKED)
    pend(store)
    correct(store, at(24, "10:00"), words=None, reason="never <happened>")
    [answer] = told(store, at(24, "10:01"))
    assert "no longer stands: never &lt;happened&gt;. Ask again" in answer
    assert "30 crossings" not in answer
    assert tick(store, at(24, "10:02")) == 0


def test_digest_not_yet_sent_loses_the_item_that_was_taken_back(store: Store) -> None:
    load_text(store, f"{WRONG}\n\n{OTHER}\n", name="first.txt")
    subscription(store)
    prepare(store, at(24))
    correct(store, at(24, "08:01"), words=None)
    [row] = send_all(store, at(24, "08:02"))
    html = row.body["html"]
    assert "Withdrawn before it was sent" in html
    assert "30 crossings" not in html
    assert OTHER in html
    labels = [button["text"] for line in row.body["buttons"] for button in line]
    assert len([label for label in labels if label.startswith("Context")]) == 1
    assert tick(store, at(24, "08:03")) == 0
