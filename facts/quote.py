"""A fact as it is shown: exact words, whose words, and from which document."""

from dataclasses import dataclass, field

from facts.types import Attribution, Context, FactKind, Figure, Moment, Name, Published, Span


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What a reader is told about a document; None means unknown."""

    id: int
    title: str | None
    outlet: str | None
    published: Published
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A fact with the passage it is quoted from, checked against the reading's hash.

    `span` slices the reading, `answer` and `also` (what is listed with it) the fact's own text.
    `leans_on` are the words of the sentences that a dependent fact leans on, oldest first.
    `also_in` counts the other documents that state it. `standing` is False once the fact no
    longer stands. `contested` are the words by which its narration takes a side, as it writes them.
    """

    fact_id: int
    passage_id: int
    external_id: str | None
    text: str
    kind: FactKind
    span: Span
    block: int
    context: Context
    leans_on: tuple[str, ...]
    lead_in: str | None
    attribution: Attribution
    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    document: DocumentCard
    also_in: int = 0
    standing: bool = True
    topic: str | None = None
    answer: Span | None = field(default=None)
    also: tuple[Span, ...] = ()
    contested: tuple[str, ...] = ()
