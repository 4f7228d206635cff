"""Which loads an editor may see, and how a load looks to who may not see all that it touches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from db.models import LoadRow
from db.queries.loads import documents_of_load
from db.queries.visibility import labels_of_documents, labels_of_facts
from db.viewer import LABELS, PUBLIC, RESTRICTED, Viewer, cleared
from facts.reconcile.plan import DocumentPlan, PlannedFact
from facts.reconcile.relate import Relation


@dataclass(frozen=True, slots=True)
class Touched:
    """The labels of the standing facts and documents that plans speak of."""

    facts: Mapping[int, str]
    documents: Mapping[int, str]

    def hidden(self, viewer: Viewer) -> tuple[frozenset[int], frozenset[int]]:
        """Return which of the facts, and which of the documents, a viewer may not see."""
        return _hidden(self.facts, viewer), _hidden(self.documents, viewer)


NOTHING_TOUCHED = Touched({}, {})


def touched_by(session: Session, plans: Sequence[DocumentPlan]) -> Touched:
    """Return the labels of all that plans speak of."""
    documents = [number for plan in plans for number in _documents(plan)]
    return Touched(
        labels_of_facts(session, (number for plan in plans for number in _facts(plan))),
        labels_of_documents(session, documents),
    )


def as_seen(
    plans: Sequence[DocumentPlan], touched: Touched, viewer: Viewer
) -> tuple[DocumentPlan, ...]:
    """Return plans as if what a viewer may not see were not there."""
    facts, documents = touched.hidden(viewer)
    if not facts and not documents:
        return tuple(plans)
    return tuple(_as_seen(plan, facts, documents) for plan in plans)


def counts_seen(plans: Sequence[DocumentPlan], touched: Touched) -> dict[str, dict[str, int]]:
    """Return how many facts plans make stand and how many they end, as each label sees it."""
    found = {}
    for label in LABELS:
        seen = [plan for plan in as_seen(plans, touched, cleared(label)) if plan.changes]
        found[label] = {
            "facts": len({f.identity for plan in seen for f in plan.facts if f.new}),
            "ended": len({end.fact_id for plan in seen for end in plan.endings}),
        }
    return found


def gone_and_back(
    before: Mapping[int, str], after: Mapping[int, str], viewer: Viewer
) -> tuple[int, int]:
    """Return how many facts a viewer sees no longer, and how many anew.

    Facts that stand are given with their labels, before and after. One that goes on standing
    where the viewer may not see it is gone for them.
    """
    was = {number for number, label in before.items() if label in viewer.labels}
    stands = {number for number, label in after.items() if label in viewer.labels}
    return len(was - stands), len(stands - was)


def told_apart(texts: Mapping[str, str]) -> dict[str, str]:
    """Return what labels are told, without those that are told the same as the next higher."""
    found: dict[str, str] = {}
    for label in reversed(LABELS):
        if label in texts and texts[label] not in list(found.values())[-1:]:
            found[label] = texts[label]
    return found


def level_of(plans: Sequence[DocumentPlan], touched: Touched) -> str:
    """Return the label of the documents that a load changes, as they are: public if all are new."""
    known = [plan.document_id for plan in plans if plan.changes]
    return _highest(touched.documents.get(number or 0, PUBLIC) for number in known)


def label_of_load(session: Session, load: LoadRow) -> str:
    """Return up to which label somebody has to be cleared to see a load that is not their own."""
    if load.state in ("rehearsed", "discarded"):
        return load.visibility or load.plan.get("level", PUBLIC)
    return _highest(labels_of_documents(session, documents_of_load(session, load.id)).values())


def may_see(session: Session, load: LoadRow, *, viewer: Viewer, actor: str) -> bool:
    """Say whether somebody may see a load: it is their own, or they are cleared for it."""
    return load.actor == actor or label_of_load(session, load) in viewer.labels


def by_label(shown: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is kept with a submission for each label that sees more than those below it."""
    return shown.get("seen") or {RESTRICTED: shown}  # kept so before editors had a clearance


def seen_by(kept: Mapping[str, Any], viewer: Viewer) -> Any:
    """Return of what is kept by label what a viewer may see."""
    highest = LABELS.index(viewer.labels[-1]) if viewer.labels else 0
    return next(kept[label] for label in LABELS[highest:] if label in kept)


def _highest(labels: Iterable[str]) -> str:
    return max((PUBLIC, *labels), key=LABELS.index)


def _hidden(labels: Mapping[int, str], viewer: Viewer) -> frozenset[int]:
    return frozenset(number for number, label in labels.items() if label not in viewer.labels)


def _documents(plan: DocumentPlan) -> Iterator[int]:
    known = plan.known.document_id if plan.known else None
    yield from (number for number in (plan.document_id, plan.revises, known) if number)
    yield from plan.copies


def _facts(plan: DocumentPlan) -> Iterator[int]:
    yield from (fact.fact_id for fact in plan.facts if fact.fact_id)
    yield from (end.fact_id for end in plan.endings)
    yield from (fact_id for link in plan.links for fact_id in _ends(link))


def _ends(link: Relation) -> Iterator[int]:
    yield from (end.fact_id for end in (link.earlier, link.later) if end.fact_id)


def _as_seen(plan: DocumentPlan, facts: frozenset[int], documents: frozenset[int]) -> DocumentPlan:
    seen = plan.revises not in documents
    return replace(
        plan,
        facts=tuple(_fact_as_seen(fact, facts) for fact in plan.facts),
        links=_links_seen(plan.links, facts),
        endings=tuple(end for end in plan.endings if end.fact_id not in facts),
        revises=plan.revises if seen else None,
        reread=plan.reread and seen,
        known=plan.known if seen else None,
        copies=tuple(each for each in plan.copies if each not in documents),
    )


def _fact_as_seen(fact: PlannedFact, hidden: frozenset[int]) -> PlannedFact:
    links = _links_seen(fact.links, hidden)
    if fact.fact_id in hidden:
        return replace(fact, fact_id=None, stands=True, returns=False, links=links)
    return replace(fact, links=links)


def _links_seen(links: Sequence[Relation], hidden: frozenset[int]) -> tuple[Relation, ...]:
    return tuple(link for link in links if hidden.isdisjoint(_ends(link)))
