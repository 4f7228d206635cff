"""What a topic holds is told with its true number, however much of it is shown."""

from datetime import date

import pytest
from sqlalchemy import select

from bot.services.looking import Page, show_topic
from bot.services.subscribing import Place, card_of
from db.engine import Store
from db.models import DeliveryRow, SubscriptionRow, TopicRow
from db.viewer import Viewer
from tests.bot.services.digest_desk import READER, at, prepare, send_all, subscription
from tests.factories import load_text
from tests.kept import Kept

MANY = 310
FERRIES = "\n\n".join(f"The ferry of pier {n} made {n} crossings." for n in range(1, MANY + 1))


def brief(store: Store, *, since: date | None = None) -> str:
    """The first page of /brief everything."""
    with store.writes.begin() as session:
        topic = session.scalars(select(TopicRow.id).where(TopicRow.key == "everything")).one()
        page = Page(Place(READER, READER))
        owed = show_topic(
            session, at(24), page=page, topic_id=topic, since=since, viewer=Viewer(), worker="w"
        )
        html: str = session.get_one(DeliveryRow, owed).body["html"]
    return html


def load_many(store: Store) -> None:
    load_text(store, FERRIES + "\n", published=date(2026, 11, 2))
    subscription(store)


@pytest.fixture
def store_of_many(store: Store, kept: Kept) -> Store:
    kept(store, load_many)
    return store


def test_card_and_first_digest_tell_how_much_there_is(store_of_many: Store) -> None:
    with store_of_many.writes.begin() as session:
        card = card_of(session, at(23, "10:00"), session.scalars(select(SubscriptionRow)).one())
    assert card.standing == MANY
    prepare(store_of_many, at(24))
    row = send_all(store_of_many, at(24))[-1]
    assert row.body["buttons"][-1][0]["text"] == "and 293+ more"


def test_topic_longer_than_what_is_shown_says_so(
    store_of_many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"· {MANY} facts stand\nHeard" in brief(store_of_many)
    monkeypatch.setattr("bot.services.looking.MOST_STANDING", 20)
    told = brief(store_of_many)
    assert f"· {MANY} facts stand\nThe newest 20 of them follow.\n" in told


def test_topic_since_a_day_holds_its_documents_however_many_came_after(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscription(store)
    load_text(store, "The crane was sold.\n", name="a.txt", published=date(2026, 11, 20))
    load_text(store, "The lighthouse is new.\n", name="b.txt", published=date(2026, 11, 1))
    load_text(store, "The harbour is full.\n", name="c.txt")
    monkeypatch.setattr("bot.services.looking.MOST_STANDING", 2)
    told = brief(store, since=date(2026, 11, 20))
    assert "· 1 fact stands in documents since 20 Nov 2026\n" in told
    assert "The crane was sold." in told
