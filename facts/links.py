"""How two facts stand to each other: the links that a load draws between facts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkKind(StrEnum):
    """What the later fact is to the earlier one.

    SIMILAR is only likeness and is never shown as news. UPDATED is a later figure for the same
    thing: both stand, the later is shown first. DIFFERS is another source, or the same day, with
    another value: a conflict until an editor rules. CORRECTED is the source taking the earlier
    fact back: the earlier one no longer stands on that source's word.
    """

    SIMILAR = "similar"
    UPDATED = "updated"
    DIFFERS = "differs"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class FactLink:
    """A link with the passages to quote for its ends: the newest that the viewer may see.

    `earlier_stands` and `later_stands` say whether each end stands at the moment asked for.
    `reason` holds words for people, such as the correction's own; `load_id` drew the link.
    """

    kind: LinkKind
    earlier_id: int
    later_id: int
    earlier_passage: int
    later_passage: int
    earlier_stands: bool
    later_stands: bool
    reason: str | None
    load_id: int
    created_at: datetime

    def other(self, fact_id: int) -> int:
        """Return the fact at the other end."""
        return self.later_id if fact_id == self.earlier_id else self.earlier_id
