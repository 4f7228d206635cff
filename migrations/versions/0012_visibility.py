"""Say who may see what: labels of facts and loads, terms counted by level, clearances."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ACCESS = "access IN ('new', 'asked', 'admitted', 'refused', 'removed')"


def upgrade() -> None:
    """Add what is kept about visibility; what stands so far is for everybody."""
    op.add_column("fact", _label("visibility"))
    op.add_column("load", sa.Column("visibility", sa.String(), nullable=True))
    op.add_column("word", sa.Column("level", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("chat", _label("clearance"))
    with op.batch_alter_table("person") as person:
        person.add_column(_label("clearance"))
        person.add_column(sa.Column("access", sa.String(), nullable=False, server_default="new"))
        person.create_check_constraint(op.f("ck_person_access"), ACCESS)
    op.create_table(
        "term_above",
        sa.Column("term_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("fact_count", sa.Integer(), nullable=False),
        sa.Column("filed_count", sa.Integer(), nullable=False),
        sa.CheckConstraint("level > 0", name=op.f("ck_term_above_level")),
        sa.ForeignKeyConstraint(["term_id"], ["term.id"], name=op.f("fk_term_above_term_id_term")),
        sa.PrimaryKeyConstraint("term_id", "level", name=op.f("pk_term_above")),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("term_above")
    with op.batch_alter_table("person") as person:
        person.drop_constraint(op.f("ck_person_access"), type_="check")
        person.drop_column("access")
        person.drop_column("clearance")
    op.drop_column("chat", "clearance")
    op.drop_column("word", "level")
    op.drop_column("load", "visibility")
    op.drop_column("fact", "visibility")


def _label(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="public")
