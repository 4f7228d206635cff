"""Hold loads back until a moment, and let documents expire."""

import sqlalchemy as sa
from alembic import op

from db.base import UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the moments."""
    op.add_column("load", sa.Column("live_at", UtcDateTime(), nullable=True))
    op.add_column("load", sa.Column("expires_at", UtcDateTime(), nullable=True))
    op.add_column("document", sa.Column("expires_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("document", "expires_at")
    op.drop_column("load", "expires_at")
    op.drop_column("load", "live_at")
