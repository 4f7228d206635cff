"""Nobody gets in who was not let in, and whoever is put out is out at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.services.access import Admission, Visitor, admit
from bot.services.people import (
    AccessRefused,
    accept_invite,
    ask_to_be_let_in,
    invite,
    list_invites,
    remove,
    revoke,
    set_access,
    set_clearance,
    set_role,
)
from db.engine import Store
from db.models import AuditRow, DeliveryRow, PersonRow, SubscriptionRow
from db.viewer import EVERYTHING, NOTHING, Viewer, cleared
from tests.bot.services.digest_desk import READER, at, prepare, send_all, subscription
from tests.factories import NOW, load_text

ADA = "9"


def arrive(store: Store, person: int = READER, *, chat: int | None = None) -> Admission:
    """Somebody writes to a bot that answers invited people only."""
    kind = "private" if chat is None else "group"
    visitor = Visitor(person, "Rita", chat or person, kind, chat_title="Group")
    with store.writes.begin() as session:
        return admit(session, NOW, visitor=visitor, admin_ids=(), open_to_all=False)


def make(store: Store, *, role: str = "reader", uses: int = 1) -> str:
    with store.writes.begin() as session:
        return invite(session, NOW, role=role, uses=uses, days=1, actor=ADA).code


def bring(store: Store, code: str, person: int = READER, *, hours: int = 0) -> str | None:
    arrive(store, person)
    with store.writes.begin() as session:
        then = NOW + timedelta(hours=hours)
        return accept_invite(session, then, code=code, person_id=person)


def act(store: Store, service: object, **named: object) -> None:
    with store.writes.begin() as session:
        service(session, NOW, actor=ADA, **named)  # type: ignore[operator]


def test_invite_lets_in_as_many_as_it_says(store: Store) -> None:
    code = make(store)
    assert not arrive(store).allowed
    assert bring(store, code) == "reader"
    assert arrive(store).allowed
    assert bring(store, code, 502) is None
    assert not arrive(store, 502).allowed


def test_invite_brought_twice_by_one_person_is_used_once(store: Store) -> None:
    code = make(store, uses=2)
    assert [bring(store, code), bring(store, code), bring(store, code, 502)] == ["reader"] * 3


def test_expired_revoked_and_forged_invites_let_nobody_in(store: Store) -> None:
    code = make(store, uses=9)
    assert bring(store, code, hours=25) is None
    assert bring(store, "inv_forged") is None
    act(store, revoke, number=1)
    assert bring(store, code) is None
    with store.writes.begin() as session:
        assert list_invites(session, NOW) == []


def test_invite_makes_an_editor_but_never_an_admin(store: Store) -> None:
    assert bring(store, make(store, role="editor")) == "editor"
    assert arrive(store).viewer == EVERYTHING
    with pytest.raises(AccessRefused, match="admins are named"):
        make(store, role="admin")


def test_stranger_asks_once_and_is_decided_once(store: Store) -> None:
    arrive(store)
    with store.writes.begin() as session:
        assert ask_to_be_let_in(session, NOW, person_id=READER)
        assert not ask_to_be_let_in(session, NOW, person_id=READER)
    act(store, set_access, person_id=READER, admit=True)
    assert arrive(store).allowed
    with pytest.raises(AccessRefused, match="decided already"):
        act(store, set_access, person_id=READER, admit=True)


def test_group_sees_what_its_own_label_says_whoever_asks(store: Store) -> None:
    arrive(store)
    act(store, set_role, person_id=READER, role="editor", admin_ids=())
    assert arrive(store).viewer == EVERYTHING
    assert arrive(store, chat=-5).viewer == Viewer()
    act(store, set_clearance, person_id=-5, label="internal")
    assert arrive(store, chat=-5).viewer == cleared("internal")


def test_editor_sees_everything_until_an_admin_says_less(store: Store) -> None:
    arrive(store)
    act(store, set_clearance, person_id=READER, label="internal")
    act(store, set_role, person_id=READER, role="editor", admin_ids=())
    assert arrive(store).viewer == EVERYTHING
    act(store, set_clearance, person_id=READER, label="public")
    assert arrive(store).viewer == Viewer()
    act(store, set_role, person_id=READER, role="reader", admin_ids=())
    assert arrive(store).viewer == cleared("internal")  # as a reader nothing was changed
    act(store, set_role, person_id=READER, role="editor", admin_ids=())
    assert arrive(store).viewer == Viewer()
    act(store, set_role, person_id=READER, role="admin", admin_ids=())
    assert arrive(store).viewer == EVERYTHING
    with pytest.raises(AccessRefused, match="Admins see everything"):
        act(store, set_clearance, person_id=READER, label="public")


def test_removed_person_is_out_at_once(store: Store) -> None:
    load_text(store)
    subscription(store)
    code = make(store, uses=5)
    bring(store, code)
    prepare(store, at(24))
    act(store, remove, person_id=READER, admin_ids=())
    assert send_all(store, at(24)) == []
    admission = arrive(store)
    assert (admission.allowed, admission.viewer) == (False, NOTHING)
    assert bring(store, code) is None
    with store.reads.begin() as session:
        assert session.scalars(select(SubscriptionRow.state)).one() == "ended"
        assert session.scalars(select(DeliveryRow.state)).one() == "failed"


def test_last_admin_stays_and_each_change_is_recorded(store: Store) -> None:
    arrive(store)
    act(store, set_role, person_id=READER, role="admin", admin_ids=())
    for named in ({"role": "reader"}, {}):
        service = set_role if named else remove
        with pytest.raises(AccessRefused, match="last admin"):
            act(store, service, person_id=READER, admin_ids=(), **named)
    with pytest.raises(AccessRefused, match="ADMIN_IDS"):
        act(store, set_role, person_id=READER, role="reader", admin_ids=(READER, 7))
    with store.reads.begin() as session:
        rows = session.scalars(select(AuditRow)).all()
        assert [(r.verb, r.actor, r.subject) for r in rows] == [("grant", ADA, f"person {READER}")]
        assert session.get_one(PersonRow, READER).role == "admin"
