"""An editor rules between facts that differ: shown from then on, never hidden, reversible."""

from datetime import date

import pytest
from sqlalchemy import delete, event, select

from bot.services.correcting import CorrectionRefused
from bot.services.ruling import Decision, RulingRefused, list_conflicts, revoke, rule
from bot.services.telling import telling_of
from bot.views.replies import compose
from db.engine import Store
from db.models import AnswerFactRow, AuditRow
from db.viewer import Viewer
from facts.answering.types import Status
from tests.bot.services.corrected_desk import asked, correct
from tests.bot.services.digest_desk import at
from tests.bot.services.test_asking import put
from tests.factories import NOW, load_text, question
from tests.kept import Kept

SAID = "{}\n\nThe ferry made {} crossings in May 2025, the harbour office said.\n"
ASKED = "How many crossings did the ferry make in May 2025?"
SECRET = Viewer(("secret",))


def fill(store: Store) -> None:
    for name, outlet, count in (("a.txt", "Wire", 30), ("b.txt", "Agency", 44)):
        text = SAID.format(f"{outlet} report", count)
        load_text(store, text, name=name, outlet=outlet, published=date(2025, 6, 1))


@pytest.fixture
def desk(store: Store, kept: Kept) -> Store:
    """Two sources of one day that differ."""
    kept(store, fill)
    return store


def pairs(store: Store, *, ruled: bool = False, viewer: Viewer | None = None) -> list[set[int]]:
    with store.reads.begin() as session:
        listed = list_conflicts(session, NOW, viewer=viewer or Viewer(), ruled=ruled)
        return [{one.one.fact_id, one.other.fact_id} for one in listed]


def decide(store: Store, chosen: int | None, reason: str = "counted at the quay") -> None:
    [pair] = pairs(store)
    with store.writes.begin() as session:
        wanted = Decision(min(pair), max(pair), chosen, reason, "7")
        rule(session, NOW, decision=wanted, viewer=Viewer())


def shown(store: Store, text: str = ASKED) -> tuple[Status, str]:
    reply = question(store, text)
    with store.reads.begin() as session:
        telling = telling_of(session, NOW, reply, viewer=Viewer())
    return reply.answer.status, compose(reply.answer, reply.quotes, 1, telling)[0].html


def test_conflict_is_listed_until_it_is_ruled_on(desk: Store) -> None:
    assert shown(desk)[0] is Status.CONFLICT
    [pair] = pairs(desk)
    assert pairs(desk, viewer=SECRET) == []
    decide(desk, max(pair))
    assert pairs(desk) == []
    assert pairs(desk, ruled=True) == [pair]


@pytest.mark.parametrize(("pick", "count"), [(min, "30"), (max, "44")])
def test_chosen_value_is_the_answer_and_the_other_is_shown_labelled(
    desk: Store, pick: object, count: str
) -> None:
    [pair] = pairs(desk)
    decide(desk, pick(pair))  # type: ignore[operator]
    status, html = shown(desk)
    other = "44" if count == "30" else "30"
    assert status is Status.FOUND
    assert html.startswith(f"<b>{count} crossings</b>")
    assert "⚖ The desk holds to this value" in html
    assert "counted at the quay" in html
    assert html.index(f"{other} crossings") > html.index("⚖")


def test_rulings_are_read_once_a_question(desk: Store) -> None:
    [pair] = pairs(desk)
    decide(desk, min(pair))
    seen: list[str] = []

    def keep(_c: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(desk.engine, "before_cursor_execute", keep)
    _, html = shown(desk)
    event.remove(desk.engine, "before_cursor_execute", keep)
    assert "⚖ The desk holds to this value" in html
    assert sum("FROM ruling" in statement for statement in seen) == 1


def test_losing_value_is_never_the_sole_answer(desk: Store) -> None:
    [pair] = pairs(desk)
    decide(desk, min(pair))
    status, html = shown(desk, "How many crossings in May 2025 does the Agency report give?")
    assert status is not Status.FOUND or html.index("30 crossings") < html.index("44 crossings")


def test_both_stand_keeps_the_conflict_with_the_ruling_beneath(desk: Store) -> None:
    decide(desk, None, "they count different piers")
    status, html = shown(desk)
    assert status is Status.CONFLICT
    assert "⚖ The desk lets both stand" in html
    assert html.count("44 crossings") == html.count("30 crossings")


def test_revoked_ruling_leaves_the_conflict_and_a_record(desk: Store) -> None:
    before = shown(desk)
    [pair] = pairs(desk)
    decide(desk, min(pair))
    with desk.writes.begin() as session:
        revoke(session, NOW, one=max(pair), other=min(pair), actor="8", viewer=Viewer())
    assert shown(desk) == before
    decide(desk, max(pair))
    with desk.reads.begin() as session:
        verbs = session.scalars(select(AuditRow.verb).order_by(AuditRow.id)).all()
    assert [verb for verb in verbs if verb != "apply"] == ["rule", "revoke", "rule"]


def test_ruling_for_a_fact_that_was_withdrawn_decides_nothing(desk: Store) -> None:
    [pair] = pairs(desk)
    decide(desk, min(pair))
    correct(desk, at(24), fact_id=min(pair), words=None)
    found = asked(desk, at(25), ASKED)
    assert [quote.fact_id for quote in found.quotes] == [max(pair)]


def test_bad_rulings_are_refused_in_a_sentence(desk: Store) -> None:
    [pair] = pairs(desk)
    one, other = min(pair), max(pair)
    cases: list[tuple[Decision, type[Exception], str]] = [
        (Decision(one, one, None, "x", "7"), RulingRefused, "do not differ"),
        (Decision(one, 999, None, "x", "7"), RulingRefused, "do not differ"),
        (Decision(one, other, 999, "x", "7"), RulingRefused, "neither"),
        (Decision(one, other, one, " ", "7"), CorrectionRefused, "Give a reason"),
    ]
    for wanted, error, why in cases:
        with desk.writes.begin() as session, pytest.raises(error, match=why):
            rule(session, NOW, decision=wanted, viewer=Viewer())
    decide(desk, one)
    wanted = Decision(other, one, other, "mine", "9")
    with desk.writes.begin() as session, pytest.raises(RulingRefused, match="ruled on already"):
        rule(session, NOW, decision=wanted, viewer=Viewer())


def test_conflict_that_an_answer_gave_is_listed_ruled_on_and_shown(store: Store) -> None:
    one = "The cable car of Montrel reopens\n\nThe repairs cost 6.4 million crowns.\n"
    other = "Montrel rides again\n\nThe repairs of the cable car cost 7.1 million crowns.\n"
    load_text(store, one, name="a.txt", outlet="Post", published=date(2025, 6, 1))
    load_text(store, other, name="b.txt", outlet="Wire", published=date(2025, 6, 1))
    text = "How much did the repairs of the cable car cost?"
    assert question(store, text).answer.status is Status.CONFLICT
    assert pairs(store) == []
    put(store, text)
    [pair] = pairs(store)
    decide(store, max(pair))
    assert (pairs(store), pairs(store, ruled=True)) == ([], [pair])
    status, html = shown(store, text)
    assert status is Status.FOUND
    assert html.index("7.1 million") < html.index("counted at the quay") < html.index("6.4 million")
    with store.writes.begin() as session:
        session.execute(delete(AnswerFactRow))
        revoke(session, NOW, one=min(pair), other=max(pair), actor="7", viewer=Viewer())
    assert shown(store, text)[0] is Status.CONFLICT
