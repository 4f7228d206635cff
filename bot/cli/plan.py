"""The JSON of a rehearsed document: what `briefing load --json` tells of it."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from bot.services.amending import Amendment
from bot.views.rehearsal import doubts
from db.encoding import day
from facts.extraction.heard import heard_in
from facts.links import LinkKind
from facts.reconcile.plan import DocumentPlan
from facts.reconcile.relate import Relation

MOST_LISTED = 100


def plan_json(plan: DocumentPlan, amended: Sequence[Amendment]) -> dict[str, Any]:
    """Return what a load would change, or changed, in one document."""
    known = plan.known.particulars if plan.known and not plan.reread else plan.brought.known
    since = plan.known.since.astimezone(UTC).isoformat() if plan.known else None
    heard = heard_in(fact.draft for fact in plan.facts)
    return {
        "key": plan.brought.key or None,
        "title": known.title,
        "outlet": known.outlet,
        "published": day(known.published.day),
        "not_before": day(known.published.earliest),
        "facts": len(plan.facts),
        "new": plan.new,
        "repeats": plan.repeats,
        "known_since": since,
        "known_by": plan.known.actor if plan.known else None,
        "amended": [
            {"name": each.name, "before": each.before, "after": each.after} for each in amended
        ],
        "revises": plan.revises,
        "reread": plan.reread,
        **{kind.value: plan.count(kind) for kind in LinkKind},
        "gone": plan.gone,
        "links": [_link(plan, link) for link in plan.links[:MOST_LISTED]],
        "endings": [
            {"fact": end.fact_id, "text": end.text, "reason": end.reason}
            for end in plan.endings[:MOST_LISTED]
        ],
        "doubts": list(doubts(plan))[:MOST_LISTED],
        "heard": [voice.name for voice in heard.voices[:MOST_LISTED]],
        "mentioned": list(heard.mentioned[:MOST_LISTED]),
    }


def _link(plan: DocumentPlan, link: Relation) -> dict[str, Any]:
    own = {fact.identity for fact in plan.facts}
    later = link.later.identity in own
    mine, other = (link.later, link.earlier) if later else (link.earlier, link.later)
    return {
        "kind": link.kind.value,
        "text": mine.text,
        "later": later,
        "fact": other.fact_id,
        "other": other.text,
        "reason": link.reason,
    }
