"""Keep what editors give in a chat to be loaded, and the messages that show it."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, Json, UtcDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

STATES = "'received', 'asked', 'waiting', 'rehearsed', 'known', 'refused', 'dropped'"
OPEN = sa.text("told_at IS NULL")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "submission",
        sa.Column("id", BigId, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("message_id", BigId, nullable=False),
        sa.Column("last_message_id", BigId, nullable=False),
        sa.Column("last_units", sa.Integer(), nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("proposed", Json, nullable=False),
        sa.Column("told", Json, nullable=False),
        sa.Column("load_id", BigId, nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("shown", Json, nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("worker", sa.String(), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_submission_state")),
        sa.CheckConstraint("kind IN ('document', 'text')", name=op.f("ck_submission_kind")),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_submission_chat_id_chat")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_submission_person_id_person")
        ),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name=op.f("fk_submission_load_id_load")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_submission_chat_id_message_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_submission_load_id"), "submission", ["load_id"])
    op.create_index(
        "ix_submission_open", "submission", ["id"], sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_table(
        "submission_message",
        sa.Column("submission_id", BigId, nullable=False),
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("message_id", BigId, nullable=True),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name=op.f("fk_submission_message_submission_id_submission"),
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_submission_message_chat_id_chat")
        ),
        sa.PrimaryKeyConstraint("submission_id", "chat_id", name=op.f("pk_submission_message")),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("submission_message")
    op.drop_index("ix_submission_open", "submission")
    op.drop_index(op.f("ix_submission_load_id"), "submission")
    op.drop_table("submission")
