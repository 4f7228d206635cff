"""A speaker or a date that a person put right is told to every chat that was shown it, once."""

from datetime import datetime

import pytest
from sqlalchemy import select, update

from bot.services.fixing import Change, Fixed, fix
from bot.services.mendings import mending_reach
from bot.services.sheets import Fixer
from bot.services.unfixing import put_back
from db.engine import Store
from db.models import ChatRow, DeliveryRow, FactRow, MendingToldRow
from facts.fixing.fields import Field
from tests.bot.services.corrected_desk import correct, fact_named, pend, tick, told, undo_it
from tests.bot.services.digest_desk import at, digests, morning, prepare, send_all, subscription
from tests.bot.services.test_asking import CHAT, put
from tests.factories import load_text
from tests.kept import Kept

TEXT = """Harbour notes

"The sea wall must rise."

The mayor opened the quay on Wednesday.
"""
ASKED = "What must the sea wall do?"
UNSURE = "Somebody is quoted or reported; speaker uncertain"
ROE = Change(Field.SPEAKER, "Ida Roe", role="councillor")
OLD_TO_NEW = f"<s>{UNSURE}</s> → <b>Ida Roe, councillor, quoted</b>"


def wall(store: Store) -> int:
    with store.reads.begin() as session:
        named = select(FactRow.id).where(FactRow.text.contains("sea wall"))
        return session.scalars(named).one()


def mend(store: Store, now: datetime, fact_id: int, change: Change = ROE) -> Fixed:
    with store.writes.begin() as session:
        return fix(session, now, target=fact_id, change=change, fixer=Fixer("7"))


def back(store: Store, now: datetime, act: int) -> None:
    with store.writes.begin() as session:
        put_back(session, now, act=act, fixer=Fixer("7"))


def reach(store: Store, now: datetime, fact_id: int) -> dict[str, int]:
    with store.reads.begin() as session:
        return mending_reach(session, now, fact_id=fact_id).states


def fresh(messages: list[str]) -> list[str]:
    return [html for html in messages if not html.startswith("✎")]


def fill(store: Store) -> None:
    load_text(store, TEXT, name="harbour.txt")
    put(store, ASKED)
    pend(store)
    subscription(store, corrections="at_once")
    prepare(store, at(24))
    assert any("sea wall" in row.body["html"] for row in send_all(store, at(24)))


@pytest.fixture
def desk(store: Store, kept: Kept) -> Store:
    """A chat that asked, and one that was briefed and is told at once, both shown the fact."""
    kept(store, fill)
    return store


def test_speaker_put_right_is_told_at_once_and_once_and_marked(desk: Store) -> None:
    mend(desk, at(24, "10:00"), wall(desk))
    assert reach(desk, at(24, "10:00"), wall(desk)) == {"later": 2}
    assert tick(desk, at(24, "10:01")) == 2
    messages = told(desk, at(24, "10:02"))
    notices = fresh(messages)
    begun = f"<b>Put right</b> · you saw this today\n{OLD_TO_NEW}\n"
    assert [n.startswith(begun) for n in notices] == [True, True]
    assert all("sea wall must rise" in n for n in notices)
    marks = [html for html in messages if html.startswith("✎⚠ Put right on 24 Nov 2026")]
    assert len(marks) == 2
    assert reach(desk, at(24, "10:03"), wall(desk)) == {"reached": 2}
    assert tick(desk, at(24, "10:05")) == 0
    assert tick(desk, at(25)) == 0


def test_who_was_shown_it_as_it_is_now_is_told_nothing(store: Store) -> None:
    load_text(store, TEXT, name="harbour.txt")
    mend(store, at(24, "07:00"), wall(store))
    subscription(store, corrections="at_once")
    assert "Ida Roe, councillor, quoted" in morning(store, at(24))[0]
    assert tick(store, at(24, "09:00")) == 0


def test_day_put_right_is_told_old_to_new(desk: Store) -> None:
    quay = fact_named(desk, "The mayor opened the quay on Wednesday.").id
    mend(desk, at(24, "10:00"), quay, Change(Field.MOMENT, "2026-11-18"))
    tick(desk, at(24, "10:01"))
    [first] = fresh(told(desk, at(24, "10:02")))
    assert "“Wednesday”: <s>not known</s> → <b>18 Nov 2026</b>" in first
    mend(desk, at(24, "11:00"), quay, Change(Field.MOMENT, "2026-11-11"))
    tick(desk, at(24, "11:01"))
    [second] = fresh(told(desk, at(24, "11:02")))
    assert "“Wednesday”: <s>18 Nov 2026</s> → <b>11 Nov 2026</b>" in second


def test_several_fixes_before_anybody_is_told_are_one_step(desk: Store) -> None:
    number = wall(desk)
    mend(desk, at(24, "10:00"), number, Change(Field.SPEAKER, "Bo Lund"))
    mend(desk, at(24, "10:01"), number)
    tick(desk, at(24, "10:02"))
    notices = fresh(told(desk, at(24, "10:03")))
    assert [OLD_TO_NEW in n and "Bo Lund" not in n for n in notices] == [True, True]


def test_put_back_is_told_to_who_was_told_and_nobody_else(desk: Store) -> None:
    act = mend(desk, at(24, "10:00"), wall(desk)).act
    tick(desk, at(24, "10:01"))
    told(desk, at(24, "10:02"))
    back(desk, at(24, "11:00"), act)
    assert tick(desk, at(24, "11:01")) == 2
    notices = fresh(told(desk, at(24, "11:02")))
    back_again = f"<s>Ida Roe, councillor, quoted</s> → <b>{UNSURE}</b>"
    assert [back_again in n for n in notices] == [True, True]
    assert tick(desk, at(24, "11:03")) == 0


def test_put_back_before_anybody_was_told_tells_nobody(desk: Store) -> None:
    act = mend(desk, at(24, "10:00"), wall(desk)).act
    back(desk, at(24, "10:00"), act)
    assert tick(desk, at(24, "10:02")) == 0


def test_notice_overtaken_in_quiet_hours_is_told_as_what_holds_in_the_morning(
    store: Store,
) -> None:
    load_text(store, TEXT, name="harbour.txt")
    subscription(store, corrections="at_once", quiet_from="22:00", quiet_to="07:00")
    morning(store, at(24))
    mend(store, at(24, "22:30"), wall(store), Change(Field.SPEAKER, "Bo Lund"))
    assert tick(store, at(24, "22:31")) == 1
    mend(store, at(24, "23:00"), wall(store))
    tick(store, at(24, "23:01"))
    early = told(store, at(25, "07:00"))
    tick(store, at(25, "07:01"))
    notices = fresh([*early, *told(store, at(25, "07:02"))])
    assert len(notices) == 1
    assert OLD_TO_NEW in notices[0]


def test_mending_comes_with_the_digest_where_that_was_chosen(store: Store) -> None:
    load_text(store, TEXT, name="harbour.txt")
    subscription(store)
    morning(store, at(24))
    mend(store, at(24, "10:00"), wall(store))
    assert tick(store, at(24, "10:01")) == 0
    prepare(store, at(25))
    messages = [r.body["html"] for r in send_all(store, at(25), edits=True)]
    [second] = [html for html in messages if html.startswith("<b>Everything</b>")]
    assert second.startswith(
        "<b>Everything</b> · 1 put right\n<b>1.</b> <b>Put right</b> · you saw"
    )
    assert OLD_TO_NEW in second
    assert any(html.startswith("⚠ Put right on") for html in messages)
    assert "Put right" not in "".join(morning(store, at(26)))
    assert [state for _, state in digests(store)] == ["owed", "owed", "empty"]


def test_answer_written_down_before_and_sent_after_is_told_of(store: Store) -> None:
    load_text(store, TEXT, name="harbour.txt")
    put(store, ASKED)
    mend(store, at(24, "10:00"), wall(store))
    assert tick(store, at(24, "10:01")) == 0
    pend(store)
    [answer] = told(store, at(24, "12:00"))
    assert UNSURE in answer
    assert tick(store, at(24, "12:01")) == 1
    assert OLD_TO_NEW in fresh(told(store, at(24, "12:02")))[0]


def test_fact_withdrawn_before_the_notice_was_sent_is_told_withdrawn_alone(desk: Store) -> None:
    number = wall(desk)
    mend(desk, at(24, "10:00"), number)
    tick(desk, at(24, "10:01"))
    correct(desk, at(24, "10:02"), fact_id=number, words=None)
    early = told(desk, at(24, "10:03"))
    tick(desk, at(24, "10:04"))
    notices = fresh([*early, *told(desk, at(24, "10:05"))])
    assert [n.startswith("<b>Withdrawn</b>") for n in notices] == [True, True]
    undo_it(desk, at(24, "11:00"), number)
    tick(desk, at(24, "11:01"))
    again = fresh(told(desk, at(24, "11:02")))
    assert any("Stands again" in n and "Ida Roe, councillor" in n for n in again)


def test_of_those_shown_it_one_that_blocked_the_bot_is_counted(desk: Store) -> None:
    with desk.writes.begin() as session:
        session.execute(update(ChatRow).where(ChatRow.id == CHAT).values(state="blocked"))
    mend(desk, at(24, "10:00"), wall(desk))
    tick(desk, at(24, "10:01"))
    told(desk, at(24, "10:02"))
    assert reach(desk, at(24, "10:03"), wall(desk)) == {"reached": 1, "blocked": 1}


def test_chat_that_may_not_see_the_fact_any_more_is_told_nothing(desk: Store) -> None:
    from bot.services.labelling import relabel

    mend(desk, at(24, "10:00"), wall(desk))
    with desk.writes.begin() as session:
        relabel(session, at(24, "10:00"), document_id=1, label="restricted", actor="7")
    assert tick(desk, at(24, "10:01")) == 0
    assert told(desk, at(24, "10:02")) == []
    with desk.reads.begin() as session:
        assert session.scalars(select(MendingToldRow)).all() == []


def test_notice_is_no_news_and_topics_and_kinds_are_told_to_nobody(desk: Store) -> None:
    mend(desk, at(24, "10:00"), wall(desk), Change(Field.TOPIC, "Sea"))
    mend(desk, at(24, "10:00"), wall(desk), Change(Field.KIND, "item"))
    assert tick(desk, at(24, "10:01")) == 0
    assert "Put right" not in "".join(morning(desk, at(25)))
    with desk.reads.begin() as session:
        kinds = session.scalars(select(DeliveryRow.kind).distinct()).all()
    assert sorted(kinds) == ["answer", "digest"]
