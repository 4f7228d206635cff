"""Make chats, questions, answers, deliveries and the audit record."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, Json, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "audit",
        sa.Column("id", BigId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("particulars", Json, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "chat",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("state IN ('active', 'blocked')", name=op.f("ck_chat_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat")),
    )
    op.create_table(
        "claim",
        sa.Column("code_sha256", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("used_by", BigId, nullable=True),
        sa.PrimaryKeyConstraint("code_sha256", name=op.f("pk_claim")),
    )
    op.create_table(
        "person",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("role IN ('reader', 'editor', 'admin')", name=op.f("ck_person_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "question",
        sa.Column("id", BigId, nullable=False),
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("thread_id", BigId, nullable=True),
        sa.Column("message_id", BigId, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("person_id", BigId, nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_question_chat_id_chat")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_question_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint(
            "chat_id", "message_id", "part", name=op.f("uq_question_chat_id_message_id_part")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_question_person_id"), "question", ["person_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", BigId, nullable=False),
        sa.Column("question_id", BigId, nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("read_as", sa.String(), nullable=True),
        sa.Column("store_version", BigId, nullable=False),
        sa.Column("chosen_rank", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "status IN ('found', 'choice', 'conflict', 'unknown')", name=op.f("ck_answer_status")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_answer_question_id_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("question_id", name=op.f("uq_answer_question_id")),
        sa.UniqueConstraint("receipt", name=op.f("uq_answer_receipt")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "delivery",
        sa.Column("id", BigId, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("thread_id", BigId, nullable=True),
        sa.Column("answer_id", BigId, nullable=True),
        sa.Column("reply_to", BigId, nullable=True),
        sa.Column("edits_message_id", BigId, nullable=True),
        sa.Column("body", Json, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("worker", sa.String(), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", BigId, nullable=True),
        sa.Column("failure", sa.String(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('answer', 'context', 'document', 'digest', 'correction')",
            name=op.f("ck_delivery_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'leased', 'sending', 'sent', 'failed', 'unknown')",
            name=op.f("ck_delivery_state"),
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_delivery_answer_id_answer")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_delivery_chat_id_chat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_delivery_answer_id"), "delivery", ["answer_id"], unique=False)
    op.create_index(op.f("ix_delivery_chat_id"), "delivery", ["chat_id"], unique=False)
    op.create_index(
        "ix_delivery_open",
        "delivery",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('pending', 'leased', 'sending')"),
        postgresql_where=sa.text("state IN ('pending', 'leased', 'sending')"),
    )
    op.create_table(
        "feedback",
        sa.Column("answer_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('up', 'down', 'none_of_these')", name=op.f("ck_feedback_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_feedback_answer_id_answer")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_feedback_person_id_person")
        ),
        sa.PrimaryKeyConstraint("answer_id", "person_id", name=op.f("pk_feedback")),
    )
    op.create_table(
        "sighting",
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("delivery_id", BigId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_sighting_chat_id_chat")),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name=op.f("fk_sighting_delivery_id_delivery")
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_sighting_fact_id_fact")),
        sa.PrimaryKeyConstraint("chat_id", "fact_id", "delivery_id", name=op.f("pk_sighting")),
    )
    op.create_index(op.f("ix_sighting_fact_id"), "sighting", ["fact_id"], unique=False)
    op.create_table(
        "answer_fact",
        sa.Column("answer_id", BigId, nullable=False),
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("passage_id", BigId, nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("parts", Json, nullable=False),
        sa.Column("answer_start", sa.Integer(), nullable=True),
        sa.Column("answer_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_answer_fact_answer_id_answer")
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_answer_fact_fact_id_fact")),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passage.id"], name=op.f("fk_answer_fact_passage_id_passage")
        ),
        sa.PrimaryKeyConstraint("answer_id", "rank", name=op.f("pk_answer_fact")),
    )
    op.create_index(op.f("ix_answer_fact_fact_id"), "answer_fact", ["fact_id"], unique=False)
    op.create_table(
        "delivery_fact",
        sa.Column("delivery_id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("passage_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name=op.f("fk_delivery_fact_delivery_id_delivery")
        ),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_delivery_fact_fact_id_fact")
        ),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passage.id"], name=op.f("fk_delivery_fact_passage_id_passage")
        ),
        sa.PrimaryKeyConstraint("delivery_id", "fact_id", name=op.f("pk_delivery_fact")),
    )
    op.create_index(op.f("ix_delivery_fact_fact_id"), "delivery_fact", ["fact_id"], unique=False)


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("delivery_fact")
    op.drop_table("answer_fact")
    op.drop_table("sighting")
    op.drop_table("feedback")
    op.drop_table("delivery")
    op.drop_table("answer")
    op.drop_table("question")
    op.drop_table("person")
    op.drop_table("claim")
    op.drop_table("chat")
    op.drop_table("audit")
