"""Keep corrections, rulings, contested terms and prompts; tell each thread of a chat by itself."""

import sqlalchemy as sa
from alembic import op

from db.base import BigId, Json, UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

HOLDS = sa.text("revoked_at IS NULL")


def upgrade() -> None:
    """Make the tables, and let what was told hold for each thread that was shown the fact."""
    _correction()
    _ruling()
    _contested_term()
    _prompt()
    _retell("change_told", _change_told, threads=True)
    _retell("withdrawal_told", _withdrawal_told, threads=True)


def downgrade() -> None:
    """Drop them; what any thread was told, its chat was."""
    _retell("withdrawal_told", _withdrawal_told, threads=False)
    _retell("change_told", _change_told, threads=False)
    op.drop_table("prompt")
    op.drop_table("contested_term")
    op.drop_index("ix_ruling_other_id", "ruling")
    op.drop_index("uq_ruling_holds", "ruling")
    op.drop_table("ruling")
    op.drop_index("ix_correction_made_at", "correction")
    op.drop_index("ix_correction_fact_id", "correction")
    op.drop_table("correction")


def _correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", BigId, nullable=False),
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("later_id", BigId, nullable=True),
        sa.Column("load_id", BigId, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("former", Json, nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("fact_id <> later_id", name=op.f("ck_correction_two_facts")),
        _to("correction", "fact_id", "fact.id"),
        _to("correction", "later_id", "fact.id"),
        _to("correction", "load_id", "load.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("load_id", name=op.f("uq_correction_load_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_correction_fact_id"), "correction", ["fact_id"])
    op.create_index(op.f("ix_correction_made_at"), "correction", ["made_at"])


def _ruling() -> None:
    op.create_table(
        "ruling",
        sa.Column("id", BigId, nullable=False),
        sa.Column("one_id", BigId, nullable=False),
        sa.Column("other_id", BigId, nullable=False),
        sa.Column("chosen_id", BigId, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_by", sa.String(), nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_ruling_pair")),
        sa.CheckConstraint(
            "chosen_id IS NULL OR chosen_id IN (one_id, other_id)", name=op.f("ck_ruling_chosen")
        ),
        _to("ruling", "one_id", "fact.id"),
        _to("ruling", "other_id", "fact.id"),
        _to("ruling", "chosen_id", "fact.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_ruling_other_id"), "ruling", ["other_id"])
    op.create_index(
        "uq_ruling_holds",
        "ruling",
        ["one_id", "other_id"],
        unique=True,
        sqlite_where=HOLDS,
        postgresql_where=HOLDS,
    )


def _contested_term() -> None:
    op.create_table(
        "contested_term",
        sa.Column("id", BigId, nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column("removed_by", sa.String(), nullable=True),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contested_term")),
        sqlite_autoincrement=True,
    )


def _prompt() -> None:
    op.create_table(
        "prompt",
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("subject", Json, nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        _to("prompt", "chat_id", "chat.id"),
        _to("prompt", "person_id", "person.id"),
        sa.PrimaryKeyConstraint("chat_id", "person_id", name=op.f("pk_prompt")),
    )


def _change_told(*, threads: bool) -> None:
    thread = _thread(threads=threads)
    op.create_table(
        "change_told",
        sa.Column("chat_id", BigId, nullable=False),
        *thread,
        sa.Column("earlier_id", BigId, nullable=False),
        sa.Column("later_id", BigId, nullable=False),
        sa.Column("delivery_id", BigId, nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        _to("change_told", "chat_id", "chat.id"),
        _to("change_told", "delivery_id", "delivery.id"),
        sa.ForeignKeyConstraint(
            ["earlier_id", "later_id"],
            ["fact_link.earlier_id", "fact_link.later_id"],
            name=op.f("fk_change_told_earlier_id_later_id_fact_link"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "chat_id",
            *(column.name for column in thread),
            "earlier_id",
            "later_id",
            name=op.f("pk_change_told"),
        ),
    )
    op.create_index("ix_change_told_earlier_id_later_id", "change_told", ["earlier_id", "later_id"])


def _withdrawal_told(*, threads: bool) -> None:
    thread = _thread(threads=threads)
    delivery = [sa.Column("delivery_id", BigId, nullable=True)] if threads else []
    op.create_table(
        "withdrawal_told",
        sa.Column("chat_id", BigId, nullable=False),
        *thread,
        sa.Column("fact_id", BigId, nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=False),
        *delivery,
        sa.Column("told_at", UtcDateTime(), nullable=False),
        _to("withdrawal_told", "chat_id", "chat.id"),
        _to("withdrawal_told", "fact_id", "fact.id"),
        *([_to("withdrawal_told", "delivery_id", "delivery.id")] if threads else []),
        sa.PrimaryKeyConstraint(
            "chat_id",
            *(column.name for column in thread),
            "fact_id",
            "ended_at",
            name=op.f("pk_withdrawal_told"),
        ),
    )
    op.create_index(op.f("ix_withdrawal_told_fact_id"), "withdrawal_told", ["fact_id"])


def _retell(table: str, create: object, *, threads: bool) -> None:
    """Make a table of what was told anew, with its rows, for threads or for whole chats."""
    fact = "earlier_id" if table == "change_told" else "fact_id"
    others = "earlier_id, later_id" if table == "change_told" else "fact_id, ended_at"
    op.execute(f"CREATE TABLE told_before AS SELECT * FROM {table}")
    op.drop_table(table)
    create(threads=threads)  # type: ignore[operator]
    if not threads:
        changes = table == "change_told"
        delivery, latest = (", delivery_id", ", max(delivery_id)") if changes else ("", "")
        op.execute(
            f"INSERT INTO {table} (chat_id, {others}{delivery}, told_at)"
            f" SELECT chat_id, {others}{latest}, min(told_at) FROM told_before"
            f" GROUP BY chat_id, {others}"
        )
    else:
        delivery = ", delivery_id" if table == "change_told" else ""
        columns = ", ".join(f"told_before.{name}" for name in f"{others}{delivery}".split(", "))
        # A chat was told once, wherever in it the fact was shown.
        op.execute(
            f"INSERT INTO {table} (chat_id, thread_id, {others}{delivery}, told_at)"
            f" SELECT DISTINCT told_before.chat_id, coalesce(delivery.thread_id, 0), {columns},"
            " told_before.told_at FROM told_before"
            " LEFT JOIN sighting ON sighting.chat_id = told_before.chat_id"
            f" AND sighting.fact_id = told_before.{fact}"
            " LEFT JOIN delivery ON delivery.id = sighting.delivery_id"
        )
    op.drop_table("told_before")


def _thread(*, threads: bool) -> list[sa.Column[int]]:
    if not threads:
        return []
    return [sa.Column("thread_id", BigId, autoincrement=False, nullable=False)]


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target.split('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name)
