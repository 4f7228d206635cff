"""What stored facts are filed under, made again from the passages that state them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import encoding
from db.models import DocumentRow, FactRow, PassageRow, ReadingRow
from db.queries.terms import Filing, chunks
from db.viewer import LABELS
from facts.answering.index import filed_stems, filed_words
from facts.types import Context

# The filing of each passage of a fact that its documents' level sets apart, the widest level first.
Layers = list[tuple[int, Filing]]


def filing(text: str, context: Context, speaker: str | None, reading_text: str) -> Filing:
    """Return what a fact is filed under, in its own words and in what stands around it."""
    around = " \n ".join(
        [
            context.title or "",
            *context.headings,
            *context.heads,
            *(span.of(reading_text) for span in context.previous),
            context.lead_in.of(reading_text) if context.lead_in else "",
            speaker or "",
        ]
    )
    surface = dict((*filed_words(text), *filed_words(around)))
    return Filing(filed_stems(text), filed_stems(around), surface)


def layers_of(session: Session, facts: Sequence[FactRow]) -> dict[int, Layers]:
    """Return, for each fact that a passage states, its filing at each level that it is stated at.

    As when it was loaded, the first passage at a level stands for the others there.
    """
    by_id = {fact.id: fact for fact in facts}
    found: dict[int, Layers] = defaultdict(list)
    texts: dict[int, str] = {}
    for chunk in chunks(sorted(by_id)):
        rows = session.execute(
            select(PassageRow, DocumentRow.title, DocumentRow.visibility)
            .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
            .where(PassageRow.fact_id.in_(chunk), PassageRow.live_until.is_(None))
            .order_by(PassageRow.id)
        )
        first: dict[tuple[int, int], tuple[PassageRow, str | None]] = {}
        for passage, title, label in rows:
            first.setdefault((passage.fact_id, LABELS.index(label)), (passage, title))
        texts |= _readings(session, {p.reading_id for p, _ in first.values()} - texts.keys())
        for (fact_id, level), (passage, title) in sorted(first.items(), key=lambda one: one[0]):
            fact = by_id[fact_id]
            context = encoding.context(passage.context, title)
            filed = filing(fact.text, context, fact.speaker, texts[passage.reading_id])
            found[fact_id].append((level, filed))
    return found


def widest_labels(session: Session, fact_ids: Sequence[int]) -> Mapping[int, str]:
    """Return for each fact that a passage states the widest label of the documents that do."""
    found: dict[int, str] = {}
    for chunk in chunks(fact_ids):
        rows = session.execute(
            select(PassageRow.fact_id, DocumentRow.visibility)
            .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
            .where(PassageRow.fact_id.in_(chunk), PassageRow.live_until.is_(None))
            .distinct()
        )
        for fact_id, label in rows:
            found[fact_id] = min(found.get(fact_id, label), label, key=LABELS.index)
    return found


def _readings(session: Session, ids: set[int]) -> dict[int, str]:
    texts = select(ReadingRow.id, ReadingRow.text).where(ReadingRow.id.in_(ids))
    return {row.id: row.text for row in session.execute(texts)}
