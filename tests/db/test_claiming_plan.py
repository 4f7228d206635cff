"""Claiming reads what is open, never all that was ever sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from bot.services.delivering import claim_due, reap, release
from db.engine import Store
from tests.fakes import FakeClock

Work = Callable[[Session], object]
NOW = FakeClock().now()
WORKS: dict[str, Work] = {
    "claim": lambda session: claim_due(session, NOW, worker="w"),
    "reap": lambda session: reap(session, NOW + timedelta(hours=1)),
    "release": lambda session: release(session, NOW, worker="w"),
}


@pytest.mark.parametrize("work", WORKS.values(), ids=list(WORKS))
def test_open_deliveries_are_found_by_their_indexes(sqlite_store: Store, work: Work) -> None:
    steps = _plans(sqlite_store, work)
    assert any("USING INDEX ix_delivery_open" in step for step in steps)
    assert "SCAN delivery" not in steps


def _plans(store: Store, work: Work) -> list[str]:
    ran: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        ran.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", keep)
    with store.writes.begin() as session:
        work(session)
    event.remove(store.engine, "before_cursor_execute", keep)
    with store.reads.begin() as session:
        run = session.connection().exec_driver_sql
        return [
            row[3]
            for statement, parameters in ran
            if "delivery" in statement
            for row in run(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
