"""Find the first unsettled digest of a chat by an index that nothing rivals."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

OPEN = sa.text("state IN ('pending', 'leased', 'sending', 'retry')")
UNSETTLED = sa.text("settled_at IS NULL AND kind IN ('digest', 'correction')")
COLUMNS = ["chat_id", "id"]


def upgrade() -> None:
    """Exchange the index, for which what is settled must say when."""
    op.execute(
        "UPDATE delivery SET settled_at = created_at "
        "WHERE settled_at IS NULL AND state IN ('sent', 'failed', 'unknown')"
    )
    op.drop_index("ix_delivery_open_chat", "delivery")
    op.create_index(
        "ix_delivery_unsettled",
        "delivery",
        COLUMNS,
        sqlite_where=UNSETTLED,
        postgresql_where=UNSETTLED,
    )


def downgrade() -> None:
    """Make the former index again."""
    op.drop_index("ix_delivery_unsettled", "delivery")
    op.create_index(
        "ix_delivery_open_chat", "delivery", COLUMNS, sqlite_where=OPEN, postgresql_where=OPEN
    )
