"""Which columns say who somebody is, and what becomes of them when that person is forgotten.

A test holds this against the schema: a new column that links to a person or a chat, or is named
as if it did, has to be declared here before it can be stored.
"""

from enum import StrEnum

# How the marks begin that stand where the number of a forgotten person stood.
FORGOTTEN = "forgotten-"


class Fate(StrEnum):
    """What becomes of a row in which a forgotten person stands."""

    GOES = "the row is deleted, with all that hangs on it"
    EMPTIED = "the column is emptied, the row stays"
    MASKED = "the number is replaced by a mark that leads to nobody"


# A private chat has its person's number: such a column holds people too.
PERSONAL: dict[str, Fate] = {
    "alias.added_by": Fate.MASKED,
    "alias.removed_by": Fate.MASKED,
    "audit.actor": Fate.MASKED,
    "audit.subject": Fate.MASKED,
    "change_told.chat_id": Fate.GOES,
    "chat.id": Fate.GOES,
    "claim.used_by": Fate.EMPTIED,
    "contested_term.added_by": Fate.MASKED,
    "contested_term.removed_by": Fate.MASKED,
    "correction.made_by": Fate.MASKED,
    "correction.undone_by": Fate.MASKED,
    "delivery.chat_id": Fate.GOES,
    "feedback.person_id": Fate.GOES,
    "fix.actor": Fate.MASKED,
    "fix.put_back_by": Fate.MASKED,
    "gap.settled_by": Fate.MASKED,
    "gate.chat_id": Fate.GOES,
    "gate.person_id": Fate.GOES,
    "golden_question.added_by": Fate.MASKED,
    "golden_question.removed_by": Fate.MASKED,
    "invite.made_by": Fate.MASKED,
    "load.actor": Fate.MASKED,
    "mending_told.chat_id": Fate.GOES,
    "person.id": Fate.GOES,
    "phrasing.decided_by": Fate.MASKED,
    "phrasing.proposed_by": Fate.EMPTIED,
    "prompt.chat_id": Fate.GOES,
    "prompt.person_id": Fate.GOES,
    "question.chat_id": Fate.GOES,
    "question.person_id": Fate.GOES,
    "rate.key": Fate.GOES,
    "ruling.made_by": Fate.MASKED,
    "ruling.revoked_by": Fate.MASKED,
    "sighting.chat_id": Fate.GOES,
    "submission.chat_id": Fate.GOES,
    "submission.person_id": Fate.GOES,
    "submission.told_by": Fate.MASKED,
    "submission_message.chat_id": Fate.GOES,
    "subscription.awaited_from": Fate.EMPTIED,
    "subscription.chat_id": Fate.GOES,
    "subscription.made_by": Fate.EMPTIED,
    "threshold.made_by": Fate.MASKED,
    "topic.created_by": Fate.MASKED,
    "waiting.chat_id": Fate.GOES,
    "waiting.person_id": Fate.GOES,
    "withdrawal_told.chat_id": Fate.GOES,
}
# Named as if they held a person, and why they do not.
NOT_PERSONAL: dict[str, str] = {
    "delivery.worker": "a process",
    "fact.speaker": "who is quoted in a published document",
    "passage.ended_by": "a load",
    "submission.worker": "a process",
}
# How a column's words name a person; all others hold the number alone.
WRITTEN = {"audit.subject": ("person {}", "chat {}"), "rate.key": ("chat {}",)}


def named_in(column: str, person_id: int) -> list[int | str]:
    """Return the values by which `table.column` means this person: numbers, or words."""
    if column in WRITTEN:
        return [form.format(person_id) for form in WRITTEN[column]]
    return [str(person_id)] if PERSONAL[column] is Fate.MASKED else [person_id]
