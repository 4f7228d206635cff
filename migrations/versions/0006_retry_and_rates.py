"""Let a delivery wait for another try; find a chat's open deliveries; keep the shared rates."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATES = "'pending', 'leased', 'sending', 'sent', 'failed', 'unknown'"
OPEN = "state IN ('pending', 'leased', 'sending')"
OPEN_NOW = "state IN ('pending', 'leased', 'sending', 'retry')"
LIVE = f"{OPEN_NOW} AND kind NOT IN ('digest', 'correction')"


def upgrade() -> None:
    """Widen the states, make the index and the table."""
    _states(f"state IN ({STATES}, 'retry')", OPEN_NOW, ["due_at", "id"])
    _index("ix_delivery_open_live", ["due_at", "id"], LIVE)
    _index("ix_delivery_open_chat", ["chat_id", "id"], OPEN_NOW)
    _index("ix_delivery_unknown", ["id"], "state = 'unknown'")
    op.create_table(
        "rate",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("tat", sa.Double(), nullable=False),
        sa.Column("frozen_until", sa.Double(), nullable=False),
        sa.Column("slowdown", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rate")),
    )


def downgrade() -> None:
    """Go back: what waits for another try is pending again."""
    op.drop_table("rate")
    op.drop_index("ix_delivery_unknown", "delivery")
    op.drop_index("ix_delivery_open_chat", "delivery")
    op.drop_index("ix_delivery_open_live", "delivery")
    op.execute("UPDATE delivery SET state = 'pending' WHERE state = 'retry'")
    _states(f"state IN ({STATES})", OPEN, ["due_at"])


def _states(condition: str, open_states: str, order: list[str]) -> None:
    op.drop_index("ix_delivery_open", "delivery")
    with op.batch_alter_table("delivery", table_kwargs={"sqlite_autoincrement": True}) as delivery:
        delivery.drop_constraint(op.f("ck_delivery_state"), type_="check")
        delivery.create_check_constraint(op.f("ck_delivery_state"), condition)
    _index("ix_delivery_open", order, open_states)


def _index(name: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, "delivery", columns, sqlite_where=where, postgresql_where=where)
