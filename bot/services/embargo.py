"""From when and until when a load may be seen: held back until a moment, and ended at another.

What is under embargo is rehearsed and nothing more: nothing of it is in the store, so nothing can
leak. At its moment a tick applies it, weighed against what stands then.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.loading import LoadRefused, apply, rehearsed_load
from bot.services.planning import NOT_BEFORE
from db.encoding import draft, particulars
from db.models import LoadRow
from db.queries.audit import record
from db.queries.loads import brought_by_load, expiring, held_loads
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.standing import end_document, end_unstated
from db.queries.submissions import tell_again
from db.queries.visibility import settle_visibility
from db.queries.withdrawals import EXPIRED
from facts.errors import BriefingError
from facts.types import FactDraft

log = logging.getLogger(__name__)
WRITTEN = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d")


class TermsRefused(BriefingError):
    """A moment cannot be understood, or is no moment for it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """From when and until when a load may be seen; None: at once, for good."""

    live_at: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A fact under embargo: what goes live, with which load, and when."""

    load_id: int
    title: str | None
    draft: FactDraft
    live_at: datetime

    @property
    def text(self) -> str:
        """The words."""
        return self.draft.text


def terms_of(now: datetime, zone: ZoneInfo, *, embargo: str | None, expires: str | None) -> Terms:
    """Return the terms as they are written in local time; raises TermsRefused."""
    live_at = _moment(embargo, zone) if embargo else None
    expires_at = _moment(expires, zone) if expires else None
    if live_at is not None and live_at <= now:
        raise TermsRefused(f"The embargo {embargo} is over already: load without one.")
    if expires_at is not None and expires_at <= (live_at or now):
        raise TermsRefused(f"It would expire ({expires}) before it is seen: give a later moment.")
    return Terms(live_at, expires_at)


def terms_json(terms: Terms) -> dict[str, str | None]:
    """Return terms as the command line prints them."""
    return {
        "embargo": terms.live_at.isoformat() if terms.live_at else None,
        "expires": terms.expires_at.isoformat() if terms.expires_at else None,
    }


def set_terms(session: Session, now: datetime, *, load_id: int, terms: Terms) -> None:
    """Keep terms with a rehearsed load, for whoever applies it; raises LoadRefused."""
    load = rehearsed_load(session, load_id)
    load.expires_at = terms.expires_at
    load.plan = {**load.plan, NOT_BEFORE: terms_json(terms)["embargo"]}


def terms_kept(load: LoadRow, zone: ZoneInfo) -> Terms:
    """Return the terms, in local time, that a load has or was given when it was rehearsed."""
    wished = load.plan.get(NOT_BEFORE)
    moment = load.live_at or (datetime.fromisoformat(wished) if wished else None)
    ends = load.expires_at
    return Terms(
        moment.astimezone(zone) if moment else None, ends.astimezone(zone) if ends else None
    )


def hold(session: Session, now: datetime, *, load_id: int, terms: Terms, actor: str) -> None:
    """Hold a rehearsed load back until its moment; raises LoadRefused when it is not rehearsed."""
    load = rehearsed_load(session, load_id)
    load.live_at, load.expires_at = terms.live_at, terms.expires_at
    told = terms_json(terms)
    subject = f"load {load_id}"
    record(session, now, actor=actor, verb="embargo", subject=subject, particulars=told)


def terms_due(session: Session, now: datetime) -> bool:
    """Say whether a load is to go live, or a document has run out: all that an idle tick asks."""
    return bool(held_loads(session, until=now) or expiring(session, now))


def release_due(session: Session, now: datetime) -> int:
    """Apply the loads whose embargo is over; return how many went live.

    One that cannot be applied any more is given up and logged; the others go live.
    """
    released = 0
    for load in held_loads(session, until=now):
        try:
            with session.begin_nested():
                apply(session, now, load_id=load.id, actor=load.actor)
            released += 1
        except LoadRefused as refused:
            log.error("Load %d did not go live: %s", load.id, refused)
            load.live_at = None
        tell_again(session, load.id)  # where it was shown as held back
    return released


def expire_due(session: Session, now: datetime) -> int:
    """End the documents that have run out; return how many.

    Nobody is told: what they said was right while they stood.
    """
    gone = expiring(session, now)
    if gone:
        take_one(session, STORE_VERSION)
    for row in gone:
        facts = end_document(session, row.id, now=now)
        row.withdrawn_at = now
        ended = end_unstated(session, dict.fromkeys(facts, EXPIRED), now=now)
        settle_visibility(session, now, facts)
        told = {"facts": len(ended)}
        subject = f"document {row.id}"
        record(session, now, actor="system", verb="expire", subject=subject, particulars=told)
    return len(gone)


def list_held(session: Session, now: datetime) -> Iterator[Held]:
    """Return the facts under embargo, the next to go live first."""
    for load in held_loads(session):
        for part, _, reading in brought_by_load(session, load.id):
            title = particulars(part.particulars).title
            for written in part.drafts:
                if load.live_at is not None:
                    yield Held(load.id, title, draft(written, reading.text, title), load.live_at)


def _moment(written: str, zone: ZoneInfo) -> datetime:
    for form in WRITTEN:
        try:
            return datetime.strptime(written.strip(), form).replace(tzinfo=zone)
        except ValueError:
            continue
    raise TermsRefused(f"“{written[:40]}” is no moment: write it as 2026-12-01 09:00.")
