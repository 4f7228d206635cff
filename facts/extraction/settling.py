"""Who says each sentence, once all are known: of quotations told of later, alone or unclosed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from facts.extraction.roles import is_courtesy
from facts.types import Attribution, Basis

NARRATION = Attribution()  # no words but the document's


class Told(NamedTuple):
    """A sentence's attribution and whether a quotation ran into it and out of it."""

    who: Attribution
    block: int
    is_open: bool
    runs_on: bool
    subject: str | None = None
    whole: bool = False
    leads_in: bool = False
    bare: bool = False
    anew: bool = False


def settled(told: list[Told], roles: Mapping[str, str]) -> list[Attribution]:
    """Return who says each sentence taken in, looking ahead to where a quotation ends."""
    for at in range(len(told) - 2, -1, -1):
        here, then = told[at], told[at + 1]
        ahead = then.who.basis in (Basis.QUOTE, Basis.PRONOUN) and then.who.speaker
        doubtful = here.who.basis is Basis.QUOTE and not here.who.sure
        if doubtful and here.is_open and then.runs_on and ahead:
            told[at] = here._replace(who=replace(then.who, basis=Basis.QUOTE))
    _give_lone_quotes(told, roles)
    _carry_over(told)
    _doubt_unclosed(told)
    return [_without_courtesy(each.who) for each in told]


def _give_lone_quotes(told: list[Told], roles: Mapping[str, str]) -> None:
    """Give 'Roe blamed herself. "I fell."' to her: nobody else is near in the paragraph."""
    whose: str | None = None
    for at in range(1, len(told)):
        before, here = told[at - 1], told[at]
        if before.block != here.block or not here.whole:
            whose = None
            continue
        if before.who == NARRATION and not before.whole:
            whose = before.subject
        doubtful = here.who.basis is Basis.QUOTE and not (here.who.sure or here.who.speaker)
        whose = whose if doubtful else None
        if whose:
            role = roles.get(whose)
            told[at] = here._replace(who=Attribution(whose, role, Basis.QUOTE, sure=True))


def _carry_over(told: list[Told]) -> None:
    """Give a paragraph that is nothing but quoted to whoever was quoted right before it."""
    whole = {t.block for t in told} - {t.block for t in told if not t.whole}
    for at in range(1, len(told)):
        before, here = told[at - 1], told[at]
        spoken = before.who.sure and before.who.basis in (Basis.QUOTE, Basis.PRONOUN)
        follows = here.block in (before.block, before.block + 1) and here.block in whole
        same = here.who.basis is Basis.QUOTE and here.who.speaker == before.who.speaker
        if spoken and follows and same and not here.who.sure:
            told[at] = here._replace(who=replace(here.who, sure=True))


def _doubt_unclosed(told: list[Told]) -> None:
    """Doubt what stands without a mark before speech is opened anew: no mark closed the last.

    It may be narration.
    """
    doubted = False
    for at in range(len(told) - 2, -1, -1):
        here, then = told[at], told[at + 1]
        doubted = here.bare and then.block == here.block and (then.anew or doubted)
        if doubted:
            told[at] = here._replace(who=replace(here.who, sure=False))


def _without_courtesy(who: Attribution) -> Attribution:
    """Leave out a role that is only "Mr" or "Dr": it says nothing, and reads badly after a name."""
    return replace(who, role=None) if who.role and is_courtesy(who.role) else who
