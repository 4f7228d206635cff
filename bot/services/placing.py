"""A weighed load carried out: documents, facts, passages, links and endings become rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from db.models import DocumentRow, ReadingRow, RevisionRow
from db.queries.documents import add_documents, change_particulars
from db.queries.facts import Place, add_facts, add_passages, change_attribution
from db.queries.filings import filing
from db.queries.links import NewLink, add_links
from db.queries.standing import (
    end_passages,
    end_unstated,
    passages_of_document,
    return_stated,
    standing_passages,
    stating,
)
from db.queries.visibility import seen_no_wider, settle_visibility
from db.viewer import LABELS
from facts.links import LinkKind
from facts.reconcile.corrections import same_source
from facts.reconcile.plan import DocumentPlan, PlannedFact
from facts.reconcile.relate import Relation
from facts.reconcile.revise import StandingPassage

Part = tuple[DocumentPlan, RevisionRow, ReadingRow]


def carry_out(
    session: Session,
    now: datetime,
    load_id: int,
    parts: Sequence[Part],
    *,
    visibility: str | None = None,
) -> dict[str, int]:
    """Do what the plans of one load say; return how many facts, endings and links came of it.

    `visibility` is the label of its documents; without it new ones are public, and known ones
    keep theirs.
    """
    changing = [part for part in parts if part[0].changes]
    documents = _documents(session, now, changing, visibility)
    for plan, *_ in changing:
        if plan.revises:
            old = passages_of_document(session, plan.revises)
            end_passages(session, old, load_id=load_id, now=now)
    ids = _add_facts(session, now, changing, documents)
    places = [
        Place(fact.draft, ids.get(fact.identity, fact.fact_id or 0), reading, document.id)
        for (plan, _, reading), document in zip(changing, documents, strict=True)
        for fact in plan.facts
    ]
    add_passages(session, places, load_id=load_id)
    back = [f.fact_id for plan, *_ in changing for f in plan.facts if f.returns and f.fact_id]
    returned = return_stated(session, back, anew=now)
    _hear_anew(session, changing)
    _settle(session, now, changing, documents, ids)
    links = [link for plan, *_ in changing for link in plan.links]
    drawn = _link(session, now, load_id, links, ids)
    ended = _end(session, now, load_id, changing, ids)
    return {"facts": len(ids) + len(returned), "ended": len(ended), "links": drawn}


def _documents(
    session: Session, now: datetime, parts: Sequence[Part], visibility: str | None
) -> list[DocumentRow]:
    """Return the document of each part: a new one, or the standing one that it is a content of."""
    unknown = [plan.brought for plan, *_ in parts if plan.document_id is None]
    fresh = iter(add_documents(session, [(b.key, b.known) for b in unknown], now=now))
    found: list[DocumentRow] = []
    for plan, revision, _ in parts:
        if plan.document_id is None:
            row = next(fresh)
        else:
            row = session.get_one(DocumentRow, plan.document_id)
            if row.withdrawn_at is not None:  # it comes back, for as long as this load says
                row.withdrawn_at = row.expires_at = None
            change_particulars(session, row, plan.brought.known)
        row.visibility = visibility or row.visibility
        revision.document_id = row.id
        found.append(row)
    session.flush()
    return found


def _add_facts(
    session: Session, now: datetime, parts: Sequence[Part], documents: Sequence[DocumentRow]
) -> dict[str, int]:
    """Add the new facts, each filed for those who may see the first document that states it."""
    fresh: dict[str, tuple[PlannedFact, str, str]] = {}
    for (plan, _, reading), document in zip(parts, documents, strict=True):
        for fact in plan.facts:
            if fact.fact_id is None:
                fresh.setdefault(fact.identity, (fact, reading.text, document.visibility))
    added: dict[str, int] = {}
    for label in LABELS:
        at = [(fact, text) for fact, text, its in fresh.values() if its == label]
        filings = [
            filing(fact.draft.text, fact.draft.context, fact.draft.attribution.speaker, text)
            for fact, text in at
        ]
        planned = [fact for fact, _ in at]
        if planned:
            added |= add_facts(session, planned, filings, visibility=label, now=now)
    return added


def _settle(
    session: Session,
    now: datetime,
    parts: Sequence[Part],
    documents: Sequence[DocumentRow],
    ids: dict[str, int],
) -> None:
    """Let facts that were known be seen as their documents now say, and new ones where mixed."""
    known = [f.fact_id for plan, *_ in parts for f in plan.facts if f.fact_id]
    revised = [p.fact_id for plan, *_ in parts if plan.revises for p in _stated(session, plan)]
    mixed = len({document.visibility for document in documents}) > 1
    wanted = [*known, *revised, *(ids.values() if mixed else ())]
    # What a revision keeps may have another label now, and its surroundings with it.
    settle_visibility(session, now, wanted, relabelled=bool(revised))


def _stated(session: Session, plan: DocumentPlan) -> list[StandingPassage]:
    return standing_passages(session, plan.revises) if plan.revises else []


def _hear_anew(session: Session, parts: Sequence[Part]) -> None:
    """Keep what a newer reading heard, unless another document states the fact as well."""
    for plan, *_ in parts:
        if not plan.reread:
            continue
        kept = [fact for fact in plan.facts if fact.fact_id and fact.stands]
        stated = stating(session, [fact.fact_id for fact in kept if fact.fact_id])
        for fact in kept:
            where = {statement.document for _, statement in stated.get(fact.fact_id or 0, [])}
            if where == {plan.document}:
                change_attribution(session, fact.fact_id or 0, fact.identity, fact.draft)


def _link(
    session: Session,
    now: datetime,
    load_id: int,
    relations: Sequence[Relation],
    ids: dict[str, int],
) -> int:
    links = []
    for relation in relations:
        earlier = relation.earlier.fact_id or ids.get(relation.earlier.identity)
        later = relation.later.fact_id or ids.get(relation.later.identity)
        if earlier and later and earlier != later:
            links.append(NewLink(relation.kind, earlier, later, relation.reason))
    return add_links(session, links, load_id=load_id, now=now)


def _end(
    session: Session,
    now: datetime,
    load_id: int,
    parts: Sequence[Part],
    ids: dict[str, int],
) -> list[int]:
    """End what the load's documents took back, where their source stated it, and what is gone."""
    reasons = {end.fact_id: end.reason for plan, *_ in parts for end in plan.endings}
    for relation in (link for plan, *_ in parts for link in plan.links):
        wrong = relation.earlier.fact_id or ids.get(relation.earlier.identity)
        if relation.kind is not LinkKind.CORRECTED or wrong is None:
            continue
        reasons[wrong] = relation.reason or ""
        told = stating(session, [wrong]).get(wrong, [])
        own = [passage for passage, where in told if same_source(relation.later, where)]
        # What fewer people may see ends nothing for the others: that would hint at it.
        end_passages(session, seen_no_wider(session, own, load_id), load_id=load_id, now=now)
        settle_visibility(session, now, [wrong])
    return end_unstated(session, reasons, now=now)
