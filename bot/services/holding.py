"""What people fixed holds: drafts of any later reading pass through the fixes of their document."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from db.models import RevisionRow
from db.queries.fixes import HeldFix, fixes_held
from db.queries.loads import origin
from facts.fixing.replay import replayed
from facts.reconcile.plan import DocumentPlan
from facts.types import FactDraft


def with_fixes(session: Session, plans: Sequence[DocumentPlan]) -> list[DocumentPlan]:
    """Return plans with their drafts as people fixed them."""
    documents = [plan.document_id for plan in plans if plan.document_id is not None]
    held = fixes_held(session, [plan.brought.sha256 for plan in plans], documents)
    return [_with(session, plan, held) for plan in plans] if held else list(plans)


def fixed_drafts(
    session: Session, *, revision: RevisionRow, drafts: Sequence[FactDraft], text: str
) -> tuple[FactDraft, ...]:
    """Return the drafts of one content of a document as people fixed them."""
    document, sha256 = revision.document_id, revision.sha256
    held = fixes_held(session, [sha256], [document] if document is not None else [])
    first = origin(session, document) if document is not None else None
    fixes = [each.fix for each in held if each.concerns(document, sha256, revision.apart)]
    return replayed(drafts, fixes, reading_text=text, origin=first or sha256)


def _with(session: Session, plan: DocumentPlan, held: Sequence[HeldFix]) -> DocumentPlan:
    brought, document = plan.brought, plan.document_id
    own = [e.fix for e in held if e.concerns(document, brought.sha256, brought.apart)]
    if not own:
        return plan
    first = origin(session, document) if document is not None else None
    drafts = replayed(
        brought.drafts, own, reading_text=brought.text, origin=first or brought.sha256
    )
    return replace(plan, brought=replace(brought, drafts=drafts))
