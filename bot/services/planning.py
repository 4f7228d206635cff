"""What a load would change, as it is told and kept with the load."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from bot.services.gaps import Answerable
from bot.services.golden import Changed
from bot.services.seeing import NOTHING_TOUCHED, Touched, level_of, touched_by
from db.encoding import particulars_json
from db.viewer import RESTRICTED
from facts.reconcile.plan import DocumentPlan

# The moment before which nobody shall see it, as it was given with the rehearsal.
NOT_BEFORE = "not_before"
_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a load would change; `load_id` is None when nothing in it is new to the store.

    `answers` are the open questions that it would answer, `golden` the golden questions that would
    be answered otherwise, and `told` is how many chats would be told that what they were shown has
    changed (by label: as those see it who are cleared up to it). `fingerprint` names exactly this
    plan; `unread` is what else the file held that could not be read, a sentence each. `touched`
    says who may see what it speaks of.
    """

    load_id: int | None
    file_name: str
    documents: tuple[DocumentPlan, ...]
    answers: tuple[Answerable, ...] = ()
    told_by_label: Mapping[str, int] = field(default_factory=dict)
    golden: tuple[Changed, ...] = ()
    fingerprint: str = ""
    unread: tuple[str, ...] = ()
    touched: Touched = NOTHING_TOUCHED

    @property
    def told(self) -> int:
        """Return how many chats would be told, as who sees everything sees it."""
        return self.told_by_label.get(RESTRICTED, 0)

    @property
    def new(self) -> int:
        """Return how many facts the load would make stand."""
        changing = (d for d in self.documents if d.changes)
        return len({f.identity for d in changing for f in d.facts if f.new})


def planned(
    session: Session,
    load_id: int,
    file_name: str,
    plans: tuple[DocumentPlan, ...],
    unread: tuple[str, ...],
) -> Rehearsal:
    """Return a rehearsed load's plan with its short name, and who may see what it touches."""
    touched, name = touched_by(session, plans), fingerprint(plans)
    return Rehearsal(load_id, file_name, plans, fingerprint=name, unread=unread, touched=touched)


def fingerprint(plans: Sequence[DocumentPlan]) -> str:
    """Return a short name of what plans would change: the same for the same, and for no other."""
    told = [
        [
            particulars_json(plan.brought.known), plan.document_id, plan.revises, plan.reread,
            [[fact.identity, fact.fact_id, fact.stands, fact.returns] for fact in plan.facts],
            [[r.kind, r.earlier.identity, r.later.identity, r.reason] for r in plan.links],
            [[end.fact_id, end.reason, end.corrected] for end in plan.endings],
        ]
        for plan in plans
        if plan.changes
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]


def plan_json(rehearsal: Rehearsal, before: Mapping[str, Any] = _NOTHING) -> dict[str, Any]:
    """Return what is kept of a plan besides its drafts; its embargo, if any, as it was `before`."""
    changing = sum(plan.changes for plan in rehearsal.documents)
    return {
        "documents": changing,
        "new": rehearsal.new,
        "fingerprint": rehearsal.fingerprint,
        "level": level_of(rehearsal.documents, rehearsal.touched),
        "unread": list(rehearsal.unread),
        NOT_BEFORE: before.get(NOT_BEFORE),
    }
