"""Golden questions that are kept: a rehearsal tells which would be answered otherwise."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from bot.services.evaluating import Golden
from bot.services.golden import (
    GoldenRefused,
    keep_golden,
    kept_golden,
    remove_golden,
    touched_by,
)
from bot.services.loading import rehearse
from bot.services.planning import Rehearsal
from bot.services.understanding import understand
from bot.services.vocabularies import Vocabularies
from db.engine import Store
from db.models import AuditRow, FactRow
from facts.answering.types import Status
from facts.reading.read import read_here
from tests.factories import HARBOUR, NOW, load_text

BOATS = "How many fishing boats use the harbour in summer?"
COST = "How much had the work cost?"
NEVER = "Who sank the ferry Aurelia?"
KEPT = (Golden(BOATS, ("About 300 fishing boats",)), Golden(COST, ("4.2 million crowns",)))


def keep(store: Store, *questions: Golden) -> tuple[int, int]:
    with store.writes.begin() as session:
        return keep_golden(session, NOW, questions=questions, actor="7")


def tried(store: Store, text: str, name: str = "later.txt", today: date | None = None) -> Rehearsal:
    documents = understand(read_here(name, text.encode()))
    with store.writes.begin() as session:
        return rehearse(
            session, NOW, file_name=name, documents=documents, actor="test", today=today
        )


def test_kept_once_and_set_anew(store: Store) -> None:
    assert keep(store, *KEPT) == (2, 0)
    again = Golden(f"  {BOATS.upper()} ", ("340",), "figures")
    assert keep(store, again, KEPT[1]) == (0, 1)
    with store.reads.begin() as session:
        assert kept_golden(session, NOW) == [Golden(BOATS, ("340",), "figures"), KEPT[1]]


def test_removed_is_tried_no_more(store: Store, harbour: None) -> None:
    keep(store, KEPT[0])
    with store.writes.begin() as session:
        assert remove_golden(session, NOW, number=1, actor="7").text == BOATS
        with pytest.raises(GoldenRefused, match="no golden question 1"):
            remove_golden(session, NOW, number=1, actor="7")
    assert tried(store, HARBOUR.replace("About 300", "About 340")).golden == ()
    assert keep(store, KEPT[0]) == (1, 0)
    with store.reads.begin() as session:
        verbs = session.scalars(select(AuditRow.verb).order_by(AuditRow.id)).all()
    assert [verb for verb in verbs if verb in {"keep", "remove"}] == ["keep", "remove", "keep"]


def test_rehearsal_tells_old_and_new_answer_and_changes_nothing(
    store: Store, harbour: None
) -> None:
    keep(store, *KEPT)
    with store.reads.begin() as session:
        facts = session.scalar(select(func.count()).select_from(FactRow))
    plan = tried(store, HARBOUR.replace("About 300", "About 340"), "harbour.txt")
    assert [each.question for each in plan.golden] == [BOATS]
    before, after = plan.golden[0].before, plan.golden[0].after
    assert before.quoted == (("About 300 fishing boats use the harbour in summer.", None),)
    assert after.quoted == (("About 340 fishing boats use the harbour in summer.", None),)
    assert (before.outcome, after.outcome) == ("right", "wrong")
    with store.reads.begin() as session:
        assert session.scalar(select(func.count()).select_from(FactRow)) == facts


def test_question_that_a_load_answers_for_the_first_time_is_told(store: Store) -> None:
    keep(store, KEPT[0], Golden(NEVER, ()))
    plan = tried(store, HARBOUR)
    assert [each.question for each in plan.golden] == [BOATS]
    assert plan.golden[0].before.status is Status.UNKNOWN
    assert plan.golden[0].after.outcome == "right"


def test_load_beside_the_questions_changes_none(store: Store, harbour: None) -> None:
    keep(store, *KEPT, Golden(NEVER, ()))
    assert tried(store, "The museum of Lund has 12 old clocks.\n").golden == ()


def test_worse_comes_before_what_stays_as_right(store: Store, harbour: None) -> None:
    keep(store, Golden(COST, ("million crowns",)), KEPT[0])
    changed = HARBOUR.replace("About 300", "About 340").replace("4.2", "4.6")
    plan = tried(store, changed, "harbour.txt")
    assert [each.question for each in plan.golden] == [BOATS, COST]
    assert plan.golden[1].after.outcome == "right"


def test_questions_that_share_no_word_with_a_load_are_not_asked_again(
    store: Store, harbour: None
) -> None:
    load_text(store, "The museum of Lund has 12 old clocks.\n", name="museum.txt")
    clocks = Golden("How many old clocks has the museum?", ("12 old",))
    documents = understand(read_here("later.txt", b"The museum of Lund burnt down.\n"))
    with store.writes.begin() as session:
        known = Vocabularies()
        plans = rehearse(
            session, NOW, file_name="later.txt", documents=documents, actor="test"
        ).documents
        asked = touched_by(session, NOW.date(), [*KEPT, clocks], plans, known)
    assert asked == [clocks]


def test_questions_are_asked_on_the_date_of_the_desk(store: Store) -> None:
    keep(store, Golden("Which ferry sank yesterday?", ("The ferry Aurelia sank",)))
    sank = f"The ferry Aurelia sank on {NOW:%-d %B %Y}.\n"
    assert tried(store, sank).golden == ()
    [changed] = tried(store, sank, today=NOW.date() + timedelta(days=1)).golden
    assert changed.after.outcome == "right"
