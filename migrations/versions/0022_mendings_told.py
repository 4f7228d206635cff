"""Remember which chat was told that a speaker or a date it was shown was put right."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, UtcDateTime

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "mending_told",
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("thread_id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("delivery_id", BigId, nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_mending_told_chat_id_chat")
        ),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_mending_told_fact_id_fact")
        ),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name=op.f("fk_mending_told_delivery_id_delivery")
        ),
        sa.PrimaryKeyConstraint(
            "chat_id", "thread_id", "fact_id", "changed_at", name=op.f("pk_mending_told")
        ),
    )
    op.create_index(op.f("ix_mending_told_fact_id"), "mending_told", ["fact_id"])
    op.create_index(op.f("ix_mending_told_delivery_id"), "mending_told", ["delivery_id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("mending_told")
