"""The JSON of the command line: a contract, to which fields may only be added."""

from typing import Any

from bot.services.embargo import Held
from bot.services.finding import Reply
from db.encoding import context_json, day, figure_json, moment_json
from facts.answering.types import RankedFact
from facts.quote import Quote


def reply_json(question: str, reply: Reply, elapsed_ms: float) -> dict[str, Any]:
    """Return an answer as `briefing ask --json` prints it."""
    pairs = zip(reply.quotes, reply.answer.facts, strict=True)
    return {
        "question": question,
        "read_as": reply.answer.read_as,
        "status": reply.answer.status.value,
        "reason": reply.answer.reason,
        "facts": [_ranked(quote, fact) for quote, fact in pairs],
        "elapsed_ms": round(elapsed_ms, 3),
    }


def fact_json(quote: Quote) -> dict[str, Any]:
    """Return a fact as `briefing facts --json` prints it."""
    return {
        "id": quote.fact_id,
        "external_id": quote.external_id,
        "document": _document(quote),
        "block": quote.block,
        "kind": quote.kind.value,
        "text": quote.text,
        "span": [quote.span.start, quote.span.end],
        "context": _context(quote),
        "speaker": quote.attribution.speaker,
        "role": quote.attribution.role,
        "basis": quote.attribution.basis.value,
        "speaker_sure": quote.attribution.sure,
        "moments": [moment_json(moment) for moment in quote.moments],
        "figures": [figure_json(figure) for figure in quote.figures],
        "entities": [{"name": name.name, "kind": name.kind.value} for name in quote.names],
        "live": quote.standing,
    }


def held_json(held: Held) -> dict[str, Any]:
    """Return a fact under embargo as `briefing facts --json` prints it."""
    return {
        "id": None,
        "external_id": held.draft.external_id,
        "document": {"id": None, "title": held.title},
        "kind": held.draft.kind.value,
        "text": held.text,
        "span": [held.draft.span.start, held.draft.span.end],
        "speaker": held.draft.attribution.speaker,
        "basis": held.draft.attribution.basis.value,
        "live": False,
        "load": held.load_id,
        "embargo": held.live_at.isoformat(),
    }


def _ranked(quote: Quote, fact: RankedFact) -> dict[str, Any]:
    answer = quote.answer
    whose = quote.attribution
    return {
        "id": quote.fact_id,
        "external_id": quote.external_id,
        "text": quote.text,
        "score": round(fact.score.total, 6),
        "answer": [answer.start, answer.end] if answer else None,
        "also": [[span.start, span.end] for span in fact.also],
        "bearing": fact.bearing.value,
        "lacks": list(fact.lacks),
        "context": _context(quote),
        "speaker": whose.speaker if whose.sure else None,
        "basis": whose.basis.value,
        "moments": [moment_json(moment) for moment in quote.moments],
        "document": _document(quote),
        "span": [quote.span.start, quote.span.end],
    }


def _context(quote: Quote) -> dict[str, Any]:
    known = context_json(quote.context)
    return {
        "title": quote.context.title,
        "headings": known["headings"],
        "previous": list(quote.leans_on),
        "lead_in": quote.lead_in,
        "heads": known["heads"],
    }


def _document(quote: Quote) -> dict[str, Any]:
    card = quote.document
    return {
        "id": card.id,
        "title": card.title,
        "outlet": card.outlet,
        "published": day(card.published.day),
        "not_before": day(card.published.earliest),
        "not_after": day(card.published.latest),
    }
