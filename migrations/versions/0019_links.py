"""Keep the link that a document was given by."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("submission", sa.Column("link", sa.String(), nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("submission", "link")
