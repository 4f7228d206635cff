"""Give editors a clearance of their own: everything, until an admin says otherwise."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    everything = sa.Column(
        "editor_clearance", sa.String(), nullable=False, server_default="restricted"
    )
    op.add_column("person", everything)


def downgrade() -> None:
    """Drop it."""
    op.drop_column("person", "editor_clearance")
