"""Keeping searches quick after loads: PostgreSQL's planner told what there is."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

# What PostgreSQL itself looks at from time to time, here as soon as a load has ended.
_CHANGED = text(
    "SELECT relname FROM pg_stat_user_tables WHERE schemaname = current_schema()"
    " AND n_mod_since_analyze > 1000 + n_live_tup / 10 ORDER BY relname"
)


def changed_tables(session: Session) -> Sequence[str]:
    """Return the tables that changed much since PostgreSQL gathered statistics on them."""
    return session.scalars(_CHANGED).all()


def gather_statistics(session: Session, tables: Sequence[str]) -> None:
    """Let PostgreSQL look at tables anew, which its planning of a search rests on."""
    session.execute(text("ANALYZE " + ", ".join(f'"{table}"' for table in tables)))
