"""Questions that come with their answers find them, until that is refused."""

from sqlalchemy import select

from bot.services.learning import decide_phrasing
from db.engine import Store
from db.models import AuditRow, PhrasingRow
from tests.factories import NOW, load_text, question

TABLE = """Question,Answer
When may I fetch my papers?,The counter is staffed on weekdays between nine and noon.
What does a visa cost?,80 euros.
"""


def test_question_of_the_table_finds_its_answer(store: Store) -> None:
    load_text(store, TABLE, name="faq.csv")
    found = question(store, "When may I fetch my papers?")
    assert found.quotes[0].text == "The counter is staffed on weekdays between nine and noon."
    assert found.answer.status in {"found", "choice"}
    assert question(store, "what does a visa cost").quotes[0].text == "80 euros."
    with store.reads.begin() as session:
        rows = session.scalars(select(PhrasingRow)).all()
        assert {(row.state, row.decided_by) for row in rows} == {("live", "test")}
        assert "add" in session.scalars(select(AuditRow.verb)).all()


def test_refused_question_stays_refused_when_the_table_comes_again(store: Store) -> None:
    load_text(store, TABLE, name="faq.csv")
    with store.writes.begin() as session:
        decide_phrasing(session, NOW, phrasing_id=1, live=False, actor="7")
    load_text(store, TABLE + "Is parking free?,Parking is free for visitors.\n", name="faq.csv")
    with store.reads.begin() as session:
        states = session.scalars(select(PhrasingRow.state).order_by(PhrasingRow.id)).all()
    assert states == ["refused", "live", "live"]
