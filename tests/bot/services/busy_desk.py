"""A store in which something of everything has happened."""

from sqlalchemy import select

from bot.services import gaps
from bot.services.asking import Asked, ask
from bot.services.reviewing import Pressed, judge
from bot.services.vocabularies import Vocabularies
from db.engine import Store
from db.models import AnswerRow, QuestionRow
from db.queries.people import ensure_chat, ensure_person
from db.viewer import Viewer
from tests.bot.services.digest_desk import prepare, subscription
from tests.bot.services.owed import SENT, digest, send
from tests.factories import NOW, TODAY, load_text

RITA, OTHER, GROUP = 501, 502, -100500
ASKED = "How many fishing boats use the harbour?"
UNANSWERED = "What does the ferry to Kessing cost?"
_GIVEN = (
    select(AnswerRow, QuestionRow)
    .join(QuestionRow, QuestionRow.id == AnswerRow.question_id)
    .order_by(AnswerRow.id)
)


def put(store: Store, text: str, *, chat: int = RITA, person: int = RITA, message: int = 1) -> None:
    """A person asks in a chat, and is answered."""
    kind = "private" if chat > 0 else "group"
    with store.writes.begin() as session:
        ensure_chat(session, NOW, chat_id=chat, kind=kind, title="Rita" if chat > 0 else "Desk")
        ensure_person(session, NOW, person_id=person, name=f"Name {person}", language="en")
    asked = Asked(chat_id=chat, message_id=message, text=text, person_id=person)
    owed = ask(
        store,
        NOW,
        asked=asked,
        today=TODAY,
        viewer=Viewer(),
        vocabularies=Vocabularies(),
        worker="w",
    )
    for delivery_id in owed:
        send(store, delivery_id, SENT)


def fill(store: Store) -> None:
    """Documents, questions in a chat and in a group, a thumb, a wait, a subscription, a debt."""
    load_text(store)
    subscription(store, RITA)
    for place, (chat, person) in enumerate(((RITA, RITA), (GROUP, RITA), (OTHER, OTHER)), 1):
        put(store, ASKED, chat=chat, person=person, message=10 * place)
        put(store, UNANSWERED, chat=chat, person=person, message=10 * place + 1)
    with store.writes.begin() as session:
        for answer, question in session.execute(_GIVEN).all():
            chat_id, person_id = question.chat_id, question.person_id or 0
            pressed = Pressed(
                chat_id=chat_id, message_id=1, person_id=person_id, answer_id=answer.id
            )
            judge(session, NOW, pressed=pressed, verdict="up")
            gaps.wait(session, NOW, answer_id=answer.id, chat_id=chat_id)
    prepare(store, NOW)
    digest(store, RITA, "owed and not yet sent")
