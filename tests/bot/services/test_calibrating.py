"""A desk's own thresholds decide from the next question on, and can be taken back."""

from sqlalchemy import select

from bot.services.calibrating import (
    in_force,
    outcomes_of_feedback,
    put_in_force,
    take_out_of_force,
)
from db.engine import Store
from db.models import AnswerRow, FeedbackRow
from facts.answering.calibrate import Fit, Measured
from facts.answering.types import Status
from tests.bot.services.test_asking import CHAT, put
from tests.factories import NOW, question

BOATS = "How many fishing boats use the harbour?"
STRICT = Fit(0.9999, 0.5, Measured(50, 4, 20, 1, 0.01, 0.2))


def test_fitted_thresholds_decide_until_they_are_taken_back(store: Store, harbour: None) -> None:
    assert question(store, BOATS).answer.status is Status.FOUND
    with store.writes.begin() as session:
        put_in_force(session, NOW, fitted=STRICT, wrong_at_most=0.01, actor="test")
    strict = question(store, BOATS)
    assert (strict.answer.status, strict.thresholds.version) == (Status.CHOICE, "desk-1")
    with store.writes.begin() as session:
        assert take_out_of_force(session, NOW, actor="test")
        assert not take_out_of_force(session, NOW, actor="test")
    assert question(store, BOATS).answer.status is Status.FOUND


def test_what_was_measured_is_told(store: Store) -> None:
    with store.writes.begin() as session:
        assert in_force(session, NOW).measured is None
        put_in_force(session, NOW, fitted=STRICT, wrong_at_most=0.01, actor="test")
        held = in_force(session, NOW)
    assert held.wrong_at_most == 0.01
    assert held.measured is not None
    assert (held.measured["wrong"], held.measured["answered"]) == (1, 20)


def test_feedback_tells_right_from_wrong(store: Store, harbour: None) -> None:
    for message, verdict in ((1, "up"), (2, "down"), (3, None)):
        put(store, BOATS, message_id=message)
        with store.writes.begin() as session:
            newest = session.scalars(select(AnswerRow.id).order_by(AnswerRow.id.desc())).first()
            if verdict:
                session.add(FeedbackRow(answer_id=newest, person_id=CHAT, verdict=verdict, at=NOW))
    with store.reads.begin() as session:
        outcomes = outcomes_of_feedback(session)
    assert [outcome.right for outcome in outcomes] == [True, False]
    assert all(0 < outcome.sure <= 1 for outcome in outcomes)
