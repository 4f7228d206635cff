"""A file becomes facts: rehearsed without effect on what stands, then applied.

`rehearse` and `apply` each run in one write transaction of the caller, so a file is loaded whole
or not at all.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.services.gaps import Answerable, answer_waiting, answered_by
from bot.services.placing import carry_out
from bot.services.understanding import Understood
from bot.services.weighing import weigh
from db.encoding import draft, draft_json, particulars, particulars_json
from db.models import DocumentRow, LoadRevisionRow, LoadRow, ReadingRow, RevisionRow
from db.queries.audit import record
from db.queries.documents import card
from db.queries.gaps import open_gaps
from db.queries.loads import brought_by_load, load_by_id
from db.queries.receiving import Received, receive
from db.queries.sequences import STORE_VERSION, last_number, take_one
from db.queries.sources import outlet_of
from facts.errors import BriefingError
from facts.extraction.extract import extract
from facts.reconcile.plan import Brought, DocumentPlan
from facts.types import Particulars


class LoadRefused(BriefingError):
    """A load cannot be applied, or not be undone."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a load would change; `load_id` is None when nothing in it is new to the store.

    `answers` are the open questions that it would answer.
    """

    load_id: int | None
    file_name: str
    documents: tuple[DocumentPlan, ...]
    answers: tuple[Answerable, ...] = ()

    @property
    def new(self) -> int:
        """Return how many facts the load would make stand."""
        changing = (d for d in self.documents if d.changes)
        return len({f.identity for d in changing for f in d.facts if f.new})


@dataclass(frozen=True, slots=True)
class Applied:
    """What a load changed."""

    documents: int
    facts: int
    ended: int = 0
    links: int = 0


def rehearse(
    session: Session,
    now: datetime,
    *,
    file_name: str,
    documents: Sequence[Understood],
    actor: str,
) -> Rehearsal:
    """Store what was received and the plan for it; nothing that stands is changed."""
    load_id = take_one(session, "load")  # the lock under which nobody else receives this content
    brought = [_brought(file_name, each) for each in documents]
    plans = weigh(session, now, brought)
    carried = [_carried(session, each, plan) for each, plan in zip(documents, plans, strict=True)]
    if carried != list(documents):
        plans = weigh(session, now, [_brought(file_name, each) for each in carried])
    changing = [each for each, plan in zip(carried, plans, strict=True) if plan.changes]
    if not changing:
        return Rehearsal(None, file_name, plans)
    rehearsal = Rehearsal(load_id, file_name, plans)
    stored = receive(session, list(map(_received, changing)), file_name=file_name, now=now)
    _store_plan(session, now, rehearsal, list(zip(changing, stored, strict=True)), actor)
    return replace(rehearsal, answers=_would_answer(session, now, load_id))


def ever_loaded(session: Session) -> bool:
    """Say whether anything was ever loaded, also if it was taken back since."""
    return last_number(session, "load") > 0


def apply(session: Session, now: datetime, *, load_id: int, actor: str) -> Applied:
    """Make the facts of a rehearsed load stand; raise LoadRefused when it was applied already.

    The plan is made again against what stands now, under the lock that every load takes.
    """
    take_one(session, STORE_VERSION)
    load = load_by_id(session, load_id)
    if load is None or load.state != "rehearsed":
        state = load.state if load else "not there"
        raise LoadRefused(f"Load {load_id} is {state}: only a rehearsed load can be applied.")
    counts = _place(session, now, load_id)
    for part, *_ in brought_by_load(session, load_id):
        part.drafts = []
    load.state, load.applied_at = "applied", now
    answer_waiting(session, now)
    record(session, now, actor=actor, verb="apply", subject=f"load {load_id}", particulars=counts)
    return Applied(**counts)


def _would_answer(session: Session, now: datetime, load_id: int) -> tuple[Answerable, ...]:
    """Place the load inside a savepoint, look which open questions it answers, and take it back."""
    if not open_gaps(session):
        return ()
    before = {gap.gap_id for gap in answered_by(session, now)}
    trial = session.begin_nested()
    try:
        take_one(session, STORE_VERSION)
        _place(session, now, load_id)
        session.flush()
        return tuple(gap for gap in answered_by(session, now) if gap.gap_id not in before)
    finally:
        trial.rollback()


def _place(session: Session, now: datetime, load_id: int) -> dict[str, int]:
    """Weigh a stored load against what stands, and make its facts stand."""
    parts = brought_by_load(session, load_id)
    plans = weigh(session, now, [_stored(*part) for part in parts])
    placed = [(plan, part[1], part[2]) for plan, part in zip(plans, parts, strict=True)]
    return {"documents": len(parts), **carry_out(session, now, load_id, placed)}


def _brought(file_name: str, each: Understood) -> Brought:
    reading = each.document.reading
    return Brought(
        file_name,
        each.document.key,
        each.sha256,
        each.particulars,
        reading.text,
        reading.reader,
        each.drafts,
    )


def _stored(part: LoadRevisionRow, revision: RevisionRow, reading: ReadingRow) -> Brought:
    known = particulars(part.particulars)
    drafts = tuple(draft(value, reading.text, known.title) for value in part.drafts)
    return Brought(
        revision.file_name, part.key, revision.sha256, known, reading.text, reading.reader, drafts
    )


def _carried(session: Session, each: Understood, plan: DocumentPlan) -> Understood:
    """Let a document keep what was known about it where its new content does not say."""
    if not plan.revises:
        return each
    row = session.get_one(DocumentRow, plan.revises)
    before, now = card(row, outlet_of(session, row)), each.particulars
    dated = now.published.day is not None or before.published.day is None
    known = Particulars(
        title=now.title or before.title,
        outlet=now.outlet or before.outlet,
        published=now.published if dated else before.published,
        url=now.url or before.url,
    )
    if known == now:
        return each
    drafts = each.drafts if dated else extract(each.document.reading, before.published)
    return replace(each, particulars=known, drafts=drafts)


def _received(understood: Understood) -> Received:
    document = understood.document
    text_sha256 = hashlib.sha256(document.reading.text.encode()).hexdigest()
    return Received(document.content, understood.sha256, document.reading, text_sha256)


def _store_plan(
    session: Session,
    now: datetime,
    rehearsal: Rehearsal,
    brought: Sequence[tuple[Understood, tuple[int, int]]],
    actor: str,
) -> None:
    session.add(
        LoadRow(
            id=rehearsal.load_id,
            file_name=rehearsal.file_name,
            state="rehearsed",
            plan={"documents": len(brought), "new": rehearsal.new},
            store_version=last_number(session, STORE_VERSION),
            actor=actor,
            created_at=now,
        )
    )
    session.flush()
    rows: list[dict[str, Any]] = [
        {
            "load_id": rehearsal.load_id,
            "revision_id": revision_id,
            "reading_id": reading_id,
            "position": position,
            "key": understood.document.key,
            "particulars": particulars_json(understood.particulars),
            "drafts": [draft_json(draft) for draft in understood.drafts],
        }
        for position, (understood, (revision_id, reading_id)) in enumerate(brought)
    ]
    session.execute(insert(LoadRevisionRow), rows)
