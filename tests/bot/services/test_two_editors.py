"""Two editors press at the same time: one of them decides, the other is told so."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.services.gapdesk import answer_with_words
from bot.services.gaps import close
from bot.services.mendings import owe_mendings
from bot.services.ruling import Decision, rule
from db.engine import Store
from db.models import DeliveryRow, FactRow, MendingToldRow, RulingRow
from db.viewer import EVERYTHING
from facts.errors import BriefingError
from tests.bot.services.digest_desk import at, morning, subscription
from tests.bot.services.test_gaps import BOATS, OTHER, let_wait
from tests.bot.services.test_gaps import put as ask
from tests.bot.services.test_mendings import TEXT as WALL
from tests.bot.services.test_mendings import mend, wall
from tests.bot.services.test_ruling import SAID
from tests.factories import NOW, TODAY, load_text


def at_once(*presses: Callable[[], object]) -> list[str]:
    """Press all at once; return what those who were refused were told."""

    def pressed(press: Callable[[], object]) -> str:
        try:
            press()
        except BriefingError as refused:
            return str(refused)
        return ""

    with ThreadPoolExecutor(len(presses)) as pool:
        return [told for told in pool.map(pressed, presses) if told]


def test_one_ruling_holds(store: Store) -> None:
    for name, outlet, count in (("a.txt", "Wire", 30), ("b.txt", "Agency", 44)):
        text = SAID.format(f"{outlet} report", count)
        load_text(store, text, name=name, outlet=outlet, published=date(2025, 6, 1))
    with store.reads.begin() as session:
        one, other = session.scalars(select(FactRow.id).order_by(FactRow.id)).all()

    def press(chosen: int) -> Callable[[], object]:
        def do() -> None:
            decision = Decision(one, other, chosen, f"for {chosen}", str(chosen))
            with store.writes.begin() as session:
                rule(session, NOW, decision=decision, viewer=EVERYTHING)

        return do

    [told] = at_once(press(one), press(other))
    assert "ruled on already (“for" in told
    with store.reads.begin() as session:
        assert session.scalar(select(func.count()).select_from(RulingRow)) == 1


def test_gap_is_settled_once_and_who_waits_is_told_once(store: Store) -> None:
    load_text(store, OTHER, name="other.txt")
    assert let_wait(store, ask(store, BOATS))

    def by_words() -> None:
        with store.writes.begin() as session:
            close(session, NOW, gap_id=1, actor="7", words="nobody counts them")

    def by_statement() -> None:
        words = "310 fishing boats use the harbour."
        with store.writes.begin() as session:
            answer_with_words(session, NOW, gap_id=1, words=words, actor="8", day=TODAY)

    [told] = at_once(by_words, by_statement)
    assert told == "There is no open gap 1."
    with store.reads.begin() as session:
        pending = select(func.count()).where(DeliveryRow.state == "pending")
        assert session.scalar(pending.select_from(DeliveryRow)) == 1


def test_processes_that_tick_at_once_tell_of_a_mending_once(store: Store) -> None:
    load_text(store, WALL, name="harbour.txt")
    subscription(store, corrections="at_once")
    morning(store, at(24))
    mend(store, at(24, "10:00"), wall(store))

    def tick() -> None:
        with store.writes.begin() as session:
            owe_mendings(session, at(24, "10:01"), since=None, zone=ZoneInfo("UTC"))

    assert at_once(tick, tick) == []
    with store.reads.begin() as session:
        assert session.scalar(select(func.count()).select_from(MendingToldRow)) == 1
        pending = select(DeliveryRow.edits_message_id).where(DeliveryRow.state == "pending")
        assert sorted(map(bool, session.scalars(pending))) == [False, True]
