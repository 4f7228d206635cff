"""`briefing load`: a rehearsal, and with --apply the load itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.opening import SystemClock, line, opened
from bot.services.loading import Rehearsal, apply, rehearse
from bot.services.redating import redate
from bot.services.understanding import understand
from bot.services.weighing import DocumentPlan
from bot.views.rehearsal import rehearsal_text
from db.encoding import day
from db.engine import Store
from facts.errors import BriefingError, DocumentRefused
from facts.reading.limits import LARGEST_FILE
from facts.reading.read import read_file
from facts.types import Particulars, Published, PublishedBasis

ACTOR = "terminal"
MOST_SHOWN = 10


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--apply", "applying", is_flag=True, help="Load, after the rehearsal.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication.")
@click.option("--outlet", help="Who published it.")
@click.option("--title", help="The document's title.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
@click.pass_context
def load(
    context: click.Context,
    paths: tuple[Path, ...],
    applying: bool,
    published: datetime | None,
    outlet: str | None,
    title: str | None,
    as_json: bool,
) -> None:
    """Rehearse loading PATHS (files or folders); with --apply also load them."""
    day_given = published.date() if published else None
    given = Particulars(title=title, outlet=outlet, published=_published(day_given))
    refused = False
    with opened(migrating=True) as (_, store):
        for file in _files(paths):
            try:
                plan, told = _load(store, file, given, applying=applying)
            except BriefingError as error:
                refused = True
                click.echo(f"{file.name}: {error}", err=True)
                if as_json:
                    told = {"file": str(file), "state": "refused", "error": str(error)}
                    click.echo(line(told))
                continue
            click.echo(line(told) if as_json else _text(told, plan))
    if refused:
        context.exit(1)


def _published(known: date | None) -> Published:
    return Published(known, known, PublishedBasis.ADMIN) if known else Published()


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        else:
            yield path


def _load(
    store: Store, file: Path, given: Particulars, *, applying: bool
) -> tuple[Rehearsal, dict[str, Any]]:
    """Rehearse one file and, if asked, apply it; return the plan and what happened, as JSON."""
    documents = understand(read_file(file.name, _content(file), given))
    now = SystemClock().now()
    with store.writes.begin() as session:
        plan = rehearse(session, now, file_name=file.name, documents=documents, actor=ACTOR)
    if not applying:
        return plan, _told(file, plan, "known" if plan.load_id is None else "rehearsed")
    with store.writes.begin() as session:
        if plan.load_id is not None:
            apply(session, now, load_id=plan.load_id, actor=ACTOR)
        known = [
            document
            for document, told in zip(documents, plan.documents, strict=True)
            if told.known is not None
        ]
        dated = [redate(session, now, understood=document, actor=ACTOR) for document in known]
    state = "applied" if plan.load_id is not None else "redated" if any(dated) else "known"
    return plan, _told(file, plan, state)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise DocumentRefused(
                f"The file is larger than {LARGEST_FILE >> 20} MB: split it and load the parts."
            )
        return file.read_bytes()
    except OSError as error:
        raise DocumentRefused(
            f"The file cannot be read ({error.strerror}): check its name and rights."
        ) from error


def _told(file: Path, plan: Rehearsal, state: str) -> dict[str, Any]:
    return {
        "file": str(file),
        "state": state,
        "load": plan.load_id,
        "new": plan.new,
        "documents": [_document(document) for document in plan.documents],
    }


def _document(document: DocumentPlan) -> dict[str, Any]:
    known = document.brought.known
    return {
        "key": document.brought.key or None,
        "title": known.title,
        "outlet": known.outlet,
        "published": day(known.published.day),
        "not_before": day(known.published.earliest),
        "facts": len(document.facts),
        "new": document.new,
        "repeats": document.repeats,
        "known_since": document.known.since.astimezone(UTC).isoformat() if document.known else None,
    }


def _text(told: dict[str, Any], plan: Rehearsal) -> str:
    head = {
        "known": "known already, nothing to do",
        "rehearsed": "rehearsal, nothing changed yet (add --apply to load)",
        "applied": "loaded",
        "redated": "known already; its date is set and its moments are read anew",
    }[told["state"]]
    lines = [f"{told['file']}: {head}"]
    if told["state"] == "rehearsed":
        lines += [rehearsal_text(d.brought.known, d.facts) for d in plan.documents[:MOST_SHOWN]]
    else:
        lines += [f"  {_particulars(document)}" for document in told["documents"][:MOST_SHOWN]]
    if len(told["documents"]) > MOST_SHOWN:
        lines.append(f"  … and {len(told['documents']) - MOST_SHOWN} more documents")
    repeats = sum(document["repeats"] for document in told["documents"])
    return "\n".join([*lines, f"  {told['new']} new facts, {repeats} repeats"])


def _particulars(document: dict[str, Any]) -> str:
    dated = document["published"] or "publication date unknown: give --published YYYY-MM-DD"
    if document["not_before"] and not document["published"]:
        dated += f"; not before {document['not_before']}"
    counts = f"{document['new']} new, {document['repeats']} repeats"
    if document["known_since"]:
        counts = f"known since {document['known_since'][:10]}"
    title = document["title"] or "untitled"
    return f"{title} · {document['outlet'] or 'outlet unknown'} · {dated} · {counts}"
