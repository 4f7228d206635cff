"""Questions that came with their answers in a table: each is a way to ask for its fact."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.vocabularies import Vocabularies
from db.models import PhrasingRow
from db.queries.audit import record
from db.queries.learning import LIVE, gist_json, phrasing_by
from db.queries.standing import stored_by_identity
from db.viewer import Viewer
from facts.answering.likeness import gist
from facts.answering.question import parse
from facts.reconcile.plan import DocumentPlan


def teach_given(
    session: Session, now: datetime, plans: Iterable[DocumentPlan], *, actor: str
) -> int:
    """Let the questions of loaded facts find them from now on; return how many are new.

    An editor gave them with the table, so they need no further nod; one that was refused stays so.
    """
    asked = {f.identity: f.draft.question for plan in plans if plan.changes for f in plan.facts}
    wanted = {name: question for name, question in asked.items() if question}
    if not wanted:
        return 0
    session.flush()
    facts = stored_by_identity(session, sorted(wanted))
    words = Vocabularies().learned(session, Viewer()).vocabulary
    taught = 0
    for name, question in wanted.items():
        come_to = gist(parse(question, words, now.date()))
        fact = facts.get(name)
        if fact is None or not come_to.stems or phrasing_by(session, fact.id, come_to.key):
            continue
        row = PhrasingRow(
            fact_id=fact.id,
            text=question,
            stem_key=come_to.key,
            stems=gist_json(come_to),
            state=LIVE,
            chosen=0,
            against=0,
            proposed_at=now,
            decided_by=actor,
            decided_at=now,
        )
        session.add(row)
        session.flush()
        taught += 1
    if taught:
        told = {"questions": taught}
        record(session, now, actor=actor, verb="add", subject="phrasings", particulars=told)
    return taught
