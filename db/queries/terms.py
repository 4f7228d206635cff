"""The store's terms: stems with their counts, surface words, and facts filed under them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.orm import Session

from db.models import FactRow, TermAboveRow, TermRow, WordRow
from db.queries.postings import add_postings, remove_postings
from db.queries.sequences import take
from db.viewer import LABELS, Viewer
from facts.answering.index import filed_stems

CHUNK = 5_000
_COUNT = text(
    "UPDATE term SET fact_count = fact_count + :more_facts,"
    " filed_count = filed_count + :more_filed WHERE id = :term"
)
_COUNT_ABOVE = text(
    "INSERT INTO term_above (term_id, level, fact_count, filed_count)"
    " VALUES (:term, :level, :more_facts, :more_filed) ON CONFLICT (term_id, level) DO UPDATE"
    " SET fact_count = term_above.fact_count + excluded.fact_count,"
    " filed_count = term_above.filed_count + excluded.filed_count"
)
# A term is written with another letter for each level of visibility: a search reads, and counts,
# only the postings that its viewer may see, and a store with public documents only is as before.
LEVEL_LETTERS = "tuv"
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


def encoded(term_id: int, level: int = 0) -> str:
    """Return a term as it is written down with a fact."""
    return f"{LEVEL_LETTERS[level]}{term_id}"


def decoded(term: str) -> tuple[int, int]:
    """Return the term's id and the level of visibility that it is filed at."""
    return int(term[1:]), LEVEL_LETTERS.index(term[0])


def file_terms(session: Session, filings: Sequence[Filing], *, level: int = 0) -> list[str]:
    """Count the filings' terms and return, for each, its terms encoded for a level of visibility.

    Surface words and stems that the store has not met are added.
    """
    own = Counter(stem for filing in filings for stem in dict.fromkeys(filing.own))
    filed = Counter(
        stem for filing in filings for stem in dict.fromkeys((*filing.own, *filing.context))
    )
    surface = {word: stem for filing in filings for word, stem in filing.surface.items()}
    stems = list(dict.fromkeys((*filed, *surface.values())))
    ids = term_ids(session, stems)
    rows = [
        {"term": ids[stem], "level": level, "more_facts": own.get(stem, 0), "more_filed": count}
        for stem, count in filed.items()
    ]
    _count(session, rows)
    add_words(session, surface, ids, level=level)
    return [
        " ".join(
            encoded(ids[stem], level) for stem in dict.fromkeys((*filing.own, *filing.context))
        )
        for filing in filings
    ]


def index_facts(session: Session, terms_by_fact: Sequence[tuple[int, str]]) -> None:
    """Put facts into the lists of the encoded terms that each is filed under."""
    add_postings(session, _by_term(terms_by_fact))


def _by_term(terms_by_fact: Sequence[tuple[int, str]]) -> dict[tuple[int, int], list[int]]:
    filed: dict[tuple[int, int], list[int]] = defaultdict(list)
    for fact_id, terms in terms_by_fact:
        for term in terms.split():
            filed[decoded(term)].append(fact_id)
    return filed


def file_also(
    session: Session,
    fact_ids: Sequence[int],
    surface: Mapping[str, str],
    *,
    level: int | None = None,
) -> None:
    """File standing facts under further stems as well; `surface` maps folded words to stems.

    Without a level, for those who may see the fact.
    """
    stems = list(dict.fromkeys(surface.values()))
    ids = term_ids(session, stems)
    wanted = [ids[stem] for stem in stems]
    for chunk in chunks(fact_ids):
        facts = session.scalars(select(FactRow).where(FactRow.id.in_(chunk))).all()
        levels = [LABELS.index(f.visibility) if level is None else level for f in facts]
        each = zip(facts, levels, strict=True)
        rewrite(session, facts, [_with(fact.terms, wanted, at) for fact, at in each])
        if levels:
            add_words(session, surface, ids, level=min(levels))


def _with(terms: str, wanted: Sequence[int], level: int) -> str:
    held = {decoded(term)[0] for term in terms.split()}
    fresh = [encoded(term_id, level) for term_id in wanted if term_id not in held]
    return " ".join([*terms.split(), *fresh])


def rewrite(session: Session, facts: Sequence[FactRow], terms: Sequence[str]) -> None:
    """File standing facts under other terms than before, in the index and in the counts."""
    changed = [(fact, new) for fact, new in zip(facts, terms, strict=True) if fact.terms != new]
    recount(session, [(fact.text, fact.terms) for fact, _ in changed], by=-1)
    remove_postings(session, _by_term([(f.id, _without(f.terms, new)) for f, new in changed]))
    add_postings(session, _by_term([(f.id, _without(new, f.terms)) for f, new in changed]))
    for fact, new in changed:
        fact.terms = new
    session.flush()
    recount(session, [(fact.text, new) for fact, new in changed], by=1)


def _without(terms: str, others: str) -> str:
    return " ".join(sorted({*terms.split()} - {*others.split()}))


def recount(session: Session, facts: Sequence[tuple[str, str]], *, by: int) -> None:
    """Add `by` to the counts of the terms of facts, given as words and encoded terms.

    The rows and postings of facts that no longer stand remain, so that they can return; the
    counts, and with them the vocabulary, speak of standing facts only.
    """
    ids = _known_terms(session, list({stem for words, _ in facts for stem in filed_stems(words)}))
    own: Counter[tuple[int, int]] = Counter()
    filed: Counter[tuple[int, int]] = Counter()
    for words, terms in facts:
        levels = dict(map(decoded, terms.split()))
        filed.update(levels.items())
        stated = {ids[stem] for stem in filed_stems(words) if stem in ids}
        own.update((term, levels[term]) for term in stated if term in levels)
    rows = [
        {"term": key[0], "level": key[1], "more_facts": by * own[key], "more_filed": by * count}
        for key, count in sorted(filed.items())
    ]
    _count(session, rows)


def vocabulary(session: Session, viewer: Viewer) -> list[tuple[str, str, int]]:
    """Return all (folded word, stem, standing facts that hold it), in a fixed order.

    Only words of what this viewer may see, and only such facts are counted.
    """
    rows = session.execute(
        select(WordRow.word, TermRow.stem, TermRow.id, TermRow.fact_count, TermRow.filed_count)
        .join(TermRow, TermRow.id == WordRow.term_id)
        .where(WordRow.level.in_(viewer.levels))
    ).all()
    above = counts_above(session, viewer)
    counted = [
        (word, stem, facts + above.get(term, (0, 0))[0], filed + above.get(term, (0, 0))[1])
        for word, stem, term, facts, filed in rows
    ]
    return sorted((word, stem, facts) for word, stem, facts, filed in counted if filed > 0)


def counts_above(
    session: Session, viewer: Viewer, stems: Sequence[str] | None = None
) -> dict[int, tuple[int, int]]:
    """Return, by term, how many facts above the public ones hold it, and are filed under it.

    Only facts that this viewer may see; of all terms unless `stems` are given.
    """
    levels = [level for level in viewer.levels if level]
    if not levels:
        return {}
    counts = func.sum(TermAboveRow.fact_count), func.sum(TermAboveRow.filed_count)
    wanted = select(TermAboveRow.term_id, *counts).where(TermAboveRow.level.in_(levels))
    if stems is not None:
        wanted = wanted.join(TermRow, TermRow.id == TermAboveRow.term_id)
        wanted = wanted.where(TermRow.stem.in_(stems))
    rows = session.execute(wanted.group_by(TermAboveRow.term_id))
    return {term: (int(facts), int(filed)) for term, facts, filed in rows}


def standing_facts(session: Session, viewer: Viewer) -> int:
    """Return how many facts stand that this viewer may see."""
    standing = select(func.count()).select_from(FactRow).where(FactRow.live_until.is_(None))
    return session.scalar(standing.where(FactRow.visibility.in_(viewer.labels))) or 0


def term_ids(session: Session, stems: Sequence[str]) -> dict[str, int]:
    """Return the terms of stems; those that the store has not met are added."""
    ids = _known_terms(session, stems)
    _add_terms(session, [stem for stem in stems if stem not in ids], ids)
    return ids


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


def _count(session: Session, rows: Sequence[Mapping[str, int]]) -> None:
    """Add to the counts of terms, each row for one term at one level."""
    public = [dict(row) for row in rows if not row["level"]]
    above = [dict(row) for row in rows if row["level"]]
    if public:
        session.connection().execute(_COUNT, public)
    if above:
        session.connection().execute(_COUNT_ABOVE, above)


def add_words(
    session: Session, surface: Mapping[str, str], ids: Mapping[str, int], *, level: int
) -> None:
    """Add surface words that stand at a level; one known at a higher level is of this one now."""
    words = list(surface)
    known: dict[str, int] = {}
    for chunk in chunks(words):
        rows = session.execute(select(WordRow.word, WordRow.level).where(WordRow.word.in_(chunk)))
        known.update((word, at) for word, at in rows)
    fresh = [w for w in words if w not in known]
    if fresh:
        rows_of = [{"word": w, "term_id": ids[surface[w]], "level": level} for w in fresh]
        session.execute(insert(WordRow), rows_of)
    set_level(session, [word for word, at in known.items() if at > level], level)


def set_level(session: Session, words: Sequence[str], level: int) -> None:
    """Let words be of a level: those who may not see it do not meet them."""
    for chunk in chunks(words):
        session.execute(update(WordRow).where(WordRow.word.in_(chunk)).values(level=level))
