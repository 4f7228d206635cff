"""Who is heard in a document, and who is only spoken of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from facts.text import fold
from facts.types import FactDraft, NameKind

_SPEAK = frozenset({NameKind.PERSON, NameKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Hearing:
    """Names, the most frequent first: whose words the document gives, and whose it does not."""

    heard: tuple[str, ...]
    mentioned: tuple[str, ...]


def hearing(drafts: Iterable[FactDraft]) -> Hearing:
    """Return who is heard in these facts, and which people and bodies are only mentioned."""
    heard: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for draft in drafts:
        said = draft.attribution
        if said.speaker and said.sure:
            heard[said.speaker] += 1
        named.update({name.name for name in draft.names if name.kind in _SPEAK})
    spoke = " \n ".join(fold(name) for name in heard)
    silent = Counter({name: count for name, count in named.items() if fold(name) not in spoke})
    return Hearing(_most_first(heard), _most_first(silent))


def _most_first(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
