"""A submission is read, rehearsed and planned anew; its pages are kept with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.amending import Amendment, amend
from bot.services.golden import changed_json
from bot.services.loading import Rehearsal, rehearse, rehearse_again
from bot.services.pages import doubts_of
from bot.services.submitting import Claimed, SubmissionRefused, to_be_told
from bot.services.understanding import Understood, addressed
from bot.views import loads as views
from bot.views.golden import golden_pieces
from bot.views.loadbuttons import offered_days
from bot.views.rehearsal import open_days
from bot.views.texts import say
from db.encoding import day, parse_day, particulars
from db.models import LoadRow, SubmissionRow
from db.queries.submissions import KNOWN, REHEARSED, WAITING, person_name, submission
from facts.reading.read import read_file
from facts.reconcile.plan import DocumentPlan
from facts.types import Particulars, Published, PublishedBasis, ReadDocument


def read_submission(claimed: Claimed) -> tuple[ReadDocument, ...]:
    """Read a submission in a child process with limits, with what was told about it; slow.

    Raises DocumentRefused.
    """
    columns = claimed.told.get("columns") or {}
    documents = read_file(claimed.file_name, claimed.content or b"", columns=columns)
    proposed, alone = particulars(claimed.proposed), len(documents) == 1
    settled = [_settled(each, claimed.told, proposed, alone) for each in documents]
    return addressed(settled, proposed.url)


def rehearse_submission(
    session: Session,
    now: datetime,
    *,
    submission_id: int,
    worker: str,
    documents: Sequence[Understood],
    today: date,
) -> None:
    """Plan what was read, unless another worker has taken the submission meanwhile."""
    row = submission(session, submission_id)
    if row is None or row.worker != worker or row.state != WAITING:
        return
    plan = rehearse(
        session,
        now,
        file_name=row.file_name,
        documents=documents,
        actor=str(row.person_id),
        again=_rehearsed_before(session, row),
    )
    columns = {field: head for each in documents for field, head in each.document.reading.columns}
    if plan.load_id is None:
        # What was told of a rehearsal that became known meanwhile was told of nothing that stood.
        told = {} if row.load_id else row.told
        row.load_id = None
        _settle_known(session, now, row, plan, told, documents, today)
        return
    row.load_id = plan.load_id
    row.state = REHEARSED
    table: dict[str, Any] = {"columns": columns, "heads": list(documents[0].document.reading.heads)}
    row.shown = {**_shown(plan, row, today), **table}


def _settle_known(
    session: Session,
    now: datetime,
    row: SubmissionRow,
    plan: Rehearsal,
    told: dict[str, Any],
    documents: Sequence[Understood],
    today: date,
) -> None:
    """Set what a person told of a document that stands already, and offer to tell more of it.

    Its bytes are kept for that some time, if it is the only one.
    """
    chosen, actor = parse_day(told.get("day")), row.told_by or str(row.person_id)
    published = Published(chosen, chosen, PublishedBasis.ADMIN) if chosen else Published()
    given = Particulars(outlet=told.get("outlet"), published=published)
    changed = [
        change
        for each in documents
        for change in amend(session, now, understood=each, given=given, actor=actor)
    ]
    alone = len(plan.documents) == 1 and row.content is not None
    row.state, row.told = KNOWN, {}
    row.content = row.content if alone else None
    row.shown = {
        "pages": [_known(session, plan, row.file_name, changed)],
        "days": [day(each) for each in _days(plan.documents, today)] if alone else None,
    }


def plan_again(
    session: Session,
    now: datetime,
    *,
    submission_id: int,
    today: date,
    worker: str,
    store_changed: bool = False,
) -> None:
    """Plan a rehearsed submission anew: the store changed under it, or its facts were fixed."""
    row = submission(session, submission_id)
    load = session.get(LoadRow, row.load_id) if row and row.load_id else None
    if row is None or row.state != REHEARSED or load is None or load.live_at is not None:
        raise SubmissionRefused("It was decided already.")
    plan = rehearse_again(session, now, load_id=load.id)
    # Seen when it was read; nothing is read anew here.
    table: dict[str, Any] = {
        name: row.shown[name] for name in ("columns", "heads") if name in row.shown
    }
    row.shown = {**_shown(plan, row, today), **table, "store_changed": store_changed}
    to_be_told(row, now, worker)


def _settled(
    document: ReadDocument, told: dict[str, Any], proposed: Particulars, alone: bool
) -> ReadDocument:
    """Put in what a person told, then what the forward proposes.

    What is told of one document overrides what stands in it; of many it fills in what is unknown.
    """
    own = document.reading.particulars
    outlet, published = own.outlet, own.published
    if "outlet" in told and (alone or outlet is None):
        outlet = told["outlet"]
    elif "outlet" not in told:
        outlet = outlet or proposed.outlet
    if "day" in told and (alone or published.day is None):
        chosen = parse_day(told["day"])
        published = Published(chosen, chosen, PublishedBasis.ADMIN) if chosen else Published()
    elif "day" not in told and published.day is None and proposed.published.day:
        published = proposed.published
    settled = replace(own, outlet=outlet, published=published)
    return replace(document, reading=replace(document.reading, particulars=settled))


def _rehearsed_before(session: Session, row: SubmissionRow) -> int | None:
    load = session.get(LoadRow, row.load_id) if row.load_id else None
    return load.id if load and load.state == "rehearsed" else None


def _known(session: Session, plan: Rehearsal, name: str, changed: Sequence[Amendment]) -> str:
    actors = {each.known.actor for each in plan.documents if each.known}
    people = {actor: person_name(session, actor) for actor in actors}
    amended = [{"name": each.name, "after": each.after} for each in changed]
    return views.known(plan.documents, name, people, amended)


def _shown(plan: Rehearsal, row: SubmissionRow, today: date) -> dict[str, Any]:
    """Return the pages and offers that a rehearsal is shown with, as they are kept."""
    changing = [each for each in plan.documents if each.changes]
    forward = particulars(row.proposed).outlet
    messages = sum(answer.waiting for answer in plan.answers) + plan.told
    people = sum(answer.people for answer in plan.answers)
    ask_day, ask_outlet = views.open_questions(changing)
    golden = changed_json(plan.golden)
    drafts = [fact.draft for each in changing for fact in each.facts]
    return {
        "version": plan.fingerprint,
        "as_told": row.told,
        "summary": views.summary(
            changing,
            name=row.file_name,
            from_forward=forward if "outlet" not in row.told else None,
            unread=plan.unread,
            setting_off=views.setting_off(len(plan.answers), people, messages, golden),
        ),
        "all": views.fact_pages(changing),
        "golden": views.paged(say("golden-title"), golden_pieces(golden)) if golden else [],
        "otherwise": len(golden),
        "doubts": sum(bool(doubts_of(draft)) for draft in drafts),
        "told": plan.told,
        "days": [day(each) for each in _days(changing, today)],
        "ask_day": None if "day" in row.told else ask_day,
        "ask_outlet": None if "outlet" in row.told else ask_outlet,
    }


def _days(plans: Sequence[DocumentPlan], today: date) -> list[date]:
    words = [word for plan in plans for word in open_days(plan.facts)]
    earliest = [plan.brought.known.published.earliest for plan in plans]
    return offered_days(words, earliest[0] if len(plans) == 1 else None, today)
