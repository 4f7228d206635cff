"""What a desk has made of its documents, for another store: without people and what they asked.

The same file as a backup's, of fewer tables. Who did something stands in it as `SOMEBODY`.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from db.backup.sealed import BackupRefused, Holds, written
from db.backup.writing import write_tables
from db.base import Row
from db.personal import PERSONAL, Fate

SOMEBODY = "exported"
DOCUMENTS = ("source", "document", "revision", "reading", "block", "load", "load_revision")
FACTS = ("fact", "passage", "fact_link", "term", "term_above", "word", "posting", "sequence")
DECIDED = (
    *("alias", "contested_term", "correction", "fix", "golden_question", "phrasing", "ruling"),
    *("threshold", "topic", "topic_fact"),
)
KEPT = frozenset({*DOCUMENTS, *FACTS, *DECIDED})
# Why every other table is left out.
LEFT_OUT: dict[str, str] = {
    **dict.fromkeys(("chat", "person", "invite", "claim", "gate", "prompt"), "people"),
    **dict.fromkeys(("question", "answer", "answer_fact", "feedback", "waiting"), "asked"),
    **dict.fromkeys(("gap", "gap_question"), "asked"),
    **dict.fromkeys(("subscription", "subscription_topic", "digest", "digest_part"), "briefed"),
    **dict.fromkeys(("delivery", "delivery_fact", "sighting", "rate"), "sent"),
    **dict.fromkeys(("change_told", "mending_told", "withdrawal_told"), "sent"),
    **dict.fromkeys(("submission", "submission_message"), "given in chats"),
    **dict.fromkeys(("audit", "day_total", "weekly_report"), "what was done in this store"),
}


def write_desk(session: Session, now: datetime, *, path: Path) -> int:
    """Write what the desk has made, as this transaction sees it; return how many rows.

    Phrasings that only readers proposed stay out: they are readers' words. Raises BackupRefused.
    """
    if path.exists():
        raise BackupRefused(f"{path} is there already: give a name that is free.")
    tables = [table for table in Row.metadata.sorted_tables if table.name in KEPT]
    with written(path) as sealing:
        write_tables(session, now, sealing, tables, Holds.DESK, _without_people)
        return sealing.rows


def _without_people(table: Table, row: dict[str, Any]) -> list[Any] | None:
    if table.name == "phrasing" and row["state"] == "proposed":
        return None
    return [_masked(f"{table.name}.{name}", value) for name, value in row.items()]


def _masked(column: str, value: Any) -> Any:
    fate = PERSONAL.get(column)
    if fate is Fate.EMPTIED:
        return None
    person = fate is Fate.MASKED and isinstance(value, str) and value.isdecimal()
    return SOMEBODY if person else value
