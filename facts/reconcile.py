"""New facts weighed against the standing ones: a plan, made before anything changes.

Nothing is merged by similarity. Two passages state one fact only when their words, speaker and
signature are the same; no measure of likeness told reworded pairs from look-alikes with another
number, so likeness never decides.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facts.text import fold
from facts.types import FactDraft, Moment


@dataclass(frozen=True, slots=True)
class PlannedFact:
    """A draft with its identity, and the standing fact that already states it, if any."""

    draft: FactDraft
    identity: str
    fact_id: int | None


def identity(draft: FactDraft, *, reading_text: str, content_sha256: str) -> str:
    """Return the identity of what a draft states, as 64 hexadecimal digits.

    Words are compared folded, with single spaces. What the words leave open is taken from where
    they stand: an unresolved "Wednesday" belongs to its own document, and a sentence that leans
    on the one before is the same only after the same sentence. A ready-made fact's own id tells
    it apart from all others.
    """
    parts = [_normal(draft.text), draft.attribution.speaker or "", draft.external_id or ""]
    parts += [_normal(span.of(reading_text)) for span in draft.context.previous]
    parts += [_meaning(moment, content_sha256) for moment in draft.moments]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def plan_facts(
    drafts: Sequence[FactDraft], identities: Sequence[str], standing: Mapping[str, int]
) -> tuple[PlannedFact, ...]:
    """Return each draft with the fact that stands for it; `standing` maps identity to fact id."""
    return tuple(
        PlannedFact(draft, name, standing.get(name))
        for draft, name in zip(drafts, identities, strict=True)
    )


def _normal(words: str) -> str:
    return " ".join(fold(words).split())


def _meaning(moment: Moment, content_sha256: str) -> str:
    if moment.earliest is None and moment.latest is None:
        return f"{fold(moment.text)}@{content_sha256}"
    return f"{moment.earliest}/{moment.latest}/{moment.direction.value}"
