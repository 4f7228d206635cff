"""What a message tells is looked at once more before it is sent: it must still be so.

An answer whose fact was taken back meanwhile is replaced by word of it. A digest loses the item.
A correction that was overtaken is not sent: what holds now is told in its place. Nor is a fact
told or marked as withdrawn that stands again.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.views.html import escape
from bot.views.marks import marked_message, overtaken_items
from bot.views.texts import say
from db.address import address
from db.models import DeliveryRow
from db.queries.digests import standing
from db.queries.mendings import tell_mendings_again
from db.queries.rechecks import Since, drop_quoted, forget_withdrawals, tell_again
from db.queries.sequences import STORE_VERSION, take_one
from db.queries.standing import never_taken_back

BEHIND = "behind"
OVERTAKEN = "what it told was overtaken before it was sent"


def is_mark(row: DeliveryRow) -> bool:
    """Say whether a delivery only puts a mark on a message that was sent before."""
    return "marks" in row.body


def is_behind(row: DeliveryRow) -> bool:
    """Say whether a fact in a delivery was put right after it was written down."""
    return BEHIND in row.body


def recheck(session: Session, now: datetime, row: DeliveryRow, since: Since | None) -> bool:
    """Take what no longer holds out of a message, given what became of its facts meanwhile.

    Says whether what is left is to be sent. Facts that had ended before are shown as what no
    longer stands, and stay; those put right meanwhile are told of once it was sent.
    """
    if is_mark(row):
        return _unmark(session, row)
    since, gone = since or Since(), row.body.get("gone")
    again = standing(session, gone, now) if gone else []
    overtaken = row.kind == "correction" and (since.ended or since.mended)
    if overtaken and tell_mendings_again(session, row.id):
        take_one(session, STORE_VERSION)  # the next tick looks at everything
        return False
    if again:
        forget_withdrawals(session, address(row.chat_id, row.thread_id), row.id, again)
    if (since.ended or again) and not _without_ended(session, row, since.ended, again):
        return False
    if since.mended:
        row.body = {**row.body, BEHIND: True}
    return True


def _without_ended(
    session: Session, row: DeliveryRow, ended: Mapping[int, str | None], again: Collection[int]
) -> bool:
    if row.kind in {"digest", "correction"}:
        at = address(row.chat_id, row.thread_id)
        if tell_again(session, at, ended):
            take_one(session, STORE_VERSION)
    if again and {place[0] for place in row.body["places"]} <= set(again):
        return False  # it tells nothing else
    if row.kind == "correction" and ended:
        return False
    if row.kind in {"digest", "correction"} and all(_places(row.body, each) for each in ended):
        row.body = _without(row.body, ended, again)
    else:
        reason = next((why for why in ended.values() if why), None)
        row.body = {"html": _overtaken(reason), "buttons": []}
    drop_quoted(session, row.id, ended)
    return True


def _unmark(session: Session, row: DeliveryRow) -> bool:
    """Leave out of a message's marks that a fact was taken back which stands again.

    Says whether any mark is left.
    """
    marks: dict[str, str] = row.body["marks"]
    told_gone = [int(fact) for fact in marks if fact not in row.body.get("standing", ())]
    again = {str(fact) for fact in never_taken_back(session, told_gone)}
    if again:
        kept = {fact: line for fact, line in marks.items() if fact not in again}
        html = marked_message(row.body["unmarked"], list(kept.values()))
        row.body = {**row.body, "marks": kept, "html": html}
        return bool(kept)
    return True


def _overtaken(reason: str | None) -> str:
    return (
        say("answer-overtaken-because", reason=escape(reason))
        if reason
        else say("answer-overtaken")
    )


def _places(body: Mapping[str, Any], fact_id: int) -> list[tuple[int, int]]:
    return [(start, end) for about, start, end in body.get("places", ()) if about == fact_id]


def _without(
    body: Mapping[str, Any], ended: Collection[int], again: Collection[int]
) -> dict[str, Any]:
    cuts = [
        (*place, what)
        for what, ids in (("withdrawn", ended), ("standing", again))
        for fact_id in ids
        for place in _places(body, fact_id)
    ]
    looks = {f"fact:{verb}:{fact_id}" for verb in ("context", "document") for fact_id in ended}
    buttons = [
        [button for button in row if button.get("data") not in looks]
        for row in body.get("buttons", ())
    ]
    kept = [row for row in buttons if row]
    return {"html": overtaken_items(body["html"], cuts), "buttons": kept}
