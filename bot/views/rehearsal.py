"""A rehearsal for the terminal: the document as understood, its doubts, its facts in order."""

from collections.abc import Iterator, Sequence

from bot.views import documents
from bot.views.html import shortened
from bot.views.texts import say
from facts.reconcile.plan import PlannedFact
from facts.types import FactDraft, Moment, Particulars

MOST_FACTS = 100
LONGEST_FACT = 160


def rehearsal_text(known: Particulars, facts: Sequence[PlannedFact]) -> str:
    """Return what is known about a document, what is doubtful, and what each fact says."""
    lines = [f"  {known.title or say('untitled-plain')} · {known.outlet or say('outlet-unknown')}"]
    lines.append(f"  {documents.published(known.published)}")
    lines += [f"  ⚠ {doubt}" for doubt in _doubts(known, facts)]
    for number, fact in enumerate(facts[:MOST_FACTS], start=1):
        state = say("fact-new") if fact.fact_id is None else say("fact-repeat", id=fact.fact_id)
        words = shortened(" ".join(fact.draft.text.split()), LONGEST_FACT)
        lines.append(f"  {number:>3}. {words}")
        lines.append(f"       {' · '.join([state, *_understood(fact.draft)])}")
    if len(facts) > MOST_FACTS:
        lines.append(f"  {say('more-facts', count=len(facts) - MOST_FACTS)}")
    return "\n".join(lines)


def _doubts(known: Particulars, facts: Sequence[PlannedFact]) -> Iterator[str]:
    if known.published.day is None:
        open_words = dict.fromkeys(
            moment.text for fact in facts for moment in fact.draft.moments if _waits(moment)
        )
        quoted = ", ".join(f"“{words}”" for words in open_words)
        yield say("doubt-undated-words", words=quoted) if quoted else say("doubt-undated")
    unsure = [
        str(number) for number, fact in enumerate(facts, start=1) if not fact.draft.attribution.sure
    ]
    if unsure:
        yield say("doubt-speakers", count=len(unsure), numbers=", ".join(unsure[:20]))


def _waits(moment: Moment) -> bool:
    return moment.earliest is None and moment.latest is None and "weekday" in moment.rule


def _understood(draft: FactDraft) -> Iterator[str]:
    yield draft.kind.value
    said = draft.attribution
    if not said.sure:
        yield say("speaker-uncertain")
    elif said.speaker:
        named = f"{said.speaker}, {said.role}" if said.role else said.speaker
        yield f"{named} ({said.basis.value})"
    if draft.moments:
        yield "; ".join(_moment(moment) for moment in draft.moments)
    if draft.figures:
        yield "; ".join(figure.text for figure in draft.figures)


def _moment(moment: Moment) -> str:
    if moment.earliest is None or moment.latest is None:
        return moment.text
    return f"{moment.text} = {documents.days(moment.earliest, moment.latest)}"
