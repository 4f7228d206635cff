"""All facts as rows: for `briefing load` to take back, and for people to read in a spreadsheet."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from db.encoding import day
from db.queries.decisions import decisions
from db.queries.documents import labels_of_documents
from db.queries.quotes import all_quotes
from facts.quote import Quote

COLUMNS = (
    *("id", "fact", "speaker", "role", "basis", "date", "not_before", "source", "title"),
    *("document", "live", "leans_on", "topic", "url", "visibility"),
)
DECIDED_COLUMNS = ("kind", "words", "meaning", "facts", "state", "reason", "at")
# A spreadsheet takes a cell that begins so for a formula and carries it out.
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def loadable(session: Session) -> Iterator[dict[str, Any]]:
    """Return the facts that stand as ready-made facts; raise EvidenceBroken.

    A fact keeps the id that it came with, else it gets ours. A speaker goes along only when sure:
    what is loaded ready-made is shown as given.
    """
    labels = labels_of_documents(session)
    for quote in all_quotes(session):
        if quote.standing:
            row = {**_loadable(quote), "visibility": labels[quote.document.id]}
            yield {name: value for name, value in row.items() if value is not None}


def readable(session: Session) -> Iterator[list[str]]:
    """Return all facts, those that ended too, as cells under `COLUMNS`; raise EvidenceBroken."""
    labels = labels_of_documents(session)
    for quote in all_quotes(session):
        row = (*_readable(quote), labels[quote.document.id])
        yield [safe_cell(value) for value in row]


def decided(session: Session) -> Iterator[list[str]]:
    """Return what the desk has decided and taught as cells under `DECIDED_COLUMNS`."""
    for row in decisions(session):
        told = " ".join(map(str, row.facts)), row.state, row.reason, row.at.isoformat()
        yield [safe_cell(value) for value in (row.kind, row.words, row.meaning, *told)]


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before one."""
    words = "" if value is None else str(value)
    return f"'{words}" if words.lstrip(" ").startswith(FORMULAS) else words


def _loadable(quote: Quote) -> dict[str, Any]:
    card, said = quote.document, quote.attribution
    return {
        "id": quote.external_id or str(quote.fact_id),
        "text": quote.text,
        "date": day(card.published.day),
        "speaker": said.speaker if said.sure else None,
        "source": card.outlet,
        "title": card.title,
        "document": str(card.id),
        "topic": quote.topic,
        "url": card.url,
        "kind": quote.kind.value,
        "role": said.role if said.sure else None,
        "leans_on": " ".join(quote.leans_on) or None,
    }


def _readable(quote: Quote) -> tuple[object, ...]:
    card, said = quote.document, quote.attribution
    return (
        quote.external_id or quote.fact_id,
        quote.text,
        said.speaker if said.sure else "uncertain" if said.speaker else None,
        said.role if said.sure else None,
        said.basis.value,
        day(card.published.day),
        day(card.published.earliest) if card.published.day is None else None,
        card.outlet,
        card.title,
        card.id,
        "yes" if quote.standing else "no",
        " ".join(quote.leans_on),
        quote.topic,
        card.url,
    )
