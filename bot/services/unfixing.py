"""A fix put back: what it changed is again as it was, and the fix holds no more."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.fixing import plain
from bot.services.recutting import recut
from bot.services.seeing import may_see
from bot.services.setting import set_field
from bot.services.sheets import Fixer, Sheet, document_of, sheet_of_document
from db.encoding import draft as decoded
from db.models import FixRow
from db.queries.audit import record
from db.queries.fixes import fix_of, held_since, rows_of_act, take_back_act
from db.queries.loads import loads_bringing
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.visibility import labels_of_facts
from facts.fixing.fields import Field, with_value
from facts.fixing.pieces import FixRefused
from facts.fixing.replay import places
from facts.reconcile.identity import normal
from facts.types import FactDraft, Span

ELSEWHERE = "The document holds these words otherwise now: fix it there."
_WHOSE = {Field.SPEAKER, Field.ROLE}


def put_back(session: Session, now: datetime, *, act: int, fixer: Fixer) -> tuple[int, ...]:
    """Undo one act of fixing; return the standing facts that it concerns.

    Raises FixRefused when it is not there, was put back already, or others were built on it.
    """
    take_one(session, STORE_VERSION)
    rows = rows_of_act(session, act)
    if not rows or not all(_seen(session, row, fixer) for row in rows):
        raise FixRefused(f"There is no fix {act}.")
    if not take_back_act(session, act, actor=fixer.actor, now=now):
        raise FixRefused("This was put back already.")
    found: list[int] = []
    for row in rows:
        _refuse_if_built_on(session, row)
        found += _put_back(session, now, row)
    told = {
        "field": rows[0].field,
        "fix": act,
        "before": plain(rows[0].value),
        "after": plain(rows[0].before),
    }
    subject = f"fact {rows[0].fact_id}" if rows[0].fact_id else f"fix {act}"
    record(session, now, actor=fixer.actor, verb="put back", subject=subject, particulars=told)
    return tuple(dict.fromkeys(found))


def _seen(session: Session, row: FixRow, fixer: Fixer) -> bool:
    """Say whether somebody may see what was fixed: a fact, or a content that is only rehearsed."""
    if row.fact_id is not None:
        return labels_of_facts(session, [row.fact_id]).get(row.fact_id) in fixer.viewer.labels
    loads = loads_bringing(session, row.revision_id)
    seen = (may_see(session, load, viewer=fixer.viewer, actor=fixer.actor) for load in loads)
    return any(seen) or not loads


def _refuse_if_built_on(session: Session, row: FixRow) -> None:
    """Raise FixRefused when a later fix concerns the same field, or a part that this one made."""
    field, parts = Field(row.field), set(row.value.get("pieces", ()))
    for later in held_since(session, row):
        other = Field(later.field)
        on_part = later.words in parts or (other is Field.JOIN and later.value["with"] in parts)
        same = later.words == row.words and (other is field or {other, field} <= _WHOSE)
        moments = field is other is Field.MOMENT and later.value["start"] != row.value["start"]
        if on_part or (same and not moments):
            raise FixRefused(f"Put back first what was fixed after it (fix {later.act}).")


def _put_back(session: Session, now: datetime, row: FixRow) -> list[int]:
    """Let the document of a fix, if it stands, be as it was before; return the facts concerned."""
    document = document_of(session, row.revision_id)
    sheet = sheet_of_document(session, document, row.fact_id) if document else None
    if sheet is None or sheet.standing is None:
        return []
    held, field = sheet.standing, Field(row.field)
    if field.cuts:
        return list(recut(session, now, sheet, held, _uncut(sheet, row)).made)
    fact_id = row.fact_id = row.fact_id or _fact_by_words(sheet, row)
    found = [at for at, each in enumerate(held.fact_ids) if each == fact_id]
    if fact_id is None or not found:
        return []
    drafts = list(sheet.drafts)
    for at in found:
        drafts[at] = with_value(drafts[at], field, row.before)
    set_field(session, sheet, held, fact_id, drafts, field, row.value)
    return [fact_id]


def _fact_by_words(sheet: Sheet, row: FixRow) -> int | None:
    at = places(sheet.drafts, fix_of(row), reading_text=sheet.text, origin=sheet.origin)
    return sheet.standing.fact_ids[at[0]] if at and sheet.standing else None


def _uncut(sheet: Sheet, row: FixRow) -> tuple[FactDraft, ...]:
    """Return the drafts of a sheet with what a cut made replaced by what it was made of."""
    parts = list(row.value["pieces"])
    words = [normal(each.text) for each in sheet.drafts]
    before = row.before["drafts"]
    if not parts:
        return _with_again(sheet, row.words, before)
    for at in range(len(words) - len(parts) + 1):
        if words[at : at + len(parts)] == parts:
            first, last = sheet.drafts[at], sheet.drafts[at + len(parts) - 1]
            whole = Span(first.span.start, last.span.end)
            again = _again(sheet, row.words, before, whole)
            return (*sheet.drafts[:at], *again, *sheet.drafts[at + len(parts) :])
    raise FixRefused(ELSEWHERE)


def _again(
    sheet: Sheet, words: str, before: Sequence[dict[str, Any]], whole: Span
) -> list[FactDraft]:
    """Return drafts as they were, where their words stand in the reading that is quoted now."""
    by = whole.start - before[0]["start"]
    found = []
    for value in before:
        moved = {**value, "start": value["start"] + by, "end": value["end"] + by}
        found.append(decoded(moved, sheet.text, sheet.known.title))
    if found[-1].span.end != whole.end or normal(found[0].text) != words:
        raise FixRefused(ELSEWHERE)
    return found


def _with_again(
    sheet: Sheet, words: str, before: Sequence[dict[str, Any]]
) -> tuple[FactDraft, ...]:
    back = [decoded(value, sheet.text, sheet.known.title) for value in before]
    if [normal(each.text) for each in back] != [words]:
        raise FixRefused(ELSEWHERE)
    return tuple(sorted((*sheet.drafts, *back), key=lambda draft: draft.span.start))
