"""Make phrasings, aliases, gaps and a desk's thresholds; keep why an answer was given."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, Json, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and columns."""
    op.create_table(
        "alias",
        sa.Column("id", BigId, nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("meaning", sa.String(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column("removed_by", sa.String(), nullable=True),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "threshold",
        sa.Column("id", BigId, nullable=False),
        sa.Column("answer_only_above", sa.Double(), nullable=False),
        sa.Column("offer_above", sa.Double(), nullable=False),
        sa.Column("wrong_at_most", sa.Double(), nullable=False),
        sa.Column("measured", Json, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threshold")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "gap",
        sa.Column("id", BigId, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stems", Json, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("fact_id", BigId, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'answered', 'closed')", name=op.f("ck_gap_state")),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_gap_fact_id_fact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gap")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_gap_state"), "gap", ["state"], unique=False)
    op.create_table(
        "phrasing",
        sa.Column("id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("stem_key", sa.String(), nullable=False),
        sa.Column("stems", Json, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("chosen", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("proposed_by", BigId, nullable=True),
        sa.Column("proposed_at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('proposed', 'live', 'refused')", name=op.f("ck_phrasing_state")
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_phrasing_fact_id_fact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrasing")),
        sa.UniqueConstraint("fact_id", "stem_key", name=op.f("uq_phrasing_fact_id_stem_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_phrasing_fact_id"), "phrasing", ["fact_id"], unique=False)
    op.create_table(
        "gap_question",
        sa.Column("question_id", BigId, nullable=False),
        sa.Column("gap_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["gap_id"], ["gap.id"], name=op.f("fk_gap_question_gap_id_gap")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_gap_question_question_id_question")
        ),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_gap_question")),
    )
    op.create_index(op.f("ix_gap_question_gap_id"), "gap_question", ["gap_id"], unique=False)
    op.create_table(
        "waiting",
        sa.Column("gap_id", BigId, nullable=False),
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("thread_id", BigId, autoincrement=False, nullable=False),
        sa.Column("question_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=True),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_waiting_chat_id_chat")),
        sa.ForeignKeyConstraint(["gap_id"], ["gap.id"], name=op.f("fk_waiting_gap_id_gap")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_waiting_question_id_question")
        ),
        sa.PrimaryKeyConstraint("gap_id", "chat_id", "thread_id", name=op.f("pk_waiting")),
    )
    op.create_index(op.f("ix_waiting_chat_id"), "waiting", ["chat_id"], unique=False)
    op.add_column("answer", sa.Column("grounds", Json, nullable=True))
    op.add_column("answer_fact", sa.Column("words", Json, nullable=True))
    op.add_column("question", sa.Column("stands_for", sa.String(), nullable=True))


def downgrade() -> None:
    """Drop them again."""
    op.drop_column("question", "stands_for")
    op.drop_column("answer_fact", "words")
    op.drop_column("answer", "grounds")
    op.drop_index(op.f("ix_waiting_chat_id"), table_name="waiting")
    op.drop_table("waiting")
    op.drop_index(op.f("ix_gap_question_gap_id"), table_name="gap_question")
    op.drop_table("gap_question")
    op.drop_index(op.f("ix_phrasing_fact_id"), table_name="phrasing")
    op.drop_table("phrasing")
    op.drop_index(op.f("ix_gap_state"), table_name="gap")
    op.drop_table("gap")
    op.drop_table("threshold")
    op.drop_table("alias")
