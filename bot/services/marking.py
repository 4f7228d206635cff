"""Old messages that showed a fact which no longer stands get a line that says so.

The words stay; a mark is an edit, owed like every message, so that one that fails is counted.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.services.reaching import Way
from bot.views.documents import day
from bot.views.html import LONGEST_MESSAGE, shown_length
from bot.views.marks import mark, marked_message
from db.address import Address
from db.queries.deliveries import FAILED, PENDING
from db.queries.learning import texts_of
from db.queries.marks import ShownMessage, messages_showing
from db.queries.owed import add_deliveries, add_quoted, columns_of

# What these say is so while the fact stands.
STANDING = ("returned", "mended")
TOO_LONG = "the message is too long for a mark"


def owe_marks(
    session: Session,
    now: datetime,
    gone: Mapping[Address, Sequence[int]],
    how: Mapping[Address, Way],
    *,
    verdict: str,
    before: Mapping[int, datetime] | None = None,
) -> int:
    """Owe the edits by which messages at these addresses say what became of their facts.

    `verdict` is corrected, withdrawn, returned or mended; with `before`, only messages written down
    before that moment of a fact are marked. Chats that take no messages are left alone. Returns
    how many edits are owed.
    """
    open_ones = {at: ids for at, ids in gone.items() if ids and how[at].refused is None}
    if not open_ones:
        return 0
    words = texts_of(session, sorted({fact_id for ids in open_ones.values() for fact_id in ids}))
    rows: list[dict[str, Any]] = []
    passages: list[Mapping[int, int]] = []
    for message, fact_ids in messages_showing(session, open_ones, before or {}):
        if not message.body["html"]:
            continue  # its words are kept no longer: a mark would stand in their place
        way = how[message.at]
        lines = {str(i): mark(verdict, words[i], day(way.day(now))) for i in fact_ids}
        rows.append(_row(message, lines, way, now, standing=verdict in STANDING))
        passages.append(message.passages)
    ids = add_deliveries(session, len(rows), columns_of(rows))
    quoted = [
        {"delivery_id": delivery_id, "fact_id": fact_id, "passage_id": passage_id}
        for delivery_id, shown in zip(ids, passages, strict=True)
        for fact_id, passage_id in shown.items()
    ]
    add_quoted(session, columns_of(quoted))
    return len(rows)


def _row(
    message: ShownMessage, lines: Mapping[str, str], way: Way, now: datetime, *, standing: bool
) -> dict[str, Any]:
    base = message.body.get("unmarked", message.body["html"])
    marks = {**message.body.get("marks", {}), **lines}
    stood = set(message.body.get("standing", ()))
    stand = sorted(stood | set(lines) if standing else stood - set(lines))
    html = marked_message(base, list(marks.values()))
    fits = shown_length(html) <= LONGEST_MESSAGE
    buttons = message.body.get("buttons", ())
    return {
        "kind": "correction",
        "chat_id": message.at.chat_id,
        "thread_id": message.at.thread_id or None,
        "edits_message_id": message.message_id,
        "body": {
            "html": html,
            "buttons": buttons,
            "unmarked": base,
            "marks": marks,
            "standing": stand,
        },
        "state": PENDING if fits else FAILED,
        "due_at": way.due_at,
        "worker": None,
        "lease_until": None,
        "attempts": 0,
        "failure": None if fits else TOO_LONG,
        "created_at": now,
        "settled_at": None if fits else now,
    }
