"""What became of facts that a chat was shown, with the facts as they are quoted."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.views.digests import ShownChange, ShownWithdrawal
from bot.views.mendings import ShownMending, mended_fields
from db.address import Address
from db.queries.links import links_of
from db.queries.mendings import Setting, settings_of
from db.queries.quotes import passages_of_facts, quotes
from db.viewer import Viewer
from facts.calendar import local_day
from facts.digests import Change, Mending, Withdrawal
from facts.errors import EvidenceBroken
from facts.fixing.fields import Field
from facts.fixing.replay import as_before
from facts.quote import Quote
from facts.types import FactDraft

log = logging.getLogger(__name__)


def checked_quotes(session: Session, passage_ids: Sequence[int], viewer: Viewer) -> list[Quote]:
    """Return quotes, leaving out any whose document no longer matches its hash.

    One broken document must not keep everybody's digest back; it is logged, and `doctor` finds it.
    """
    try:
        return quotes(session, passage_ids, viewer=viewer)
    except EvidenceBroken:
        sound = []
        for passage_id in passage_ids:
            try:
                sound += quotes(session, [passage_id], viewer=viewer)
            except EvidenceBroken as broken:
                log.error("%s", broken)
        return sound


def shown_changes(
    session: Session, now: datetime, changes: Sequence[Change], zone: ZoneInfo, viewer: Viewer
) -> list[ShownChange]:
    """Return changes with both facts as they are quoted, leaving out what may not be seen."""
    if not changes:
        return []
    wanted = {(change.earlier_id, change.later_id): change for change in changes}
    ends = sorted({end for pair in wanted for end in pair})
    links = links_of(session, ends, viewer=viewer, now=now)
    drawn = {(link.earlier_id, link.later_id): link for link in links}
    passages = [p for link in links for p in (link.earlier_passage, link.later_passage)]
    by_passage = {
        q.passage_id: q for q in checked_quotes(session, list(dict.fromkeys(passages)), viewer)
    }
    shown = []
    for pair, change in wanted.items():
        link = drawn.get(pair)
        old = by_passage.get(link.earlier_passage) if link else None
        new = by_passage.get(link.later_passage) if link else None
        if old is not None and new is not None:
            day = local_day(change.shown_at, zone)
            shown.append(ShownChange(change.kind, old, new, change.reason, day))
    return shown


def shown_withdrawals(
    session: Session, withdrawn: Sequence[Withdrawal], zone: ZoneInfo, viewer: Viewer
) -> list[ShownWithdrawal]:
    """Return withdrawn facts as they were quoted, leaving out what may not be seen."""
    if not withdrawn:
        return []
    passages = [gone.passage_id for gone in withdrawn]
    quoted = {quote.passage_id: quote for quote in checked_quotes(session, passages, viewer)}
    return [
        ShownWithdrawal(quoted[gone.passage_id], gone.reason, local_day(gone.shown_at, zone))
        for gone in withdrawn
        if gone.passage_id in quoted
    ]


def shown_mendings(
    session: Session,
    found: Mapping[Address, Sequence[Mending]],
    zones: Mapping[Address, ZoneInfo],
    viewers: Mapping[Address, Viewer],
) -> dict[Address, list[ShownMending]]:
    """Return facts put right, as each chat knows them and as they are, in the order given.

    Left out are those that may not be seen, and those that read as they did before. Of several
    messages that showed a fact the last that is wrong counts.
    """
    if not found:
        return {}
    ids = sorted({one.fact_id for mended in found.values() for one in mended})
    settings = settings_of(session, ids)
    quoted: dict[Viewer, dict[int, Quote]] = {}
    for viewer in {viewers[at] for at in found}:
        passages = passages_of_facts(session, ids, viewer=viewer)
        seen = checked_quotes(session, passages, viewer)
        quoted[viewer] = {quote.fact_id: quote for quote in seen}
    return {
        at: _shown_there(mended, quoted[viewers[at]], settings, zones[at])
        for at, mended in found.items()
    }


def _shown_there(
    mended: Sequence[Mending],
    quoted: Mapping[int, Quote],
    settings: Mapping[int, Sequence[Setting]],
    zone: ZoneInfo,
) -> list[ShownMending]:
    shown: dict[int, ShownMending] = {}
    for one in sorted(mended, key=lambda each: (each.fact_id, each.known_from)):
        new = quoted.get(one.fact_id)
        if new is None:
            continue
        old = _as_known(new, settings.get(one.fact_id, ()), one.known_from)
        if mended_fields(old, new):
            shown[one.fact_id] = ShownMending(old, new, local_day(one.shown_at, zone), one)
    return list(shown.values())


def _as_known(quote: Quote, settings: Sequence[Setting], known_from: datetime) -> Quote:
    """Return a fact as it read at a moment; dates are those of the document that is quoted."""
    since = [
        (one.field, one.before)
        for one in settings
        if one.at > known_from
        and (one.field is not Field.MOMENT or one.document_id == quote.document.id)
    ]
    draft = FactDraft(
        quote.text,
        quote.span,
        quote.block,
        quote.kind,
        quote.context,
        quote.attribution,
        quote.moments,
    )
    before = as_before(draft, since)
    return replace(quote, attribution=before.attribution, moments=before.moments)
