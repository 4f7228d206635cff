"""`briefing load`: a rehearsal, and with --apply the load itself."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import click

from bot.cli.givenfiles import GivenFile, given_file, name_at, places
from bot.cli.loaded import load_text
from bot.cli.opening import SystemClock, line, opened
from bot.cli.plan import plan_json
from bot.services.amending import Amendment, amend, amendments
from bot.services.embargo import Terms, hold, set_terms, terms_json, terms_of
from bot.services.golden import changed_json
from bot.services.labelling import label_all
from bot.services.loading import apply, rehearse
from bot.services.planning import Rehearsal
from bot.services.understanding import Understood, addressed, understand
from bot.services.upkeep import keep_up, upkeep_due
from bot.views.texts import say
from db.engine import Store
from db.viewer import LABELS
from facts.errors import BriefingError, RowsRefused
from facts.reading.mapping import ColumnsOfTables
from facts.reading.read import read_file
from facts.types import Particulars, Published, PublishedBasis

ACTOR = "terminal"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=str)
@click.option("--apply", "applying", is_flag=True, help="Load, after the rehearsal.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication.")
@click.option("--outlet", help="Who published it.")
@click.option("--title", help="The document's title.")
@click.option("--visibility", type=click.Choice(LABELS), help="Who may see it; default public.")
@click.option("--embargo", metavar="MOMENT", help="Hold it back until YYYY-MM-DD HH:MM.")
@click.option("--expires", metavar="MOMENT", help="End it at YYYY-MM-DD HH:MM.")
@click.option(
    "--columns",
    help="Which column of a table holds what: text=Statement,date=When; none: no facts.",
)
@click.option("--good-rows", is_flag=True, help="Leave the wrong rows of a table of facts out.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
@click.pass_context
def load(
    context: click.Context,
    paths: tuple[str, ...],
    applying: bool,
    published: datetime | None,
    outlet: str | None,
    title: str | None,
    visibility: str | None,
    embargo: str | None,
    expires: str | None,
    columns: str | None,
    good_rows: bool,
    as_json: bool,
) -> None:
    """Rehearse loading PATHS (files, folders or links); with --apply also load them."""
    day_given = published.date() if published else None
    given = Particulars(title=title, outlet=outlet, published=_published(day_given))
    named, refused = _columns(columns), False
    with opened(migrating=True) as (settings, store):
        terms = terms_of(SystemClock().now(), settings.zone, embargo=embargo, expires=expires)
        for place in places(paths):
            try:
                file = given_file(place, links=settings.load_links == "on")
                today = SystemClock().now().astimezone(settings.zone).date()
                terms_given = (given, visibility, terms, named, today)
                plan, told = _load(
                    store, file, *terms_given, applying=applying, good_rows=good_rows
                )
            except BriefingError as error:
                refused = True
                good = error.good if isinstance(error, RowsRefused) else 0
                option = f"\n{say('rows-option', count=good)}" if good else ""
                click.echo(f"{name_at(place)}: {error}{option}", err=True)
                if as_json:
                    told = {"file": place, "state": "refused", "error": str(error)}
                    told |= {"good_rows": good} if good else {}
                    click.echo(line(told))
                continue
            click.echo(line(told) if as_json else load_text(told, plan, applying=applying))
        _keep_quick(store)
    if refused:
        context.exit(1)


def _keep_quick(store: Store) -> None:
    with store.reads.begin() as session:
        due = upkeep_due(session, SystemClock().now())
    if due:
        with store.writes.begin() as session:
            keep_up(session, SystemClock().now())


def _published(known: date | None) -> Published:
    return Published(known, known, PublishedBasis.ADMIN) if known else Published()


def _load(
    store: Store,
    file: GivenFile,
    given: Particulars,
    visibility: str | None,
    terms: Terms,
    columns: ColumnsOfTables,
    today: date,
    *,
    applying: bool,
    good_rows: bool,
) -> tuple[Rehearsal, dict[str, Any]]:
    """Rehearse one file and, if asked, apply it; return the plan and what happened, as JSON."""
    read = read_file(file.name, file.content, given, columns, good_rows=good_rows)
    documents = understand(addressed(read, file.url))
    tables = [table for each in documents for table in each.document.reading.tables]
    shown = {field: head for table in tables for field, head in table.columns}
    now = SystemClock().now()
    with store.writes.begin() as session:
        plan = rehearse(
            session,
            now,
            file_name=file.name,
            documents=documents,
            actor=ACTOR,
            visibility=visibility,
            today=today,
        )
        known = _known(documents, plan)
        if plan.load_id is not None:
            set_terms(session, now, load_id=plan.load_id, terms=terms)
        found = [amendments(session, document_id=each, given=given) for _, each in known]
    ignored = _ignored(terms, columns) if plan.load_id is None else []
    terms = Terms() if plan.load_id is None else terms
    more = {**terms_json(terms), "visibility": visibility, "ignored": ignored}
    if not applying:
        state = "known" if plan.load_id is None else "rehearsed"
        return plan, {**_told(file.place, plan, state, found, shown), **more}
    if plan.load_id is not None and terms.live_at is not None:
        with store.writes.begin() as session:
            hold(session, now, load_id=plan.load_id, terms=terms, actor=ACTOR)
        return plan, {**_told(file.place, plan, "held", found, shown), **more}
    with store.writes.begin() as session:
        if plan.load_id is not None:
            apply(session, now, load_id=plan.load_id, actor=ACTOR)
        done = [
            amend(session, now, document_id=of, understood=each, given=given, actor=ACTOR)
            for each, of in known
        ]
        numbers = [of for _, of in known] if visibility else []
        labels = label_all(session, now, document_ids=numbers, label=visibility or "", actor=ACTOR)
    state = _state(plan, done, labelled=any(each.before != each.label for each in labels))
    return plan, {**_told(file.place, plan, state, done, shown), **more}


def _known(documents: Sequence[Understood], plan: Rehearsal) -> list[tuple[Understood, int]]:
    """Return the documents whose content stands already, each with its number."""
    pairs = zip(documents, plan.documents, strict=True)
    return [(each, told.known.document_id) for each, told in pairs if told.known]


def _ignored(terms: Terms, columns: ColumnsOfTables) -> list[str]:
    """Return the options that change nothing of what is known already."""
    given = {"--embargo": terms.live_at, "--expires": terms.expires_at, "--columns": columns}
    return [name for name, value in given.items() if value]


def _state(plan: Rehearsal, done: Sequence[Sequence[Amendment]], *, labelled: bool) -> str:
    names = {each.name for changed in done for each in changed}
    names |= {"visibility"} if labelled else set()
    if plan.load_id is not None:
        return "applied"
    return "known" if not names else "redated" if names == {"published"} else "amended"


def _columns(written: str | None) -> ColumnsOfTables:
    """Return the columns of "text=Statement,date=When", heads by fields, for every table."""
    if written is None:
        return {}
    if written.strip().lower() == "none":
        return {"": {}}
    pairs = [part.partition("=") for part in written.split(",") if part.strip()]
    if not all(sign and head.strip() for _, sign, head in pairs):
        raise click.UsageError("write --columns as FIELD=COLUMN,FIELD=COLUMN")
    return {"": {field.strip().lower(): head.strip() for field, _, head in pairs}}


def _told(
    place: str,
    plan: Rehearsal,
    state: str,
    amended: Sequence[Sequence[Amendment]],
    columns: Mapping[str, str],
) -> dict[str, Any]:
    changes = iter(amended)
    return {
        "file": place,
        "state": state,
        "load": plan.load_id,
        "new": plan.new,
        "columns": dict(columns) or None,
        "answers": [
            {"question": gap.text, "people": gap.people, "waiting": gap.waiting}
            for gap in plan.answers
        ],
        "golden": changed_json(plan.golden),
        "documents": [
            plan_json(document, next(changes) if document.known else ())
            for document in plan.documents
        ],
    }
