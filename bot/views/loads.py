"""A rehearsal in the chat: a summary with what is doubtful first, then every fact in pages."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from bot.views import documents
from bot.views.golden import golden_line
from bot.views.html import escape, shortened, shown_length
from bot.views.rehearsal import changes, counts, heard, open_days, state, understood, unsure
from bot.views.texts import say
from facts.reconcile.plan import DocumentPlan, PlannedFact

MOST_DOUBTS, LONGEST_DOUBT, LONGEST_FACT = 5, 220, 300
LONGEST_NAME, LONGEST_OUTLET = 120, 80
MOST_ON_PAGE, MOST_PAGES, FACTS_ON_PAGE = 3_000, 60, 8


def summary(
    plans: Sequence[DocumentPlan],
    *,
    name: str,
    from_forward: str | None,
    unread: Sequence[str],
    setting_off: str,
) -> str:
    """Return the first page: documents as understood, counts, and what to look at first."""
    lines = list(_head(plans, name, from_forward))
    lines.append(" · ".join(counts(plans)))
    lines += _doubts(plans, unread)
    lines += [escape(shortened(line, LONGEST_DOUBT)) for line in heard(plans)]
    return "\n".join([*lines, *([setting_off] if setting_off else [])])


def setting_off(answers: int, people: int, messages: int, golden: Sequence[dict[str, Any]]) -> str:
    """Return which waiting questions a load answers, and how many messages it sends.

    Above it stands how many golden questions would be answered otherwise, if any.
    """
    told = [say("rehearsal-answers", count=answers, people=people)] if answers else []
    line = " · ".join([*told, say("rehearsal-sends", count=messages)])
    return f"⚠ {golden_line(golden)}\n{line}" if golden else line


def fact_pages(plans: Sequence[DocumentPlan]) -> list[str]:
    """Return all facts in pages, after what a new content takes away."""
    return paged(
        say("rehearsal-all"), [line for plan in plans for line in _document(plan, len(plans) > 1)]
    )


def known(
    plans: Sequence[DocumentPlan],
    name: str,
    people: dict[str, str],
    amended: Sequence[dict[str, Any]],
) -> str:
    """Return that everything in a file stands already: since when, by whom, and what changed."""
    told = [
        (
            plan.brought.known.title or name,
            documents.day(plan.known.since.date()),
            people.get(plan.known.actor, plan.known.actor),
        )
        for plan in plans
        if plan.known
    ]
    _, day, actor = told[0]
    head = say("load-known", name=escape(_name(name)), day=day, actor=escape(actor))
    changes = [say("load-amended", name=each["name"], after=_said(each)) for each in amended]
    if len(told) == 1:
        return "\n".join([head, *(changes or [say("load-unchanged")])])
    lines = [
        say("load-known-part", title=escape(_name(title)), day=day, actor=escape(actor))
        for title, day, actor in told[:MOST_DOUBTS]
    ]
    return "\n".join([head, *lines, *(changes or [say("load-unchanged")])])


def open_questions(plans: Sequence[DocumentPlan]) -> tuple[str | None, str | None]:
    """Return what to ask about the day of publication and about the outlet, None if nothing."""
    undated = [plan for plan in plans if plan.brought.known.published.day is None]
    unnamed = sum(plan.brought.known.outlet is None for plan in plans)
    if len(plans) > 1:
        day = say("rehearsal-days-open", count=len(undated)) if undated else None
        return day, say("rehearsal-outlets-open", count=unnamed) if unnamed else None
    words = [word for plan in undated for word in open_days(plan.facts)]
    day = say("rehearsal-day") if undated else None
    if words:
        quoted = ", ".join(f"“{escape(word)}”" for word in dict.fromkeys(words))
        day = say("rehearsal-day-open", words=quoted)
    return day, say("rehearsal-outlet") if unnamed else None


def _head(plans: Sequence[DocumentPlan], name: str, from_forward: str | None) -> Iterator[str]:
    if len(plans) > 1:
        yield say("rehearsal-documents", count=len(plans), name=escape(_name(name)))
        return
    plan = plans[0]
    told = plan.brought.known
    outlet = escape(shortened(told.outlet or say("outlet-unknown"), LONGEST_OUTLET))
    if told.outlet and told.outlet == from_forward:
        outlet = say("rehearsal-forward", outlet=outlet)
    title = shortened(told.title or name, documents.LONGEST_TITLE)
    yield f"<i>{escape(title)}</i> · {outlet}"
    yield documents.published(told.published)
    if plan.reread:
        yield say("rehearsal-anew", id=str(plan.revises))
    elif plan.revises:
        yield say("rehearsal-revises", id=str(plan.revises))


def _doubts(plans: Sequence[DocumentPlan], unread: Sequence[str]) -> list[str]:
    found = [*unread]
    found += [
        f"{plan.brought.known.title or plan.brought.key}: {line}" if len(plans) > 1 else line
        for plan in plans
        for line in (*changes(plan), *unsure(plan.facts))
    ]
    lines = [f"⚠ {escape(shortened(line, LONGEST_DOUBT))}" for line in found[:MOST_DOUBTS]]
    if len(found) > MOST_DOUBTS:
        lines.append(say("rehearsal-more", count=len(found) - MOST_DOUBTS))
    return lines


def _document(plan: DocumentPlan, among_others: bool) -> Iterator[str]:
    if among_others:
        told = plan.brought.known
        title = escape(shortened(told.title or plan.brought.key, documents.LONGEST_TITLE))
        outlet = escape(shortened(told.outlet or say("outlet-unknown"), LONGEST_OUTLET))
        yield f"<b>{title}</b> · {outlet} · {documents.published(told.published)}"
    for end in plan.endings:
        yield f"− <s>{escape(shortened(end.text, LONGEST_FACT))}</s>"
    for number, fact in enumerate(plan.facts, start=1):
        yield _fact(number, fact, differs=plan.revises is not None and fact.new)


def _fact(number: int, fact: PlannedFact, *, differs: bool = False) -> str:
    words = escape(shortened(" ".join(fact.draft.text.split()), LONGEST_FACT))
    marks = " · ".join([state(fact), *understood(fact.draft)])
    sign = "+ " if differs else ""
    return f"{sign}<b>{number}.</b> {words}\n<i>{escape(shortened(marks, LONGEST_DOUBT))}</i>"


def paged(title: str, pieces: Sequence[str]) -> list[str]:
    """Return pieces of HTML in pages under a title, none larger than a message may be."""
    batches: list[list[str]] = [[]]
    for piece in pieces:
        full = shown_length("\n".join([*batches[-1], piece])) > MOST_ON_PAGE
        if batches[-1] and (full or len(batches[-1]) >= FACTS_ON_PAGE):
            batches.append([])
        batches[-1].append(piece)
    left = sum(map(len, batches[MOST_PAGES:]))
    kept = batches[:MOST_PAGES]
    if left:
        kept[-1].append(say("rehearsal-left-out", count=left))
    return [
        "\n".join([say("rehearsal-page", title=title, page=at, pages=len(kept)), *batch])
        for at, batch in enumerate(kept, start=1)
    ]


def _said(amended: dict[str, Any]) -> str:
    after = str(amended["after"])
    if amended["name"] == "published":
        return documents.day(date.fromisoformat(after))
    return escape(shortened(after, LONGEST_OUTLET))


def _name(name: str) -> str:
    return shortened(name, LONGEST_NAME)
