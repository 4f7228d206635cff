"""What a message quotes is looked at once more before it is sent: it must still stand.

An answer whose fact was taken back meanwhile is replaced by word of it. A digest loses the item.
A correction that was overtaken is not sent: what holds now is told in its place.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy.orm import Session

from bot.views.html import escape
from bot.views.marks import withdrawn_items
from bot.views.texts import say
from db.address import address
from db.models import DeliveryRow
from db.queries.mendings import tell_mendings_again
from db.queries.rechecks import Since, drop_quoted, tell_again
from db.queries.sequences import STORE_VERSION, take_one

BEHIND = "behind"
OVERTAKEN = "what it told was overtaken before it was sent"


def is_mark(row: DeliveryRow) -> bool:
    """Say whether a delivery only puts a mark on a message that was sent before."""
    return "marks" in row.body


def is_behind(row: DeliveryRow) -> bool:
    """Say whether a fact in a delivery was put right after it was written down."""
    return BEHIND in row.body


def recheck(session: Session, row: DeliveryRow, since: Since) -> bool:
    """Take the facts that ended since it was written down out of a message.

    Says whether what is left is to be sent. Facts that had ended before are shown as what no
    longer stands, and stay; those put right meanwhile are told of once it was sent.
    """
    if is_mark(row) or not (since.ended or since.mended):
        return True
    if row.kind == "correction" and tell_mendings_again(session, row.id):
        take_one(session, STORE_VERSION)  # the next tick looks at everything
        return False
    if since.ended and not _without_ended(session, row, since.ended):
        return False
    if since.mended:
        row.body = {**row.body, BEHIND: True}
    return True


def _without_ended(session: Session, row: DeliveryRow, gone: Mapping[int, str | None]) -> bool:
    if row.kind in {"digest", "correction"}:
        at = address(row.chat_id, row.thread_id)
        if tell_again(session, at, gone):
            take_one(session, STORE_VERSION)
    if row.kind == "correction":
        return False
    if row.kind == "digest" and all(_places(row.body, fact_id) for fact_id in gone):
        row.body = _without(row.body, gone)
    else:
        reason = next((why for why in gone.values() if why), None)
        row.body = {"html": _overtaken(reason), "buttons": []}
    drop_quoted(session, row.id, gone)
    return True


def _overtaken(reason: str | None) -> str:
    return (
        say("answer-overtaken-because", reason=escape(reason))
        if reason
        else say("answer-overtaken")
    )


def _places(body: Mapping[str, Any], fact_id: int) -> list[tuple[int, int]]:
    return [(start, end) for about, start, end in body.get("places", ()) if about == fact_id]


def _without(body: Mapping[str, Any], gone: Collection[int]) -> dict[str, Any]:
    cuts = [place for fact_id in gone for place in _places(body, fact_id)]
    looks = {f"fact:{verb}:{fact_id}" for verb in ("context", "document") for fact_id in gone}
    buttons = [
        [button for button in row if button.get("data") not in looks]
        for row in body.get("buttons", ())
    ]
    kept = [row for row in buttons if row]
    return {"html": withdrawn_items(body["html"], cuts), "buttons": kept}
