"""The store's vocabulary, built once a store version in every process."""

from sqlalchemy.orm import Session

from db.queries.sequences import STORE_VERSION, last_number
from db.queries.terms import standing_facts, vocabulary
from facts.answering.spelling import Vocabulary, english


class Vocabularies:
    """Keeps the vocabulary of the newest store version seen; made once, passed to services."""

    def __init__(self) -> None:
        self._held: tuple[int, Vocabulary] | None = None

    def current(self, session: Session) -> tuple[int, Vocabulary]:
        """Return the store's version and its vocabulary, reading the words only after a change."""
        version = last_number(session, STORE_VERSION)
        held = self._held  # another thread may put a newer one in its place meanwhile
        if held is None or held[0] != version:
            words = vocabulary(session)
            held = (version, Vocabulary.build(words, standing_facts(session)))
            self._held = held
        return held

    def warm_up(self, session: Session) -> None:
        """Read all word lists now, so that the first question need not wait for them."""
        self.current(session)
        english()
