"""What a load would change, as it is told and kept with the load."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from bot.services.gaps import Answerable
from bot.services.golden import Changed
from bot.services.seeing import NOTHING_TOUCHED, Touched, as_seen, level_of, touched_by
from db.encoding import particulars_json
from db.viewer import LABELS, RESTRICTED, Viewer, cleared
from facts.reconcile.plan import DocumentPlan

# The moment before which nobody shall see it, as it was given with the rehearsal.
NOT_BEFORE = "not_before"
# Of a statement that waits: which fact it corrects, and why.
CORRECTS = "corrects"
_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a load would change; `load_id` is None when nothing in it is new to the store.

    `answers` are the open questions that it would answer, `golden` the golden questions that would
    be answered otherwise, and `told` is how many chats would be told that what they were shown has
    changed (by label: as those see it who are cleared up to it). `fingerprint` names exactly this
    plan, `fingerprints` what is seen of it, by label; `unread` is what else the file held that
    could not be read, a sentence each. `touched` says who may see what it speaks of.
    """

    load_id: int | None
    file_name: str
    documents: tuple[DocumentPlan, ...]
    answers: tuple[Answerable, ...] = ()
    told_by_label: Mapping[str, int] = field(default_factory=dict)
    golden: tuple[Changed, ...] = ()
    fingerprint: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)
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
    names = {label: _seen_as(plans, touched, cleared(label), name) for label in LABELS}
    return Rehearsal(
        load_id,
        file_name,
        plans,
        fingerprint=name,
        fingerprints=names,
        unread=unread,
        touched=touched,
    )


def still_planned(
    session: Session, plans: Sequence[DocumentPlan], kept: Mapping[str, Any], viewer: Viewer
) -> bool:
    """Say whether plans would change what is kept of a load's plan, as a viewer sees both.

    What somebody may not see tells them nothing by its changing either.
    """
    name, kept_by_label = fingerprint(plans), kept.get("fingerprints")
    if name == kept.get("fingerprint") or not kept_by_label or not viewer.labels:
        return name == kept.get("fingerprint")
    known = str(kept_by_label[viewer.labels[-1]])
    return _seen_as(plans, touched_by(session, plans), viewer, name) == known


def _seen_as(plans: Sequence[DocumentPlan], touched: Touched, viewer: Viewer, whole: str) -> str:
    """Return the short name of what a viewer sees of plans, of which all have the name `whole`."""
    return fingerprint(as_seen(plans, touched, viewer)) if any(touched.hidden(viewer)) else whole


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
    """Return what is kept of a plan besides its drafts; what was given with it as it was `before`.

    That is its embargo, and the fact that it corrects.
    """
    changing = sum(plan.changes for plan in rehearsal.documents)
    return {
        "documents": changing,
        "new": rehearsal.new,
        "fingerprint": rehearsal.fingerprint,
        "fingerprints": dict(rehearsal.fingerprints),
        "level": level_of(rehearsal.documents, rehearsal.touched),
        "unread": list(rehearsal.unread),
        NOT_BEFORE: before.get(NOT_BEFORE),
        CORRECTS: before.get(CORRECTS),
    }
