"""Fixes applied to the drafts of any reading of their document, in the order they were made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facts.fixing.fields import Field, Value, with_value
from facts.fixing.pieces import FixRefused, cut, joined
from facts.reconcile.identity import identity, normal
from facts.types import FactDraft


@dataclass(frozen=True, slots=True)
class Fix:
    """What a person put right: `words` (normal) and `identity` name the fact as it was before.

    `nth` tells it from others of the same words in its document, where a later reading has given
    it another identity.
    """

    field: Field
    words: str
    nth: int
    identity: str
    value: Value


def replayed(
    drafts: Sequence[FactDraft], fixes: Iterable[Fix], *, reading_text: str, origin: str
) -> tuple[FactDraft, ...]:
    """Return drafts as people fixed them; a fix whose words are not there rests."""
    now = list(drafts)
    for fix in fixes:
        for place in reversed(places(now, fix, reading_text=reading_text, origin=origin)):
            _apply(now, place, fix, reading_text)
    return tuple(now)


def places(
    drafts: Sequence[FactDraft], fix: Fix, *, reading_text: str, origin: str
) -> tuple[int, ...]:
    """Return where the fact that a fix concerns stands among drafts."""
    same = [at for at, draft in enumerate(drafts) if normal(draft.text) == fix.words]
    exact = [
        at
        for at in same
        if identity(drafts[at], reading_text=reading_text, origin=origin) == fix.identity
    ]
    return tuple(exact or same[fix.nth : fix.nth + 1])


def as_before(draft: FactDraft, undone: Iterable[tuple[Field, Value]]) -> FactDraft:
    """Return a fact with fields as they were: what each held before it was set, newest first."""
    for field, value in undone:
        draft = with_value(draft, field, value)
    return draft


def _apply(drafts: list[FactDraft], place: int, fix: Fix, reading_text: str) -> None:
    draft = drafts[place]
    if not fix.field.cuts:
        drafts[place] = with_value(draft, fix.field, fix.value)
    elif fix.field is Field.LEFT_OUT:
        del drafts[place]
    else:
        _cut_anew(drafts, place, fix, reading_text)


def _cut_anew(drafts: list[FactDraft], place: int, fix: Fix, reading_text: str) -> None:
    """Split or join as a person did, unless this reading holds the words otherwise."""
    try:
        if fix.field is Field.SPLIT:
            drafts[place : place + 1] = cut(drafts[place], fix.value["at"])
        elif _stands_next(drafts, place, fix):
            drafts[place : place + 2] = [joined(drafts[place], drafts[place + 1], reading_text)]
    except FixRefused:
        return


def _stands_next(drafts: Sequence[FactDraft], place: int, fix: Fix) -> bool:
    following = drafts[place + 1 : place + 2]
    return bool(following) and normal(following[0].text) == fix.value["with"]
