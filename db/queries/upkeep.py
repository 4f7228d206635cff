"""Keeping searches quick after loads: the index in few parts, the planner told what there is."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

# Each transaction that files facts adds a part to SQLite's full-text index, and every word of a
# question is looked up in every part.
MOST_PARTS = 4
_PARTS = text(
    "WITH RECURSIVE part(id) AS (SELECT min(segid) FROM fact_search_idx UNION ALL"
    " SELECT (SELECT min(segid) FROM fact_search_idx WHERE segid > part.id) FROM part"
    " WHERE part.id IS NOT NULL) SELECT count(id) FROM part"
)
# A negative number lets all parts be merged into one, however large they are.
_MERGE = text("INSERT INTO fact_search(fact_search, rank) VALUES ('merge', -:pages)")
_SORT_IN = text("SELECT gin_clean_pending_list('ix_fact_search')")
# What PostgreSQL itself looks at from time to time, here as soon as a load has ended.
_CHANGED = text(
    "SELECT relname FROM pg_stat_user_tables WHERE schemaname = current_schema()"
    " AND n_mod_since_analyze > 1000 + n_live_tup / 10 ORDER BY relname"
)


def index_parts(session: Session) -> int:
    """Return in how many parts the full-text index lies (SQLite)."""
    return int(session.scalar(_PARTS) or 0)


def merge_index(session: Session, *, pages: int) -> None:
    """Merge parts of the full-text index, about so many pages of it (SQLite)."""
    session.execute(_MERGE, {"pages": pages})


def sort_in(session: Session) -> None:
    """Let PostgreSQL sort into its index what it only noted down, and every search reads through.

    It does so by itself only after far more changes than a day's loads bring.
    """
    session.execute(_SORT_IN)


def changed_tables(session: Session) -> Sequence[str]:
    """Return the tables that changed much since PostgreSQL gathered statistics on them."""
    return session.scalars(_CHANGED).all()


def gather_statistics(session: Session, tables: Sequence[str]) -> None:
    """Let PostgreSQL look at tables anew, which its planning of a search rests on."""
    session.execute(text("ANALYZE " + ", ".join(f'"{table}"' for table in tables)))
