"""Make links between facts; passages know the load that placed them and the one that ended them."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Which applied load placed a passage: the first that brought its reading.
PLACED_BY = """
UPDATE passage SET load_id = (
    SELECT min(load_revision.load_id)
    FROM load_revision JOIN load ON load.id = load_revision.load_id
    WHERE load_revision.reading_id = passage.reading_id AND load.state = 'applied'
)
"""


def upgrade() -> None:
    """Make the table and the columns."""
    op.create_table(
        "fact_link",
        sa.Column("earlier_id", BigId, nullable=False),
        sa.Column("later_id", BigId, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("load_id", BigId, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('similar', 'updated', 'differs', 'corrected')", name=op.f("ck_fact_link_kind")
        ),
        sa.CheckConstraint("earlier_id <> later_id", name=op.f("ck_fact_link_two_facts")),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["fact.id"], name=op.f("fk_fact_link_earlier_id_fact")
        ),
        sa.ForeignKeyConstraint(["later_id"], ["fact.id"], name=op.f("fk_fact_link_later_id_fact")),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name=op.f("fk_fact_link_load_id_load")),
        sa.PrimaryKeyConstraint("earlier_id", "later_id", name=op.f("pk_fact_link")),
    )
    op.create_index(op.f("ix_fact_link_later_id"), "fact_link", ["later_id"])
    op.create_index(op.f("ix_fact_link_load_id"), "fact_link", ["load_id"])
    op.add_column("document", sa.Column("withdrawn_at", UtcDateTime(), nullable=True))
    with op.batch_alter_table("passage") as passage:
        passage.add_column(sa.Column("load_id", BigId, nullable=True))
        passage.add_column(sa.Column("live_until", UtcDateTime(), nullable=True))
        passage.add_column(sa.Column("ended_by", BigId, nullable=True))
        passage.create_foreign_key(op.f("fk_passage_load_id_load"), "load", ["load_id"], ["id"])
        passage.create_foreign_key(op.f("fk_passage_ended_by_load"), "load", ["ended_by"], ["id"])
    op.create_index(op.f("ix_passage_load_id"), "passage", ["load_id"])
    op.create_index(op.f("ix_passage_ended_by"), "passage", ["ended_by"])
    op.execute(PLACED_BY)


def downgrade() -> None:
    """Drop them."""
    op.drop_index(op.f("ix_passage_ended_by"), "passage")
    op.drop_index(op.f("ix_passage_load_id"), "passage")
    with op.batch_alter_table("passage") as passage:
        passage.drop_constraint(op.f("fk_passage_ended_by_load"), type_="foreignkey")
        passage.drop_constraint(op.f("fk_passage_load_id_load"), type_="foreignkey")
        passage.drop_column("ended_by")
        passage.drop_column("live_until")
        passage.drop_column("load_id")
    op.drop_column("document", "withdrawn_at")
    op.drop_table("fact_link")
