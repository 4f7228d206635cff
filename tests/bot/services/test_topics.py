"""Topics hold the same facts on both engines, before and after they are loaded."""

import pytest

from bot.services.topics import add_topic, list_topics, preview, remove_topic, suggest_topics
from db.engine import Store
from db.queries.topics import match_new_facts
from db.viewer import Viewer
from facts.topics import TopicRefused
from tests.factories import NOW, load_text

BRIDGE = "Mayor Ilse Brandt opened the bridge of Old Velden on 4 May 2025.\n"


def define(store: Store, written: str) -> None:
    with store.writes.begin() as session:
        add_topic(session, NOW, written=written, actor="test")


def counts(store: Store) -> dict[str, int]:
    with store.writes.begin() as session:
        match_new_facts(session)
        return {t.topic.name: t.facts for t in list_topics(session, NOW, viewer=Viewer())}


def test_everything_is_a_topic(store: Store) -> None:
    load_text(store)
    assert counts(store) == {"Everything": 4}


def test_preview_tells_what_a_definition_would_hold_and_stores_nothing(store: Store) -> None:
    load_text(store)
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


def test_defining_anew_matches_anew(store: Store) -> None:
    load_text(store)
    define(store, "Sea: boats")
    define(store, "sea: crowns, wall")
    assert counts(store) == {"sea": 2, "Everything": 4}


def test_what_may_not_be_seen_is_in_no_count(store: Store) -> None:
    load_text(store)
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
