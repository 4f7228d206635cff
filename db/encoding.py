"""Values of the domain as JSON columns, and back. Offsets and dates stay as they are."""

from datetime import date
from typing import Any

from facts.types import (
    Attribution,
    Basis,
    Context,
    Direction,
    FactDraft,
    FactKind,
    Figure,
    Granularity,
    Moment,
    Name,
    NameKind,
    Particulars,
    Published,
    PublishedBasis,
    Span,
)

_NAME_KINDS = {kind.value: kind for kind in NameKind}


def day(value: date | None) -> str | None:
    """Return a date as YYYY-MM-DD."""
    return value.isoformat() if value else None


def parse_day(value: str | None) -> date | None:
    """Return the date written as YYYY-MM-DD."""
    return date.fromisoformat(value) if value else None


def moment_json(moment: Moment) -> dict[str, Any]:
    """Return a moment as JSON."""
    return {
        "text": moment.text,
        "start": moment.start,
        "end": moment.end,
        "from": day(moment.earliest),
        "to": day(moment.latest),
        "granularity": moment.granularity.value,
        "direction": moment.direction.value,
        "rule": moment.rule,
        "anchor": day(moment.anchor),
    }


def moment(value: dict[str, Any]) -> Moment:
    """Return the moment written as JSON."""
    return Moment(
        text=value["text"],
        start=value["start"],
        end=value["end"],
        earliest=parse_day(value["from"]),
        latest=parse_day(value["to"]),
        granularity=Granularity(value["granularity"]),
        direction=Direction(value["direction"]),
        rule=value["rule"],
        anchor=parse_day(value["anchor"]),
    )


def figure_json(figure: Figure) -> dict[str, Any]:
    """Return a figure as JSON."""
    names = ("text", "start", "end", "low", "high", "qualifier", "unit", "of")
    return {name: getattr(figure, name) for name in names}


def figure(value: dict[str, Any]) -> Figure:
    """Return the figure written as JSON."""
    return Figure(**value)


def name_json(name: Name) -> dict[str, Any]:
    """Return a name as JSON."""
    return {
        "text": name.text,
        "start": name.start,
        "end": name.end,
        "name": name.name,
        "kind": name.kind.value,
    }


def name(value: dict[str, Any]) -> Name:
    """Return the name written as JSON."""
    kind = _NAME_KINDS[value["kind"]]  # a question reads some dozens: quicker than `NameKind`
    return Name(value["text"], value["start"], value["end"], value["name"], kind)


def context_json(context: Context) -> dict[str, Any]:
    """Return a context as JSON, without the title, which belongs to the document."""
    return {
        "headings": list(context.headings),
        "previous": [[span.start, span.end] for span in context.previous],
        "lead_in": [context.lead_in.start, context.lead_in.end] if context.lead_in else None,
        "dependent": context.dependent,
        "heads": list(context.heads),
    }


def context(value: dict[str, Any], title: str | None) -> Context:
    """Return the context written as JSON, with its document's title."""
    return Context(
        title=title,
        headings=tuple(value["headings"]),
        previous=tuple(Span(*pair) for pair in value["previous"]),
        lead_in=Span(*value["lead_in"]) if value["lead_in"] else None,
        dependent=value["dependent"],
        heads=tuple(value["heads"]),
    )


def particulars_json(particulars: Particulars) -> dict[str, Any]:
    """Return what is known about a document as JSON."""
    return {
        "title": particulars.title,
        "outlet": particulars.outlet,
        "url": particulars.url,
        "earliest": day(particulars.published.earliest),
        "latest": day(particulars.published.latest),
        "basis": particulars.published.basis.value,
    }


def particulars(value: dict[str, Any]) -> Particulars:
    """Return what is known about a document, written as JSON."""
    return Particulars(
        title=value["title"],
        outlet=value["outlet"],
        url=value["url"],
        published=Published(
            parse_day(value["earliest"]),
            parse_day(value["latest"]),
            PublishedBasis(value["basis"]),
        ),
    )


def draft_json(draft: FactDraft) -> dict[str, Any]:
    """Return a fact draft as JSON; its words stay in the reading."""
    return {
        "start": draft.span.start,
        "end": draft.span.end,
        "block": draft.block,
        "kind": draft.kind.value,
        "context": context_json(draft.context),
        "speaker": draft.attribution.speaker,
        "role": draft.attribution.role,
        "basis": draft.attribution.basis.value,
        "sure": draft.attribution.sure,
        "moments": [moment_json(m) for m in draft.moments],
        "figures": [figure_json(f) for f in draft.figures],
        "names": [name_json(n) for n in draft.names],
        "external_id": draft.external_id,
        "topic": draft.topic,
        "url": draft.url,
        "question": draft.question,
    }


def draft(value: dict[str, Any], reading_text: str, title: str | None) -> FactDraft:
    """Return the fact draft written as JSON, its words sliced from its reading."""
    span = Span(value["start"], value["end"])
    return FactDraft(
        text=span.of(reading_text),
        span=span,
        block=value["block"],
        kind=FactKind(value["kind"]),
        context=context(value["context"], title),
        attribution=Attribution(
            value["speaker"], value["role"], Basis(value["basis"]), value["sure"]
        ),
        moments=tuple(moment(m) for m in value["moments"]),
        figures=tuple(figure(f) for f in value["figures"]),
        names=tuple(name(n) for n in value["names"]),
        external_id=value["external_id"],
        topic=value["topic"],
        url=value["url"],
        question=value.get("question"),
    )
