"""What an admin writes becomes a rule that says which facts are on a topic."""

import pytest

from facts.topics import Rule, TopicRefused, define, find_topic, matcher


def on(written: str, stems: set[str], names: frozenset[str] = frozenset()) -> bool:
    return matcher(define(written)).holds(stems, names)


def test_bare_name_is_what_it_looks_for() -> None:
    assert on("Armenia", {"armenia", "talk"})
    assert not on("Armenia", {"azerbaijan"})


def test_any_entry_is_enough() -> None:
    assert on("South Caucasus: Armenia, Azerbaijan", {"azerbaijan"})
    assert not on("South Caucasus: Armenia, Azerbaijan", {"caucasus", "south"})


def test_words_joined_by_plus_must_all_be_there() -> None:
    assert on("Peace: peace + talks", {"peac", "talk", "of"})
    assert not on("Peace: peace + talks", {"peac"})


def test_full_name_is_found_where_only_a_part_is_written() -> None:
    assert on("Aliyev: Ilham Aliyev", {"aliyev"}, frozenset({"ilham aliyev"}))
    assert not on("Aliyev: Ilham Aliyev", {"aliyev"}, frozenset({"natig aliyev"}))


def test_definition_tells_names_words_and_aliases_apart() -> None:
    topic = define("Sea: Port Velden, sea wall, fishing | Harbour")
    assert topic.names == ("Port Velden",)
    assert topic.words == ("sea wall", "fishing")
    assert (topic.aliases, topic.rule, topic.key) == (("Harbour",), Rule.ANY, "sea")


@pytest.mark.parametrize(
    "written", ["", ":", "🙂", "x" * 41, "A: 🙂", "A: " + ",".join(map(str, range(41)))]
)
def test_what_defines_nothing_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(TopicRefused, match=r"\.$"):
        define(written)


@pytest.mark.parametrize("typed", ["south caucasus", "South Cau", "Sourth Caucasus", "karabakh"])
def test_topic_is_found_as_people_type_it(typed: str) -> None:
    topics = [define("South Caucasus: Armenia | Karabakh"), define("Sea")]
    assert [topic.name for topic in find_topic(topics, typed)] == ["South Caucasus"]


def test_unknown_topic_is_not_guessed() -> None:
    assert find_topic([define("Sea"), define("Steel")], "cars") == []
