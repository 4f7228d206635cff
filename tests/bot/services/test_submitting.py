"""A submission is held until what became of it is told."""

from bot.services.access import Visitor, admit
from bot.services.submitting import LEASE, Submitted, receive_document, told, waiting_submissions
from db.engine import Store
from db.models import SubmissionRow
from tests.factories import NOW

EDITOR, WORKER = 7, "one"


def received(store: Store) -> int:
    with store.writes.begin() as session:
        visitor = Visitor(EDITOR, "Ida", EDITOR, "private")
        admit(session, NOW, visitor=visitor, admin_ids={EDITOR}, open_to_all=True)
        given = Submitted(EDITOR, 1, EDITOR, "bridge.txt", file_id="f")
        number = receive_document(session, NOW, submitted=given, worker=WORKER)
    assert number is not None
    return number


def settled(store: Store, number: int, state: str) -> SubmissionRow:
    with store.writes.begin() as session:
        told(session, NOW, submission_id=number, worker=WORKER, state=state)
    with store.reads.begin() as session:
        row = session.get_one(SubmissionRow, number)
        session.expunge(row)
        return row


def test_what_is_read_anew_stays_with_its_worker(store: Store) -> None:
    # "Reading ..." was shown of what somebody has had read anew in the meantime.
    number = received(store)
    row = settled(store, number, "waiting")
    assert (row.worker, row.told_at) == (WORKER, None)
    with store.reads.begin() as session:
        assert waiting_submissions(session, NOW + 2 * LEASE) == [number]


def test_what_is_told_is_held_by_nobody(store: Store) -> None:
    number = received(store)
    with store.writes.begin() as session:
        session.get_one(SubmissionRow, number).state = "refused"
    row = settled(store, number, "refused")
    assert (row.worker, row.told_at) == (None, NOW)
