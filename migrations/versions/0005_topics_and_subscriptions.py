"""Make topics, subscriptions and digests."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, Json, UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and the topic that holds everything."""
    op.create_table(
        "topic",
        sa.Column("id", BigId, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("words", Json, nullable=False),
        sa.Column("names", Json, nullable=False),
        sa.Column("aliases", Json, nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("matched_to", BigId, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("rule IN ('any', 'all', 'everything')", name=op.f("ck_topic_rule")),
        sa.CheckConstraint("state IN ('live', 'retired')", name=op.f("ck_topic_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint("key", name=op.f("uq_topic_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "subscription",
        sa.Column("id", BigId, nullable=False),
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("thread_id", BigId, nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("zone_version", sa.String(), nullable=False),
        sa.Column("quiet_from", sa.String(), nullable=True),
        sa.Column("quiet_to", sa.String(), nullable=True),
        sa.Column("length", sa.String(), nullable=False),
        sa.Column("when_empty", sa.String(), nullable=False),
        sa.Column("told_empty", sa.Boolean(), nullable=False),
        sa.Column("corrections", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("next_slot", sa.Date(), nullable=True),
        sa.Column("next_due_at", UtcDateTime(), nullable=True),
        sa.Column("mark", BigId, nullable=True),
        sa.Column("covered_at", UtcDateTime(), nullable=True),
        sa.Column("awaits", sa.String(), nullable=True),
        sa.Column("awaited_from", BigId, nullable=True),
        sa.Column("awaits_until", UtcDateTime(), nullable=True),
        sa.Column("made_by", BigId, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "corrections IN ('at_once', 'digest')", name=op.f("ck_subscription_corrections")
        ),
        sa.CheckConstraint("length IN ('short', 'full')", name=op.f("ck_subscription_length")),
        sa.CheckConstraint(
            "state <> 'active' OR next_due_at IS NOT NULL",
            name=op.f("ck_subscription_active_is_due"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'active', 'paused', 'blocked', 'ended')",
            name=op.f("ck_subscription_state"),
        ),
        sa.CheckConstraint(
            "when_empty IN ('silence', 'line')", name=op.f("ck_subscription_when_empty")
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_subscription_chat_id_chat")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_subscription_made_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_subscription_chat_id"), "subscription", ["chat_id"], unique=False)
    op.create_index(
        "ix_subscription_due",
        "subscription",
        ["next_due_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_table(
        "topic_fact",
        sa.Column("topic_id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_topic_fact_fact_id_fact")),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_topic_fact_topic_id_topic")
        ),
        sa.PrimaryKeyConstraint("topic_id", "fact_id", name=op.f("pk_topic_fact")),
    )
    op.create_index(op.f("ix_topic_fact_fact_id"), "topic_fact", ["fact_id"], unique=False)
    op.create_table(
        "digest",
        sa.Column("id", BigId, nullable=False),
        sa.Column("subscription_id", BigId, nullable=False),
        sa.Column("slot", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("mark", BigId, nullable=True),
        sa.Column("more", Json, nullable=False),
        sa.Column("repeats", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("state IN ('owed', 'empty', 'skipped')", name=op.f("ck_digest_state")),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscription.id"],
            name=op.f("fk_digest_subscription_id_subscription"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest")),
        sa.UniqueConstraint("subscription_id", "slot", name=op.f("uq_digest_subscription_id_slot")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "subscription_topic",
        sa.Column("subscription_id", BigId, nullable=False),
        sa.Column("topic_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscription.id"],
            name=op.f("fk_subscription_topic_subscription_id_subscription"),
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_subscription_topic_topic_id_topic")
        ),
        sa.PrimaryKeyConstraint("subscription_id", "topic_id", name=op.f("pk_subscription_topic")),
    )
    op.create_index(
        op.f("ix_subscription_topic_topic_id"), "subscription_topic", ["topic_id"], unique=False
    )
    op.create_table(
        "change_told",
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("earlier_id", BigId, nullable=False),
        sa.Column("later_id", BigId, nullable=False),
        sa.Column("delivery_id", BigId, nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_change_told_chat_id_chat")),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name=op.f("fk_change_told_delivery_id_delivery")
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id", "later_id"],
            ["fact_link.earlier_id", "fact_link.later_id"],
            name=op.f("fk_change_told_earlier_id_later_id_fact_link"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat_id", "earlier_id", "later_id", name=op.f("pk_change_told")),
    )
    op.create_index(
        "ix_change_told_earlier_id_later_id",
        "change_told",
        ["earlier_id", "later_id"],
        unique=False,
    )
    op.create_table(
        "digest_part",
        sa.Column("digest_id", BigId, nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("delivery_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name=op.f("fk_digest_part_delivery_id_delivery")
        ),
        sa.ForeignKeyConstraint(
            ["digest_id"], ["digest.id"], name=op.f("fk_digest_part_digest_id_digest")
        ),
        sa.PrimaryKeyConstraint("digest_id", "part", name=op.f("pk_digest_part")),
        sa.UniqueConstraint("delivery_id", name=op.f("uq_digest_part_delivery_id")),
    )
    op.create_index(op.f("ix_fact_link_created_at"), "fact_link", ["created_at"], unique=False)
    op.execute(
        "INSERT INTO topic (key, name, words, names, aliases, rule, state, matched_to, created_by,"
        " created_at) VALUES ('everything', 'Everything', '[]', '[]', '[]', 'everything', 'live',"
        " 0, 'system', CURRENT_TIMESTAMP)"
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_index(op.f("ix_fact_link_created_at"), table_name="fact_link")
    op.drop_table("digest_part")
    op.drop_table("change_told")
    op.drop_table("subscription_topic")
    op.drop_table("digest")
    op.drop_table("topic_fact")
    op.drop_index(
        "ix_subscription_due",
        table_name="subscription",
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.drop_table("subscription")
    op.drop_table("topic")
