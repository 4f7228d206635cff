"""Keep totals of a day, remember weekly reports, let a subscription forget who made it."""

import sqlalchemy as sa
from alembic import op

from db.base import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KINDS = "'answer', 'context', 'document', 'digest', 'correction'"
OPEN = "state IN ('pending', 'leased', 'sending', 'retry')"
LIVE = f"{OPEN} AND kind NOT IN ('digest', 'correction')"
INDEXES = {
    "ix_delivery_open": (["due_at", "id"], OPEN),
    "ix_delivery_open_live": (["due_at", "id"], LIVE),
    "ix_delivery_open_chat": (["chat_id", "id"], OPEN),
    "ix_delivery_unknown": (["id"], "state = 'unknown'"),
}


def upgrade() -> None:
    """Make the tables, widen the kinds, let `made_by` be empty."""
    op.create_table(
        "day_total",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "name", name=op.f("pk_day_total")),
    )
    op.create_table(
        "weekly_report",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("week", name=op.f("pk_weekly_report")),
    )
    op.create_index(op.f("ix_question_asked_at"), "question", ["asked_at"])
    _kinds(f"kind IN ({KINDS}, 'report')")
    _made_by(nullable=True)


def downgrade() -> None:
    """Go back: reports that were sent are no longer remembered."""
    op.execute("DELETE FROM delivery WHERE kind = 'report'")
    op.execute(
        "UPDATE subscription SET made_by = (SELECT min(id) FROM person) WHERE made_by IS NULL"
    )
    _made_by(nullable=False)
    _kinds(f"kind IN ({KINDS})")
    op.drop_index(op.f("ix_question_asked_at"), "question")
    op.drop_table("weekly_report")
    op.drop_table("day_total")


def _kinds(condition: str) -> None:
    for name in INDEXES:
        op.drop_index(name, "delivery")
    with op.batch_alter_table("delivery", table_kwargs={"sqlite_autoincrement": True}) as delivery:
        delivery.drop_constraint(op.f("ck_delivery_kind"), type_="check")
        delivery.create_check_constraint(op.f("ck_delivery_kind"), condition)
    for name, (columns, where) in INDEXES.items():
        _index(name, "delivery", columns, where)


def _made_by(*, nullable: bool) -> None:
    op.drop_index("ix_subscription_due", "subscription")
    with op.batch_alter_table("subscription", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("made_by", nullable=nullable)
    _index("ix_subscription_due", "subscription", ["next_due_at", "id"], "state = 'active'")


def _index(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
