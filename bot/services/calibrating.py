"""A desk's own thresholds, fitted to its promise from golden questions and its feedback."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.evaluating import Golden, meant
from bot.services.finding import find, shown_as_answer
from bot.services.vocabularies import Vocabularies
from db.models import ThresholdRow
from db.queries.audit import record
from db.queries.learning import judged_answers, threshold_row
from db.queries.sequences import STORE_VERSION, take_one
from db.viewer import Viewer
from facts.answering import weights
from facts.answering.calibrate import FEWEST_DOCUMENTS, FEWEST_QUESTIONS, Fit, Outcome, fit
from facts.answering.decide import LEAST_LEAD
from facts.answering.weights import Thresholds
from facts.errors import BriefingError

# With no bar at all, what is still not given as the answer is kept back by something else.
NO_BAR = Thresholds(0.0, 0.0, "none")


class SampleTooSmall(BriefingError):
    """There are too few questions with a known end to promise anything."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The thresholds that hold: their version, the promise, and what was measured, if known."""

    thresholds: Thresholds
    wrong_at_most: float
    measured: dict[str, Any] | None


def outcomes_of_golden(
    session: Session,
    now: datetime,
    *,
    questions: Iterable[Golden],
    today: date,
    vocabularies: Vocabularies,
) -> list[Outcome]:
    """Ask golden questions and return how sure each best fact was, and whether it was right."""
    found = []
    for golden in questions:
        reply = find(
            session,
            now,
            text=golden.question,
            today=today,
            viewer=Viewer(),
            vocabularies=vocabularies,
            thresholds=NO_BAR,
        )
        if not reply.quotes:
            continue
        right = [bool(golden.facts) and meant(golden, quote) for quote in reply.quotes]
        found.append(
            Outcome(
                document=str(reply.quotes[0].document.id),
                sure=reply.answer.facts[0].score.total,
                right=right[0],
                in_three=any(right),
                may_answer=shown_as_answer(reply),
            )
        )
    return found


def outcomes_of_feedback(session: Session) -> list[Outcome]:
    """Return what readers' choices and thumbs say about the answers that they were given."""
    found = []
    for judged in judged_answers(session):
        grounds = judged.grounds or {}
        if "confidence" not in grounds:
            continue
        chosen = judged.chosen_rank
        lead = grounds.get("lead")
        found.append(
            Outcome(
                document=str(judged.document_id),
                sure=grounds["confidence"],
                right=chosen == 0 if chosen is not None else judged.votes > 0,
                in_three=chosen is not None or judged.votes > 0,
                may_answer=lead is None or lead >= LEAST_LEAD,
            )
        )
    return found


def calibrate(outcomes: Sequence[Outcome], *, wrong_at_most: float) -> Fit:
    """Return the fitted thresholds; raise SampleTooSmall with what is missing."""
    fitted = fit(outcomes, wrong_at_most=wrong_at_most, shipped=weights.shipped_thresholds())
    if fitted is None:
        documents = len({outcome.document for outcome in outcomes})
        raise SampleTooSmall(
            f"{len(outcomes)} questions on {documents} documents are too few to promise anything: "
            f"at least {FEWEST_QUESTIONS} on {FEWEST_DOCUMENTS} documents are needed. "
            "The shipped thresholds stay."
        )
    return fitted


def put_in_force(
    session: Session, now: datetime, *, fitted: Fit, wrong_at_most: float, actor: str
) -> ThresholdRow:
    """Let fitted thresholds hold from the next question on."""
    row = ThresholdRow(
        answer_only_above=fitted.answer_only_above,
        offer_above=fitted.offer_above,
        wrong_at_most=wrong_at_most,
        measured=asdict(fitted.measured),
        made_by=actor,
        made_at=now,
    )
    session.add(row)
    session.flush()
    take_one(session, STORE_VERSION)
    _record(session, now, actor, "calibrate", row)
    return row


def take_out_of_force(session: Session, now: datetime, *, actor: str) -> bool:
    """Take the desk's newest thresholds back; say whether there were any."""
    row = threshold_row(session)
    if row is None:
        return False
    row.withdrawn_at = now
    take_one(session, STORE_VERSION)
    _record(session, now, actor, "uncalibrate", row)
    return True


def in_force(session: Session, now: datetime) -> InForce:
    """Return the thresholds that hold now, the desk's own or the shipped ones."""
    row = threshold_row(session)
    if row is None:
        return InForce(weights.shipped_thresholds(), 0.05, None)
    held = Thresholds(row.answer_only_above, row.offer_above, f"desk-{row.id}")
    return InForce(held, row.wrong_at_most, row.measured)


def _record(session: Session, now: datetime, actor: str, verb: str, row: ThresholdRow) -> None:
    bars = {"answer_only_above": row.answer_only_above, "offer_above": row.offer_above}
    subject = f"threshold {row.id}"
    record(session, now, actor=actor, verb=verb, subject=subject, particulars=bars)
