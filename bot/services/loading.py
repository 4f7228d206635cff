"""A file becomes facts: rehearsed without effect on what stands, then applied.

`rehearse` and `apply` each run in one write transaction of the caller, so a file is loaded whole
or not at all.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.services.understanding import Understood
from db.encoding import draft, draft_json, particulars, particulars_json
from db.models import LoadRevisionRow, LoadRow, ReadingRow, RevisionRow
from db.queries.audit import record
from db.queries.documents import (
    add_document,
    add_reading,
    add_revision,
    brought_by_load,
    known_revision,
    load_by_id,
    reading_by,
)
from db.queries.facts import add_facts, add_passages, standing_by_identity
from db.queries.sequences import STORE_VERSION, last_number, take_one
from db.queries.terms import Filing
from facts.answering.index import filed_stems, filed_words
from facts.errors import BriefingError
from facts.reconcile import PlannedFact, identity, plan_facts
from facts.types import FactDraft, Particulars


class LoadRefused(BriefingError):
    """A load cannot be applied."""


@dataclass(frozen=True, slots=True)
class RehearsedDocument:
    """One document of a load as understood. `known_since` is set when it stands already."""

    key: str
    particulars: Particulars
    facts: tuple[PlannedFact, ...]
    known_since: datetime | None

    @property
    def new(self) -> int:
        """Return how many facts the store does not state yet."""
        if self.known_since is not None:
            return 0
        return len({fact.identity for fact in self.facts if fact.fact_id is None})

    @property
    def repeats(self) -> int:
        """Return how many passages state what stands already, here or elsewhere."""
        return len(self.facts) - self.new


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a load would change; `load_id` is None when nothing in it is new to the store."""

    load_id: int | None
    file_name: str
    documents: tuple[RehearsedDocument, ...]

    @property
    def new(self) -> int:
        """Return how many facts the load would add."""
        unknown = (d for d in self.documents if d.known_since is None)
        return len({f.identity for d in unknown for f in d.facts if f.fact_id is None})


@dataclass(frozen=True, slots=True)
class Applied:
    """What a load changed."""

    documents: int
    facts: int


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
    rehearsed: list[RehearsedDocument] = []
    brought: dict[str, tuple[Understood, ReadingRow]] = {}
    for document in documents:
        revision = known_revision(session, document.sha256)
        known_since = revision.received_at if revision and revision.document_id else None
        standing = standing_by_identity(session, document.identities)
        facts = plan_facts(document.drafts, document.identities, standing)
        key, known = document.document.key, document.particulars
        rehearsed.append(RehearsedDocument(key, known, facts, known_since))
        if known_since is None and document.sha256 not in brought:
            reading = _store(session, now, file_name, document, revision)
            brought[document.sha256] = document, reading
    if not brought:
        return Rehearsal(None, file_name, tuple(rehearsed))
    rehearsal = Rehearsal(load_id, file_name, tuple(rehearsed))
    _store_plan(session, now, rehearsal, list(brought.values()), actor)
    return rehearsal


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
    added = 0
    brought = brought_by_load(session, load_id)
    for part, revision, reading in brought:
        if revision.document_id is None:
            added += _apply_document(session, now, part, revision, reading)
        part.drafts = []
    load.state, load.applied_at = "applied", now
    counts = {"documents": len(brought), "facts": added}
    record(session, now, actor=actor, verb="apply", subject=f"load {load_id}", particulars=counts)
    return Applied(**counts)


def _store(
    session: Session,
    now: datetime,
    file_name: str,
    understood: Understood,
    revision: RevisionRow | None,
) -> ReadingRow:
    document = understood.document
    if revision is None:
        sha256 = understood.sha256
        revision = add_revision(
            session, file_name=file_name, content=document.content, sha256=sha256, now=now
        )
    known = reading_by(session, revision.id, document.reading.reader)
    if known is not None:
        return known
    text_sha256 = hashlib.sha256(document.reading.text.encode()).hexdigest()
    return add_reading(session, revision, document.reading, sha256=text_sha256, now=now)


def _store_plan(
    session: Session,
    now: datetime,
    rehearsal: Rehearsal,
    brought: Sequence[tuple[Understood, ReadingRow]],
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
            "revision_id": reading.revision_id,
            "reading_id": reading.id,
            "position": position,
            "key": understood.document.key,
            "particulars": particulars_json(understood.particulars),
            "drafts": [draft_json(draft) for draft in understood.drafts],
        }
        for position, (understood, reading) in enumerate(brought)
    ]
    session.execute(insert(LoadRevisionRow), rows)


def _apply_document(
    session: Session,
    now: datetime,
    part: LoadRevisionRow,
    revision: RevisionRow,
    reading: ReadingRow,
) -> int:
    known = particulars(part.particulars)
    document = add_document(session, key=part.key, known=known, now=now)
    revision.document_id = document.id
    drafts = [draft(value, reading.text, known.title) for value in part.drafts]
    names = [identity(d, reading_text=reading.text, content_sha256=revision.sha256) for d in drafts]
    standing = standing_by_identity(session, names)
    planned = {f.identity: f for f in plan_facts(drafts, names, standing) if f.fact_id is None}
    filings = [_filing(fact.draft, reading) for fact in planned.values()]
    standing |= add_facts(session, list(planned.values()), filings, now=now)
    ids = [standing[name] for name in names]
    add_passages(session, drafts, ids, reading=reading, document_id=document.id)
    return len(planned)


def _filing(fact: FactDraft, reading: ReadingRow) -> Filing:
    context = " \n ".join(
        [
            fact.context.title or "",
            *fact.context.headings,
            *fact.context.heads,
            *(span.of(reading.text) for span in fact.context.previous),
            fact.context.lead_in.of(reading.text) if fact.context.lead_in else "",
            fact.attribution.speaker or "",
        ]
    )
    surface = dict((*filed_words(fact.text), *filed_words(context)))
    return Filing(filed_stems(fact.text), filed_stems(context), surface)
