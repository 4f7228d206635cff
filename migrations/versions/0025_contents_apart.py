"""Let a content be kept apart from the same one in a document that its giver may not see."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

ONCE, APART = "uq_revision_sha256", "uq_revision_sha256_apart"


def upgrade() -> None:
    """Say of each content whether it is kept apart: none is yet."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("revision") as table:
        table.add_column(sa.Column("apart", number, nullable=False, server_default="0"))
        table.drop_constraint(op.f(ONCE), type_="unique")
        table.create_unique_constraint(op.f(APART), ["sha256", "apart"])


def downgrade() -> None:
    """Keep each content once again; refused by the database while some are kept apart."""
    with op.batch_alter_table("revision") as table:
        table.drop_constraint(op.f(APART), type_="unique")
        table.create_unique_constraint(op.f(ONCE), ["sha256"])
        table.drop_column("apart")
