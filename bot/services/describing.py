"""What the bot tells about itself and its store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.queries.answers import document_count
from db.queries.documents import document_cards, document_titles, newest_document_day
from db.queries.terms import standing_facts
from db.viewer import Viewer
from facts.quote import DocumentCard


@dataclass(frozen=True, slots=True)
class StoreSummary:
    """How much the store holds and how new it is."""

    documents: int
    facts: int
    newest: date | None
    titles: Sequence[str]


def summarise_store(session: Session, now: datetime, *, viewer: Viewer) -> StoreSummary:
    """Return how much this viewer can ask about."""
    return StoreSummary(
        documents=document_count(session, viewer),
        facts=standing_facts(session, viewer),
        newest=newest_document_day(session, viewer),
        titles=document_titles(session, viewer, most=5),
    )


def list_documents(
    session: Session, now: datetime, *, viewer: Viewer, most: int
) -> Sequence[tuple[DocumentCard, int]]:
    """Return the newest documents with their numbers of facts."""
    return document_cards(session, viewer, most=most)
