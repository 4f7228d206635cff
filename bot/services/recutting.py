"""A standing document cut into facts otherwise than before: its words stay, nothing is news."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.placing import carry_out
from bot.services.rephrasing import Carried, carry_phrasings
from bot.services.sheets import Sheet
from bot.services.weighing import weigh_anew
from db.models import FactRow
from db.queries.fixes import StandingSheet, share_sightings, standing_sheet
from db.queries.links import NewLink, add_links, remove_links_between
from facts.links import LinkKind
from facts.reconcile.plan import Brought, DocumentPlan
from facts.types import FactDraft

LEFT_OUT = "left out by the desk"
CUT = "cut into facts otherwise by the desk"


@dataclass(frozen=True, slots=True)
class Recut:
    """The facts that are new in a document, and what became of the ways to ask for the old."""

    made: tuple[int, ...]
    carried: Carried


def recut(
    session: Session,
    now: datetime,
    sheet: Sheet,
    held: StandingSheet,
    drafts: Sequence[FactDraft],
) -> Recut:
    """Let a standing document state these drafts instead.

    Whoever was shown the words before counts as shown them, and is told of no withdrawal but of
    what was left out.
    """
    made = [each for each in drafts if each not in sheet.drafts]
    kept = set(drafts)
    gone = [i for each, i in zip(sheet.drafts, held.fact_ids, strict=True) if each not in kept]
    plan = weigh_anew(session, now, _plan(sheet, held, drafts))
    reason = CUT if made else LEFT_OUT
    ends = tuple(replace(end, reason=reason) for end in plan.endings if end.fact_id in gone)
    links = tuple(link for link in plan.links if link.kind is not LinkKind.CORRECTED)
    stood = _went_live(session, [f.fact_id for f in plan.facts if f.returns and f.fact_id])
    plan = replace(plan, endings=ends, links=links)
    carry_out(session, now, held.load_id, [(plan, held.revision, held.reading)])
    _as_before(session, stood)
    ids = _ids(session, held.document.id, made)
    _same_words(session, now, held.load_id, gone, ids)
    return Recut(tuple(ids), carry_phrasings(session, now, gone=gone, made=ids))


def _plan(sheet: Sheet, held: StandingSheet, drafts: Sequence[FactDraft]) -> DocumentPlan:
    brought = Brought(
        held.revision.file_name,
        held.document.key,
        held.revision.sha256,
        sheet.known,
        held.reading.text,
        held.reading.reader,
        tuple(drafts),
    )
    number = held.document.id
    return DocumentPlan(brought, str(number), (), document_id=number, revises=number)


def _ids(session: Session, document_id: int, made: Sequence[FactDraft]) -> list[int]:
    held = standing_sheet(session, document_id)
    spans = {each.span for each in made}
    pairs = zip(held.drafts, held.fact_ids, strict=True) if held else ()
    return list(dict.fromkeys(fact_id for each, fact_id in pairs if each.span in spans))


def _same_words(
    session: Session, now: datetime, load_id: int, gone: Sequence[int], made: Sequence[int]
) -> None:
    """Say that what stands now are the words that ended: whoever saw those has seen these."""
    if not gone or not made:
        return
    remove_links_between(session, gone, made)
    alike = [NewLink(LinkKind.SIMILAR, old, new) for old in gone for new in made if old != new]
    add_links(session, alike, load_id=load_id, now=now)
    share_sightings(session, gone, made)


def _went_live(session: Session, fact_ids: Iterable[int]) -> dict[int, tuple[int, datetime]]:
    rows = [session.get_one(FactRow, fact_id) for fact_id in fact_ids]
    return {row.id: (row.went_live, row.live_from) for row in rows}


def _as_before(session: Session, stood: Mapping[int, tuple[int, datetime]]) -> None:
    """Let facts that stand again be as old as they were: a cut taken back is no news."""
    for fact_id, (place, since) in stood.items():
        row = session.get_one(FactRow, fact_id)
        row.went_live, row.live_from = place, since
    session.flush()
