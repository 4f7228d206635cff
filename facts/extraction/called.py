"""Whom a single name means: the one person of the document that is called so."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from facts.extraction.antecedents import TITLE_BEFORE, gender_by_title
from facts.extraction.givennames import is_given
from facts.extraction.namewords import BODIES
from facts.extraction.phrases import Speaker

# "Ida Roe" and "Jan de Boer"; no "The museum".
_IN_FULL = re.compile(
    r"(?!(?:The|An?|One|His|Her|Its|Their)\s)[^\W\d_a-z][\w.’'-]*(?:\s[a-z’']{1,4})*"
    r"(?:\s[^\W\d_a-z][\w.’'-]*){1,3}"
)


@dataclass(slots=True)
class Called:
    """The full names of a document so far, under each of their words."""

    by_word: dict[str, dict[str, None]] = field(default_factory=dict)

    def take_speaker(self, name: str) -> None:
        """Take in who spoke, if the name is a person's by its given name ("Olive Green")."""
        first, _, last = name.partition(" ")
        if is_given(first) and last not in BODIES:
            self.take(name)

    def take(self, full: str) -> None:
        """Take in somebody named in full; a single name is passed over."""
        if not _IN_FULL.fullmatch(full):
            return
        words = full.split(" ")
        for at, word in enumerate(words):
            short = " ".join(words[at:]) if word[0].islower() else word
            self.by_word.setdefault(short.casefold(), {})[full] = None

    def in_full(self, found: Speaker, text: str, gender: Callable[[str], str | None]) -> Speaker:
        """Read "Green" as Olive Green, who alone is called so; of two, unsure.

        "Mrs Roe", of two, is the one that `gender` knows for a woman.
        """
        named = self.by_word.get((found.name or "").casefold(), {})
        if len(named) > 1 and (title := TITLE_BEFORE.search(text, 0, found.start)):
            wanted = gender_by_title(title["title"])
            named = {name: None for name in named if gender(name) == wanted}
        if len(named) == 1:
            return found._replace(name=next(iter(named)))
        return found._replace(sure=found.sure and not named)
