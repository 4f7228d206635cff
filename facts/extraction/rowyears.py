"""The year of a row's "9 May": told by the row itself, by its column's head or by the table's."""

import re
from datetime import date

from facts.extraction.momentrule import Anchor
from facts.extraction.moments import FULL_DAYS, moments
from facts.types import Block, FactDraft, Moment

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
# "Results, 2024-25": September is of the first year, January of the second.
_SEASON = re.compile(r"(?<![\d.,-])((?:19|20)\d\d)\s?[-–/]\s?(?:(?:19|20)?(\d\d))(?![\d-])")
_WITHOUT = frozenset({"month-day", "month-day-range", "month"})
_MIDDLE = (7, 2)  # the day from which each day of the year is nearer than its fellows


def with_years(
    draft: FactDraft, block: Block, when: tuple[Moment, ...], *, south: bool
) -> tuple[Moment, ...]:
    """Return a row's moments, days and months without a year in the year told beside them."""
    if not any(moment.rule in _WITHOUT for moment in when):
        return when
    day = next((m.earliest for m in when if m.rule in FULL_DAYS and m.earliest), None)
    own = day or _middle(" ".join(m.text for m in when if m.rule == "year"))
    headed = next(filter(None, (_middle(h) for h in reversed(draft.context.headings))), None)
    found = []
    for moment in when:
        near = own or _headed(draft, block, moment) or headed
        found.append(_near(draft.text, moment, near, south=south) if near else moment)
    return tuple(found)


def _middle(text: str) -> date | None:
    """Return the middle of the one year, or of the one season, that a text names."""
    years = {int(found) for found in _YEAR.findall(text)}
    if season := _SEASON.search(text):
        first = int(season[1])
        follows = (first + 1) % 100 == int(season[2])
        return date(first + 1, 1, 1) if follows and years <= {first, first + 1} else None
    return date(years.pop(), *_MIDDLE) if len(years) == 1 else None


def _headed(draft: FactDraft, block: Block, moment: Moment) -> date | None:
    at = draft.span.start + moment.start
    for cell, head in zip(block.cells, block.heads, strict=False):
        if cell.start <= at < cell.end:
            return _middle(head)
    return None


def _near(text: str, moment: Moment, near: date, *, south: bool) -> Moment:
    if moment.rule not in _WITHOUT:
        return moment
    again = moments(text, Anchor(near=near, south=south))
    return next((m for m in again if (m.start, m.end) == (moment.start, moment.end)), moment)
