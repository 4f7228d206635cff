"""What every question is read and decided with, built once a store version in every process."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.queries.learning import aliases, live_phrasings, thresholds
from db.queries.sequences import STORE_VERSION, last_number
from db.queries.terms import standing_facts, vocabulary
from facts.answering.phrasing import Phrasing
from facts.answering.spelling import Vocabulary, english
from facts.answering.weights import Thresholds


@dataclass(frozen=True, slots=True)
class Learned:
    """The store's words with the desk's aliases, its live phrasings, and its own thresholds."""

    version: int
    vocabulary: Vocabulary
    phrasings: tuple[Phrasing, ...]
    thresholds: Thresholds | None


class Vocabularies:
    """Keeps what belongs to the newest store version seen; made once, passed to services."""

    def __init__(self) -> None:
        self._held: Learned | None = None

    def learned(self, session: Session) -> Learned:
        """Return what the store knows now, reading it only after a change of its version."""
        version = last_number(session, STORE_VERSION)
        held = self._held  # another thread may put a newer one in its place meanwhile
        if held is None or held.version != version:
            held = Learned(
                version=version,
                vocabulary=Vocabulary.build(
                    vocabulary(session), standing_facts(session), aliases(session)
                ),
                phrasings=live_phrasings(session),
                thresholds=thresholds(session),
            )
            self._held = held
        return held

    def current(self, session: Session) -> tuple[int, Vocabulary]:
        """Return the store's version and its vocabulary."""
        learned = self.learned(session)
        return learned.version, learned.vocabulary

    def warm_up(self, session: Session) -> None:
        """Read all word lists now, so that the first question need not wait for them."""
        self.current(session)
        english()
