"""A document's facts -> who is heard in it and who is only mentioned."""

from collections.abc import Iterable
from dataclasses import dataclass

from facts.types import Basis, FactDraft, NameKind

_VOICES = frozenset({NameKind.PERSON, NameKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose words or claims a document carries, and in how many of its facts."""

    name: str
    role: str | None
    facts: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is heard in a document, most often first, and the people and bodies only mentioned.

    Only sure speakers are heard: a doubtful one counts as mentioned where the name stands in the
    words. Joint speakers are heard one by one where their names are known, else as written.
    """

    voices: tuple[Voice, ...] = ()
    mentioned: tuple[str, ...] = ()


def heard_in(drafts: Iterable[FactDraft]) -> Heard:
    """Return who is heard and who is only mentioned in the facts of one document."""
    counts: dict[str, int] = {}
    roles: dict[str, str | None] = {}
    named: dict[str, None] = {}
    for draft in drafts:
        for name in _speakers(draft):
            counts[name] = counts.get(name, 0) + 1
            roles[name] = roles.get(name) or _role(draft)
        named.update(dict.fromkeys(n.name for n in draft.names if n.kind in _VOICES))
    ordered = sorted(counts, key=lambda name: -counts[name])
    silent = tuple(name for name in named if name not in counts)
    return Heard(tuple(Voice(name, roles[name], counts[name]) for name in ordered), silent)


def _speakers(draft: FactDraft) -> list[str]:
    who = draft.attribution
    if who.speaker is None or not who.sure:
        return []
    if who.basis is not Basis.JOINT:
        return [who.speaker]
    apart = [name.name for name in draft.names if name.name in who.speaker.split(" and ")]
    return list(dict.fromkeys(apart)) or [who.speaker]


def _role(draft: FactDraft) -> str | None:
    return None if draft.attribution.basis is Basis.JOINT else draft.attribution.role
