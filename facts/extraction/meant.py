"""What "the operator" stands for: the name that the same word introduced before.

"State operator TavRail has offered 4.5 percent. ... The operator lost 310 million": the second
sentence leans on the first, however far apart they stand, and is shown with it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from facts.types import FactDraft, FactKind, Name, NameKind, Span

_FARTHEST = 15  # sentences between a name and the word that stands for it
_NEAR, _APART = 2, 4  # of two that fit, the one just named, if the other is long past
_DEFINITE = re.compile(
    r"[\"“'‘(]?(?:(?:But|And|Yet|Still|[A-Z][a-z]+,|On [A-Z][a-z]+,)\s)?[Tt]he\s"
    r"(?:(?!(?:of|in|at|for|from|on)\b)[a-z][a-z-]+\s){0,2}?(?P<noun>[a-z][a-z-]+)"
    r"(?=['’]s?\s|,\s(?:which|who|whose|a|an|the)\s"
    r"|\s(?:[a-z]+ed|[a-z]+ly|also|now|still|then|once|never|not|is|are|was|were|has|have|had|does"
    r"|did|will|would|can|could|may|might|must|should|plans to|wants to|hopes to|needs to|says|made"
    r"|lost|won|said|told|sold|bought|built|held|began|came|went|took|gave|got|grew|fell|rose|ran"
    r"|met|paid|put|sank|sent|set|shut|cut|hit|spent|stood|struck|taught|thought|saw|left|led|lies"
    r"|kept|found|fought|flew|drew|broke|brought|became|chose|wrote|spoke|signed|owns|runs"
    r"|makes)\b)"
)
_BEFORE = re.compile(r"(?<![\w-])([A-Za-z][a-z-]+)\s$")
_LONGEST_NOUN = 40
_AFTER = re.compile(r"\s([a-z][a-z-]+)\b")
_APPOSITION = re.compile(
    r"(?:\s\([A-Z]+\))?(?:,| is| was)\s(?:now\s|then\s)?(?:an?|the|its|their|one of the)\s"
    r"(?P<words>(?:[\w’'-]+\s){0,5}?[a-z][a-z-]+)"
    r"(?=[,.;:)]|\s(?:of|in|at|for|on|from|near|who|which|that|with|based|owned|run|said)\b)"
)
_NAMED = frozenset({NameKind.ORGANISATION, NameKind.OTHER, NameKind.PLACE, NameKind.WORK})


class _Introduced(NamedTuple):
    name: str
    at: int
    span: Span


@dataclass(slots=True)
class _Told:
    """The nouns that came with names so far under one heading, each with the latest place."""

    headings: tuple[str, ...] = ()
    nouns: dict[str, dict[str, _Introduced]] = field(default_factory=dict)

    def note(self, draft: FactDraft, at: int) -> None:
        for name in draft.names:
            for noun in _nouns(draft.text, name):
                known = self.nouns.setdefault(noun, {})
                known[name.name] = _Introduced(name.name, at, draft.span)

    def meant(self, text: str, at: int) -> _Introduced | None:
        """Return what the sentence's opening stands for, where one name alone can be meant."""
        opening = _DEFINITE.match(text)
        found = self.nouns.get(opening["noun"], {}) if opening else {}
        fits = sorted(found.values(), key=lambda one: -one.at)
        near = [one for one in fits if at - one.at <= _FARTHEST]
        if len(near) > 1 and (at - near[0].at > _NEAR or near[0].at - near[1].at < _APART):
            return None
        return near[0] if near else None


def with_meant(drafts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """Yield the facts, those that open with a word for a name leaning on where it was named."""
    told = _Told()
    for at, draft in enumerate(drafts):
        if draft.context.headings != told.headings:
            told = _Told(draft.context.headings)
        yield _leaning(draft, told.meant(draft.text, at)) if _leans(draft) else draft
        told.note(draft, at)


def _leans(draft: FactDraft) -> bool:
    return draft.kind in {FactKind.SENTENCE, FactKind.ITEM}


def _leaning(draft: FactDraft, on: _Introduced | None) -> FactDraft:
    context = draft.context
    if on is None or on.span in context.previous or any(n.name == on.name for n in draft.names):
        return draft
    previous = (on.span, *context.previous[-1:])
    return replace(draft, context=replace(context, previous=previous, dependent=True))


def _nouns(text: str, name: Name) -> Iterator[str]:
    """Yield the words that say what a name is, beside it and in it."""
    first = max(0, name.start - _LONGEST_NOUN, text.rfind(" ", 0, max(0, name.start - 1)))
    before = _BEFORE.search(text, first, name.start)
    if before:
        yield before[1].lower()
    after = _AFTER.match(text, name.end)
    if after:
        yield after[1]
    apposed = _APPOSITION.match(text, name.end)
    if apposed:
        yield apposed["words"].split(" ")[-1]
    if name.kind in _NAMED and " " in name.name:
        yield name.name.partition(" of ")[0].rpartition(" ")[2].lower()
