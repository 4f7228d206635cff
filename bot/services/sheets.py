"""The drafts of a document as they are now, whether it stands or is only rehearsed.

A fact that is to be fixed is named by its id when it stands, else by its place in a rehearsed load.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.services.holding import fixed_drafts
from bot.services.seeing import may_see
from db.encoding import draft, particulars
from db.models import FactRow, LoadRow, RevisionRow
from db.queries.documents import card
from db.queries.fixes import (
    StandingSheet,
    documents_stating,
    rehearsed_part,
    standing_sheet,
)
from db.queries.loads import origin
from db.queries.sources import outlet_of
from db.queries.visibility import labels_of_facts
from db.viewer import EVERYTHING, PUBLIC, Viewer
from facts.fixing.pieces import FixRefused
from facts.types import FactDraft, Particulars


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A fact of a rehearsed load, by where its words stand in a content of it."""

    load_id: int
    revision_id: int
    start: int
    end: int


Target = int | Rehearsed


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document's drafts in the order of its words; `standing` when they are facts.

    `places` are where the fact in question stands among them.
    """

    revision_id: int
    origin: str
    text: str
    known: Particulars
    drafts: tuple[FactDraft, ...]
    places: tuple[int, ...] = ()
    standing: StandingSheet | None = None

    @property
    def document_id(self) -> int | None:
        """The standing document, if it is one."""
        return self.standing.document.id if self.standing else None


@dataclass(frozen=True, slots=True)
class Fixer:
    """Who puts something right, and what they may see."""

    actor: str
    viewer: Viewer = EVERYTHING


def seen_sheets(session: Session, target: Target, fixer: Fixer) -> list[Sheet]:
    """Return the sheets of a fact that somebody may see; raise FixRefused as if others were not."""
    if isinstance(target, Rehearsed):
        check_load(session, target.load_id, fixer)
        return sheets_of(session, target)
    check_fact(session, target, fixer)
    sheets = sheets_of(session, target)
    labels = [each.standing.document.visibility if each.standing else PUBLIC for each in sheets]
    seen = zip(sheets, labels, strict=True)
    return [sheet for sheet, label in seen if label in fixer.viewer.labels] or sheets[:1]


def check_fact(session: Session, fact_id: int, fixer: Fixer) -> None:
    """Raise FixRefused for a fact that somebody may not see, as for one that is not there."""
    if labels_of_facts(session, [fact_id]).get(fact_id) not in fixer.viewer.labels:
        raise FixRefused(f"Fact {fact_id} is not there.")


def check_load(session: Session, load_id: int, fixer: Fixer) -> None:
    """Raise FixRefused for a load that somebody may not see, as for one that does not wait."""
    load = session.get(LoadRow, load_id)
    if load is None or not may_see(session, load, viewer=fixer.viewer, actor=fixer.actor):
        raise FixRefused(_not_waiting(load_id))


def sheets_of(session: Session, target: Target) -> list[Sheet]:
    """Return every sheet that a fact stands on; raise FixRefused when it does not stand."""
    if isinstance(target, Rehearsed):
        return [_rehearsed(session, target)]
    found = [
        sheet_of_document(session, each, target) for each in documents_stating(session, target)
    ]
    sheets = [sheet for sheet in found if sheet is not None and sheet.places]
    if not sheets:
        known = session.get(FactRow, target)
        why = f"no longer stands: {known.end_reason}" if known else "is not there"
        raise FixRefused(f"Fact {target} {why}.")
    return sheets


def sheet_of_document(session: Session, document_id: int, fact_id: int | None) -> Sheet | None:
    """Return what a document states now; None when nothing of it stands."""
    held = standing_sheet(session, document_id)
    if held is None:
        return None
    places = tuple(at for at, each in enumerate(held.fact_ids) if each == fact_id)
    told = card(held.document, outlet_of(session, held.document))
    known = Particulars(told.title, told.outlet, told.published, told.url)
    first = origin(session, document_id) or held.revision.sha256
    return Sheet(
        held.revision.id, first, held.reading.text, known, held.drafts, places, standing=held
    )


def drafts_of_part(session: Session, load_id: int, revision_id: int) -> Sheet:
    """Return a content of a rehearsed load as people fixed it; raise FixRefused when it is none."""
    part = rehearsed_part(session, load_id, revision_id)
    if part is None:
        raise FixRefused(_not_waiting(load_id))
    brought, revision, reading = part
    known = particulars(brought.particulars)
    raw = [draft(value, reading.text, known.title) for value in brought.drafts]
    drafts = fixed_drafts(session, revision=revision, drafts=raw, text=reading.text)
    first = origin(session, revision.document_id) if revision.document_id else None
    return Sheet(revision.id, first or revision.sha256, reading.text, known, drafts)


def _not_waiting(load_id: int) -> str:
    return f"Load {load_id} is not waiting to be applied any more."


def document_of(session: Session, revision_id: int) -> int | None:
    """Return the document that a content belongs to since its load was applied."""
    return session.get_one(RevisionRow, revision_id).document_id


def _rehearsed(session: Session, target: Rehearsed) -> Sheet:
    sheet = drafts_of_part(session, target.load_id, target.revision_id)
    wanted = (target.start, target.end)
    spans = [(each.span.start, each.span.end) for each in sheet.drafts]
    if wanted not in spans:
        raise FixRefused("This fact was cut otherwise meanwhile: look at the list again.")
    return Sheet(
        sheet.revision_id,
        sheet.origin,
        sheet.text,
        sheet.known,
        sheet.drafts,
        (spans.index(wanted),),
    )
