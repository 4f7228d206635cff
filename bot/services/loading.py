"""A file becomes facts: rehearsed without effect on what stands, then applied.

`rehearse` and `apply` each run in one write transaction of the caller, so a file is loaded whole
or not at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.services.bringing import brought, carried, received, stored
from bot.services.foreseeing import foresee
from bot.services.gaps import answer_waiting
from bot.services.placing import carry_out
from bot.services.planning import Rehearsal, plan_json, planned, still_planned
from bot.services.seeing import counts_seen, touched_by
from bot.services.teaching import teach_given
from bot.services.understanding import Understood
from bot.services.weighing import weigh
from bot.views.texts import say
from db.encoding import draft_json, particulars_json
from db.models import LoadRevisionRow, LoadRow
from db.queries.audit import record
from db.queries.clearances import viewer_of_actor
from db.queries.loads import (
    brings_hidden,
    brought_by_load,
    documents_of_load,
    forget_brought,
    load_by_id,
    set_expiry,
)
from db.queries.receiving import receive
from db.queries.sequences import STORE_VERSION, last_number, take, take_one
from db.viewer import EVERYTHING
from facts.errors import BriefingError
from facts.reconcile.plan import DocumentPlan


class LoadRefused(BriefingError):
    """A load cannot be applied, or not be undone."""


class StoreChanged(LoadRefused):
    """What stands has changed since the rehearsal, and the load would do something else now."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What a load changed, and how many answers it owes to those who waited for them.

    `seen` are the counts of facts and of those ended by label, as those see it who are cleared up
    to it.
    """

    documents: int
    facts: int
    ended: int = 0
    links: int = 0
    answered: int = 0
    seen: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def rehearse(
    session: Session,
    now: datetime,
    *,
    file_name: str,
    documents: Sequence[Understood],
    actor: str,
    again: int | None = None,
    visibility: str | None = None,
    today: date | None = None,
) -> Rehearsal:
    """Store what was received and the plan for it; nothing that stands is changed.

    `again` is a rehearsed load of the same file, whose plan this one replaces. `visibility` is
    the label that its documents shall have. `today` is the desk's date (without: that of UTC).
    """
    # The lock under which nobody else receives this content; taken before a load's own.
    load_id = again or take_one(session, "load")
    load = _planned_before(session, again) if again else None
    viewer = viewer_of_actor(session, actor)
    apart = 0 if viewer == EVERYTHING else load_id
    own = [brought(file_name, each, apart=apart) for each in documents]
    plans = weigh(session, now, own, viewer)
    kept = [carried(session, each, plan) for each, plan in zip(documents, plans, strict=True)]
    if kept != list(documents):
        own = [brought(file_name, each, apart=apart) for each in kept]
        plans = weigh(session, now, own, viewer)
    changing = [(each, plan) for each, plan in zip(kept, plans, strict=True) if plan.changes]
    if not changing:
        if load:
            load.state = "discarded"
        return Rehearsal(None, file_name, plans, touched=touched_by(session, plans))
    unread = tuple(line for each in documents for line in each.document.unread)
    rehearsal = planned(session, load_id, file_name, plans, unread)
    contents = [received(each, plan) for each, plan in changing]
    ids = receive(session, contents, file_name=file_name, now=now)
    if load is None:
        _add_load(session, now, rehearsal, actor, visibility)
    else:
        load.plan = plan_json(rehearsal, load.plan)
        load.visibility = visibility or load.visibility
        load.store_version = last_number(session, STORE_VERSION)
        session.flush()
    parts = [(each, numbers) for (each, _), numbers in zip(changing, ids, strict=True)]
    _store_plan(session, rehearsal, parts)
    return _foreseen(session, now, rehearsal, today)


def rehearse_again(
    session: Session, now: datetime, *, load_id: int, today: date | None = None
) -> Rehearsal:
    """Plan a rehearsed load anew against what stands now; raise LoadRefused when it is not one."""
    load = rehearsed_load(session, load_id)
    plans = _weigh_stored(session, now, load_id)
    unread = tuple(load.plan.get("unread", ()))
    rehearsal = planned(session, load_id, load.file_name, plans, unread)
    load.plan = plan_json(rehearsal, load.plan)
    load.store_version = last_number(session, STORE_VERSION)
    session.flush()
    return _foreseen(session, now, rehearsal, today)


def discard(session: Session, now: datetime, *, load_id: int, actor: str) -> None:
    """Give up a rehearsed load and what only it has brought; raise LoadRefused if it is not one."""
    take(session, "load", 0)  # nobody may be receiving what is forgotten here
    load = rehearsed_load(session, load_id)
    forget_brought(session, load_id)
    load.state = "discarded"
    subject, told = f"load {load_id}", {"file": load.file_name}
    record(session, now, actor=actor, verb="discard", subject=subject, particulars=told)


def rehearsed_load(session: Session, load_id: int) -> LoadRow:
    """Return a load that waits to be applied, locked; raise LoadRefused when it is not one."""
    load = load_by_id(session, load_id)
    if load is None or load.state != "rehearsed":
        state = load.state if load else "not there"
        raise LoadRefused(f"Load {load_id} is {state}: only a rehearsed load can be decided on.")
    return load


def ever_loaded(session: Session) -> bool:
    """Say whether anything was ever loaded, also if it was taken back since."""
    return last_number(session, "load") > 0


def apply(
    session: Session, now: datetime, *, load_id: int, actor: str, as_rehearsed: bool = False
) -> Applied:
    """Make the facts of a rehearsed load stand; raise LoadRefused when it was applied already.

    One under embargo is refused too: it goes live at its moment, and by nobody's slip before.

    The plan is made again against what stands now, under the lock that every load takes. With
    `as_rehearsed`, raises StoreChanged if it would do anything else than was rehearsed, as far as
    the actor sees.
    """
    take_one(session, STORE_VERSION)
    load = rehearsed_load(session, load_id)
    if load.live_at is not None and load.live_at > now:
        raise LoadRefused(
            f"Load {load_id} is held back until {load.live_at:%Y-%m-%d %H:%M} UTC and goes live by "
            "itself: to have it earlier, discard it and load it without an embargo."
        )
    plans = _weigh_stored(session, now, load_id)
    viewer = viewer_of_actor(session, actor)
    if as_rehearsed and not still_planned(session, plans, load.plan, viewer):
        raise StoreChanged(f"The store changed since load {load_id} was rehearsed: look again")
    seen = counts_seen(plans, touched_by(session, plans))
    counts = _place(session, now, load_id, plans)
    load.live_at = None
    if load.expires_at is not None:
        set_expiry(session, documents_of_load(session, load_id), load.expires_at)
    teach_given(session, now, plans, actor=actor)
    for part, *_ in brought_by_load(session, load_id):
        part.drafts = []
    load.state, load.applied_at = "applied", now
    answered = answer_waiting(session, now)
    record(session, now, actor=actor, verb="apply", subject=f"load {load_id}", particulars=counts)
    return Applied(**counts, answered=answered, seen=seen)


def _foreseen(
    session: Session, now: datetime, rehearsal: Rehearsal, today: date | None
) -> Rehearsal:
    load_id, plans, day = rehearsal.load_id or 0, rehearsal.documents, today or now.date()
    changing = tuple(plan for plan in plans if plan.changes)
    seen = foresee(session, now, lambda: _place(session, now, load_id, changing), plans, today=day)
    return replace(rehearsal, answers=seen.answers, told_by_label=seen.told, golden=seen.golden)


def _weigh_stored(session: Session, now: datetime, load_id: int) -> tuple[DocumentPlan, ...]:
    """Weigh a stored load against what stands, as whoever gave it may see that.

    Raises LoadRefused when it brings a content of a document that was hidden from them since.
    """
    viewer = viewer_of_actor(session, session.get_one(LoadRow, load_id).actor)
    if brings_hidden(session, load_id, viewer):
        raise LoadRefused(say("load-hidden-since", load=str(load_id)))
    own = [stored(*part) for part in brought_by_load(session, load_id)]
    return weigh(session, now, own, viewer)


def _place(
    session: Session, now: datetime, load_id: int, plans: Sequence[DocumentPlan]
) -> dict[str, int]:
    """Make the facts of a stored load stand, as its plans say."""
    parts = brought_by_load(session, load_id)
    placed = [(plan, part[1], part[2]) for plan, part in zip(plans, parts, strict=True)]
    label = session.get_one(LoadRow, load_id).visibility
    return {"documents": len(parts), **carry_out(session, now, load_id, placed, visibility=label)}


def _planned_before(session: Session, load_id: int) -> LoadRow:
    """Return a rehearsed load that is planned anew, without what it had brought."""
    take(session, "load", 0)
    load = rehearsed_load(session, load_id)
    forget_brought(session, load_id)
    return load


def _add_load(
    session: Session, now: datetime, rehearsal: Rehearsal, actor: str, visibility: str | None
) -> None:
    session.add(
        LoadRow(
            id=rehearsal.load_id,
            file_name=rehearsal.file_name,
            state="rehearsed",
            plan=plan_json(rehearsal),
            visibility=visibility,
            store_version=last_number(session, STORE_VERSION),
            actor=actor,
            created_at=now,
        )
    )
    session.flush()


def _store_plan(
    session: Session,
    rehearsal: Rehearsal,
    parts: Sequence[tuple[Understood, tuple[int, int]]],
) -> None:
    rows: list[dict[str, Any]] = [
        {
            "load_id": rehearsal.load_id,
            "revision_id": revision_id,
            "reading_id": reading_id,
            "position": position,
            "key": understood.document.key,
            "particulars": particulars_json(understood.particulars),
            "drafts": [draft_json(draft) for draft in understood.drafts],
        }
        for position, (understood, (revision_id, reading_id)) in enumerate(parts)
    ]
    session.execute(insert(LoadRevisionRow), rows)
