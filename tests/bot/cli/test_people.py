"""`briefing invite` and `briefing people`: what the terminal can do about who is let in."""

from bot.cli.opening import SystemClock
from bot.services.people import accept_invite
from db.engine import Store
from db.queries.people import ensure_person
from tests.bot.cli.conftest import Briefing


def joined(store: Store, code: str) -> None:
    now = SystemClock().now()
    with store.writes.begin() as session:
        ensure_person(session, now, person_id=7, name="Rita", language=None)
        accept_invite(session, now, code=code, person_id=7)


def test_invited_person_is_listed_changed_and_removed(
    briefing: Briefing, sqlite_store: Store
) -> None:
    [made] = briefing("invite", "--role", "editor", "--uses", "2", "--json").lines
    joined(sqlite_store, made["start"])
    [row] = briefing("people", "--json").lines
    assert (row["id"], row["role"], row["access"]) == (7, "editor", "admitted")
    briefing("people", "--id", "7", "--role", "reader")
    [row] = briefing("people", "--id", "7", "--clearance", "internal", "--json").lines
    assert (row["role"], row["clearance"]) == ("reader", "internal")
    [row] = briefing("people", "--id", "7", "--remove", "--json").lines
    assert (row["clearance"], row["access"]) == ("public", "removed")


def test_what_cannot_be_is_refused_in_one_sentence(briefing: Briefing) -> None:
    refused = briefing("invite", "--uses", "0")
    assert (refused.code, refused.err.strip().count("\n")) == (1, 0)
    assert "No person 9" in briefing("people", "--id", "9", "--remove").err
    assert briefing("people", "--id", "9").code == 2
