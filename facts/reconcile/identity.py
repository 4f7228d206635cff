"""The identity of what a draft states: the only thing by which two passages become one fact."""

import hashlib

from facts.text import fold
from facts.types import FactDraft, Moment


def identity(draft: FactDraft, *, reading_text: str, origin: str) -> str:
    """Return the identity of what a draft states, as 64 hexadecimal digits.

    Words are compared folded, with single spaces. What the words leave open is taken from where
    they stand: an unresolved "Wednesday" belongs to its own document (`origin`, the hash of its
    first content), and a sentence that leans on the one before is the same only after the same
    sentence. A ready-made fact's own id tells it apart from all others.
    """
    parts = [normal(draft.text), draft.attribution.speaker or "", draft.external_id or ""]
    parts += [normal(span.of(reading_text)) for span in draft.context.previous]
    parts += [_meaning(moment, origin) for moment in draft.moments]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def normal(words: str) -> str:
    """Return words folded and with single spaces: what two passages of one fact share."""
    return " ".join(fold(words).split())


def _meaning(moment: Moment, origin: str) -> str:
    if moment.earliest is None and moment.latest is None:
        return f"{fold(moment.text)}@{origin}"
    return f"{moment.earliest}/{moment.latest}/{moment.direction.value}"
