"""What an editor sees before fixing: the facts of a load, the doubtful first, and one fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.services.sheets import (
    Fixer,
    Rehearsed,
    Sheet,
    Target,
    check_load,
    drafts_of_part,
    seen_sheets,
)
from db.queries.fixes import (
    facts_shown_in,
    last_act_on,
    last_act_on_words,
    revisions_of_load,
)
from db.queries.learning import texts_of
from db.queries.topics import topics_seen
from db.queries.visibility import labels_of_facts
from db.viewer import Viewer
from facts.fixing.pieces import FixRefused
from facts.reconcile.corrections import is_note
from facts.reconcile.identity import normal
from facts.topics import Rule
from facts.types import FactDraft, Granularity, NameKind, Particulars

A_PAGE = 6
MOST_NAMES, MOST_TOPICS = 8, 8
_SPEAK = {NameKind.PERSON, NameKind.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Item:
    """A fact of a load: where it stands, and what is doubtful about it."""

    target: Rehearsed
    draft: FactDraft
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some facts of a load; `doubtful` of all `count` are to be looked at."""

    load_id: int
    items: tuple[Item, ...]
    number: int
    pages: int
    count: int
    doubtful: int


@dataclass(frozen=True, slots=True)
class Card:
    """One fact as it is understood: who may be its speaker, what stands beside it in its passage.

    `act` is the newest fix of it, if there is one that can be put back; `document` the number and
    the label of the document that it stands in.
    """

    target: Target
    draft: FactDraft
    known: Particulars
    names: tuple[str, ...]
    topics: tuple[str, ...]
    before: bool
    after: bool
    act: int | None
    document: tuple[int, str] | None = None


def page_of_load(
    session: Session, now: datetime, *, load_id: int, number: int, fixer: Fixer
) -> Page:
    """Return a page of a rehearsed load's facts; raise FixRefused when it waits no more."""
    check_load(session, load_id, fixer)
    items: list[Item] = []
    for revision_id in revisions_of_load(session, load_id):
        sheet = drafts_of_part(session, load_id, revision_id)
        for draft in sheet.drafts:
            place = Rehearsed(load_id, revision_id, draft.span.start, draft.span.end)
            items.append(Item(place, draft, tuple(doubts_of(draft))))
    if not items:
        raise FixRefused(f"Load {load_id} holds no facts that wait to be applied.")
    items.sort(key=lambda item: not item.doubts)
    pages = -(-len(items) // A_PAGE)
    at = min(max(number, 0), pages - 1)
    shown = tuple(items[at * A_PAGE : (at + 1) * A_PAGE])
    doubtful = sum(bool(item.doubts) for item in items)
    return Page(load_id, shown, at, pages, len(items), doubtful)


def card_of(session: Session, now: datetime, *, target: Target, fixer: Fixer) -> Card:
    """Return one fact with what can be done about it; raise FixRefused when it is not there."""
    sheet = seen_sheets(session, target, fixer)[0]
    at = sheet.places[0]
    draft, held = sheet.drafts[at], sheet.standing
    if isinstance(target, Rehearsed):
        act = last_act_on_words(session, sheet.revision_id, normal(draft.text))
    else:
        act = last_act_on(session, target)
    return Card(
        target,
        draft,
        sheet.known,
        _names(sheet, at),
        _topics(session, fixer.viewer),
        before=at > 0 and sheet.drafts[at - 1].block == draft.block,
        after=at + 1 < len(sheet.drafts) and sheet.drafts[at + 1].block == draft.block,
        act=act,
        document=(held.document.id, held.document.visibility) if held else None,
    )


def facts_in(
    session: Session, now: datetime, *, chat_id: int, message_id: int, fixer: Fixer
) -> list[tuple[int, str]]:
    """Return the facts that a message of ours showed in a chat, each with its words.

    What may not be seen any more is left out.
    """
    shown = labels_of_facts(session, facts_shown_in(session, chat_id, message_id))
    ids = [fact_id for fact_id, label in sorted(shown.items()) if label in fixer.viewer.labels]
    texts = texts_of(session, ids)
    return [(fact_id, texts[fact_id]) for fact_id in ids]


def doubts_of(draft: FactDraft) -> list[str]:
    """Return what is doubtful about a fact."""
    above = (draft.context.title, *draft.context.headings)
    found = [] if draft.attribution.sure else ["speaker"]
    found += ["date"] * any(_waits(m.granularity, m.earliest, m.rule) for m in draft.moments)
    return found + ["note"] * is_note(draft.text, above)


def _waits(granularity: Granularity, earliest: object, rule: str) -> bool:
    return granularity is not Granularity.DURATION and earliest is None and "weekday" in rule


def _names(sheet: Sheet, at: int) -> tuple[str, ...]:
    """Return who may have said it: named in it or just before, then who is heard elsewhere."""
    near: Sequence[FactDraft] = [sheet.drafts[at], *reversed(sheet.drafts[max(0, at - 2) : at])]
    named = [name.name for each in near for name in each.names if name.kind in _SPEAK]
    heard = [d.attribution.speaker for d in sheet.drafts if d.attribution.sure]
    own = sheet.drafts[at].attribution.speaker
    offered = dict.fromkeys([*named, *(name for name in heard if name)])
    return tuple(name for name in offered if name != own)[:MOST_NAMES]


def _topics(session: Session, viewer: Viewer) -> tuple[str, ...]:
    listed = topics_seen(session, viewer)
    named = [topic.name for topic in listed if topic.rule is not Rule.EVERYTHING]
    return tuple(named[:MOST_TOPICS])
