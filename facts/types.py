"""The words of the domain as frozen values, shared by every floor.

All offsets count code points of a reading's text (`Block`, `FactDraft.span`, context spans) or of
a fact's own text (moments, figures, names), as each docstring says. All dates are calendar dates.
"""

import datetime
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open run of code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the span in `text`."""
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What a run of a reading is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption, list item or table row of a reading.

    `level` is the heading's depth (1 is the title) and 0 elsewhere. `speaker` is the label that
    stood before the block in a transcript ("OKAFOR:"), outside its span. `cells` are the spans of
    a row's cells in the reading and `heads` their column heads, in the same order.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    speaker: str | None = None
    cells: tuple[Span, ...] = ()
    heads: tuple[str, ...] = ()


class PublishedBasis(StrEnum):
    """How a publication date is known; INFERRED gives bounds only, never the day."""

    ADMIN = "admin"
    METADATA = "metadata"
    HEADER = "header"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: a day (earliest == latest), bounds, or nothing."""

    earliest: date | None = None
    latest: date | None = None
    basis: PublishedBasis = PublishedBasis.NONE

    @property
    def day(self) -> date | None:
        """The day of publication, or None when only bounds or nothing are known."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known about a document besides its text; None means unknown."""

    title: str | None = None
    outlet: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None


@dataclass(frozen=True, slots=True)
class GivenFact:
    """A ready-made fact of a `.csv` or `.jsonl` file; `span` slices the reading's text."""

    span: Span
    block: int
    external_id: str | None = None
    date: datetime.date | None = None
    speaker: str | None = None
    topic: str | None = None
    url: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table (a sheet, by its name) with the heads of its columns, which a person may choose.

    `columns` are the fields and their heads, where it was read as facts under others.
    """

    name: str
    heads: tuple[str, ...]
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The text that one version of a reader took from one exact content, and its blocks in order.

    `given` holds the ready-made facts of `tables`, which are taken as they are.
    """

    text: str
    blocks: tuple[Block, ...]
    particulars: Particulars
    reader: str
    given: tuple[GivenFact, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document found in a file: a file holds one, except tables of facts and archives.

    `key` tells the documents of one file apart ("" where there is only one); `content` is the
    exact bytes that the reading was made from. `unread` says, a sentence each, what else the file
    held that could not be read.
    """

    key: str
    content: bytes
    reading: Reading
    unread: tuple[str, ...] = ()


class FactKind(StrEnum):
    """What a fact is made of."""

    SENTENCE = "sentence"
    CAPTION = "caption"
    ITEM = "item"
    ROW = "row"
    GIVEN = "given"


class Basis(StrEnum):
    """How we know whose words or whose claim a fact is."""

    QUOTE = "quote"
    INDIRECT = "indirect"
    JOINT = "joint"
    LABEL = "label"
    PRONOUN = "pronoun"
    GIVEN = "given"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it. `sure` is False when somebody speaks but we cannot be certain who.

    Narration has speaker None, basis DOCUMENT and sure True. Only a sure speaker is ever shown.
    """

    speaker: str | None = None
    role: str | None = None
    basis: Basis = Basis.DOCUMENT
    sure: bool = True


class Granularity(StrEnum):
    """How exact a moment is."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    DURATION = "duration"
    VAGUE = "vague"


class Direction(StrEnum):
    """How the words place the event against the moment."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or duration as written, and what it means where that is certain.

    `start` and `end` slice the fact's own text. `earliest` and `latest` are both None for what
    stays as written (no publication date, event-relative, ambiguous). `rule` names the rule that
    read it and `anchor` the day it was counted from.
    """

    text: str
    start: int
    end: int
    earliest: date | None
    latest: date | None
    granularity: Granularity
    direction: Direction
    rule: str
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: bounds, qualifier (">=", ">", "~", "<", "<=" or "") and unit.

    `start` and `end` slice the fact's own text and take in qualifier and unit. A range keeps both
    ends and is never averaged. `of` is 30 in "12 of 30".
    """

    text: str
    start: int
    end: int
    low: float
    high: float
    qualifier: str = ""
    unit: str | None = None
    of: float | None = None


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    WORK = "work"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a fact: `text` as written, `name` its full form in the same document."""

    text: str
    start: int
    end: int
    name: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside a fact and is never mixed into its words.

    `previous` are spans of the reading: the sentence or two before a dependent fact, oldest
    first. `lead_in` is the line that introduces a list. `dependent` says that the fact leans on
    what came before ("It claimed over 6,500 lives"). `heads` are the column heads of a row.
    """

    title: str | None = None
    headings: tuple[str, ...] = ()
    previous: tuple[Span, ...] = ()
    lead_in: Span | None = None
    dependent: bool = False
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A fact as extraction found it, before it is weighed against the store.

    `span` slices the reading's text and gives `text` exactly; `block` is the block's position.
    `question` is what a table of questions and answers asks for it by.
    """

    text: str
    span: Span
    block: int
    kind: FactKind
    context: Context
    attribution: Attribution
    moments: tuple[Moment, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
    external_id: str | None = None
    topic: str | None = None
    url: str | None = None
    question: str | None = None
