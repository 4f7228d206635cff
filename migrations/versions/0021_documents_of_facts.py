"""Let the index of passages by fact tell their documents too."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Replace the index by one of both columns."""
    op.create_index("ix_passage_fact_id_document_id", "passage", ["fact_id", "document_id"])
    op.drop_index("ix_passage_fact_id", "passage")


def downgrade() -> None:
    """Put the index of one column back."""
    op.create_index("ix_passage_fact_id", "passage", ["fact_id"])
    op.drop_index("ix_passage_fact_id_document_id", "passage")
