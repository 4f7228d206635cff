"""What was understood wrongly is put right by a person, and can be put back.

A fix is a row for each document that states the fact; it holds for every later run. Of what
stands, the fact keeps its id, its links and its sightings; of what is only rehearsed, nothing but
the fix is stored: the plan passes through it when it is shown and when it is applied.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.recutting import recut
from bot.services.rephrasing import NOTHING, Carried
from bot.services.setting import set_field
from bot.services.sheets import Fixer, Rehearsed, Sheet, Target, seen_sheets, sheets_of
from db.encoding import draft_json
from db.models import FixRow
from db.queries.audit import record
from db.queries.fixes import last_act_on
from db.queries.sequences import STORE_VERSION, take_one
from facts.fixing import fields
from facts.fixing.fields import Field, Value, value_of, with_value
from facts.fixing.pieces import FixRefused, cut, joined
from facts.reconcile.identity import identity, normal
from facts.types import FactDraft

LONGEST_TOLD = 200


@dataclass(frozen=True, slots=True)
class Change:
    """What a person wants: a field with what it is to hold, or how a fact is to be cut.

    `text` is the name, the role, the day, the kind or the topic (None: nobody, none). `place` is
    where a split cuts, or where the moment stands; `words` name the moment instead.
    """

    field: Field
    text: str | None = None
    role: str | None = None
    place: int | None = None
    words: str | None = None
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a fix did: its act, by which it is put back, and what stands where the fact stood.

    `carried` tells what became of the learned ways to ask for a fact that was cut.
    """

    act: int
    targets: tuple[Target, ...]
    before: dict[str, Any]
    after: dict[str, Any]
    carried: Carried = NOTHING


@dataclass(frozen=True, slots=True)
class _Made:
    """One sheet with a fix in it: the drafts after it, and the row that tells it."""

    sheet: Sheet
    place: int
    drafts: tuple[FactDraft, ...]
    made: tuple[FactDraft, ...]
    value: Value
    before: Value


def fix(session: Session, now: datetime, *, target: Target, change: Change, fixer: Fixer) -> Fixed:
    """Put a fact right as a person says; raise FixRefused, changing nothing, when it cannot be."""
    take_one(session, STORE_VERSION)
    actor = fixer.actor
    seen_sheets(session, target, fixer)
    made = _all_made(sheets_of(session, target), change)
    first = made[0]
    told: dict[str, Any] = {
        "field": change.field.value,
        "words": first.sheet.drafts[first.place].text[:LONGEST_TOLD],
        "before": plain(first.before),
        "after": plain(first.value),
    }
    act = record(session, now, actor=actor, verb="fix", subject=_subject(target), particulars=told)
    rows = [_row(each, change.field, act, target, actor, now) for each in made]
    targets, carried = _carry(session, now, target, change.field, made, rows)
    session.add_all(rows)
    session.flush()
    return Fixed(act, targets, told["before"], told["after"], carried)


def last_fix(session: Session, now: datetime, *, fact_id: int) -> int:
    """Return the newest act that made a fact what it is; raise FixRefused when none did."""
    act = last_act_on(session, fact_id)
    if act is None:
        raise FixRefused(f"Nothing was fixed in fact {fact_id} that could be put back.")
    return act


def _all_made(sheets: Sequence[Sheet], change: Change) -> list[_Made]:
    """Return the sheets that can be changed so; raise what the first refuses when none can."""
    made: list[_Made] = []
    refused: FixRefused | None = None
    for sheet in sheets:
        try:
            made.append(_make(sheet, change))
        except FixRefused as told:
            refused = refused or told
    if refused is not None and (not made or not change.field.cuts):
        raise refused
    if all(each.drafts == each.sheet.drafts for each in made):
        raise FixRefused("It is so already.")
    return made


def _make(sheet: Sheet, change: Change) -> _Made:
    if not change.field.cuts:
        return _set(sheet, change)
    place = sheet.places[0] - (change.field is Field.JOIN and change.backwards)
    if change.field is Field.JOIN and not 0 <= place < len(sheet.drafts) - 1:
        raise FixRefused("There is no fact beside it in its passage to join it with.")
    draft = sheet.drafts[place]
    value: dict[str, Any] = {}
    gone: tuple[FactDraft, ...] = (draft,)
    if change.field is Field.SPLIT:
        made: tuple[FactDraft, ...] = cut(draft, change.place or 0)
        value["at"] = change.place
    elif change.field is Field.JOIN:
        gone = sheet.drafts[place : place + 2]
        made = (joined(gone[0], gone[1], sheet.text),)
        value["with"] = normal(gone[1].text)
    else:
        made = ()
    value["pieces"] = [normal(each.text) for each in made]
    drafts = (*sheet.drafts[:place], *made, *sheet.drafts[place + len(gone) :])
    return _Made(sheet, place, drafts, made, value, {"drafts": [draft_json(d) for d in gone]})


def _set(sheet: Sheet, change: Change) -> _Made:
    drafts = list(sheet.drafts)
    place = sheet.places[0]
    value = _value(drafts[place], change)
    before = value_of(drafts[place], change.field, value)
    for each in sheet.places:
        drafts[each] = with_value(drafts[each], change.field, value)
    return _Made(sheet, place, tuple(drafts), (drafts[place],), value, before)


def _value(draft: FactDraft, change: Change) -> Value:
    if change.field is Field.SPEAKER:
        return fields.spoken_by(draft, change.text, change.role)
    if change.field is Field.ROLE:
        return fields.in_role(draft, change.text)
    if change.field is Field.KIND:
        return fields.of_kind(change.text or "")
    if change.field is Field.TOPIC:
        return fields.on_topic(change.text)
    return fields.meant_day(draft, change.text or "", start=change.place, words=change.words)


def _carry(
    session: Session,
    now: datetime,
    target: Target,
    field: Field,
    made: Sequence[_Made],
    rows: Sequence[FixRow],
) -> tuple[tuple[Target, ...], Carried]:
    """Let what stands become what the fix says; return what stands in the fact's place."""
    if isinstance(target, Rehearsed):
        spans = [each.span for each in made[0].made]
        return tuple(replace(target, start=s.start, end=s.end) for s in spans), NOTHING
    found: list[int] = []
    carried = NOTHING
    for each, row in zip(made, rows, strict=True):
        held = each.sheet.standing
        if held is None:
            continue
        if field.cuts:
            done = recut(session, now, each.sheet, held, each.drafts)
            row.value = {**row.value, "made": list(done.made)}
            found += done.made
            carried = carried.and_(done.carried)
        else:
            set_field(session, each.sheet, held, target, each.drafts, field, row.before)
    return (tuple(dict.fromkeys(found)) if field.cuts else (target,)), carried


def _row(each: _Made, field: Field, act: int, target: Target, actor: str, now: datetime) -> FixRow:
    draft = each.sheet.drafts[each.place]
    words = normal(draft.text)
    before = [normal(d.text) for d in each.sheet.drafts[: each.place]]
    standing = each.sheet.standing
    return FixRow(
        act=act,
        revision_id=each.sheet.revision_id,
        fact_id=standing.fact_ids[each.place] if standing else None,
        field=field.value,
        words=words,
        nth=before.count(words),
        identity=identity(draft, reading_text=each.sheet.text, origin=each.sheet.origin),
        value=dict(each.value),
        before=dict(each.before),
        actor=actor,
        at=now,
    )


def _subject(target: Target) -> str:
    return f"load {target.load_id}" if isinstance(target, Rehearsed) else f"fact {target}"


def plain(value: Value) -> dict[str, Any]:
    """Return a value as the audit tells it: drafts as their places, all else as it is."""
    plain = dict(value)
    if "drafts" in plain:
        plain["drafts"] = [[each["start"], each["end"]] for each in plain["drafts"]]
    return plain
