"""How a document is named, dated and described."""

from calendar import month_abbr
from datetime import date

from bot.ports import Button, Message
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.quote import DocumentCard
from facts.types import Published

LONGEST_TITLE, LONGEST_OUTLET = 200, 80


def day(value: date) -> str:
    """Return a date as people write it: 7 Nov 2022."""
    return f"{value.day} {month_abbr[value.month]} {value.year}"


def days(first: date, last: date) -> str:
    """Return a day, or the first and the last day of a stretch of time."""
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def published(known: Published) -> str:
    """Return when a document was published, as far as that is known."""
    if known.day is not None:
        return say("published", day=day(known.day))
    if known.earliest and known.latest:
        return say("published-between", **{"from": day(known.earliest), "to": day(known.latest)})
    if known.earliest:
        return say("published-not-before", day=day(known.earliest))
    if known.latest:
        return say("published-not-after", day=day(known.latest))
    return say("published-unknown")


def title(card: DocumentCard) -> str:
    """Return a document's title, or its number when it has none."""
    return card.title or say("untitled", id=str(card.id))


def source_line(card: DocumentCard) -> str:
    """Return title and outlet as one line of HTML."""
    outlet = shortened(card.outlet or say("outlet-unknown"), LONGEST_OUTLET)
    return f"<i>{escape(shortened(title(card), LONGEST_TITLE))}</i> · {escape(outlet)}"


def particulars_message(card: DocumentCard, fact_count: int) -> Message:
    """Return all that is known about a document."""
    head = say(
        "document",
        title=escape(title(card)),
        outlet=escape(card.outlet or say("outlet-not-known")),
        published=published(card.published),
        id=str(card.id),
    )
    html = f"{head}\n{say('document-facts', count=fact_count)}"
    link = card.url if card.url and card.url.startswith(("http://", "https://")) else None
    return Message(html, ((Button(say("document-link"), url=link),),) if link else ())
