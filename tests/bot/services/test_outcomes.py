"""What an outcome does to the delivery, its chat and everything that hangs on it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.ports import Fate, Outcome
from bot.services.delivering import (
    LONGEST_BACKOFF,
    MOST_ATTEMPTS,
    claim_due,
    mark_sending,
    postpone,
    release,
)
from bot.services.membership import join, leave, move
from db.engine import Store
from db.models import DeliveryRow, GapRow, QuestionRow, SightingRow, WaitingRow
from tests.bot.services.owed import (
    SENT,
    chat,
    chat_row,
    delivery,
    digest,
    send,
    subscribe,
    subscription,
)
from tests.bot.services.test_asking import CHAT, put
from tests.factories import NOW

BLOCKED = Outcome(Fate.NEVER, reason="bot was blocked by the user", blocked=True)
GROUP, SUPERGROUP = -500, -100500


def claimed(store: Store, *, later: float = 0) -> list[int]:
    with store.writes.begin() as session:
        claims = claim_due(session, NOW + timedelta(seconds=later), worker="w")
    return [claim.delivery_id for claim in claims]


def test_live_answers_are_claimed_before_digests_that_were_due_earlier(store: Store) -> None:
    early = digest(store, 1, due_at=NOW - timedelta(hours=1))
    live = digest(store, 2, kind="answer")
    late = digest(store, 3, due_at=NOW - timedelta(minutes=1))
    assert claimed(store) == [live, early, late]


def test_parts_of_a_chat_are_claimed_one_after_the_other(store: Store) -> None:
    first, second = digest(store, 1), digest(store, 1)
    assert claimed(store) == [first]
    assert claimed(store) == []
    send(store, first, SENT)
    assert claimed(store) == [second]


def test_nothing_is_claimed_before_it_is_due(store: Store) -> None:
    owed = digest(store, 1, due_at=NOW + timedelta(minutes=5))
    assert claimed(store) == []
    assert claimed(store, later=300) == [owed]


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 2), (4, 32), (40, LONGEST_BACKOFF)])
def test_try_that_came_to_nothing_waits_longer_each_time(
    store: Store, attempts: int, seconds: float
) -> None:
    owed = digest(store, 1, worker="w")
    with store.writes.begin() as session:
        session.get_one(DeliveryRow, owed).attempts = attempts
    row = send(store, owed, Outcome(Fate.LATER, reason="refused"))
    assert (row.state, row.failure) == ("retry", "refused")
    assert row.due_at == NOW + timedelta(seconds=seconds)


def test_tries_come_to_an_end_that_is_seen(store: Store) -> None:
    owed = digest(store, 1, worker="w")
    with store.writes.begin() as session:
        session.get_one(DeliveryRow, owed).attempts = MOST_ATTEMPTS - 1
    row = send(store, owed, Outcome(Fate.LATER, reason="refused"))
    assert (row.state, row.failure) == ("failed", "refused")


def test_lease_given_back_untried_counts_as_no_try(store: Store) -> None:
    owed = digest(store, 1, worker="w")
    with store.writes.begin() as session:
        postpone(session, NOW, waits={owed: 9}, worker="w")
    assert (delivery(store, owed).state, delivery(store, owed).attempts) == ("pending", 0)
    assert claimed(store, later=8) == []
    assert claimed(store, later=10) == [owed]


def test_worker_that_ends_gives_its_leases_back(store: Store) -> None:
    owed, others = digest(store, 1, worker="w"), digest(store, 2, worker="x")
    with store.writes.begin() as session:
        release(session, NOW, worker="w")
    assert [delivery(store, number).state for number in (owed, others)] == ["pending", "leased"]


def test_sent_as_plain_text_stays_visible(store: Store) -> None:
    row = send(store, digest(store, 1, worker="w"), Outcome(Fate.SENT, 5, "sent as plain text"))
    assert (row.state, row.failure) == ("sent", "sent as plain text")


def test_blocked_chat_rests_and_what_it_is_owed_is_off(store: Store) -> None:
    mine, theirs = subscribe(store, 1), subscribe(store, 2)
    first, second, other = digest(store, 1, worker="w"), digest(store, 1), digest(store, 2)
    send(store, first, BLOCKED)
    assert [subscription(store, s).state for s in (mine, theirs)] == ["blocked", "active"]
    assert delivery(store, second).state == "failed"
    assert delivery(store, second).failure == "cancelled: bot was blocked by the user"
    assert claimed(store) == [other]


def test_chat_that_comes_back_is_briefed_again(store: Store) -> None:
    mine = subscribe(store, 1)
    with store.writes.begin() as session:
        leave(session, NOW, chat_id=1)
    assert subscription(store, mine).state == "blocked"
    with store.writes.begin() as session:
        join(session, NOW, chat_id=1, kind="private", title="Rita")
    assert subscription(store, mine).state == "active"


def test_paused_subscription_stays_paused_through_a_block(store: Store) -> None:
    mine = subscribe(store, 1)
    with store.writes.begin() as session:
        session.merge(subscription(store, mine)).state = "paused"
        leave(session, NOW, chat_id=1)
        join(session, NOW, chat_id=1, kind="private", title="Rita")
    assert subscription(store, mine).state == "paused"


def test_message_composed_as_the_chat_closed_is_not_sent(store: Store) -> None:
    chat(store, 1)
    with store.writes.begin() as session:
        leave(session, NOW, chat_id=1)
    owed = digest(store, 2, worker="w")
    with store.writes.begin() as session:
        session.get_one(DeliveryRow, owed).chat_id = 1
        assert mark_sending(session, NOW, delivery_ids=[owed], worker="w") == {}
    assert delivery(store, owed).failure == "the chat takes no messages"


def test_moved_group_is_followed_everywhere(store: Store, harbour: None) -> None:
    answer = put(store, "How many fishing boats use the harbour?")[0]
    send(store, answer, SENT)
    mine, owed = subscribe(store, CHAT), digest(store, CHAT, worker="w")
    waiting = digest(store, CHAT)
    row = send(store, owed, Outcome(Fate.MOVED, reason="upgraded", new_chat_id=SUPERGROUP))
    assert (row.state, row.chat_id, row.due_at) == ("retry", SUPERGROUP, NOW)
    assert delivery(store, waiting).chat_id == subscription(store, mine).chat_id == SUPERGROUP
    with store.reads.begin() as session:
        assert session.scalars(select(SightingRow.chat_id)).all() == [SUPERGROUP]
        question = session.scalars(select(QuestionRow)).one()
    assert (question.chat_id, question.message_id) == (SUPERGROUP, -1)
    assert delivery(store, answer).message_id == -5
    assert chat_row(store, CHAT) is None
    assert claimed(store) == [owed]


def test_move_told_twice_and_into_a_known_chat_is_one_move(store: Store) -> None:
    chat(store, SUPERGROUP)
    owed = digest(store, GROUP)
    for _ in range(2):
        with store.writes.begin() as session:
            move(session, NOW, old_id=GROUP, new_id=SUPERGROUP)
    assert delivery(store, owed).chat_id == SUPERGROUP


def test_move_keeps_one_of_two_same_wishes(store: Store, harbour: None) -> None:
    put(store, "How many fishing boats use the harbour?")
    for chat_id in (GROUP, SUPERGROUP):
        chat(store, chat_id)
    with store.writes.begin() as session:
        asked = session.scalars(select(QuestionRow.id)).one()
        gap = GapRow(text="who?", kind="who", stems=[], state="open", created_at=NOW)
        session.add(gap)
        session.flush()
        for chat_id in (GROUP, SUPERGROUP):
            wish = {"gap_id": gap.id, "chat_id": chat_id, "question_id": asked, "since": NOW}
            session.add(WaitingRow(**wish, thread_id=0))
    with store.writes.begin() as session:
        move(session, NOW, old_id=GROUP, new_id=SUPERGROUP)
    with store.reads.begin() as session:
        assert session.scalars(select(WaitingRow.chat_id)).all() == [SUPERGROUP]


def test_vanished_topic_is_dropped_and_the_chat_written_to(store: Store) -> None:
    mine = subscribe(store, GROUP, thread_id=4)
    owed = digest(store, GROUP, thread_id=4, worker="w")
    row = send(store, owed, Outcome(Fate.LATER, reason="no thread", topic_gone=True))
    assert (row.state, row.thread_id, row.due_at) == ("retry", None, NOW)
    assert subscription(store, mine).thread_id is None


def test_topic_that_was_never_named_cannot_vanish(store: Store) -> None:
    owed = digest(store, GROUP, worker="w")
    row = send(store, owed, Outcome(Fate.LATER, reason="no thread", topic_gone=True))
    assert (row.state, row.failure) == ("failed", "no thread")
