"""A field of a standing fact set to what a person says: the fact stays the same fact."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.services.sheets import Sheet
from db.encoding import moment_json
from db.models import FactRow, PassageRow
from db.queries.fixes import StandingSheet
from db.queries.standing import STANDING
from db.queries.terms import file_also
from db.queries.topics import move_to_topic
from facts.answering.index import filed_words
from facts.fixing.fields import Field, Value
from facts.reconcile.identity import identity
from facts.types import FactDraft


def set_field(
    session: Session,
    sheet: Sheet,
    held: StandingSheet,
    fact_id: int,
    drafts: Sequence[FactDraft],
    field: Field,
    before: Value,
) -> None:
    """Give a fact the field that it has among `drafts`, which stand where those of `sheet` do.

    Its identity follows, unless another fact has that already: then it stays findable under its
    own, and both stand.
    """
    places = [at for at, each in enumerate(held.fact_ids) if each == fact_id]
    draft = drafts[places[0]]
    said = draft.attribution
    values: dict[str, Any] = {
        "speaker": said.speaker,
        "role": said.role,
        "basis": said.basis.value,
        "speaker_sure": said.sure,
        "kind": draft.kind.value,
        "topic": draft.topic,
    }
    name = identity(draft, reading_text=sheet.text, origin=sheet.origin)
    taken = select(FactRow.id).where(FactRow.identity == name, FactRow.id != fact_id)
    if session.scalar(taken) is None:
        values["identity"] = name
    session.execute(update(FactRow).where(FactRow.id == fact_id).values(**values))
    if field is Field.MOMENT:
        _set_moments(session, held, fact_id, [drafts[at] for at in places])
    if field is Field.TOPIC:
        move_to_topic(session, fact_id, before.get("topic"), draft.topic)
    if field is Field.SPEAKER and said.speaker:
        file_also(session, [fact_id], dict(filed_words(said.speaker)))


def _set_moments(
    session: Session, held: StandingSheet, fact_id: int, drafts: Sequence[FactDraft]
) -> None:
    for draft in drafts:
        session.execute(
            update(PassageRow)
            .where(PassageRow.fact_id == fact_id, PassageRow.start == draft.span.start, STANDING)
            .where(PassageRow.document_id == held.document.id)
            .values(moments=[moment_json(moment) for moment in draft.moments])
        )
