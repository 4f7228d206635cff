"""What every question is read and decided with, built once a store version in every process."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bot.garbage import spare_what_stays
from db.queries.learning import aliases, live_phrasings, thresholds
from db.queries.sequences import STORE_VERSION, last_number
from db.queries.terms import standing_facts, vocabulary
from db.queries.visibility import any_at
from db.viewer import Viewer
from facts.answering.phrasing import Phrasing
from facts.answering.question import parse
from facts.answering.spelling import Vocabulary, english
from facts.answering.weights import Thresholds

_ANY_QUESTION = "how many people did the mayor of Lima say had left by March"


@dataclass(frozen=True, slots=True)
class Learned:
    """The store's words with the desk's aliases, its live phrasings, and its own thresholds."""

    version: int
    vocabulary: Vocabulary
    phrasings: tuple[Phrasing, ...]
    thresholds: Thresholds | None


class Vocabularies:
    """Keeps what belongs to the newest store version seen; made once, passed to services.

    Each sort of viewer has its own: a word is not repaired to, nor is it counted as rare or
    common, by what somebody may not see.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[str, ...], Learned] = {}

    def learned(self, session: Session, viewer: Viewer) -> Learned:
        """Return what the store knows for a viewer, reading it only after its version changed."""
        version = last_number(session, STORE_VERSION)
        held = self._held.get(viewer.labels)  # another thread may put a newer one there meanwhile
        if held is None or held.version != version:
            held = self._alike(session, viewer, version) or self._read(session, viewer, version)
            self._held[viewer.labels] = held
        return held

    def warm_up(self, session: Session, viewer: Viewer) -> None:
        """Read all word lists now, so that the first question need not wait for them."""
        vocabulary = self.learned(session, viewer).vocabulary
        english()
        parse(_ANY_QUESTION, vocabulary, date.min)
        spare_what_stays()

    def _alike(self, session: Session, viewer: Viewer, version: int) -> Learned | None:
        """Return what another viewer knows who sees the same: most stores are all public."""
        for labels, held in list(self._held.items()):
            between = set(labels) ^ set(viewer.labels)
            if held.version == version and not any_at(session, sorted(between)):
                return held
        return None

    def _read(self, session: Session, viewer: Viewer, version: int) -> Learned:
        words, standing = vocabulary(session, viewer), standing_facts(session, viewer)
        return Learned(
            version=version,
            vocabulary=Vocabulary.build(words, standing, aliases(session)),
            phrasings=live_phrasings(session),
            thresholds=thresholds(session),
        )
