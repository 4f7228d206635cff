"""Sources, documents, their exact contents, and the readings taken from those."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import BigId, Json, Row


class SourceRow(Row):
    """Who published: outlet, ministry, company, the desk itself."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(unique=True)


class DocumentRow(Row):
    """A thing loaded; its exact contents are revisions.

    `earliest` and `latest` bound the day of publication (equal when it is known) and
    `published_basis` says how they are known. A document taken back by undo has `withdrawn_at`:
    it is in no list and no count; so does one that has expired, at `expires_at`.
    """

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint(
            "published_basis IN ('admin', 'metadata', 'header', 'inferred', 'none')",
            name="published_basis",
        ),
        CheckConstraint("earliest <= latest", name="published_order"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"), index=True)
    key: Mapped[str]
    title: Mapped[str | None]
    url: Mapped[str | None]
    earliest: Mapped[date | None]
    latest: Mapped[date | None]
    published_basis: Mapped[str]
    visibility: Mapped[str] = mapped_column(default="public")
    created_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]


class RevisionRow(Row):
    """One exact content: bytes and SHA-256. It has no document until its load is applied.

    `apart` is the load that brought it for somebody who may not see everything, 0 without: the
    same content may belong to another document then, which they must not hear of.
    """

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("sha256", "apart"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    file_name: Mapped[str]
    sha256: Mapped[str]
    apart: Mapped[int] = mapped_column(BigId, default=0)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    received_at: Mapped[datetime]


class ReadingRow(Row):
    """The text that one version of our reader took from a revision; never rewritten."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("revision_id", "reader"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    reader: Mapped[str]
    text: Mapped[str] = mapped_column(deferred=True)
    sha256: Mapped[str]
    created_at: Mapped[datetime]


class BlockRow(Row):
    """A paragraph, heading, caption, list item or table row of a reading, in code points."""

    __tablename__ = "block"
    __table_args__ = (CheckConstraint('start >= 0 AND start < "end"', name="span"),)

    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    level: Mapped[int]


class LoadRow(Row):
    """One file given to be loaded: rehearsed without effect, then applied or discarded.

    `visibility` is the label that its documents are given; None leaves a known one's as it is.
    One under embargo stays rehearsed, with nothing of it in the store, and is applied at `live_at`;
    its documents expire at `expires_at`.
    """

    __tablename__ = "load"
    __table_args__ = (
        CheckConstraint(
            "state IN ('rehearsed', 'applied', 'discarded', 'undone')",
            name="state",
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    file_name: Mapped[str]
    state: Mapped[str]
    plan: Mapped[dict[str, Any]]
    store_version: Mapped[int]
    actor: Mapped[str]
    visibility: Mapped[str | None]
    live_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]


class LoadRevisionRow(Row):
    """Which contents a load brought, in the order of the file.

    `drafts` are the facts as rehearsed; they become rows when the load is applied, and go then.
    """

    __tablename__ = "load_revision"

    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"), primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    reading_id: Mapped[int] = mapped_column(ForeignKey("reading.id"))
    position: Mapped[int]
    key: Mapped[str]
    particulars: Mapped[dict[str, Any]]
    drafts: Mapped[list[Any]] = mapped_column(Json, deferred=True)
