"""What `briefing load` says of a file in plain words."""

from typing import Any

from bot.services.planning import Rehearsal
from bot.views.golden import golden_lines
from bot.views.rehearsal import answers_line, rehearsal_text
from bot.views.texts import say

MOST_SHOWN = 10


def load_text(told: dict[str, Any], plan: Rehearsal, *, applying: bool) -> str:
    """Return what became of a file; of a rehearsal all that it would change."""
    head = {
        "known": "known already, nothing to do",
        "rehearsed": "rehearsal, nothing changed yet (add --apply to load)",
        "applied": "loaded",
        "held": "held back: nothing of it is seen by anybody before it goes live",
        "redated": "known already; its date is set and its moments are read anew",
        "amended": "known already; what was given for it is set",
    }[told["state"]]
    given = told["visibility"] or any(each["amended"] for each in told["documents"])
    waits = told["state"] == "known" and given and not applying
    head = "known already (add --apply to set what is given for it)" if waits else head
    lines = [f"{told['file']}: {head}"]
    lines += terms_lines(told["visibility"], told["embargo"], told["expires"])
    if told["ignored"]:
        lines.append(f"  {say('load-ignored', names=', '.join(told['ignored']))}")
    if told["columns"] and told["state"] != "known":
        pairs = [say("column", field=f, head=h) for f, h in told["columns"].items()]
        lines.append(f"  {say('columns-read', columns=', '.join(pairs))}")
    if told["state"] == "rehearsed":
        lines += [rehearsal_text(d) for d in plan.documents[:MOST_SHOWN]]
    else:
        applied = told["state"] != "known"
        shown = told["documents"][:MOST_SHOWN]
        lines += [f"  {_particulars(document, applied=applied)}" for document in shown]
    if len(told["documents"]) > MOST_SHOWN:
        lines.append(f"  … and {len(told['documents']) - MOST_SHOWN} more documents")
    lines += [f"  {answers_line(told['answers'])}"] if told["answers"] else []
    lines += golden_lines(told["golden"]) if told["golden"] else []
    repeats = sum(document["repeats"] for document in told["documents"])
    return "\n".join([*lines, f"  {told['new']} new facts, {repeats} repeats"])


def terms_lines(label: str | None, embargo: str | None, expires: str | None) -> list[str]:
    """Return who may see a load's documents, from and until when, as far as that was said."""
    lines = [f"  who may see it: {label}"] if label else []
    lines += [f"  under embargo until {embargo}"] if embargo else []
    return [*lines, *([f"  expires {expires}"] if expires else [])]


def _particulars(document: dict[str, Any], *, applied: bool) -> str:
    dated = document["published"] or "publication date unknown: give --published YYYY-MM-DD"
    if document["not_before"] and not document["published"]:
        dated += f"; not before {document['not_before']}"
    counts = f"{document['new']} new, {document['repeats']} repeats"
    if document["gone"]:
        counts += f", {document['gone']} gone"
    if document["known_since"]:
        since = {"day": document["known_since"][:10], "actor": document["known_by"]}
        changes = [_amendment(each, applied=applied) for each in document["amended"]]
        counts = "; ".join([say("known-by", **since), *changes])
    title = document["title"] or "untitled"
    return f"{title} · {document['outlet'] or 'outlet unknown'} · {dated} · {counts}"


def _amendment(change: dict[str, Any], *, applied: bool) -> str:
    told = {"name": change["name"], "after": change["after"]}
    return say("amended", **told) if applied else say("would-amend", **told)
