"""Keep who told what about a document that was given in a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("submission", sa.Column("told_by", sa.String(), nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("submission", "told_by")
