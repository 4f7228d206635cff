"""Who may see a document: its label, given with a load and changed later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.gaps import answer_waiting
from bot.services.recomposing import recompose_hidden
from db.models import DocumentRow
from db.queries.audit import record
from db.queries.documents import labelled_documents
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.standing import standing_passages
from db.queries.visibility import settle_visibility
from db.viewer import LABELS
from facts.errors import BriefingError
from facts.quote import DocumentCard


class LabelRefused(BriefingError):
    """A label cannot be given."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its label, and the one that it had before."""

    document_id: int
    title: str | None
    before: str
    label: str


def checked_label(label: str) -> str:
    """Return a label in its plain form; raise LabelRefused for one that is not known."""
    plain = label.strip().lower()
    if plain not in LABELS:
        raise LabelRefused(f"“{label[:40]}” is no label: give {', '.join(LABELS)}.")
    return plain


def relabel(
    session: Session, now: datetime, *, document_id: int, label: str, actor: str
) -> Labelled:
    """Say who may see a document; raise LabelRefused when there is none, or no such label.

    What more people may see is new to them, and may answer what they wait for. What fewer may
    see is found, counted and sent to the others no more, from this moment.
    """
    after = checked_label(label)
    take_one(session, STORE_VERSION)
    row = session.get(DocumentRow, document_id)
    if row is None or row.withdrawn_at is not None:
        raise LabelRefused(f"There is no document {document_id}.")
    before = row.visibility
    if before != after:
        row.visibility = after
        facts = [passage.fact_id for passage in standing_passages(session, document_id)]
        opened = settle_visibility(session, now, facts, relabelled=True)
        changed = {"before": before, "after": after}
        subject = f"document {document_id}"
        record(session, now, actor=actor, verb="label", subject=subject, particulars=changed)
        if opened:
            answer_waiting(session, now)
        recompose_hidden(session, now)
    return Labelled(document_id, row.title, before, after)


def label_all(
    session: Session, now: datetime, *, document_ids: Sequence[int], label: str, actor: str
) -> list[Labelled]:
    """Give several documents the same label."""
    return [
        relabel(session, now, document_id=number, label=label, actor=actor)
        for number in document_ids
    ]


def labelled_document(
    session: Session, now: datetime, *, document_id: int
) -> tuple[DocumentCard, str]:
    """Return a document with its label; raise LabelRefused when there is none."""
    found = labelled_documents(session, most=1, document_id=document_id)
    if not found:
        raise LabelRefused(f"There is no document {document_id}.")
    return found[0]


def list_labelled(
    session: Session, now: datetime, *, most: int
) -> Sequence[tuple[DocumentCard, str]]:
    """Return the newest documents with their labels."""
    return labelled_documents(session, most=most)
