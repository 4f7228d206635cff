"""The store's terms: stems with their counts, surface words, and facts filed under them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session

from db.models import FactRow, TermRow, WordRow
from db.queries.sequences import take
from facts.answering.index import filed_stems

CHUNK = 5_000
_COUNT = text(
    "UPDATE term SET fact_count = fact_count + :more_facts,"
    " filed_count = filed_count + :more_filed WHERE id = :term"
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filing:
    """What a fact is filed under: stems of its own words and of its context, and all words.

    `surface` maps each folded surface word to its stem.
    """

    own: tuple[str, ...]
    context: tuple[str, ...]
    surface: Mapping[str, str]


def chunks(things: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Cut `things` into pieces that fit an engine's limit of bound values."""
    return (things[at : at + size] for at in range(0, len(things), size))


def encoded(term_id: int) -> str:
    """Return a term as one plain lower-case word, which FTS5 and tsvector leave alone."""
    return f"t{term_id}"


def file_terms(session: Session, filings: Sequence[Filing]) -> list[str]:
    """Count the filings' terms and return, for each, its encoded terms.

    Surface words and stems that the store has not met are added.
    """
    own = Counter(stem for filing in filings for stem in dict.fromkeys(filing.own))
    filed = Counter(
        stem for filing in filings for stem in dict.fromkeys((*filing.own, *filing.context))
    )
    surface = {word: stem for filing in filings for word, stem in filing.surface.items()}
    stems = list(dict.fromkeys((*filed, *surface.values())))
    ids = _known_terms(session, stems)
    _add_terms(session, [stem for stem in stems if stem not in ids], ids)
    _count(session, ids, own, filed)
    _add_words(session, surface, ids)
    return [
        " ".join(encoded(ids[stem]) for stem in dict.fromkeys((*filing.own, *filing.context)))
        for filing in filings
    ]


def index_facts(session: Session, terms_by_fact: Sequence[tuple[int, str]]) -> None:
    """Put facts into the full-text index; on PostgreSQL the row itself is indexed."""
    if session.get_bind().dialect.name == "sqlite" and terms_by_fact:
        session.execute(
            text("INSERT INTO fact_search(rowid, terms) VALUES (:id, :terms)"),
            [{"id": fact_id, "terms": terms} for fact_id, terms in terms_by_fact],
        )


def file_also(session: Session, fact_ids: Sequence[int], surface: Mapping[str, str]) -> None:
    """File standing facts under further stems as well; `surface` maps folded words to stems."""
    stems = list(dict.fromkeys(surface.values()))
    ids = _known_terms(session, stems)
    _add_terms(session, [stem for stem in stems if stem not in ids], ids)
    _add_words(session, surface, ids)
    wanted = [encoded(ids[stem]) for stem in stems]
    added: Counter[str] = Counter()
    before: list[tuple[int, str]] = []
    after: list[tuple[int, str]] = []
    for chunk in chunks(fact_ids):
        for fact in session.scalars(select(FactRow).where(FactRow.id.in_(chunk))):
            held = fact.terms.split()
            fresh = [term for term in wanted if term not in held]
            before.append((fact.id, fact.terms))
            fact.terms = " ".join([*held, *fresh])
            after.append((fact.id, fact.terms))
            added.update(fresh)
    session.flush()
    _unindex_facts(session, before)
    index_facts(session, after)
    rows = [{"term": int(t[1:]), "more_facts": 0, "more_filed": n} for t, n in added.items()]
    if rows:
        session.connection().execute(_COUNT, rows)


def _unindex_facts(session: Session, terms_by_fact: Sequence[tuple[int, str]]) -> None:
    if session.get_bind().dialect.name == "sqlite" and terms_by_fact:
        session.execute(
            text("INSERT INTO fact_search(fact_search, rowid, terms) VALUES ('delete', :id, :t)"),
            [{"id": fact_id, "t": terms} for fact_id, terms in terms_by_fact],
        )


def recount(session: Session, facts: Sequence[tuple[str, str]], *, by: int) -> None:
    """Add `by` to the counts of the terms of facts, given as words and encoded terms.

    The rows and postings of facts that no longer stand remain, so that they can return; the
    counts, and with them the vocabulary, speak of standing facts only.
    """
    own = Counter(stem for words, _ in facts for stem in filed_stems(words))
    filed = Counter(int(term[1:]) for _, terms in facts for term in terms.split())
    ids = _known_terms(session, list(own))
    held = {ids[stem]: count for stem, count in own.items() if stem in ids}
    rows = [
        {"term": term, "more_facts": by * held.get(term, 0), "more_filed": by * count}
        for term, count in sorted(filed.items())
    ]
    if rows:
        session.connection().execute(_COUNT, rows)


def vocabulary(session: Session) -> list[tuple[str, str, int]]:
    """Return all (folded word, stem, standing facts that hold it), in a fixed order."""
    rows = session.execute(
        select(WordRow.word, TermRow.stem, TermRow.fact_count)
        .join(TermRow, TermRow.id == WordRow.term_id)
        .where(TermRow.filed_count > 0)
    )
    return sorted((word, stem, count) for word, stem, count in rows)


def standing_facts(session: Session) -> int:
    """Return how many facts stand."""
    standing = select(func.count()).select_from(FactRow).where(FactRow.live_until.is_(None))
    return session.scalar(standing) or 0


def _known_terms(session: Session, stems: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(stems):
        rows = session.execute(select(TermRow.stem, TermRow.id).where(TermRow.stem.in_(chunk)))
        found.update((stem, term_id) for stem, term_id in rows)
    return found


def _add_terms(session: Session, stems: Sequence[str], ids: dict[str, int]) -> None:
    if not stems:
        return
    fresh = dict(zip(stems, take(session, "term", len(stems)), strict=True))
    session.execute(
        insert(TermRow),
        [
            {"id": term_id, "stem": stem, "fact_count": 0, "filed_count": 0}
            for stem, term_id in fresh.items()
        ],
    )
    ids.update(fresh)


def _count(
    session: Session, ids: Mapping[str, int], own: Mapping[str, int], filed: Mapping[str, int]
) -> None:
    rows = [
        {"term": ids[stem], "more_facts": own.get(stem, 0), "more_filed": count}
        for stem, count in filed.items()
    ]
    if rows:
        session.connection().execute(_COUNT, rows)


def _add_words(session: Session, surface: Mapping[str, str], ids: Mapping[str, int]) -> None:
    words = list(surface)
    known: set[str] = set()
    for chunk in chunks(words):
        known.update(session.scalars(select(WordRow.word).where(WordRow.word.in_(chunk))))
    fresh = [{"word": word, "term_id": ids[surface[word]]} for word in words if word not in known]
    if fresh:
        session.execute(insert(WordRow), fresh)
