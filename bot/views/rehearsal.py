"""A rehearsal for the terminal: what a load would change, the doubtful first, then every fact."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from bot.views import documents
from bot.views.html import shortened
from bot.views.texts import say
from facts.extraction.heard import heard_in
from facts.links import LinkKind
from facts.reconcile.corrections import is_note
from facts.reconcile.plan import DocumentPlan, PlannedFact
from facts.reconcile.relate import Relation
from facts.types import FactDraft, Moment, Particulars

MOST_FACTS, MOST_DOUBTS, MOST_NAMES = 100, 12, 8
LONGEST_FACT, LONGEST_QUOTED = 160, 100
WIDTH = 80


def rehearsal_text(plan: DocumentPlan) -> str:
    """Return what is known about a document, what is doubtful, and what each fact says."""
    lines = [line for head in _head(plan) for line in _wrapped(f"  {head}", "    ")]
    told = list(doubts(plan))
    for doubt in told[:MOST_DOUBTS]:
        lines += _wrapped(f"  ⚠ {doubt}", "    ")
    if len(told) > MOST_DOUBTS:
        lines.append(f"  {say('more-doubts', count=len(told) - MOST_DOUBTS)}")
    lines += [line for who in heard([plan]) for line in _wrapped(f"  {who}", "    ")]
    for number, fact in enumerate(plan.facts[:MOST_FACTS], start=1):
        words = shortened(" ".join(fact.draft.text.split()), LONGEST_FACT)
        lines += _wrapped(f"  {number:>3}. {words}", "       ")
        lines += _wrapped(f"       {' · '.join([state(fact), *understood(fact.draft)])}", " " * 9)
    if len(plan.facts) > MOST_FACTS:
        lines.append(f"  {say('more-facts', count=len(plan.facts) - MOST_FACTS)}")
    return "\n".join(lines)


def answers_line(answers: Sequence[dict[str, Any]]) -> str:
    """Return how many open questions a load answers (each a JSON object), of how many people."""
    people = sum(answer["people"] for answer in answers)
    return say("would-answer", count=len(answers), people=people)


def doubts(plan: DocumentPlan) -> Iterator[str]:
    """Yield what an admin should look at before applying, the gravest first."""
    yield from plan.brought.unread
    yield from changes(plan)
    yield from _unknowns(plan.brought.known, plan.facts)


def _head(plan: DocumentPlan) -> Iterator[str]:
    known = plan.brought.known
    yield f"{known.title or say('untitled-plain')} · {known.outlet or say('outlet-unknown')}"
    yield documents.published(known.published)
    if plan.reread:
        yield say("reads-anew", id=str(plan.revises))
    elif plan.revises:
        yield say("revises", id=str(plan.revises))
    yield " · ".join(counts([plan]))


def counts(plans: Sequence[DocumentPlan]) -> Iterator[str]:
    """Yield how many facts of documents are new, repeated, changed, in conflict, gone."""
    yield say("count-new", count=sum(plan.new for plan in plans))
    yield say("count-repeats", count=sum(plan.repeats for plan in plans))
    for kind in (LinkKind.UPDATED, LinkKind.DIFFERS, LinkKind.CORRECTED, LinkKind.SIMILAR):
        drawn = sum(plan.count(kind) for plan in plans)
        if drawn:
            yield say(f"count-{kind.value}", count=drawn)
    gone = sum(plan.gone for plan in plans)
    if gone:
        yield say("count-gone", count=gone)


def changes(plan: DocumentPlan) -> Iterator[str]:
    """Yield what the document takes back, changes, contradicts and no longer holds."""
    if plan.copies:
        yield say("doubt-copies", ids=", ".join(map(str, plan.copies)))
    numbers = {fact.identity: number for number, fact in enumerate(plan.facts, start=1)}
    for kind in (LinkKind.CORRECTED, LinkKind.UPDATED, LinkKind.DIFFERS):
        for link in (link for link in plan.links if link.kind is kind):
            yield _change(link, numbers)
    corrected = {link.later.identity for link in plan.links if link.kind is LinkKind.CORRECTED}
    reasons = {link.reason for link in plan.links if link.kind is LinkKind.CORRECTED}
    for number, fact in enumerate(plan.facts, start=1):
        above = (plan.brought.known.title, *fact.draft.context.headings)
        note = is_note(fact.draft.text, above) and fact.fact_id is None
        if note and fact.identity not in corrected and fact.draft.text not in reasons:
            yield say("doubt-note", number=str(number))
    replaced = {link.earlier.fact_id for link in plan.links if link.kind is LinkKind.UPDATED}
    for end in plan.endings:
        if not end.corrected and end.fact_id not in replaced:
            yield say("doubt-gone", id=str(end.fact_id), words=shortened(end.text, LONGEST_QUOTED))


def _change(link: Relation, numbers: dict[str, int]) -> str:
    mine, other = link.later, link.earlier
    if mine.identity not in numbers:
        mine, other = other, mine
    told = {
        "number": str(numbers.get(mine.identity, "?")),
        "figures": link.reason or "",
        "other": say("fact-numbered", id=str(other.fact_id)) if other.fact_id else say("fact-here"),
        "words": shortened(" ".join(other.text.split()), LONGEST_QUOTED),
    }
    if link.kind is LinkKind.CORRECTED:
        return say("doubt-corrected", **told)
    if link.kind is LinkKind.UPDATED:
        return say("doubt-updated", **told)
    return say("doubt-differs", **told)


def _unknowns(known: Particulars, facts: Sequence[PlannedFact]) -> Iterator[str]:
    if known.published.day is None:
        words = open_days(facts)
        quoted = ", ".join(f"“{each}”" for each in words)
        yield say("doubt-undated-words", words=quoted) if words else say("doubt-undated")
    yield from unsure(facts)


def open_days(facts: Sequence[PlannedFact]) -> list[str]:
    """Return the words for days ("Wednesday") that only a publication date would settle."""
    moments = (moment for fact in facts for moment in fact.draft.moments)
    return list(dict.fromkeys(moment.text for moment in moments if _waits(moment)))


def unsure(facts: Sequence[PlannedFact]) -> Iterator[str]:
    """Yield in which facts somebody speaks and we are not sure who."""
    numbers = [str(n) for n, fact in enumerate(facts, start=1) if not fact.draft.attribution.sure]
    if numbers:
        yield say("doubt-speakers", count=len(numbers), numbers=", ".join(numbers[:20]))


def _waits(moment: Moment) -> bool:
    return moment.earliest is None and moment.latest is None and "weekday" in moment.rule


def heard(plans: Sequence[DocumentPlan]) -> Iterator[str]:
    """Yield whose words documents carry, and who is only named in them."""
    found = heard_in(fact.draft for plan in plans for fact in plan.facts)
    if found.voices:
        yield say("heard", names=_names([voice.name for voice in found.voices]))
    if found.mentioned:
        yield say("mentioned", names=_names(found.mentioned))


def _names(names: Sequence[str]) -> str:
    told = ", ".join(names[:MOST_NAMES])
    return f"{told}, …" if len(names) > MOST_NAMES else told


def state(fact: PlannedFact) -> str:
    """Return whether a fact is new, stands already, returns or was taken back."""
    if fact.fact_id is None:
        return say("fact-new")
    if fact.returns:
        return say("fact-returns", id=str(fact.fact_id))
    if not fact.stands:
        return say("fact-taken-back", id=str(fact.fact_id))
    return say("fact-repeat", id=str(fact.fact_id))


def understood(draft: FactDraft) -> Iterator[str]:
    """Yield what a fact is, who says it, and what its dates and figures were understood as."""
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


def _wrapped(line: str, indent: str) -> list[str]:
    kept = len(line) - len(line.lstrip(" "))
    return wrap(line.lstrip(" "), WIDTH, initial_indent=" " * kept, subsequent_indent=indent)
