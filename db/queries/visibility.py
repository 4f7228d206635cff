"""Who may see a fact: kept with it and with its terms, whenever a document or its label changes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from db.models import DocumentRow, FactRow, PassageRow, WordRow
from db.queries.filings import Layers, layers_of, widest_labels
from db.queries.sequences import take
from db.queries.terms import add_words, chunks, decoded, encoded, rewrite, set_level, term_ids
from db.search.postings import facts_under, newest_under
from db.viewer import LABELS, Viewer, cleared

# A word in common use is found in one of so many facts; of a rarer one all are looked at.
LOOKED_AT = 40


def settle_visibility(
    session: Session, now: datetime, fact_ids: Sequence[int], *, relabelled: bool = False
) -> list[int]:
    """Let standing facts be seen by whoever may see one of their documents; return those opened.

    Opened are facts that more people may see than before: they are new to those. With
    `relabelled` what the facts are filed under is made anew even where they are seen as before.
    """
    session.flush()
    labels = widest_labels(session, sorted(set(fact_ids)))
    opened: list[FactRow] = []
    for chunk in chunks(sorted(labels), 1_000):
        rows = select(FactRow).where(FactRow.id.in_(chunk), FactRow.live_until.is_(None))
        facts = session.scalars(rows.order_by(FactRow.id)).all()
        changed = [f for f in facts if relabelled or f.visibility != labels[f.id]]
        wider = [f for f in changed if _level(labels[f.id]) < _level(f.visibility)]
        for fact in changed:
            fact.visibility = labels[fact.id]
        _file_anew(session, now, changed)
        opened += wider
    for fact, place in zip(opened, take(session, "went_live", len(opened)), strict=True):
        fact.went_live = place
    session.flush()
    return [fact.id for fact in opened]


def any_at(session: Session, labels: Sequence[str]) -> bool:
    """Say whether a document has one of these labels."""
    return bool(session.scalar(select(exists().where(DocumentRow.visibility.in_(labels)))))


def labels_of_facts(session: Session, fact_ids: Iterable[int]) -> dict[int, str]:
    """Return the label of each of these facts that is there."""
    found: dict[int, str] = {}
    for chunk in chunks(sorted(set(fact_ids))):
        rows = session.execute(select(FactRow.id, FactRow.visibility).where(FactRow.id.in_(chunk)))
        found.update((fact_id, label) for fact_id, label in rows)
    return found


def labels_standing(session: Session, fact_ids: Iterable[int]) -> dict[int, str]:
    """Return those of the facts that stand, each with the label of those who may see it."""
    found: dict[int, str] = {}
    for chunk in chunks(sorted(set(fact_ids))):
        wanted = select(FactRow.id, FactRow.visibility).where(FactRow.id.in_(chunk))
        rows = session.execute(wanted.where(FactRow.live_until.is_(None)))
        found.update((fact_id, label) for fact_id, label in rows)
    return found


def labels_of_documents(session: Session, document_ids: Iterable[int]) -> dict[int, str]:
    """Return the label of each of these documents, withdrawn or not."""
    found: dict[int, str] = {}
    for chunk in chunks(sorted(set(document_ids))):
        wanted = select(DocumentRow.id, DocumentRow.visibility).where(DocumentRow.id.in_(chunk))
        found.update((document_id, label) for document_id, label in session.execute(wanted))
    return found


def seen_no_wider(session: Session, passage_ids: Sequence[int], load_id: int) -> list[int]:
    """Return those of the passages that nobody may see who may not see what a load brought."""
    brought = (
        select(DocumentRow.visibility)
        .join(PassageRow, PassageRow.document_id == DocumentRow.id)
        .where(PassageRow.load_id == load_id)
    )
    widest = min(map(_level, session.scalars(brought.distinct())), default=0)
    rows = session.execute(
        select(PassageRow.id, DocumentRow.visibility)
        .join(DocumentRow, DocumentRow.id == PassageRow.document_id)
        .where(PassageRow.id.in_(passage_ids))
        .order_by(PassageRow.id)
    )
    return [passage_id for passage_id, label in rows if _level(label) >= widest]


def _level(label: str) -> int:
    return LABELS.index(label)


def _file_anew(session: Session, now: datetime, facts: Sequence[FactRow]) -> None:
    """File facts at the levels of their documents, and their words with them."""
    if not facts:
        return
    layers = layers_of(session, facts)
    surface = [_surface(layers[fact.id]) for fact in facts]
    stems = {word: stem for words in surface for word, (stem, _) in words.items()}
    ids = term_ids(session, list(dict.fromkeys(stems.values())))
    rewrite(session, facts, [_terms(fact, layers[fact.id], ids) for fact in facts])
    levels: dict[str, int] = {}
    for words in surface:
        for word, (_, level) in words.items():
            levels[word] = min(level, levels.get(word, level))
    for level in range(len(LABELS)):
        at = {word: stems[word] for word, its in levels.items() if its == level}
        add_words(session, at, ids, level=level)
        if level:
            _lift(session, now, {word: ids[stem] for word, stem in at.items()}, level)


def _surface(layers: Layers) -> dict[str, tuple[str, int]]:
    """Return each surface word with its stem and the lowest level at which it stands."""
    found: dict[str, tuple[str, int]] = {}
    for level, filed in layers:
        for word, stem in filed.surface.items():
            found.setdefault(word, (stem, level))
    return found


def _terms(fact: FactRow, layers: Layers, ids: Mapping[str, int]) -> str:
    """Return the terms of a fact, each encoded for the lowest level that its documents allow.

    A term that none of them accounts for was given by a person: it stays with the fact.
    """
    held: dict[int, int] = {}
    for level, filed in layers:
        for stem in (*filed.own, *filed.context):
            held.setdefault(ids[stem], level)
    lowest = layers[0][0]
    for term_id, before in map(decoded, fact.terms.split()):
        held.setdefault(term_id, max(before, lowest))
    return " ".join(encoded(term_id, level) for term_id, level in held.items())


def _lift(session: Session, now: datetime, words: Mapping[str, int], level: int) -> None:
    """Let words, given with their terms, be of a level unless a fact below it holds them."""
    lower: list[str] = []
    for chunk in chunks(sorted(words)):
        below = WordRow.word.in_(chunk), WordRow.level < level
        lower += session.scalars(select(WordRow.word).where(*below).order_by(WordRow.word))
    by_term: dict[int, set[str]] = {}
    for word in lower:
        by_term.setdefault(words[word], set()).add(word)
    viewer = cleared(LABELS[level - 1])
    held: dict[int, frozenset[str]] = {}
    gone: list[str] = []
    for term_id, sought in sorted(by_term.items()):
        gone += sorted(_unheld(session, now, term_id, sought, viewer, held))
    set_level(session, gone, level)


def _unheld(
    session: Session,
    now: datetime,
    term_id: int,
    sought: set[str],
    viewer: Viewer,
    held: dict[int, frozenset[str]],
) -> set[str]:
    """Return those words that no standing fact under their term holds as this viewer sees it."""
    missing = set(sought)
    newest = newest_under(session, term_id, viewer=viewer, now=now, most=LOOKED_AT)
    missing -= _held(session, newest, viewer, held)
    if missing and len(newest) == LOOKED_AT:
        for chunk in chunks(facts_under(session, term_id, viewer=viewer, now=now), 500):
            missing -= _held(session, chunk, viewer, held)
            if not missing:
                break
    return missing


def _held(
    session: Session, fact_ids: Sequence[int], viewer: Viewer, held: dict[int, frozenset[str]]
) -> set[str]:
    """Return the words that stand with facts in documents that this viewer may see."""
    fresh = [fact_id for fact_id in fact_ids if fact_id not in held]
    if fresh:
        facts = session.scalars(select(FactRow).where(FactRow.id.in_(fresh))).all()
        held.update(dict.fromkeys(fresh, frozenset()))
        for fact_id, layers in layers_of(session, facts).items():
            seen = [filed for level, filed in layers if level in viewer.levels]
            held[fact_id] = frozenset(word for filed in seen for word in filed.surface)
    return {word for fact_id in fact_ids for word in held[fact_id]}
