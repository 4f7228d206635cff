"""Another content, or another reading, of a document that stands: what stays, what is gone."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from facts.reconcile.identity import normal
from facts.types import FactDraft

# A document whose sentences mostly went is another document under the same name.
SAME_DOCUMENT = 0.3


@dataclass(frozen=True, slots=True)
class StandingPassage:
    """Where a standing document states a fact."""

    fact_id: int
    identity: str
    text: str
    speaker: str | None


def kept(
    drafts: Sequence[FactDraft],
    identities: Sequence[str],
    standing: Sequence[StandingPassage],
    *,
    reread: bool = False,
) -> dict[int, int]:
    """Return the standing fact for each draft (by its place) that the document stated before.

    The same identity comes first, then the same words by the same speaker, in their order: what a
    sentence leans on may have changed around it. A document that is only read anew keeps its
    facts also where a newer reader hears another speaker.
    """
    by_identity = {each.identity: each.fact_id for each in standing}
    found = {n: by_identity[name] for n, name in enumerate(identities) if name in by_identity}
    taken = set(found.values())
    left: dict[tuple[str, str | None], deque[int]] = defaultdict(deque)
    for each in standing:
        if each.fact_id not in taken:
            left[_words(each.text, None if reread else each.speaker)].append(each.fact_id)
    for place, draft in enumerate(drafts):
        if place not in found:
            same = left[_words(draft.text, None if reread else draft.attribution.speaker)]
            if same:
                found[place] = same.popleft()
    return found


def share_kept(drafts: Sequence[FactDraft], standing: Sequence[StandingPassage]) -> float:
    """Return the share of a standing document's sentences that a new content still holds."""
    words = {normal(draft.text) for draft in drafts}
    held = [normal(each.text) in words for each in standing]
    return sum(held) / len(held) if held else 0.0


def newer_reader(one: str, than: str) -> bool:
    """Say whether a reader ("html/2") is a later version of the same ("html/1")."""
    name, _, version = one.rpartition("/")
    its_name, _, its_version = than.rpartition("/")
    both_count = version.isdigit() and its_version.isdigit()
    return name == its_name and both_count and int(version) > int(its_version)


def same_document(
    drafts: Sequence[FactDraft],
    standing: Sequence[StandingPassage],
    *,
    titled: bool,
    other_day: bool,
) -> bool:
    """Say whether a content that goes by a document's name is another content of that document.

    Without a title, or with another day of publication ("Morning briefing"), only what is mostly
    the same is.
    """
    return (titled and not other_day) or share_kept(drafts, standing) >= SAME_DOCUMENT


def _words(text: str, speaker: str | None) -> tuple[str, str | None]:
    return normal(text), speaker
