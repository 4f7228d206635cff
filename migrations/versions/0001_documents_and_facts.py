"""Make documents, facts and the index of their terms."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, Json, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Our encoded terms are plain lower-case words, which both engines leave alone.
FTS5 = (
    "CREATE VIRTUAL TABLE fact_search USING fts5("
    "terms, content='fact', content_rowid='id', detail=none, tokenize='unicode61')"
)
GIN = "CREATE INDEX ix_fact_search ON fact USING gin (to_tsvector('simple', terms))"

SEQUENCES = (
    "document",
    "fact",
    "load",
    "passage",
    "reading",
    "revision",
    "source",
    "store_version",
    "term",
    "went_live",
)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "fact",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("speaker_sure", sa.Boolean(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("went_live", BigId, nullable=False),
        sa.Column("live_from", UtcDateTime(), nullable=False),
        sa.Column("live_until", UtcDateTime(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("terms", sa.String(), nullable=False),
        sa.CheckConstraint("live_until >= live_from", name=op.f("ck_fact_live_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sa.UniqueConstraint("identity", name=op.f("uq_fact_identity")),
        sa.UniqueConstraint("went_live", name=op.f("uq_fact_went_live")),
    )
    op.create_index(op.f("ix_fact_external_id"), "fact", ["external_id"], unique=False)
    op.create_table(
        "load",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("plan", Json, nullable=False),
        sa.Column("store_version", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("applied_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('rehearsed', 'applied', 'discarded', 'undone')", name=op.f("ck_load_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_load")),
    )
    op.create_table(
        "sequence",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", BigId, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sequence")),
    )
    op.create_table(
        "source",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
    )
    op.create_table(
        "term",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.Column("fact_count", sa.Integer(), nullable=False),
        sa.Column("filed_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
        sa.UniqueConstraint("stem", name=op.f("uq_term_stem")),
    )
    op.create_table(
        "document",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("source_id", BigId, nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "published_basis IN ('admin', 'metadata', 'header', 'inferred', 'none')",
            name=op.f("ck_document_published_basis"),
        ),
        sa.CheckConstraint("earliest <= latest", name=op.f("ck_document_published_order")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_document_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_source_id"), "document", ["source_id"], unique=False)
    op.create_table(
        "word",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("term_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["term_id"], ["term.id"], name=op.f("fk_word_term_id_term")),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_word")),
    )
    op.create_table(
        "revision",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("document_id", BigId, nullable=True),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_revision_document_id_document")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("sha256", name=op.f("uq_revision_sha256")),
    )
    op.create_index(op.f("ix_revision_document_id"), "revision", ["document_id"], unique=False)
    op.create_table(
        "reading",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("revision_id", BigId, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_reading_revision_id_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        sa.UniqueConstraint("revision_id", "reader", name=op.f("uq_reading_revision_id_reader")),
    )
    op.create_index(op.f("ix_reading_revision_id"), "reading", ["revision_id"], unique=False)
    op.create_table(
        "load_revision",
        sa.Column("load_id", BigId, nullable=False),
        sa.Column("revision_id", BigId, nullable=False),
        sa.Column("reading_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("particulars", Json, nullable=False),
        sa.Column("drafts", Json, nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"], ["load.id"], name=op.f("fk_load_revision_load_id_load")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_load_revision_revision_id_revision")
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["reading.id"], name=op.f("fk_load_revision_reading_id_reading")
        ),
        sa.PrimaryKeyConstraint("load_id", "revision_id", name=op.f("pk_load_revision")),
    )
    op.create_table(
        "block",
        sa.Column("reading_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_block_span")),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["reading.id"], name=op.f("fk_block_reading_id_reading")
        ),
        sa.PrimaryKeyConstraint("reading_id", "position", name=op.f("pk_block")),
    )
    op.create_table(
        "passage",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("reading_id", BigId, nullable=False),
        sa.Column("document_id", BigId, nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("context", Json, nullable=False),
        sa.Column("moments", Json, nullable=False),
        sa.Column("figures", Json, nullable=False),
        sa.Column("names", Json, nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_passage_span")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_passage_document_id_document")
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_passage_fact_id_fact")),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["reading.id"], name=op.f("fk_passage_reading_id_reading")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
        sa.UniqueConstraint(
            "fact_id", "reading_id", "start", name=op.f("uq_passage_fact_id_reading_id_start")
        ),
    )
    op.create_index(op.f("ix_passage_document_id"), "passage", ["document_id"], unique=False)
    op.create_index(op.f("ix_passage_fact_id"), "passage", ["fact_id"], unique=False)
    op.create_index("ix_passage_reading_id_start", "passage", ["reading_id", "start"], unique=False)
    sequence = sa.table("sequence", sa.column("name"), sa.column("value"))
    op.bulk_insert(sequence, [{"name": name, "value": 0} for name in SEQUENCES])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FTS5)
    else:
        op.execute(GIN)


def downgrade() -> None:
    """Drop the tables."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE fact_search")
    op.drop_table("passage")
    op.drop_table("block")
    op.drop_table("load_revision")
    op.drop_table("reading")
    op.drop_table("revision")
    op.drop_table("word")
    op.drop_table("document")
    op.drop_table("term")
    op.drop_table("source")
    op.drop_table("sequence")
    op.drop_table("load")
    op.drop_table("fact")
