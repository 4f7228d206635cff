"""File facts under their terms in rows of our own, alike on both engines, in place of theirs."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

import sqlalchemy as sa
from alembic import op

from db.base import BigId

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

BLOCK, ROWS = 2**16, 5_000
LETTERS = "tuv"  # a term begins with one for its level of visibility
FTS5 = (
    "CREATE VIRTUAL TABLE fact_search USING fts5("
    "terms, content='fact', content_rowid='id', detail=none, tokenize='unicode61')"
)
GIN = "CREATE INDEX ix_fact_search ON fact USING gin (to_tsvector('simple', terms))"


def upgrade() -> None:
    """Make the table, fill it from what facts are filed under, and drop the engines' own."""
    posting = op.create_table(
        "posting",
        sa.Column("term_id", BigId, nullable=False),
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("block", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fact_ids", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["term_id"], ["term.id"], name=op.f("fk_posting_term_id_term")),
        sa.PrimaryKeyConstraint("term_id", "level", "block", name=op.f("pk_posting")),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        # Packing them again would take time at each question, and save little.
        op.execute("ALTER TABLE posting ALTER COLUMN fact_ids SET STORAGE EXTERNAL")
    last = connection.execute(sa.text("SELECT max(id) FROM fact")).scalar()
    for block in range((last or 0) // BLOCK + 1):
        rows = _rows(connection, block)
        while some := list(islice(rows, ROWS)):
            connection.execute(posting.insert(), some)
    sqlite = connection.dialect.name == "sqlite"
    op.execute("DROP TABLE fact_search" if sqlite else "DROP INDEX ix_fact_search")


def _rows(connection: sa.Connection, block: int) -> Iterator[dict[str, int | bytes]]:
    filed: dict[str, list[int]] = defaultdict(list)
    within = {"first": block * BLOCK, "after": (block + 1) * BLOCK}
    facts = sa.text("SELECT id, terms FROM fact WHERE id >= :first AND id < :after ORDER BY id")
    for fact_id, terms in connection.execute(facts, within):
        for term in terms.split():
            filed[term].append(fact_id)
    keys = sorted((int(term[1:]), LETTERS.index(term[0]), term) for term in filed)
    for term_id, level, term in keys:
        place = {"term_id": term_id, "level": level, "block": block}
        yield {**place, "fact_ids": _written(filed[term])}


def _written(fact_ids: list[int]) -> bytes:
    return b"".join(fact_id.to_bytes(4, "little") for fact_id in fact_ids)


def downgrade() -> None:
    """Let the engines index the terms themselves again."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FTS5)
        op.execute("INSERT INTO fact_search(fact_search) VALUES ('rebuild')")
    else:
        op.execute(GIN)
    op.drop_table("posting")
