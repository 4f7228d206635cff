"""The fields of a fact that a person may set, as plain values that can be stored and set again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from facts.fixing.days import period_of
from facts.fixing.pieces import FixRefused
from facts.types import (
    Attribution,
    Basis,
    Direction,
    FactDraft,
    FactKind,
    Granularity,
    Moment,
)

LONGEST_NAME = 120
UNKNOWN = "unknown"
BY_PERSON = "person"
KINDS = (FactKind.SENTENCE, FactKind.CAPTION, FactKind.ITEM, FactKind.ROW)
Value = Mapping[str, Any]


class Field(StrEnum):
    """What a fix concerns: a field, or how a fact is cut out of its passage."""

    SPEAKER = "speaker"
    ROLE = "role"
    MOMENT = "moment"
    KIND = "kind"
    TOPIC = "topic"
    SPLIT = "split"
    JOIN = "join"
    LEFT_OUT = "left_out"

    @property
    def cuts(self) -> bool:
        """Say whether it changes which words make a fact."""
        return self in {Field.SPLIT, Field.JOIN, Field.LEFT_OUT}


def spoken_by(draft: FactDraft, speaker: str | None, role: str | None) -> Value:
    """Return the value that names a speaker, or (None) says that the document speaks."""
    if speaker is None:
        said = Attribution()
    else:
        kept = draft.attribution.basis
        basis = Basis.GIVEN if kept is Basis.DOCUMENT else kept
        said = Attribution(_name(speaker), _name(role) if role else None, basis)
    return _speaker(said)


def in_role(draft: FactDraft, role: str | None) -> Value:
    """Return the value that says as what the speaker spoke; a fact without a speaker has none."""
    said = draft.attribution
    if said.speaker is None or not said.sure:
        raise FixRefused("Nobody is named as the speaker: name them before their role.")
    return {"role": _name(role) if role else None}


def meant_day(draft: FactDraft, when: str, *, start: int | None, words: str | None) -> Value:
    """Return the value that says which day a moment means, or the fact has.

    `start` or `words` choose the moment; without, the only one that is open, or the only one. A
    fact without moments gets the day for itself. `when` is a date, or "unknown" for a moment that
    stays as written.
    """
    moment = _chosen(draft, start, words)
    if when.strip().lower() == UNKNOWN:
        if moment is None:
            raise FixRefused("The fact has no date that could be unknown.")
        return _moment(moment, None, None, Granularity.VAGUE)
    period = period_of(when)
    if period is None:
        raise FixRefused("Write the day as 2022-11-09 (or 2022-11, or 2022), or “unknown”.")
    return _moment(moment, *period)


def of_kind(kind: str) -> Value:
    """Return the value that says what a fact is made of."""
    if kind not in KINDS:
        raise FixRefused(f"A fact is one of: {', '.join(KINDS)}.")
    return {"kind": kind}


def on_topic(topic: str | None) -> Value:
    """Return the value that names the topic of a fact, or takes it away."""
    return {"topic": _name(topic) if topic else None}


def value_of(draft: FactDraft, field: Field, like: Value) -> Value:
    """Return what a field holds now; `like` is the value that it is to hold."""
    if field is Field.SPEAKER:
        return _speaker(draft.attribution)
    if field is Field.ROLE:
        return {"role": draft.attribution.role}
    if field is Field.KIND:
        return {"kind": draft.kind.value}
    if field is Field.TOPIC:
        return {"topic": draft.topic}
    held = _at(draft, like)
    if held is None:
        return {"start": like["start"], "text": like["text"], "gone": True}
    return {**_moment(held, held.earliest, held.latest, held.granularity), "rule": held.rule}


def with_value(draft: FactDraft, field: Field, value: Value) -> FactDraft:
    """Return a fact with a field set."""
    said = draft.attribution
    if field is Field.SPEAKER:
        basis = Basis(value["basis"])
        named = Attribution(value["speaker"], value["role"], basis, value["sure"])
        return replace(draft, attribution=named)
    if field is Field.ROLE:
        return replace(draft, attribution=replace(said, role=value["role"]))
    if field is Field.KIND:
        return replace(draft, kind=FactKind(value["kind"]))
    if field is Field.TOPIC:
        return replace(draft, topic=value["topic"])
    return _with_moment(draft, value)


def _speaker(said: Attribution) -> Value:
    return {
        "speaker": said.speaker,
        "role": said.role,
        "basis": said.basis.value,
        "sure": said.sure,
    }


def _name(written: str) -> str:
    name = " ".join(written.split())
    if not name or len(name) > LONGEST_NAME or not any(map(str.isalnum, name)):
        raise FixRefused(f"Give a name of at most {LONGEST_NAME} characters.")
    return name


def _chosen(draft: FactDraft, start: int | None, words: str | None) -> Moment | None:
    dated = [m for m in draft.moments if m.granularity is not Granularity.DURATION]
    if start is not None or words is not None:
        fit = [m for m in dated if start in (None, m.start) and words in (None, m.text)]
        if len(fit) != 1:
            told = ", ".join(f"“{m.text}”" for m in dated) or "none"
            raise FixRefused(f"Name one of the dates of the fact: {told}.")
        return fit[0]
    opened = [m for m in dated if m.earliest is None and m.latest is None]
    if len(dated) > 1 and len(opened) != 1:
        told = ", ".join(f"“{m.text}”" for m in dated)
        raise FixRefused(f"The fact holds several dates: say which of {told} is meant.")
    return next(iter(opened or dated), None)


def _moment(
    moment: Moment | None, earliest: date | None, latest: date | None, granularity: Granularity
) -> dict[str, Any]:
    return {
        "start": moment.start if moment else 0,
        "text": moment.text if moment else "",
        "from": earliest.isoformat() if earliest else None,
        "to": latest.isoformat() if latest else None,
        "granularity": granularity.value,
        "direction": (moment.direction if moment else Direction.ON).value,
        "rule": BY_PERSON,
    }


def _at(draft: FactDraft, value: Value) -> Moment | None:
    return next(
        (m for m in draft.moments if (m.start, m.text) == (value["start"], value["text"])), None
    )


def _with_moment(draft: FactDraft, value: Value) -> FactDraft:
    start, text = value["start"], value["text"]
    held = _at(draft, value)
    others = tuple(m for m in draft.moments if m is not held)
    if value.get("gone"):
        return replace(draft, moments=others)
    if draft.text[start : start + len(text)] != text:
        return draft
    first, last = value["from"], value["to"]
    made = Moment(
        text=text,
        start=start,
        end=start + len(text),
        earliest=date.fromisoformat(first) if first else None,
        latest=date.fromisoformat(last) if last else None,
        granularity=Granularity(value["granularity"]),
        direction=Direction(value["direction"]),
        rule=value["rule"],
    )
    return replace(draft, moments=tuple(sorted((*others, made), key=lambda m: (m.start, m.end))))
