"""What is weighed: a new draft or a standing fact, in one shape."""

from dataclasses import dataclass

from facts.types import (
    Attribution,
    FactDraft,
    FactKind,
    Figure,
    Moment,
    Name,
    Particulars,
    Published,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact where it stands. `document` tells documents apart, whether stored or not yet.

    `fact_id` is None for a draft that is not stored. `previous` are the words of the sentences it
    leans on.
    """

    identity: str
    fact_id: int | None
    document: str
    text: str
    kind: FactKind
    attribution: Attribution
    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    title: str | None
    headings: tuple[str, ...]
    heads: tuple[str, ...]
    previous: tuple[str, ...]
    dependent: bool
    outlet: str | None
    published: Published


def statement_of(
    draft: FactDraft, name: str, *, reading_text: str, document: str, known: Particulars
) -> Statement:
    """Return a draft as a statement of its document."""
    return Statement(
        identity=name,
        fact_id=None,
        document=document,
        text=draft.text,
        kind=draft.kind,
        attribution=draft.attribution,
        moments=draft.moments,
        figures=draft.figures,
        names=draft.names,
        title=known.title,
        headings=draft.context.headings,
        heads=draft.context.heads,
        previous=tuple(span.of(reading_text) for span in draft.context.previous),
        dependent=draft.context.dependent,
        outlet=known.outlet,
        published=known.published,
    )
