"""When a document of unknown date can have been published, from what its text is certain of."""

import re
from datetime import date

from facts.reading.dates import full_dates
from facts.types import FactDraft, FactKind, Published, PublishedBasis, Reading

_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|due|plans?|planned|expects?|expected|scheduled|hopes?|intends?"
    r"|by|until|till|before|deadline|upcoming|forthcoming|next|from|starts?|begins?|opens?|ends?"
    r"|expires?|valid|to be|is to|are to|set to)\b",
    re.IGNORECASE,
)


def infer_published(reading: Reading, drafts: tuple[FactDraft, ...]) -> Published:
    """Return the publication as known, else bounds from dates written out in the text.

    Only a day that cannot lie ahead of publication counts: that of a caption, or one that is told
    without any word of plans. Nothing bounds it from above; the clock is never asked.
    """
    known = reading.particulars.published
    if known.day is not None or known.earliest is not None or known.latest is not None:
        return known
    told = [fact.date for fact in reading.given if fact.date]
    earliest = max([*_days(drafts), *told], default=None)
    if earliest is None:
        return Published()
    return Published(earliest, None, PublishedBasis.INFERRED)


def _days(drafts: tuple[FactDraft, ...]) -> list[date]:
    return [
        found.day
        for draft in drafts
        if draft.kind is FactKind.CAPTION or not _looks_ahead(draft.text)
        for found in full_dates(draft.text)
    ]


def _looks_ahead(text: str) -> bool:
    # Wide on purpose: a date that may lie ahead of publication must bound nothing.
    return bool(_AHEAD.search(text))
