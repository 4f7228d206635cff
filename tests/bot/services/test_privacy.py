"""What is kept about a person is shown whole, and goes whole."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.services.auditing import show_audit
from bot.services.correcting import Wish, take_back
from bot.services.delivering import claim_due
from bot.services.privacy import CannotForget, everything_about, forget, purge, purge_due
from db.base import Row
from db.engine import Store
from db.models import (
    AuditRow,
    DayTotalRow,
    GapRow,
    PersonRow,
    PhrasingRow,
    QuestionRow,
    SubscriptionRow,
    WaitingRow,
)
from db.personal import PERSONAL, named_in
from db.queries.audit import record
from db.queries.people import ensure_person
from db.viewer import Viewer
from tests.bot.services.busy_desk import ASKED, GROUP, OTHER, RITA, UNANSWERED, fill, put
from tests.bot.services.owed import subscribe
from tests.factories import NOW, load_text, question
from tests.kept import Kept

ADMINS = frozenset({900})


@pytest.fixture
def filled(store: Store, kept: Kept) -> None:
    kept(store, fill)


def forgotten(store: Store, person_id: int = RITA, actor: str = "themself") -> int:
    with store.writes.begin() as session:
        return forget(
            session, NOW, person_id=person_id, admin_ids=ADMINS, zone=UTC, actor=actor
        ).rows


def kept(store: Store, person_id: int = RITA) -> dict[str, list[dict[str, Any]]]:
    with store.reads.begin() as session:
        found = everything_about(session, NOW, person_id=person_id)["kept"]
    return dict(found)


def everywhere(store: Store, needle: str) -> list[str]:
    """Look into every cell of every table."""
    with store.reads.begin() as session:
        return [
            table.name
            for table in Row.metadata.sorted_tables
            for row in session.execute(select(table))
            if needle in str(tuple(row))
        ]


def test_my_data_holds_questions_answers_and_all_that_hangs_on_them(
    store: Store, filled: None
) -> None:
    found = kept(store)
    assert found["person"][0]["name"] == "Name 501"
    assert [row["text"] for row in found["question"]] == [ASKED, UNANSWERED] * 2
    tables = {"answer", "chat", "delivery", "feedback", "sighting", "subscription", "waiting"}
    assert tables <= set(found)
    assert "Name 502" not in str(found)


def test_forgotten_person_is_in_no_table(store: Store, filled: None) -> None:
    with store.writes.begin() as session:
        for actor, subject in ((str(RITA), "load 1"), ("terminal", f"person {RITA}")):
            record(session, NOW, actor=actor, verb="grant", subject=subject, particulars={})
    assert everywhere(store, str(RITA))
    forgotten(store)
    assert kept(store) == {}
    assert everywhere(store, str(RITA)) == []
    assert everywhere(store, "Name 501") == []


def test_forgetting_one_leaves_the_others_as_they_were(store: Store, filled: None) -> None:
    before = kept(store, OTHER)
    forgotten(store)
    assert kept(store, OTHER) == before
    assert question(store, ASKED).quotes


def test_nothing_owed_is_sent_to_a_forgotten_person(store: Store, filled: None) -> None:
    with store.writes.begin() as session:
        assert claim_due(session, NOW, worker="w")
        session.rollback()
    forgotten(store)
    with store.writes.begin() as session:
        assert claim_due(session, NOW + timedelta(days=1), worker="w") == []
        assert session.scalars(select(SubscriptionRow.id)).all() == []


def test_subscription_of_a_group_goes_on_without_who_made_it(store: Store) -> None:
    number = subscribe(store, GROUP)
    with store.writes.begin() as session:
        ensure_person(session, NOW, person_id=RITA, name="Rita", language=None)
        session.get_one(SubscriptionRow, number).made_by = RITA
    forgotten(store)
    with store.reads.begin() as session:
        row = session.get_one(SubscriptionRow, number)
        assert (row.state, row.made_by) == ("active", None)


def test_every_declared_column_is_emptied_of_the_person(store: Store, filled: None) -> None:
    forgotten(store)
    with store.reads.begin() as session:
        for name in PERSONAL:
            table = Row.metadata.tables[name.split(".")[0]]
            column = table.c[name.split(".")[1]]
            wanted = column.in_(named_in(name, RITA))
            assert not session.scalar(select(func.count()).select_from(table).where(wanted)), name


def test_audit_keeps_what_was_done_without_who(store: Store) -> None:
    with store.writes.begin() as session:
        ensure_person(session, NOW, person_id=RITA, name="Rita", language=None)
        for subject in ("load 1", "load 2"):
            record(session, NOW, actor=str(RITA), verb="apply", subject=subject, particulars={})
    forgotten(store)
    with store.reads.begin() as session:
        actors = session.scalars(select(AuditRow.actor).order_by(AuditRow.id)).all()
        page = show_audit(session, NOW, chat_id=OTHER, desk=_utc())
    assert actors[0] == actors[1]
    assert actors[0].startswith("forgotten-")
    assert "somebody forgotten" in page.html
    assert "forgot a person" in page.html


def _utc() -> Any:
    from zoneinfo import ZoneInfo

    return ZoneInfo("UTC")


def test_last_admin_stays(store: Store) -> None:
    with store.writes.begin() as session:
        ensure_person(session, NOW, person_id=RITA, name="Rita", language=None)
        session.execute(update(PersonRow).values(role="admin"))
    with pytest.raises(CannotForget, match="last admin"), store.writes.begin() as session:
        forget(session, NOW, person_id=RITA, admin_ids={RITA}, zone=UTC)
    forgotten(store)
    with store.reads.begin() as session:
        assert session.scalar(select(func.count()).select_from(PersonRow)) == 0


def test_unknown_person_is_told_so(store: Store) -> None:
    with pytest.raises(CannotForget, match="Nothing is kept"):
        forgotten(store, 4711)


def test_words_of_a_forgotten_person_go_from_gaps_and_proposals(store: Store) -> None:
    load_text(store)
    put(store, UNANSWERED)
    with store.writes.begin() as session:
        for state in ("proposed", "live"):
            session.add(
                PhrasingRow(
                    fact_id=1, text="mine", stem_key=state, stems=[], state=state, chosen=1,
                    against=0, proposed_by=RITA, proposed_at=NOW,
                )
            )  # fmt: skip
    forgotten(store)
    with store.reads.begin() as session:
        assert session.scalars(select(GapRow.text)).all() == []
        left = session.execute(select(PhrasingRow.state, PhrasingRow.proposed_by)).all()
    assert left == [("live", None)]


def test_gap_that_others_asked_too_goes_on_in_their_words(store: Store) -> None:
    load_text(store)
    put(store, "How many crossings did the old ferry make in May?")
    put(store, "How many crossings did the ferry make in May?", chat=OTHER, person=OTHER)
    with store.writes.begin() as session:
        assert session.scalars(select(GapRow.id)).all() == [1]
        session.execute(update(GapRow).values(state="answered"))
    forgotten(store)
    assert everywhere(store, "old ferry") == []
    with store.reads.begin() as session:
        assert session.scalars(select(GapRow.text)).all() == [
            "How many crossings did the ferry make in May?"
        ]
    forgotten(store, OTHER)
    with store.reads.begin() as session:
        assert session.scalars(select(GapRow.id)).all() == []


def test_signed_words_of_the_desk_do_not_hold_the_number_of_who_wrote_them(
    store: Store, filled: None
) -> None:
    with store.writes.begin() as session:
        wish = Wish(1, "miscounted", str(RITA), NOW.date(), "The ferry made 31 crossings.")
        take_back(session, NOW, wish=wish, viewer=Viewer())
    forgotten(store)
    assert everywhere(store, str(RITA)) == []


def test_old_questions_go_and_their_counts_stay(store: Store, filled: None) -> None:
    with store.writes.begin() as session:
        session.execute(update(WaitingRow).values(told_at=NOW))
    later = NOW + timedelta(days=31)
    with store.writes.begin() as session:
        assert not purge_due(session, NOW + timedelta(days=29), days=30)
        assert purge_due(session, later, days=30)
        assert purge(session, later, days=30, zone=UTC) == 6
    with store.reads.begin() as session:
        totals = {row.name: row.count for row in session.scalars(select(DayTotalRow))}
        assert session.scalars(select(QuestionRow.id)).all() == []
        assert session.scalars(select(GapRow.state)).all() == ["open"]
    assert (totals["asked"], totals["found"], totals["up"]) == (6, 3, 6)
    assert everywhere(store, "ferry") == ["gap"]


def test_question_that_somebody_waits_for_stays(store: Store, filled: None) -> None:
    with store.writes.begin() as session:
        purge(session, NOW + timedelta(days=400), days=30, zone=UTC)
    with store.reads.begin() as session:
        texts = set(session.scalars(select(QuestionRow.text)))
    assert texts == {UNANSWERED}


def test_zero_days_keep_everything(store: Store, filled: None) -> None:
    with store.writes.begin() as session:
        assert purge(session, datetime(2099, 1, 1, tzinfo=UTC), days=0, zone=UTC) == 0
