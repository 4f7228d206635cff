"""Remember which chat was told that a fact was withdrawn; find digests by when they were made."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ENDED = sa.text("live_until IS NOT NULL")


def upgrade() -> None:
    """Make the table and the indexes."""
    op.create_table(
        "withdrawal_told",
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_withdrawal_told_chat_id_chat")
        ),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_withdrawal_told_fact_id_fact")
        ),
        sa.PrimaryKeyConstraint("chat_id", "fact_id", "ended_at", name=op.f("pk_withdrawal_told")),
    )
    op.create_index(op.f("ix_withdrawal_told_fact_id"), "withdrawal_told", ["fact_id"])
    op.create_index(
        "ix_fact_ended", "fact", ["live_until"], sqlite_where=ENDED, postgresql_where=ENDED
    )
    op.create_index(op.f("ix_digest_created_at"), "digest", ["created_at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index(op.f("ix_digest_created_at"), "digest")
    op.drop_index("ix_fact_ended", "fact")
    op.drop_table("withdrawal_told")
