"""What people put right in facts."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, Json, UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

FIELDS = "'speaker', 'role', 'moment', 'kind', 'topic', 'split', 'join', 'left_out'"
HOLDS = sa.text("put_back_at IS NULL")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "fix",
        sa.Column("id", BigId, nullable=False),
        sa.Column("act", BigId, nullable=False),
        sa.Column("revision_id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("value", Json, nullable=False),
        sa.Column("before", Json, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("put_back_by", sa.String(), nullable=True),
        sa.Column("put_back_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(f"field IN ({FIELDS})", name=op.f("ck_fix_field")),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_fix_revision_id_revision")
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_fix_fact_id_fact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fix")),
        sqlite_autoincrement=True,
    )
    for name in ("act", "revision_id", "fact_id"):
        op.create_index(op.f(f"ix_fix_{name}"), "fix", [name])
    op.create_index(
        "ix_fix_identity", "fix", ["identity"], sqlite_where=HOLDS, postgresql_where=HOLDS
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("fix")
