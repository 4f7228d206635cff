"""Keep who was in the chat whose members may ask."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "gate",
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("chat_id", BigId, autoincrement=False, nullable=False),
        sa.Column("inside", sa.Boolean(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_gate_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "chat_id", name=op.f("pk_gate")),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("gate")
