"""What the moments of a sentence come to, told from the day of its document."""

from datetime import date

from facts.extraction.momentrule import Anchor
from facts.extraction.moments import moments


def meant(text: str, day: date) -> list[tuple[str, str | None, str | None]]:
    """Return each moment's words with its first and last day as ISO dates."""
    return [
        (m.text, m.earliest and m.earliest.isoformat(), m.latest and m.latest.isoformat())
        for m in moments(text, Anchor(day))
    ]
