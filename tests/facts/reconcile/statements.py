"""Statements of short texts, understood as a load understands them."""

from datetime import date

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.reconcile.frame import weighed
from facts.reconcile.identity import identity
from facts.reconcile.relate import Relation, relate
from facts.reconcile.statement import Statement, statement_of
from facts.types import Particulars, Published, PublishedBasis

MONDAY, THURSDAY = date(2026, 3, 2), date(2026, 3, 5)


def statements(
    text: str,
    *,
    title: str = "Flood in Port Velden",
    outlet: str | None = None,
    published: date | None = MONDAY,
    document: str = "1",
    name: str = "a.txt",
) -> list[Statement]:
    """Return what a text states."""
    day = Published(published, published, PublishedBasis.ADMIN) if published else Published()
    known = Particulars(title=title, outlet=outlet, published=day)
    reading = read_here(name, f"{text}\n".encode(), known)[0].reading
    return [
        statement_of(
            draft,
            identity(draft, reading_text=reading.text, origin=document),
            reading_text=reading.text,
            document=document,
            known=known,
        )
        for draft in extract(reading)
    ]


def statement(text: str, **known: object) -> Statement:
    """Return the one thing that a sentence states."""
    return statements(text, **known)[0]  # type: ignore[arg-type]


def relation(earlier: str, later: str, **known: object) -> Relation | None:
    """Return what a sentence of Thursday is to one of Monday; `known` is said of the later."""
    new = {"document": "2", "published": THURSDAY, **known}
    return relate(weighed(statement(later, **new)), weighed(statement(earlier)))
