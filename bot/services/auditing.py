"""Showing the audit record: who did what when to which, with before and after."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.ports import Message
from bot.views.audit import Entry, page
from db.models import AuditRow
from db.queries.audit import Filter, names_of, record_of, records, zone_of

PAGE = 8
Turn = tuple[str, int, int]


def show_audit(
    session: Session, now: datetime, *, chat_id: int, desk: ZoneInfo, turn: Turn = ("all", 0, 0)
) -> Message:
    """Return a page of the record, newest first, in the zone of whoever reads it.

    `turn` is a filter (all, who, what), the record that it means the actor or subject of, and the
    record that the page comes before (0: the newest page).
    """
    which, number, before = turn
    wanted = _filter(session, which, number)
    rows = records(session, wanted, before=before or None, most=PAGE + 1)
    entries = _entries(session, rows[:PAGE], reader_zone(session, chat_id, desk))
    return page(
        entries,
        filtered=(which, number),
        about=wanted.actor or wanted.subject,
        newest=not before,
        more=len(rows) > PAGE,
    )


def reader_zone(session: Session, chat_id: int, desk: ZoneInfo) -> ZoneInfo:
    """Return the zone that a chat chose for its briefings, else the desk's."""
    chosen = zone_of(session, chat_id)
    return ZoneInfo(chosen) if chosen else desk


def entry_of(session: Session, row: AuditRow, zone: tzinfo) -> Entry:
    """Return one record as it is shown."""
    return _entries(session, [row], zone)[0]


def _filter(session: Session, which: str, number: int) -> Filter:
    row = record_of(session, number) if which in {"who", "what"} else None
    if row is None:
        return Filter()
    return Filter(actor=row.actor) if which == "who" else Filter(subject=row.subject)


def _entries(session: Session, rows: Sequence[AuditRow], zone: tzinfo) -> list[Entry]:
    numbers = {int(word) for row in rows for word in _words(row) if word.isdecimal()}
    names = {str(number): name for number, name in names_of(session, sorted(numbers)).items()}
    return [_entry(row, names, zone) for row in rows]


def _words(row: AuditRow) -> tuple[str, str]:
    kind, _, number = row.subject.partition(" ")
    return row.actor, number if kind == "person" else ""


def _entry(row: AuditRow, names: dict[str, str], zone: tzinfo) -> Entry:
    actor, subject = _words(row)
    return Entry(
        number=row.id,
        at=row.at.astimezone(zone),
        actor=row.actor,
        actor_name=names.get(actor),
        verb=row.verb,
        subject=row.subject,
        subject_name=names.get(subject),
        particulars=row.particulars,
    )
