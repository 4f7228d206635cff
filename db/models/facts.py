"""Facts and the passages that state them, and the index of their terms."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Json, Row

ENDED = "live_until IS NOT NULL"


class FactRow(Row):
    """What is stated, under a stable identity: words, speaker and signature.

    It stands from `live_from` until `live_until` (None: still standing). `went_live` is the
    sequence number of going live, given under a lock: row ids commit out of order, this does not.
    `terms` are the encoded stems that it is filed under; `posting` lists the facts of each stem.
    `visibility` is the widest label of the documents that state it.
    """

    __tablename__ = "fact"
    __table_args__ = (
        CheckConstraint("live_until >= live_from", name="live_order"),
        Index(
            "ix_fact_ended",
            "live_until",
            sqlite_where=text(ENDED),
            postgresql_where=text(ENDED),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    identity: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    kind: Mapped[str]
    speaker: Mapped[str | None]
    role: Mapped[str | None]
    basis: Mapped[str]
    speaker_sure: Mapped[bool]
    external_id: Mapped[str | None] = mapped_column(index=True)
    topic: Mapped[str | None]
    url: Mapped[str | None]
    went_live: Mapped[int] = mapped_column(BigId, unique=True)
    live_from: Mapped[datetime]
    live_until: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    terms: Mapped[str]
    visibility: Mapped[str] = mapped_column(default="public")


class PassageRow(Row):
    """A span of a reading that states a fact, with what was understood there.

    `context` holds headings and the spans of the sentences that the fact leans on; `moments` are
    kept here since a weekday means another day in another document. `load_id` placed it here; it
    is quoted until `live_until`, when the load `ended_by` replaced it or took it back. A fact
    stands as long as one of its passages does.
    """

    __tablename__ = "passage"
    __table_args__ = (
        UniqueConstraint("fact_id", "reading_id", "start"),
        CheckConstraint('start >= 0 AND start < "end"', name="span"),
        # Both: whose documents hold a question's best facts is read from the index alone.
        Index("ix_passage_fact_id_document_id", "fact_id", "document_id"),
        Index("ix_passage_reading_id_start", "reading_id", "start"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    block: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    context: Mapped[dict[str, Any]]
    moments: Mapped[list[Any]] = mapped_column(Json)
    figures: Mapped[list[Any]] = mapped_column(Json)
    names: Mapped[list[Any]] = mapped_column(Json)
    load_id: Mapped[int | None] = mapped_column(ForeignKey("load.id"), index=True)
    live_until: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("load.id"), index=True)


class FactLinkRow(Row):
    """What a later fact is to an earlier one, as the load that drew it found; one a pair."""

    __tablename__ = "fact_link"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('similar', 'updated', 'differs', 'corrected')",
            name="kind",
        ),
        CheckConstraint("earlier_id <> later_id", name="two_facts"),
    )

    earlier_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True)
    later_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True, index=True)
    kind: Mapped[str]
    reason: Mapped[str | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(index=True)


class TermRow(Row):
    """A stem: `fact_count` live facts hold it in their words, `filed_count` are filed under it.

    Only what everybody may see is counted here: the rest is in `term_above`.
    """

    __tablename__ = "term"

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    stem: Mapped[str] = mapped_column(unique=True)
    fact_count: Mapped[int]
    filed_count: Mapped[int]


class TermAboveRow(Row):
    """The counts of a stem at one level of visibility above the public one."""

    __tablename__ = "term_above"
    __table_args__ = (CheckConstraint("level > 0", name="level"),)

    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"), primary_key=True)
    level: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fact_count: Mapped[int]
    filed_count: Mapped[int]


class PostingRow(Row):
    """The facts of one block of ids that are filed under a term at one level of visibility.

    `fact_ids` are unsigned numbers of four bytes, the least byte first, in rising order. Both
    engines hold the same, and look them up by the term alone.
    """

    __tablename__ = "posting"
    __table_args__ = ({"sqlite_with_rowid": False},)

    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"), primary_key=True)
    level: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    block: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fact_ids: Mapped[bytes] = mapped_column(LargeBinary)


class WordRow(Row):
    """A folded surface word of the store's texts: what spelling is repaired against.

    `level` is the lowest level of visibility at which it stands.
    """

    __tablename__ = "word"

    word: Mapped[str] = mapped_column(primary_key=True)
    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"))
    level: Mapped[int] = mapped_column(default=0)


class SequenceRow(Row):
    """Counters moved under the write lock: ids that are never reused, and the store's version."""

    __tablename__ = "sequence"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(BigId)
