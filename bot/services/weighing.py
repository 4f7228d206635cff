"""What a load would change: its documents weighed together against everything that stands.

The same is done at the rehearsal and, under the lock, when the load is applied.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.holding import with_fixes
from db.models import DocumentRow
from db.queries.loads import former_documents, hidden_copies, known_contents, namesakes, origin
from db.queries.standing import (
    StoredFact,
    standing_passages,
    statements,
    statements_of_document,
    stored_by_identity,
)
from db.search.kindred import kindred
from db.viewer import Viewer
from facts.answering.index import filed_stems
from facts.links import LinkKind
from facts.reconcile.corrections import is_note_of, notes, same_source, taken_back, weigh_all
from facts.reconcile.frame import Frames
from facts.reconcile.identity import identity
from facts.reconcile.kin import Kin
from facts.reconcile.plan import (
    Brought,
    DocumentPlan,
    Ending,
    Known,
    PlannedFact,
    relations,
)
from facts.reconcile.relate import Relation, replaces
from facts.reconcile.revise import StandingPassage, kept, newer_reader, same_document
from facts.reconcile.statement import Statement, statement_of

GONE = "no longer in the document"


def weigh(
    session: Session, now: datetime, brought: Sequence[Brought], viewer: Viewer
) -> tuple[DocumentPlan, ...]:
    """Return what the documents of one load would change, in their order.

    They are contents only of documents that `viewer`, who gave them, may see: of what is hidden
    nothing is revised, and nothing is known.
    """
    return _weighed(session, now, with_fixes(session, _placed(session, brought, viewer)))


def weigh_anew(session: Session, now: datetime, plan: DocumentPlan) -> DocumentPlan:
    """Return what a standing document changes that is cut into facts otherwise than before."""
    return _weighed(session, now, [plan])[0]


def _weighed(
    session: Session, now: datetime, plans: Sequence[DocumentPlan]
) -> tuple[DocumentPlan, ...]:
    standing = {
        plan.document: standing_passages(session, plan.revises) for plan in plans if plan.revises
    }
    named = [_identities(session, plan) for plan in plans]
    stored = stored_by_identity(session, sorted({name for names in named for name in names}))
    planned = [
        replace(plan, facts=_facts(plan, names, stored, standing.get(plan.document, [])))
        for plan, names in zip(plans, named, strict=True)
    ]
    return _linked(session, now, planned)


def _placed(session: Session, brought: Sequence[Brought], viewer: Viewer) -> list[DocumentPlan]:
    """Say of each document whether it is known, another content of one that stands, or new."""
    hashes = [each.sha256 for each in brought]
    known = known_contents(session, hashes, viewer)
    former = former_documents(session, hashes, viewer)
    copies = hidden_copies(session, hashes, viewer)
    file_name = brought[0].file_name if brought else ""
    near = namesakes(session, file_name, [(each.key, each.known) for each in brought], viewer)
    met: set[str] = set()
    taken: set[int | None] = set()  # a load brings one content of a document
    plans: list[DocumentPlan] = []
    for number, (each, documents) in enumerate(zip(brought, near, strict=True)):
        bare = DocumentPlan(each, f"new {number}", ())
        content = known.get(each.sha256)
        if each.sha256 in met:
            plans.append(replace(bare, repeated=True))
        elif content:
            plans.append(_again(bare, content))
        else:
            free = [document for document in documents if document not in taken]
            bare = replace(bare, copies=tuple(copies.get(each.sha256, ())))
            plans.append(_revised(session, bare, free, former.get(each.sha256)))
        met.add(each.sha256)
        taken |= {plans[-1].document_id} - {None}
    return plans


def _again(plan: DocumentPlan, known: Known) -> DocumentPlan:
    reread = newer_reader(plan.brought.reader, known.reader)
    return replace(
        plan,
        known=known,
        document=str(known.document_id),
        document_id=known.document_id,
        revises=known.document_id if reread else None,
        reread=reread,
    )


def _revised(
    session: Session, plan: DocumentPlan, documents: Sequence[int], former: int | None
) -> DocumentPlan:
    for document_id in [former, *documents] if former else documents:
        row = session.get_one(DocumentRow, document_id)
        if row.withdrawn_at is not None:
            return replace(plan, document=str(document_id), document_id=document_id)
        if document_id == former or _same(session, plan.brought, row):
            found = str(document_id)
            return replace(plan, document=found, document_id=document_id, revises=document_id)
    return plan


def _same(session: Session, brought: Brought, row: DocumentRow) -> bool:
    day, its_day = brought.known.published.day, row.earliest if row.earliest == row.latest else None
    return same_document(
        brought.drafts,
        standing_passages(session, row.id),
        titled=row.title is not None,
        other_day=day is not None and its_day is not None and day != its_day,
    )


def _identities(session: Session, plan: DocumentPlan) -> list[str]:
    first = origin(session, plan.document_id) if plan.document_id else None
    brought = plan.brought
    return [
        identity(draft, reading_text=brought.text, origin=first or brought.sha256)
        for draft in brought.drafts
    ]


def _facts(
    plan: DocumentPlan,
    names: Sequence[str],
    stored: Mapping[str, StoredFact],
    standing: Sequence[StandingPassage],
) -> tuple[PlannedFact, ...]:
    stays = kept(plan.brought.drafts, names, standing, reread=plan.reread)
    found: list[PlannedFact] = []
    for place, (draft, name) in enumerate(zip(plan.brought.drafts, names, strict=True)):
        fact = stored.get(name)
        if place in stays:
            found.append(PlannedFact(draft, name, stays[place]))
        elif fact:
            returns = not fact.stands and not fact.corrected
            found.append(PlannedFact(draft, name, fact.id, fact.stands, returns))
        else:
            found.append(PlannedFact(draft, name, None))
    return tuple(found)


def _linked(
    session: Session, now: datetime, plans: Sequence[DocumentPlan]
) -> tuple[DocumentPlan, ...]:
    """Link new facts with standing ones and with those of the same load, and find what ends."""
    fresh = [_fresh(plan) for plan in plans]
    stems = [_stems(each) for news in fresh for each in news]
    near = kindred(session, stems, now=now)
    kin, frames, place = Kin(), Frames(), 0
    found: list[DocumentPlan] = []
    stored = _stored(session, near)
    for plan, news in zip(plans, fresh, strict=True):
        links: list[Relation] = []
        own = stems[place : place + len(news)]
        for new, ids, words in zip(news, near[place : place + len(news)], own, strict=True):
            standing = [stored[fact_id] for fact_id in ids if fact_id in stored]
            others = [*standing, *kin.near(words)]
            if others and not is_note_of(new):
                links += relations(frames.of(new), map(frames.of, others))
        for new, words in zip(news, own, strict=True):
            kin.add(new, words)
        place += len(news)
        found.append(_concluded(session, now, plan, links) if plan.changes else plan)
    return tuple(found)


def _stored(session: Session, near: Sequence[Sequence[int]]) -> dict[int, Statement]:
    wanted = sorted({fact_id for ids in near for fact_id in ids})
    return {each.fact_id: each for each in statements(session, wanted) if each.fact_id is not None}


def _fresh(plan: DocumentPlan) -> list[Statement]:
    if not plan.changes:
        return []
    once = {fact.identity: fact for fact in reversed(plan.facts) if fact.fact_id is None}
    return [_statement(plan, fact) for fact in plan.facts if once.get(fact.identity) is fact]


def _statement(plan: DocumentPlan, fact: PlannedFact) -> Statement:
    brought = plan.brought
    told = statement_of(
        fact.draft,
        fact.identity,
        reading_text=brought.text,
        document=plan.document,
        known=brought.known,
    )
    return replace(told, fact_id=fact.fact_id)


def _stems(statement: Statement) -> list[str]:
    return [stem for stem in filed_stems(statement.text) if not stem[0].isdigit()]


def _concluded(
    session: Session, now: datetime, plan: DocumentPlan, links: Sequence[Relation]
) -> DocumentPlan:
    """Add what the document takes back and what it no longer holds."""
    before = statements_of_document(session, plan.revises) if plan.revises else []
    told = [_statement(plan, fact) for fact in plan.facts]
    back = _taken_back(session, now, told, before)
    stays = {fact.fact_id for fact in plan.facts} - {None}
    back = [relation for relation in back if relation.earlier.fact_id not in stays]
    gone = [each for each in before if each.fact_id not in stays]
    news = [each for each in told if each.fact_id is None]
    replaced = _replaced(news, gone) if gone else {}
    ends = [_ending(r.earlier, r.reason or GONE, corrected=True) for r in back if r.earlier.fact_id]
    ends += [_ending(each, replaced.get(each.identity, (GONE, None))[0]) for each in gone]
    drawn = [*back, *(r for _, r in replaced.values() if r), *links]
    once = {end.fact_id: end for end in reversed(ends)}
    facts = tuple(
        replace(fact, links=tuple(r for r in drawn if fact.identity in _ends(r)))
        for fact in plan.facts
    )
    return replace(plan, facts=facts, endings=tuple(once.values()), links=tuple(drawn))


def _taken_back(
    session: Session, now: datetime, told: Sequence[Statement], before: Sequence[Statement]
) -> list[Relation]:
    found: list[Relation] = []
    for note in notes(told):
        near = kindred(session, [sorted(note.about)], now=now, shared=1)[0]
        known = {each.identity: each for each in (*statements(session, near), *before)}
        standing = [each for each in known.values() if same_source(note.statement, each)]
        relation = taken_back(note, weigh_all(standing), weigh_all(told))
        found += [relation] if relation else []
    return found


def _replaced(
    new: Sequence[Statement], gone: Sequence[Statement]
) -> dict[str, tuple[str, Relation | None]]:
    """Return for what is gone what stands in its place, by identity, with the reason."""
    found: dict[str, tuple[str, Relation | None]] = {}
    fresh = weigh_all(new)
    for old in weigh_all(gone):
        relation = next((r for each in fresh if (r := replaces(each, old))), None)
        if relation:
            reason = f"{GONE}, which now says: {relation.reason}"
            found[old.statement.identity] = reason, relation
    return found


def _ending(statement: Statement, reason: str, *, corrected: bool = False) -> Ending:
    assert statement.fact_id is not None
    return Ending(statement.fact_id, statement.text, reason, corrected)


def _ends(relation: Relation) -> tuple[str, ...]:
    ends = (relation.later.identity,)
    return ends if relation.kind is LinkKind.CORRECTED else (*ends, relation.earlier.identity)
