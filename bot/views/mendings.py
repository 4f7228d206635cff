"""What a person put right in a fact that a reader was shown: its speaker, its dates, old to new."""

from dataclasses import dataclass
from datetime import date

from bot.views.documents import days
from bot.views.html import escape, shortened
from bot.views.quoting import whose
from bot.views.texts import say
from facts.digests import Mending
from facts.quote import Quote
from facts.types import Granularity, Moment

LONGEST_FIELD = 250


@dataclass(frozen=True, slots=True)
class ShownMending:
    """A fact as a chat knows it and as it is, and the local day it was shown there."""

    old: Quote
    new: Quote
    seen_on: date
    mending: Mending


def mended_fields(old: Quote, new: Quote) -> list[str]:
    """Return a line for each thing about a fact that reads otherwise now, old to new."""
    lines = [_line("", whose(old), whose(new))] if whose(old) != whose(new) else []
    before, after = _dates(old), _dates(new)
    for place in sorted({*before, *after}):
        was, is_now = _meant(before.get(place)), _meant(after.get(place))
        if was != is_now:
            _, words = place
            label = say("mended-words", words=escape(words)) if words else say("mended-date")
            lines.append(_line(f"{label} ", was, is_now))
    return lines


def _line(label: str, old: str, new: str) -> str:
    was, now = (escape(shortened(words, LONGEST_FIELD)) for words in (old, new))
    return f"{label}<s>{was}</s> → <b>{now}</b>"


def _dates(quote: Quote) -> dict[tuple[int, str], Moment]:
    return {
        (moment.start, moment.text): moment
        for moment in quote.moments
        if moment.granularity is not Granularity.DURATION
    }


def _meant(moment: Moment | None) -> str:
    if moment is None or moment.earliest is None or moment.latest is None:
        return say("mended-open")
    return days(moment.earliest, moment.latest)
