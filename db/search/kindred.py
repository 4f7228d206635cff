"""Which standing facts may speak of the same as a new one: those that share its rare stems."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import TermRow
from db.queries.terms import chunks, counts_above, standing_facts
from db.search.postings import facts_under
from db.viewer import EVERYTHING

MOST_KINDRED = 200
# A stem in more facts than this, or than this share of them, tells little; the rarest few of a
# fact are looked up.
COMMON, COMMON_IN_FEW, COMMON_SHARE = 2_000, 200, 20
LOOKED_UP = 5
SHARED = 2


def kindred(
    session: Session, stems: Sequence[Sequence[str]], *, now: datetime, shared: int = SHARED
) -> list[list[int]]:
    """Return for each fact, given by its stems, the standing facts that share rare ones."""
    counts = _counts(session, sorted({stem for each in stems for stem in each}))
    postings: dict[int, list[int]] = {}
    found: list[list[int]] = []
    for each in stems:
        rare = sorted(counts[stem] for stem in each if stem in counts)[:LOOKED_UP]
        weights: dict[int, float] = defaultdict(float)
        held: dict[int, int] = defaultdict(int)
        for count, term_id in rare:
            if term_id not in postings:
                postings[term_id] = facts_under(session, term_id, viewer=EVERYTHING, now=now)
            for fact_id in postings[term_id]:
                weights[fact_id] += 1 / count
                held[fact_id] += 1
        least = min(shared, len(rare))
        near = (fact_id for fact_id in weights if held[fact_id] >= least)
        found.append(sorted(near, key=lambda i: (-weights[i], i))[:MOST_KINDRED])
    return found


def _counts(session: Session, stems: Sequence[str]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    standing = standing_facts(session, EVERYTHING)
    common = min(COMMON, max(COMMON_IN_FEW, standing // COMMON_SHARE))
    for chunk in chunks(stems):
        above = counts_above(session, EVERYTHING, chunk)
        rows = session.execute(
            select(TermRow.stem, TermRow.filed_count, TermRow.id).where(TermRow.stem.in_(chunk))
        )
        for stem, public, term_id in rows:
            count = public + above.get(term_id, (0, 0))[1]
            if 1 <= count <= common:
                found[stem] = (count, term_id)
    return found
