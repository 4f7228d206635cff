"""What the bot tells about itself, its store and its deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from db.models import DeliveryRow
from db.queries.answers import document_count
from db.queries.documents import document_cards, document_titles, newest_document_day
from db.queries.outbox import failed_since, states_since, unknown_deliveries
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


@dataclass(frozen=True, slots=True)
class DeliverySummary:
    """Deliveries by state, and those that need an admin's eye, newest first."""

    states: dict[str, int]
    troubled: Sequence[DeliveryRow]


def summarise_store(session: Session, now: datetime, *, viewer: Viewer) -> StoreSummary:
    """Return how much this viewer can ask about."""
    return StoreSummary(
        documents=document_count(session, viewer),
        facts=standing_facts(session),
        newest=newest_document_day(session, viewer),
        titles=document_titles(session, viewer, most=5),
    )


def list_documents(
    session: Session, now: datetime, *, viewer: Viewer, most: int
) -> Sequence[tuple[DocumentCard, int]]:
    """Return the newest documents with their numbers of facts."""
    return document_cards(session, viewer, most=most)


def summarise_deliveries(session: Session, now: datetime) -> DeliverySummary:
    """Return what became of the last day's deliveries; unknown and failed ones are named."""
    since = now - timedelta(days=1)
    troubled = [*unknown_deliveries(session, most=5), *failed_since(session, since, most=5)]
    return DeliverySummary(states_since(session, since), troubled)
