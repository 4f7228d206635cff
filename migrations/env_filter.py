"""What Alembic may compare: it cannot see how FTS5 or an expression index is made."""

from typing import Any


def ours(thing: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    """Say whether Alembic may compare this table or index."""
    return not (name or "").startswith(("fact_search", "ix_fact_search"))
