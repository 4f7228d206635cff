"""No column that holds a person is unknown to /mydata and /forget."""

import re

from db.base import Row
from db.models import PersonRow
from db.personal import NOT_PERSONAL, PERSONAL

NAMED = re.compile(r"person|chat|actor|user|admin|member|_by$|awaited_from|speaker$|worker|invite")
COLUMNS = {f"{t.name}.{c.name}": c for t in Row.metadata.sorted_tables for c in t.columns}


def links_to_people(name: str) -> bool:
    linked = {key.column.table.name for key in COLUMNS[name].foreign_keys}
    return bool(linked & {"person", "chat"})


def test_every_column_that_holds_a_person_is_declared() -> None:
    looks = {n for n in COLUMNS if links_to_people(n) or NAMED.search(n.split(".")[1])}
    assert looks - set(PERSONAL) - set(NOT_PERSONAL) == set()


def test_declared_columns_are_there() -> None:
    assert (set(PERSONAL) | set(NOT_PERSONAL)) - set(COLUMNS) == set()


def test_nothing_is_both_a_person_and_none() -> None:
    assert set(PERSONAL) & set(NOT_PERSONAL) == set()
    assert not [name for name in NOT_PERSONAL if links_to_people(name)]


def test_a_new_column_would_be_seen() -> None:
    assert links_to_people("feedback.person_id")
    assert PersonRow.__table__.c.id is COLUMNS["person.id"]
