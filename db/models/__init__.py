"""All rows of the store; importing this fills `Row.metadata`."""

from db.models.asking import AnswerFactRow, AnswerRow, FeedbackRow, QuestionRow
from db.models.audit import AuditRow
from db.models.delivery import DeliveryFactRow, DeliveryRow, SightingRow
from db.models.documents import (
    BlockRow,
    DocumentRow,
    LoadRevisionRow,
    LoadRow,
    ReadingRow,
    RevisionRow,
    SourceRow,
)
from db.models.facts import FactRow, PassageRow, SequenceRow, TermRow, WordRow
from db.models.people import ChatRow, ClaimRow, PersonRow

__all__ = [
    "AnswerFactRow",
    "AnswerRow",
    "AuditRow",
    "BlockRow",
    "ChatRow",
    "ClaimRow",
    "DeliveryFactRow",
    "DeliveryRow",
    "DocumentRow",
    "FactRow",
    "FeedbackRow",
    "LoadRevisionRow",
    "LoadRow",
    "PassageRow",
    "PersonRow",
    "QuestionRow",
    "ReadingRow",
    "RevisionRow",
    "SequenceRow",
    "SightingRow",
    "SourceRow",
    "TermRow",
    "WordRow",
]
