"""Topics hold the same facts on both engines, before and after they are loaded."""

import pytest

from bot.services.topics import add_topic, list_topics, preview, remove_topic, suggest_topics
from db.engine import Store
from db.queries.subscriptions import follow
from db.queries.topics import live_topics, match_new_facts
from db.viewer import Viewer
from facts.topics import TopicRefused
from tests.bot.services.digest_desk import at, morning, subscription
from tests.bot.services.owed import subscription as row_of
from tests.factories import NOW, load_text

BRIDGE = "Mayor Ilse Brandt opened the bridge of Old Velden on 4 May 2025.\n"


def define(store: Store, written: str) -> None:
    with store.writes.begin() as session:
        add_topic(session, NOW, written=written, actor="test")


def counts(store: Store) -> dict[str, int]:
    with store.writes.begin() as session:
        match_new_facts(session)
        return {t.topic.name: t.facts for t in list_topics(session, NOW, viewer=Viewer())}


def test_everything_is_a_topic(store: Store, harbour: None) -> None:
    assert counts(store) == {"Everything": 4}


def test_preview_tells_what_a_definition_would_hold_and_stores_nothing(
    store: Store, harbour: None
) -> None:
    with store.reads.begin() as session:
        shown = preview(session, NOW, written="Boats: fishing boats", viewer=Viewer())
    assert shown.facts == 1
    assert shown.newest[0].text.startswith("About 300 fishing boats")
    assert counts(store) == {"Everything": 4}


def test_facts_loaded_before_and_after_are_on_a_topic(store: Store) -> None:
    load_text(store, BRIDGE, name="bridge.txt")
    define(store, "Brandt: Ilse Brandt")
    before = counts(store)["Brandt"]
    load_text(store)
    assert (before, counts(store)["Brandt"]) == (1, 3)


def test_defining_anew_matches_anew(store: Store, harbour: None) -> None:
    define(store, "Sea: boats")
    define(store, "sea: crowns, wall")
    assert counts(store) == {"sea": 2, "Everything": 4}


def test_what_may_not_be_seen_is_in_no_count(store: Store, harbour: None) -> None:
    define(store, "Sea: boats")
    with store.reads.begin() as session:
        listed = list_topics(session, NOW, viewer=Viewer(("nothing",)))
        shown = preview(session, NOW, written="Sea: boats", viewer=Viewer(("nothing",)))
    assert {topic.facts for topic in listed} == {0}
    assert (shown.facts, shown.newest) == (0, ())


def test_removed_topic_is_gone_and_everything_stays(store: Store) -> None:
    define(store, "Sea: boats")
    with store.writes.begin() as session:
        remove_topic(session, NOW, key="sea", actor="test")
        with pytest.raises(TopicRefused):
            remove_topic(session, NOW, key="everything", actor="test")
    assert counts(store) == {"Everything": 0}


def test_frequent_names_are_suggested_until_they_are_followed(store: Store) -> None:
    load_text(store, BRIDGE, name="bridge.txt")
    load_text(store)
    with store.reads.begin() as session:
        assert "Ilse Brandt" in dict(suggest_topics(session, NOW, viewer=Viewer()))
    define(store, "Ilse Brandt")
    with store.reads.begin() as session:
        assert "Ilse Brandt" not in dict(suggest_topics(session, NOW, viewer=Viewer()))


def removed(store: Store, key: str) -> int:
    with store.writes.begin() as session:
        return remove_topic(session, at(24, "23:00"), key=key, actor="test")


def test_who_follows_a_removed_topic_alone_is_told_that_the_briefing_has_ended(
    store: Store,
    harbour: None,
) -> None:
    define(store, "Boats: fishing boats")
    number = subscription(store, topic="boats", quiet_from="22:00", quiet_to="07:00")
    morning(store, at(24))
    assert removed(store, "boats") == 1
    assert morning(store, at(25, "06:59")) == []
    [told] = morning(store, at(25))
    assert told.startswith("The topic <b>Boats</b> is kept up no more, so your briefing on it has")
    assert row_of(store, number).state == "ended"
    assert morning(store, at(26)) == []


def test_briefing_on_other_topics_too_goes_on_with_them(store: Store, harbour: None) -> None:
    for written in ("Boats: fishing boats", "Walls: sea wall"):
        define(store, written)
    number = subscription(store, topic="boats")
    with store.writes.begin() as session:
        [walls] = [topic for topic in live_topics(session) if topic.name == "Walls"]
        follow(session, number, walls.id)
    assert removed(store, "boats") == 1
    told, first = morning(store, at(25))
    assert told.endswith("Your briefing goes on with Walls.")
    assert first.startswith("<b>Walls</b> · 1 fact to begin with\n")


def test_blocked_chat_is_not_told_of_a_removed_topic(store: Store) -> None:
    define(store, "Boats: fishing boats")
    number = subscription(store, topic="boats", state="blocked")
    assert removed(store, "boats") == 1
    assert morning(store, at(25)) == []
    assert row_of(store, number).state == "ended"
