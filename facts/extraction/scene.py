"""One document's sentences understood together: who speaks, when, how many, who is named."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial

from facts.extraction.clocks import days_of_blocks
from facts.extraction.columnyears import counting_columns, without_counts
from facts.extraction.figures import figures
from facts.extraction.figureunits import normal_unit
from facts.extraction.momentrule import Anchor
from facts.extraction.moments import moments
from facts.extraction.namebook import NameBook
from facts.extraction.names import names
from facts.extraction.orators import Orators, topic_of
from facts.extraction.places import half_of
from facts.extraction.rowyears import with_years
from facts.extraction.speakers import SpeakerKeeper
from facts.types import (
    Attribution,
    Block,
    BlockKind,
    FactDraft,
    FactKind,
    Figure,
    Moment,
    Name,
    NameKind,
    Reading,
)

_SPOKEN = frozenset({FactKind.SENTENCE, FactKind.ITEM, FactKind.GIVEN})
_LEADS = re.compile(
    r"\b(?:(?P<said>that|recommends?|recommended|proposes|proposed|said|says)|demand(?:s|ed)"
    r"|promise[sd]|pledge[sd]|warn(?:s|ed)|argue[sd]|insist(?:s|ed)|complain(?:s|ed)|state[sd]"
    r"|announce[sd]|allege[sd]|claim(?:s|ed)):$"
)
_ALONE = re.compile(r"(?:The\s)?(?:[A-Z][\w’'-]*(?:\s(?:of|and|the))*\s?){1,8}:")
# "Welcomed the plan;"
_TAKES_UP = re.compile(
    r"(?:(?:Also|Further|Strongly)\s)?[A-Z]?[a-z]+(?:ed|es|s)\b|(?:Took|Held|Paid|Undertook)\b"
)
_BRACKETED = re.compile(r"\(([^()]{1,30})\)\s*$|,\s([^,]{1,30})$")
_RANK = re.compile(r"(?:place|rank|ranking|pos\.?|position|#|no\.?|nr\.?)?", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^[-−+]?[\d.,\s]+$")


@dataclass(slots=True)
class Scene:
    """What is known of the whole document while its facts are understood in order."""

    reading: Reading
    book: NameBook
    day: date | None
    near: date | None
    orators: Orators = field(default_factory=Orators)
    speakers: SpeakerKeeper = field(init=False)
    days: dict[int, date] = field(init=False)
    south: bool = field(init=False)
    counting: frozenset[tuple[tuple[str, ...], int]] = field(init=False)
    led: dict[str, Attribution] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.speakers = SpeakerKeeper(self.book, self.orators)
        self.speakers.near.find_topic = cache(partial(topic_of, self.reading, self.book))
        self.days = days_of_blocks(self.reading, self.day) if self.day else {}
        self.south = _is_southern(self.book)
        self.counting = counting_columns(self.reading)

    def understood(self, draft: FactDraft) -> FactDraft:
        """Return the fact with its moments, figures, names and speaker."""
        block = self.reading.blocks[draft.block]
        found = names(draft.text, self.book)
        when = _outside_names(moments(draft.text, self._anchor(draft)), found)
        if block.kind is BlockKind.ROW and when:
            when = without_counts(self.reading, draft, block, when, self.counting)
            when = with_years(draft, block, when, south=self.south)
        counted = figures(draft.text, when)
        if _is_spoken(draft):
            self.speakers.of(draft.text, found, block, draft.block, self._leads(draft))
        elif draft.kind is FactKind.CAPTION:
            draft = replace(draft, attribution=self.speakers.of_caption(draft.text, found))
            self.speakers.pass_caption(draft.text, found, draft.block)
        if block.kind is BlockKind.ROW:
            counted = _with_head_units(self.reading, draft, _without_rank(draft, block, counted))
        return replace(draft, moments=when, figures=counted, names=found)

    def attributed(self, drafts: list[FactDraft]) -> tuple[FactDraft, ...]:
        """Return the understood facts with their speakers, once the last has been understood."""
        settled = iter(self.speakers.settled())
        return tuple(
            _said_by(draft, next(settled)) if _is_spoken(draft) else draft for draft in drafts
        )

    def _leads(self, draft: FactDraft) -> Attribution | None:
        """Return who says the items of a list by its lead-in ("The Committee recommends that:")."""
        lead = draft.context.lead_in.of(self.reading.text) if draft.context.lead_in else ""
        if lead and lead in self.led:
            return self.led[lead]
        if verb := _LEADS.search(lead):
            whole = lead.rstrip(": ") + (" it is so." if verb["said"] else " that it is so.")
        elif _ALONE.fullmatch(lead) and self._goes_on(draft):
            whole = (
                lead.rstrip(": ") + " said it is so."
            )  # "The Ministers:", "- welcomed the plan;"
        else:
            return None
        found = names(whole, self.book)
        self.led = {lead: self.speakers.of_lead(whole, found)}
        return self.led[lead]

    def _goes_on(self, draft: FactDraft) -> bool:
        """Tell "welcomed the plan" and "Welcomed the plan;" of one long sentence with its lead."""
        before = self.reading.blocks[draft.block - 1]
        listed = draft.text.endswith(";") or self.reading.text[: before.end].endswith(";")
        return draft.text[:1].islower() or (listed and bool(_TAKES_UP.match(draft.text)))

    def _anchor(self, draft: FactDraft) -> Anchor:
        if draft.kind is FactKind.GIVEN:
            own = self.reading.given[draft.block].date
            return Anchor(own or self.day, self.near, self.south)
        return Anchor(self.days.get(draft.block, self.day), self.near, self.south)


def _outside_names(when: tuple[Moment, ...], found: tuple[Name, ...]) -> tuple[Moment, ...]:
    """Leave out "Sunday" of Sunday Ekpo and "Tomorrow" of the journal Materials Tomorrow."""
    if not when:
        return when
    kinds = (NameKind.PERSON, NameKind.WORK)
    inside = [name for name in found if name.kind in kinds]
    return tuple(m for m in when if not any(n.start <= m.start and m.end <= n.end for n in inside))


def _said_by(draft: FactDraft, who: Attribution) -> FactDraft:
    same = draft.attribution is who or draft.attribution == who
    return draft if same else replace(draft, attribution=who)


def _is_southern(book: NameBook) -> bool:
    """Tell whether a document names more of the southern half of the globe than of the northern."""
    halves = [half_of(mention.text) for found in book.found.values() for mention in found]
    return halves.count("south") > halves.count("north")


def _is_spoken(draft: FactDraft) -> bool:
    return draft.kind in _SPOKEN and draft.attribution.speaker is None


def _without_rank(
    draft: FactDraft, block: Block, counted: tuple[Figure, ...]
) -> tuple[Figure, ...]:
    """Leave out who came first, second and third: an order, and no count of anything."""
    head = block.heads[0] if block.cells and block.heads else None
    if head is None or not _RANK.fullmatch(head.strip()):
        return counted
    first = block.cells[0].end - draft.span.start
    return tuple(figure for figure in counted if figure.start >= first)


def _with_head_units(
    reading: Reading, draft: FactDraft, counted: tuple[Figure, ...]
) -> tuple[Figure, ...]:
    """Give the bare numbers of a row the unit that their column's head names."""
    block = reading.blocks[draft.block]
    named = zip(block.cells, block.heads, strict=False)
    units = {
        cell.start - draft.span.start: unit
        for cell, head in named
        if _BARE_NUMBER.match(cell.of(reading.text)) and (unit := _unit_of_head(head))
    }
    own = _unit_of_first_cell(reading, block)
    return tuple(
        replace(figure, unit=own or units[figure.start])
        if figure.unit is None and figure.start in units
        else figure
        for figure in counted
    )


def _unit_of_head(head: str) -> str | None:
    match = _BRACKETED.search(head)
    if match:
        return normal_unit((match[1] or match[2]).strip())
    plain = head.strip().lower()
    return plain if re.fullmatch(r"[a-z][a-z -]{1,30}", plain) else None


def _unit_of_first_cell(reading: Reading, block: Block) -> str | None:
    """Return the unit that a row names for itself ("Employees (FTE)" under "EUR million")."""
    match = _BRACKETED.search(block.cells[0].of(reading.text)) if block.cells else None
    return normal_unit(match[1].strip()) if match and match[1] else None
