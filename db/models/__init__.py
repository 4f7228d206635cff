"""All rows of the store; importing this fills `Row.metadata`."""

from db.models.asking import AnswerFactRow, AnswerRow, FeedbackRow, QuestionRow
from db.models.audit import AuditRow
from db.models.delivery import DeliveryFactRow, DeliveryRow, RateRow, SightingRow
from db.models.digests import (
    ChangeToldRow,
    DigestPartRow,
    DigestRow,
    MendingToldRow,
    SubscriptionRow,
    SubscriptionTopicRow,
    WithdrawalToldRow,
)
from db.models.documents import (
    BlockRow,
    DocumentRow,
    LoadRevisionRow,
    LoadRow,
    ReadingRow,
    RevisionRow,
    SourceRow,
)
from db.models.facts import (
    FactLinkRow,
    FactRow,
    PassageRow,
    PostingRow,
    SequenceRow,
    TermAboveRow,
    TermRow,
    WordRow,
)
from db.models.fixes import FixRow
from db.models.learning import (
    AliasRow,
    GapQuestionRow,
    GapRow,
    GoldenQuestionRow,
    PhrasingRow,
    ThresholdRow,
    WaitingRow,
)
from db.models.people import ChatRow, ClaimRow, GateRow, InviteRow, PersonRow
from db.models.ruling import ContestedTermRow, CorrectionRow, PromptRow, RulingRow
from db.models.submissions import SubmissionMessageRow, SubmissionRow
from db.models.topics import TopicFactRow, TopicRow
from db.models.totals import DayTotalRow, WeeklyReportRow

__all__ = [
    "AliasRow",
    "AnswerFactRow",
    "AnswerRow",
    "AuditRow",
    "BlockRow",
    "ChangeToldRow",
    "ChatRow",
    "ClaimRow",
    "ContestedTermRow",
    "CorrectionRow",
    "DayTotalRow",
    "DeliveryFactRow",
    "DeliveryRow",
    "DigestPartRow",
    "DigestRow",
    "DocumentRow",
    "FactLinkRow",
    "FactRow",
    "FeedbackRow",
    "FixRow",
    "GapQuestionRow",
    "GapRow",
    "GateRow",
    "GoldenQuestionRow",
    "InviteRow",
    "LoadRevisionRow",
    "LoadRow",
    "MendingToldRow",
    "PassageRow",
    "PersonRow",
    "PhrasingRow",
    "PostingRow",
    "PromptRow",
    "QuestionRow",
    "RateRow",
    "ReadingRow",
    "RevisionRow",
    "RulingRow",
    "SequenceRow",
    "SightingRow",
    "SourceRow",
    "SubmissionMessageRow",
    "SubmissionRow",
    "SubscriptionRow",
    "SubscriptionTopicRow",
    "TermAboveRow",
    "TermRow",
    "ThresholdRow",
    "TopicFactRow",
    "TopicRow",
    "WaitingRow",
    "WeeklyReportRow",
    "WithdrawalToldRow",
    "WordRow",
]
