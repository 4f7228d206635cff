"""The desk's own statements: each is a signed, dated note of the desk, loaded like any document.

So what the desk says is quoted under the same rule as everything else: word for word, from a
stored reading that is checked against its hash.
"""

import csv
import io
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.services.loading import apply, rehearse
from bot.services.understanding import Understood, understand
from bot.views.texts import say
from db.models import LoadRow
from db.queries.loads import DESK_NOTE
from db.queries.standing import stored_by_identity
from db.queries.statements import fact_of_load
from db.viewer import PUBLIC
from facts.errors import BriefingError
from facts.extraction.sentences import sentences
from facts.reading.limits import LONGEST_GIVEN
from facts.reading.read import read_here
from facts.reconcile.identity import identity
from facts.types import Basis, FactDraft, FactKind, Particulars

FILE_NAME = DESK_NOTE


class StatementRefused(BriefingError):
    """Words that cannot be a statement of the desk."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the desk states: its words, under which title, by whom (`actor`) and on which day.

    `speaker` is whose words they are, None for the desk's own; `outlet` is the desk's name where
    it has one. With `each_sentence` every sentence is a fact of its own.
    """

    words: str
    title: str
    actor: str
    day: date
    speaker: str | None = None
    outlet: str | None = None
    each_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement that stands now: its load and its fact."""

    load_id: int
    fact_id: int


def state(
    session: Session, now: datetime, *, statement: Statement, visibility: str = PUBLIC
) -> Stated:
    """Load a statement of the desk and return where it stands.

    Words that stand already keep their fact. Raises StatementRefused for words that cannot be
    quoted.
    """
    load_id = write_down(session, now, statement)
    return stand(session, now, load_id, statement.actor, visibility=visibility)


def write_down(session: Session, now: datetime, statement: Statement) -> int:
    """Store a statement as a load that changes nothing yet; return its number."""
    note = _told_apart(session, note_of(now, statement))
    plan = rehearse(
        session,
        now,
        file_name=FILE_NAME,
        documents=[note],
        actor=statement.actor,
        today=statement.day,
    )
    if plan.load_id is None:
        raise StatementRefused(say("statement-stored"))
    return plan.load_id


def stand(
    session: Session, now: datetime, load_id: int, actor: str, *, visibility: str = PUBLIC
) -> Stated:
    """Let a statement that was written down stand, for those who may see it."""
    session.get_one(LoadRow, load_id).visibility = visibility
    apply(session, now, load_id=load_id, actor=actor)
    fact_id, _ = fact_of_load(session, load_id)
    return Stated(load_id, fact_id)


def note_of(now: datetime, statement: Statement) -> Understood:
    """Return a statement as a read and understood document; raises StatementRefused."""
    words = statement.words.strip()
    if not any(letter.isalnum() for letter in words):
        raise StatementRefused(say("statement-empty"))
    if len(words) > LONGEST_GIVEN:
        raise StatementRefused(say("statement-long", most=LONGEST_GIVEN))
    if "\0" in words:
        raise StatementRefused(say("statement-zero"))
    note = {
        "text": "",
        "title": statement.title,
        "source": statement.outlet or say("desk-outlet"),
        "date": statement.day.isoformat(),
        "speaker": statement.speaker or "",
        "signed_at": now.isoformat(),
    }
    table = io.StringIO()
    told = [{**note, "text": text}.values() for text in _parts(statement, words)]
    csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([note, *told])
    content = table.getvalue().encode("utf-8", "replace")
    [understood] = understand(read_here(FILE_NAME, content, Particulars()))
    return replace(understood, drafts=tuple(map(_draft, understood.drafts)))


def _parts(statement: Statement, words: str) -> list[str]:
    if not statement.each_sentence:
        return [words]
    lines = [line.strip() for line in words.splitlines()]
    parts = [span.of(line) for line in lines for span in sentences(line)]
    return [part for part in parts if any(letter.isalnum() for letter in part)]


def _draft(draft: FactDraft) -> FactDraft:
    """Take the words as what the desk narrates, unless they are given as somebody's."""
    given = draft.attribution.basis is Basis.GIVEN
    return draft if given else replace(draft, kind=FactKind.SENTENCE)


def _told_apart(session: Session, note: Understood) -> Understood:
    """Give words that no longer stand elsewhere an identity of their own, so that they do here."""
    names = [
        identity(draft, reading_text=note.document.reading.text, origin=note.sha256)
        for draft in note.drafts
    ]
    stored = stored_by_identity(session, names)
    if all(fact.stands for fact in stored.values()):
        return note
    own = f"desk-{note.sha256[:12]}"
    return replace(note, drafts=tuple(replace(each, external_id=own) for each in note.drafts))
