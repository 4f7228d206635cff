"""The desk's golden questions: kept, and asked before and after a load that is tried."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.evaluating import ABSTAINED, Golden, meant, outcome
from bot.services.finding import find
from bot.services.vocabularies import Vocabularies
from db.models import GoldenQuestionRow
from db.queries.audit import record
from db.queries.filings import filing
from db.queries.golden import golden_rows
from db.queries.sequences import STORE_VERSION, take_one
from db.viewer import Viewer
from facts.answering.index import filed_stems
from facts.answering.question import parse
from facts.answering.types import Bearing, Status
from facts.errors import BriefingError, EvidenceBroken
from facts.reconcile.plan import DocumentPlan
from facts.text import fold

log = logging.getLogger(__name__)

# So many are asked before and after each load that is tried: a rehearsal stays quick.
MOST_TRIED = 100


class GoldenRefused(BriefingError):
    """A golden question is not there."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a golden question is answered: with which words, whose they are, and if rightly.

    `quoted` is empty where nothing is given as the answer. `offered`: what was meant is among
    the facts that are offered to choose from.
    """

    status: Status
    quoted: tuple[tuple[str, str | None], ...]
    offered: bool
    outcome: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A golden question that a load would have answered otherwise."""

    question: str
    before: Given
    after: Given


def changed_json(changed: Iterable[Changed]) -> list[dict[str, Any]]:
    """Return changed answers as they are kept with a rehearsal and printed by the terminal."""
    return [asdict(each) for each in changed]


def keep_golden(
    session: Session, now: datetime, *, questions: Iterable[Golden], actor: str
) -> tuple[int, int]:
    """Keep golden questions; return how many are new, and for how many the facts are others now."""
    take_one(session, STORE_VERSION)  # the lock under which no question is kept twice
    known = {_key(row.text): row for row in golden_rows(session)}
    added = changed = 0
    for golden in questions:
        row = known.get(_key(golden.question))
        facts = list(golden.facts)
        if row is None:
            row = GoldenQuestionRow(
                text=golden.question, facts=facts, kind=golden.kind, added_by=actor, added_at=now
            )
            session.add(row)
            known[_key(golden.question)] = row
            added += 1
        elif (row.facts, row.kind) != (facts, golden.kind):
            row.facts, row.kind = facts, golden.kind
            changed += 1
    session.flush()
    if added or changed:
        counts = {"added": added, "changed": changed}
        subject = "golden questions"
        record(session, now, actor=actor, verb="keep", subject=subject, particulars=counts)
    return added, changed


def remove_golden(session: Session, now: datetime, *, number: int, actor: str) -> GoldenQuestionRow:
    """Keep a golden question no longer; raise GoldenRefused when none has this number."""
    row = session.get(GoldenQuestionRow, number, with_for_update=True)
    if row is None or row.removed_at is not None:
        raise GoldenRefused(f"There is no golden question {number}.")
    row.removed_at, row.removed_by = now, actor
    words = {"question": row.text}
    subject = f"golden question {number}"
    record(session, now, actor=actor, verb="remove", subject=subject, particulars=words)
    return row


def list_golden(session: Session, now: datetime) -> Sequence[GoldenQuestionRow]:
    """Return the golden questions that are kept."""
    return golden_rows(session)


def kept_golden(session: Session, now: datetime, *, most: int | None = None) -> list[Golden]:
    """Return the golden questions that are kept, as they are asked; the first `most`."""
    rows = golden_rows(session, most=most)
    return [Golden(row.text, tuple(row.facts), row.kind) for row in rows]


def touched_by(
    session: Session,
    today: date,
    questions: Sequence[Golden],
    plans: Sequence[DocumentPlan],
    vocabularies: Vocabularies,
) -> list[Golden]:
    """Return the questions that share a word with what a load brings or ends.

    Only their candidates change; and what the store does not know yet may be read otherwise. To
    ask them all would hold the store for seconds.
    """
    stems = frozenset(stem for plan in plans if plan.changes for stem in _stems(plan))
    vocabulary = vocabularies.learned(session, Viewer()).vocabulary
    return [
        golden
        for golden in questions
        if any(
            not term.known or any(stems & set(form.stems) for form in term.forms)
            for term in parse(golden.question, vocabulary, today).terms
        )
    ]


def _stems(plan: DocumentPlan) -> Iterator[str]:
    """Yield what the facts that a document brings or ends are filed under."""
    yield from filed_stems(plan.brought.known.title or "")
    for end in plan.endings:
        yield from filed_stems(end.text)
    for fact in plan.facts:
        if fact.new or fact.links:
            speaker = fact.draft.attribution.speaker
            held = filing(fact.draft.text, fact.draft.context, speaker, plan.brought.text)
            yield from (*held.own, *held.context)


def given_now(
    session: Session,
    now: datetime,
    questions: Sequence[Golden],
    vocabularies: Vocabularies,
    *,
    today: date,
) -> list[Given]:
    """Return what golden questions are answered as things stand, to who may see what is public.

    They are asked on the desk's date, `today`.
    """
    return [_given(session, now, golden, vocabularies, today) for golden in questions]


def changed_by(
    questions: Sequence[Golden], before: Sequence[Given], after: Sequence[Given]
) -> tuple[Changed, ...]:
    """Return the questions that are answered otherwise after than before, the worst first."""
    found = [
        Changed(golden.question, one, other)
        for golden, one, other in zip(questions, before, after, strict=True)
        if one != other
    ]
    return tuple(sorted(found, key=lambda each: each.before.outcome == each.after.outcome))


def _given(
    session: Session, now: datetime, golden: Golden, vocabularies: Vocabularies, today: date
) -> Given:
    asked: dict[str, Any] = {"text": golden.question, "today": today, "viewer": Viewer()}
    try:
        reply = find(session, now, vocabularies=vocabularies, **asked)
    except EvidenceBroken as broken:  # a damaged document must not keep another from loading
        log.error("%s", broken)
        return Given(Status.UNKNOWN, (), False, ABSTAINED)
    status = reply.answer.status
    offered = status is Status.CHOICE and any(meant(golden, quote) for quote in reply.quotes)
    shown = {Status.FOUND: Bearing.ANSWERS, Status.CONFLICT: Bearing.DIFFERS}.get(status)
    quoted = tuple(
        (quote.text, quote.attribution.speaker if quote.attribution.sure else None)
        for at, (quote, fact) in enumerate(zip(reply.quotes, reply.answer.facts, strict=True))
        if shown is not None and (at == 0 or fact.bearing is shown)
    )
    return Given(status, quoted, offered, outcome(golden, reply))


def _key(text: str) -> str:
    return " ".join(fold(text).split())
