"""A submission is read, rehearsed and planned anew; its pages are kept with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.amending import Amendment, amend
from bot.services.golden import changed_json
from bot.services.goodrows import replace_earlier
from bot.services.loading import rehearse, rehearse_again
from bot.services.open_loads import open_load
from bot.services.pages import doubts_of
from bot.services.planning import Rehearsal
from bot.services.seeing import as_seen
from bot.services.submitting import Claimed, to_be_told
from bot.services.tables import columns_told, tables_json, tables_shown
from bot.services.understanding import Understood, addressed
from bot.views import loads as views
from bot.views.golden import golden_pieces
from bot.views.loadbuttons import offered_days
from bot.views.rehearsal import open_days
from bot.views.texts import say
from db.encoding import day, parse_day, particulars
from db.models import LoadRow, SubmissionRow
from db.queries.loads import forget_brought
from db.queries.submissions import KNOWN, REHEARSED, WAITING, person_name, submission
from db.viewer import LABELS, cleared
from facts.reading.read import read_file
from facts.reconcile.plan import DocumentPlan
from facts.types import Particulars, Published, PublishedBasis, ReadDocument


def read_submission(claimed: Claimed) -> tuple[ReadDocument, ...]:
    """Read a submission in a child process with limits, with what was told about it; slow.

    Raises DocumentRefused, RowsRefused for a table of facts of which some rows can be taken.
    """
    columns = columns_told(claimed.told)
    documents = read_file(
        claimed.file_name,
        claimed.content or b"",
        columns=columns,
        good_rows=bool(claimed.told.get("good_rows")),
    )
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
    replace_earlier(session, row)
    plan = rehearse(
        session,
        now,
        file_name=row.file_name,
        documents=documents,
        actor=str(row.person_id),
        again=_rehearsed_before(session, row),
        today=today,
    )
    if plan.load_id is None:
        # What was told of a rehearsal that became known meanwhile was told of nothing that stood.
        told = {} if row.load_id else row.told
        row.load_id = None
        _settle_known(session, now, row, plan, told, documents, today)
        return
    row.load_id = plan.load_id
    row.state = REHEARSED
    row.shown = {**_shown(plan, row, today), "tables": tables_json(documents)}


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
    given = Particulars(told.get("title"), told.get("outlet"), published)
    changed = [
        change
        for each, plan_of in zip(documents, plan.documents, strict=True)
        if plan_of.known
        for change in amend(
            session,
            now,
            document_id=plan_of.known.document_id,
            understood=each,
            given=given,
            actor=actor,
        )
    ]
    _show_known(session, row, plan, changed, today)


def _show_known(
    session: Session,
    row: SubmissionRow,
    plan: Rehearsal,
    changed: Sequence[Amendment],
    today: date,
) -> None:
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
    """Plan a rehearsed submission anew: the store changed under it, or its facts were fixed.

    Where another load has brought all of it meanwhile, nothing is left to decide.
    """
    row, load = open_load(session, submission_id)
    plan = rehearse_again(session, now, load_id=load.id, today=today)
    if not any(each.changes for each in plan.documents):
        forget_brought(session, load.id)
        load.state, row.load_id = "discarded", None
        _show_known(session, row, plan, (), today)
        to_be_told(row, now, worker)
        return
    # Seen when it was read; nothing is read anew here.
    tables = tables_shown(row.shown)
    row.shown = {**_shown(plan, row, today), "tables": tables, "store_changed": store_changed}
    to_be_told(row, now, worker)


def _settled(
    document: ReadDocument, told: dict[str, Any], proposed: Particulars, alone: bool
) -> ReadDocument:
    """Put in what a person told, then what the forward proposes.

    What is told of one document overrides what stands in it; of many it fills in what is unknown.
    """
    own = document.reading.particulars
    title = (told.get("title") if alone else None) or own.title
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
    settled = replace(own, title=title, outlet=outlet, published=published)
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
    ask_day, ask_outlet = views.open_questions(changing)
    golden = changed_json(plan.golden)
    drafts = [fact.draft for each in changing for fact in each.facts]
    return {
        "version": plan.fingerprint,
        "as_told": row.told,
        "seen": dict(_seen(plan, row, changing, golden)),
        "golden": views.paged(say("golden-title"), golden_pieces(golden)) if golden else [],
        "otherwise": len(golden),
        "alone": len(changing) == 1,
        "doubts": sum(bool(doubts_of(draft)) for draft in drafts),
        "days": [day(each) for each in _days(changing, today)],
        "ask_day": None if "day" in row.told else ask_day,
        "ask_outlet": None if "outlet" in row.told else ask_outlet,
    }


def _seen(
    plan: Rehearsal,
    row: SubmissionRow,
    changing: Sequence[DocumentPlan],
    golden: Sequence[dict[str, Any]],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what a rehearsal shows of what stands, by label; only where another label sees more."""
    forward = particulars(row.proposed).outlet if "outlet" not in row.told else None
    people = sum(answer.people for answer in plan.answers)
    waiting = sum(answer.waiting for answer in plan.answers)
    former = None
    for label in reversed(LABELS):
        hidden = plan.touched.hidden(cleared(label))
        told = plan.told_by_label.get(label, 0)
        if (hidden, told) == former:
            continue
        former = hidden, told
        plans = as_seen(changing, plan.touched, cleared(label))
        sets_off = views.setting_off(len(plan.answers), people, waiting + told, golden)
        yield (
            label,
            {
                "summary": views.summary(
                    plans,
                    name=row.file_name,
                    from_forward=forward,
                    unread=plan.unread,
                    setting_off=sets_off,
                ),
                "all": views.fact_pages(plans),
                "told": told,
            },
        )


def _days(plans: Sequence[DocumentPlan], today: date) -> list[date]:
    words = [word for plan in plans for word in open_days(plan.facts)]
    earliest = [plan.brought.known.published.earliest for plan in plans]
    return offered_days(words, earliest[0] if len(plans) == 1 else None, today)
