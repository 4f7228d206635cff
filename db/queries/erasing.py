"""Finding and erasing all rows of a person, and of questions: links are followed by the schema."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKeyConstraint,
    LargeBinary,
    Table,
    delete,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from db.base import Row
from db.models import (
    AnswerRow,
    DeliveryRow,
    GapQuestionRow,
    GapRow,
    PhrasingRow,
    QuestionRow,
)
from db.personal import PERSONAL, Fate, named_in
from db.queries.terms import chunks

Found = dict[str, dict[tuple[Any, ...], dict[str, Any]]]


def erase_person(session: Session, person_id: int, *, mark: str) -> None:
    """Take a person out of every table, as `db.personal` declares it; `mark` stands for them."""
    for name, fate in PERSONAL.items():
        table, column = _column(name)
        values = named_in(name, person_id)
        if fate is Fate.EMPTIED:
            change = update(table).where(column.in_(values)).values({column: None})
            session.execute(change)
        elif fate is Fate.MASKED:
            for value in values:
                masked = str(value).replace(str(person_id), mark)
                session.execute(update(table).where(column == value).values({column: masked}))
    # Those that go last are the chat and the person, which the others link to.
    going = sorted(PERSONAL, key=lambda name: name in {"chat.id", "person.id"})
    for name in (each for each in going if PERSONAL[each] is Fate.GOES):
        table, column = _column(name)
        erase(session, table, column.in_(named_in(name, person_id)))
    session.expire_all()


def rows_of_person(session: Session, person_id: int) -> dict[str, list[dict[str, Any]]]:
    """Return all rows in which a person stands or that hang on those, by table."""
    found: Found = {}
    for name, fate in PERSONAL.items():
        table, column = _column(name)
        wanted = column.in_(named_in(name, person_id))
        _collect(session, table, wanted, found, deep=fate is Fate.GOES)
    return {name: list(rows.values()) for name, rows in sorted(found.items()) if rows}


def erase_questions(session: Session, ids: Sequence[int]) -> None:
    """Erase questions with their answers and judgements; what was sent for them loses its words."""
    for chunk in chunks(ids):
        answers = select(AnswerRow.id).where(AnswerRow.question_id.in_(chunk))
        sent = DeliveryRow.answer_id.in_(answers)
        _take_words(session, DeliveryRow.id.in_(_marks_on(session, sent)))
        _take_words(session, sent)
        table = Row.metadata.tables["question"]
        erase(session, table, table.c.id.in_(chunk))
    session.expire_all()


def _marks_on(session: Session, sent: ColumnElement[bool]) -> Sequence[int]:
    """Return the settled edits of messages: they hold the words of what they marked."""
    key = select(DeliveryRow.chat_id, DeliveryRow.message_id)
    keys = {(chat, number) for chat, number in session.execute(key.where(sent)) if number}
    edits = select(DeliveryRow.id).where(
        DeliveryRow.chat_id.in_({chat for chat, _ in keys}),
        tuple_(DeliveryRow.chat_id, DeliveryRow.edits_message_id).in_(keys),
        DeliveryRow.settled_at.is_not(None),
    )
    return session.scalars(edits).all() if keys else []


def _take_words(session: Session, where: ColumnElement[bool]) -> None:
    session.execute(update(DeliveryRow).where(where).values(body={"html": "", "buttons": []}))


def erase(session: Session, table: Table, where: ColumnElement[bool]) -> None:
    """Delete rows, and first what hangs on them; a link that may be empty is emptied."""
    for child, link in _links_to(table):
        hanging = _hanging(child, link, where)
        if _may_be_empty(link):
            emptied = dict.fromkeys(link.columns)
            session.execute(update(child).where(hanging).values(emptied))
        else:
            erase(session, child, hanging)
    session.execute(delete(table).where(where))


def take_from_gaps(session: Session, gap_ids: Sequence[int]) -> None:
    """Let gaps speak in the words of those who asked and are still there; delete the others."""
    table = Row.metadata.tables["gap"]
    gaps = select(GapRow).where(GapRow.id.in_(gap_ids)).order_by(GapRow.id)
    for gap in session.scalars(gaps).all():
        asked = (
            select(QuestionRow, AnswerRow.grounds)
            .join(GapQuestionRow, GapQuestionRow.question_id == QuestionRow.id)
            .outerjoin(AnswerRow, AnswerRow.question_id == QuestionRow.id)
            .where(GapQuestionRow.gap_id == gap.id)
            .order_by(QuestionRow.id)
        )
        left = [(q.stands_for or q.text, grounds) for q, grounds in session.execute(asked)]
        if not left:
            erase(session, table, table.c.id == gap.id)
        elif gap.text not in {text for text, _ in left}:
            text, grounds = left[0]
            gap.text, gap.stems = text, (grounds or {}).get("gist") or gap.stems
    session.flush()


def drop_proposals(session: Session, person_id: int) -> None:
    """Delete phrasings in a person's words that nobody has made live."""
    session.execute(
        delete(PhrasingRow).where(
            PhrasingRow.proposed_by == person_id, PhrasingRow.state == "proposed"
        )
    )


def gaps_of(session: Session, question_ids: Sequence[int]) -> list[int]:
    """Return the gaps that questions belong to."""
    found: set[int] = set()
    for chunk in chunks(question_ids):
        wanted = select(GapRow.id).join(GapQuestionRow, GapQuestionRow.gap_id == GapRow.id)
        found.update(session.scalars(wanted.where(GapQuestionRow.question_id.in_(chunk))))
    return sorted(found)


def _column(name: str) -> tuple[Table, Any]:
    table_name, column_name = name.split(".")
    table = Row.metadata.tables[table_name]
    return table, table.c[column_name]


@cache
def _links_to(table: Table) -> tuple[tuple[Table, ForeignKeyConstraint], ...]:
    return tuple(
        (child, link)
        for child in Row.metadata.sorted_tables
        for link in child.foreign_key_constraints
        if link.referred_table is table
    )


def _may_be_empty(link: ForeignKeyConstraint) -> bool:
    return all(column.nullable and not column.primary_key for column in link.columns)


def _hanging(
    child: Table, link: ForeignKeyConstraint, where: ColumnElement[bool]
) -> ColumnElement[bool]:
    ours = [element.parent for element in link.elements]
    theirs = [element.column for element in link.elements]
    if len(ours) == 1:
        return ours[0].in_(select(theirs[0]).where(where))
    return tuple_(*ours).in_(select(*theirs).where(where))


def _collect(
    session: Session, table: Table, where: ColumnElement[bool], found: Found, *, deep: bool
) -> None:
    """Add rows; of those that only name a person in passing, what is short."""
    columns = [c for c in table.columns if not isinstance(c.type, LargeBinary)]
    if not deep and table.name != "audit":
        columns = [c for c in columns if c.name not in {"plan", "measured", "stems"}]
    kept = found.setdefault(table.name, {})
    keys = [c.name for c in table.primary_key]
    for row in session.execute(select(*columns).where(where)).mappings():
        kept[tuple(row[key] for key in keys)] = dict(row)
    for child, link in _links_to(table) if deep else ():
        if not _may_be_empty(link):
            _collect(session, child, _hanging(child, link, where), found, deep=True)
