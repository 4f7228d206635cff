"""Nothing under embargo is in the store before its moment; what has run out is gone at its own."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.services.embargo import (
    Terms,
    TermsRefused,
    expire_due,
    hold,
    list_held,
    release_due,
    set_terms,
    terms_due,
    terms_of,
)
from bot.services.loading import LoadRefused, apply
from db.engine import Store
from db.queries.terms import vocabulary
from db.viewer import EVERYTHING
from tests.bot.services.digest_desk import at, morning, subscription
from tests.bot.services.test_gaps import let_wait, pending, put, tried
from tests.bot.services.test_withdrawals import tell
from tests.factories import NOW, load_text, question

SECRET = "Commander Zelinka hid 77 torpedoes near Obrisk.\n"
ASKED = "Who hid torpedoes near Obrisk?"
MOMENT = at(24, "07:30")


def embargoed(store: Store, *, until: datetime = MOMENT, expires: datetime | None = None) -> int:
    load_id = tried(store, SECRET).load_id or 0
    with store.writes.begin() as session:
        hold(session, NOW, load_id=load_id, terms=Terms(until, expires), actor="terminal")
    return load_id


def tick(store: Store, now: datetime) -> tuple[int, int]:
    with store.writes.begin() as session:
        return release_due(session, now), expire_due(session, now)


def test_nothing_of_it_can_be_found_before_its_moment(store: Store) -> None:
    load_text(store)
    embargoed(store)
    assert tick(store, MOMENT - timedelta(minutes=1)) == (0, 0)
    assert not question(store, ASKED, viewer=EVERYTHING).quotes
    with store.reads.begin() as session:
        assert "zelinka" not in {word for word, _, _ in vocabulary(session, EVERYTHING)}
        assert [(held.text, held.live_at) for held in list_held(session, NOW)] == [
            (SECRET.strip(), MOMENT)
        ]


def test_it_goes_live_once_is_new_to_digests_and_answers_those_who_wait(store: Store) -> None:
    load_text(store)
    subscription(store)
    assert "Zelinka" not in morning(store, at(23, "08:30"))
    assert let_wait(store, put(store, ASKED)) is True
    embargoed(store)
    assert tick(store, MOMENT) == (1, 0)
    assert tick(store, MOMENT) == (0, 0)
    assert [row.chat_id for row in pending(store)] == [1001]
    assert any("Zelinka" in message for message in morning(store, at(24)))


def test_it_is_not_applied_by_hand_before_its_moment(store: Store) -> None:
    load_id = embargoed(store)
    with pytest.raises(LoadRefused, match="held back until"), store.writes.begin() as session:
        apply(session, NOW, load_id=load_id, actor="terminal", as_rehearsed=True)
    assert not question(store, ASKED, viewer=EVERYTHING).quotes
    with store.writes.begin() as session:
        assert apply(session, MOMENT, load_id=load_id, actor="terminal").facts == 1


def test_expired_document_is_gone_and_nobody_is_told_otherwise(store: Store) -> None:
    load_id = tried(store, SECRET).load_id or 0
    with store.writes.begin() as session:
        set_terms(session, NOW, load_id=load_id, terms=Terms(None, at(24, "12:00")))
        apply(session, NOW, load_id=load_id, actor="terminal")
    subscription(store, corrections="at_once")
    assert "Zelinka" in morning(store, at(24))[0]
    with store.reads.begin() as session:
        assert not terms_due(session, at(24, "11:59"))
    assert tick(store, at(24, "12:00")) == (0, 1)
    assert not question(store, ASKED).quotes
    assert tell(store, at(24, "12:01")) == 0


@pytest.mark.parametrize(
    ("embargo", "expires", "told"),
    [
        ("tomorrow", None, "is no moment"),
        ("2020-01-01 09:00", None, "is over already"),
        ("2027-01-02 09:00", "2027-01-01", "before it is seen"),
    ],
)
def test_moments_that_cannot_be_are_refused(embargo: str, expires: str | None, told: str) -> None:
    with pytest.raises(TermsRefused, match=told):
        terms_of(NOW, ZoneInfo("UTC"), embargo=embargo, expires=expires)
