"""Which facts are shown together: all that somebody said, and what completes an answer."""

from collections.abc import Sequence

from facts.answering.kinds import Kind
from facts.answering.question import Question
from facts.answering.ranked import Ranked
from facts.answering.span import answer_spans
from facts.types import FactKind

MOST_SAID = 7
_COMPLETED = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE})


def said_together(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the facts in which the asked speaker speaks of the subject, in their documents' order.

    The best comes first where a subject is asked about. Nothing when the question does not ask what
    somebody said, or when the best fact is not theirs.
    """
    said = question.claims.said
    if said is None or not said.speakers or not ranked:
        return []
    theirs = [one for one in ranked if not one.lacks and _on_subject(question, one)]
    if not theirs or theirs[0] is not ranked[0]:
        return []
    speaker = ranked[0].candidate.attribution.speaker
    others = [one for one in theirs[1:] if one.candidate.attribution.speaker == speaker]
    shown = [ranked[0], *others[: MOST_SAID - 1]]
    return shown if said.topic else sorted(shown, key=lambda one: one.candidate.fact_id)


def _on_subject(question: Question, one: Ranked) -> bool:
    """Tell whether every word besides the speaker's name is in the fact or beside it."""
    said = question.claims.said
    names = set(said.speakers) if said else set()
    subject = [m for m in one.found if m.term.place not in names and not m.term.frame]
    missing = [m for m in subject if not m.factor and m.term.place != question.claims.verb]
    return not missing


def completing(question: Question, ranked: Sequence[Ranked]) -> Ranked | None:
    """Return the fact that gives the name, day or place which the best fact leaves out."""
    best = ranked[0]
    if question.kind not in _COMPLETED or answer_spans(question, best.candidate, best.found):
        return None
    for other in ranked[1:]:
        same = other.candidate.document_id == best.candidate.document_id
        # A caption tells of its picture, and places no other event.
        if not same or other.lacks or other.candidate.kind is FactKind.CAPTION:
            continue
        if answer_spans(question, other.candidate, other.found):
            return other
    return None
