"""What facts are filed under, told by the lists of terms and by the facts themselves."""

from collections import defaultdict

from sqlalchemy import select

from db.engine import Store
from db.models import FactRow, PostingRow
from db.queries.terms import decoded

Filed = dict[tuple[int, int], list[int]]


def filed_in_lists(store: Store) -> Filed:
    """Return the facts under each term and level as the lists hold them."""
    found: Filed = defaultdict(list)
    with store.reads.begin() as session:
        rows = session.scalars(select(PostingRow).order_by(PostingRow.block)).all()
        for row in rows:
            written = (row.fact_ids[at : at + 4] for at in range(0, len(row.fact_ids), 4))
            ids = [int.from_bytes(each, "little") for each in written]
            assert ids
            assert {fact_id >> 16 for fact_id in ids} == {row.block}
            found[row.term_id, row.level] += ids
    return dict(found)


def filed_with_facts(store: Store) -> Filed:
    """Return the same as each fact's own row tells it."""
    found: Filed = defaultdict(list)
    wanted = select(FactRow.id, FactRow.terms).order_by(FactRow.id)
    with store.reads.begin() as session:
        for fact_id, terms in session.execute(wanted):
            for term in terms.split():
                found[decoded(term)].append(fact_id)
    return dict(found)
