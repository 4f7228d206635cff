"""What readers and admins teach: phrasings from accepted choices, and aliases."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from db.models import AliasRow, AnswerRow, PhrasingRow
from db.queries.audit import record
from db.queries.learning import (
    LIVE,
    PROPOSED,
    REFUSED,
    alias_rows,
    count_phrasings,
    gist_of,
    phrasing_by,
    phrasings_in,
    texts_of,
)
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.visibility import labels_of_facts
from db.viewer import EVERYTHING, Viewer
from facts.answering.aliases import alias_of
from facts.errors import BriefingError
from facts.text import fold

MOST_LISTED = 10
A_PAGE, ALIASES_A_PAGE = 5, 10
LONGEST_ALIAS = 100


class TeachingRefused(BriefingError):
    """An alias or a decision on a phrasing cannot be taken."""


def propose(
    session: Session, now: datetime, *, answer: AnswerRow, fact_id: int, person_id: int
) -> None:
    """Take a reader's choice as a proposal that this is another way to ask for the fact."""
    grounds = answer.grounds or {}
    asked = gist_of(grounds["gist"]) if grounds.get("gist") else None
    if asked is None or not asked.stems:
        return
    known = phrasing_by(session, fact_id, asked.key)
    if known is not None:
        known.chosen += 1
        _changed_use(session, known)
        return
    session.add(
        PhrasingRow(
            fact_id=fact_id,
            text=grounds["asked"],
            stem_key=asked.key,
            stems=grounds["gist"],
            state=PROPOSED,
            chosen=1,
            against=0,
            proposed_by=person_id,
            proposed_at=now,
        )
    )
    session.flush()


def count_against(session: Session, answer: AnswerRow, fact_ids: Iterable[int]) -> None:
    """Let a refusal count against the phrasings that led to these facts."""
    grounds = answer.grounds or {}
    if not grounds.get("gist"):
        return
    key = gist_of(grounds["gist"]).key
    for fact_id in fact_ids:
        known = phrasing_by(session, fact_id, key)
        if known is not None:
            known.against += 1
            _changed_use(session, known)


def decide_phrasing(
    session: Session,
    now: datetime,
    *,
    phrasing_id: int,
    live: bool,
    actor: str,
    viewer: Viewer = EVERYTHING,
) -> PhrasingRow:
    """Make a phrasing live, or refuse it; raise TeachingRefused when it is not there.

    To who may not see its fact, it is not.
    """
    row = session.get(PhrasingRow, phrasing_id, with_for_update=True)
    label = labels_of_facts(session, [row.fact_id])[row.fact_id] if row else None
    if row is None or label not in viewer.labels:
        raise TeachingRefused(f"There is no phrasing {phrasing_id}.")
    before, after = row.state, LIVE if live else REFUSED
    if before != after:
        row.state, row.decided_by, row.decided_at = after, actor, now
        take_one(session, STORE_VERSION)
        changed = {"before": before, "after": after, "text": row.text}
        subject = f"phrasing {row.id}"
        record(session, now, actor=actor, verb="decide", subject=subject, particulars=changed)
    return row


def list_phrasings(
    session: Session, now: datetime, *, every: bool = False
) -> list[tuple[PhrasingRow, str]]:
    """Return phrasings, each with the words of its fact: proposals first, then live ones.

    With `every` the refused ones too.
    """
    states = (PROPOSED, LIVE, REFUSED) if every else (PROPOSED, LIVE)
    rows = phrasings_in(session, states, EVERYTHING, most=MOST_LISTED)
    texts = texts_of(session, [row.fact_id for row in rows])
    return [(row, texts[row.fact_id]) for row in rows]


def phrasing_page(
    session: Session, now: datetime, *, page: int, viewer: Viewer
) -> tuple[list[tuple[PhrasingRow, str]], int, int]:
    """Return a page of phrasings in use or proposed, its number, and how many there are.

    Those of facts that the viewer may not see are left out.
    """
    states = (PROPOSED, LIVE)
    pages = max(1, -(-count_phrasings(session, states, viewer) // A_PAGE))
    page = min(page, pages - 1)
    rows = phrasings_in(session, states, viewer, most=A_PAGE, after=page * A_PAGE)
    texts = texts_of(session, [row.fact_id for row in rows])
    return [(row, texts[row.fact_id]) for row in rows], page, pages


def alias_page(
    session: Session, now: datetime, *, page: int
) -> tuple[Sequence[AliasRow], int, int]:
    """Return a page of the aliases in use, the newest first, its number, and how many there are."""
    held = alias_rows(session)[::-1]
    pages = max(1, -(-len(held) // ALIASES_A_PAGE))
    page = min(page, pages - 1)
    return held[page * ALIASES_A_PAGE : (page + 1) * ALIASES_A_PAGE], page, pages


def add_alias(session: Session, now: datetime, *, words: str, meaning: str, actor: str) -> AliasRow:
    """Take two wordings for the same thing; raise TeachingRefused when they cannot be that."""
    one, other = " ".join(words.split()), " ".join(meaning.split())
    several = "=" in one + other
    if several or max(len(one), len(other)) > LONGEST_ALIAS or alias_of(one, other) is None:
        raise TeachingRefused(
            "Give two different wordings of a few words each with one = between them, as in: "
            "peace deal = accord"
        )
    pair = {fold(one), fold(other)}
    if any({fold(row.words), fold(row.meaning)} == pair for row in alias_rows(session)):
        raise TeachingRefused(f"“{one}” and “{other}” are the same already.")
    row = AliasRow(words=one, meaning=other, added_by=actor, added_at=now)
    session.add(row)
    session.flush()
    _changed_alias(session, now, row, "add", actor)
    return row


def remove_alias(session: Session, now: datetime, *, alias_id: int, actor: str) -> AliasRow:
    """Take an alias out of use; raise TeachingRefused when none has this number."""
    row = session.get(AliasRow, alias_id, with_for_update=True)
    if row is None or row.removed_at is not None:
        raise TeachingRefused(f"There is no alias {alias_id}.")
    row.removed_at, row.removed_by = now, actor
    _changed_alias(session, now, row, "remove", actor)
    return row


def list_aliases(session: Session, now: datetime) -> Sequence[AliasRow]:
    """Return the aliases in use."""
    return alias_rows(session)


def _changed_alias(session: Session, now: datetime, row: AliasRow, verb: str, actor: str) -> None:
    take_one(session, STORE_VERSION)
    pair = {"words": row.words, "meaning": row.meaning}
    subject = f"alias {row.id}"
    record(session, now, actor=actor, verb=verb, subject=subject, particulars=pair)


def _changed_use(session: Session, row: PhrasingRow) -> None:
    """Let every process see when a live phrasing is taken out of use, or into it again."""
    session.flush()
    if row.state == LIVE and row.against - row.chosen in {0, 1}:
        take_one(session, STORE_VERSION)
