"""Topics and digests on the command line: seen before they are stored, and nothing by accident."""

from pathlib import Path

import pytest

from db.engine import Store
from tests.bot.cli.conftest import Briefing
from tests.bot.services.digest_desk import READER, subscription
from tests.factories import HARBOUR
from tests.kept import Kept


@pytest.fixture
def desk(briefing: Briefing, tmp_path: Path, sqlite_store: Store, kept: Kept) -> Briefing:
    (tmp_path / "harbour.txt").write_text(HARBOUR)

    def fill(_: Store) -> None:
        assert briefing("load", "harbour.txt", "--apply").code == 0

    kept(sqlite_store, fill)
    return briefing


def test_topic_is_seen_before_it_is_stored(desk: Briefing) -> None:
    seen = desk("topics", "--define", "Boats: fishing boats", "--json").lines[0]
    assert (seen["facts"], len(seen["newest"])) == (1, 1)
    assert [one["key"] for one in desk("topics", "--json").lines] == ["everything"]
    desk("topics", "--define", "Boats: fishing boats", "--apply")
    assert desk("topics").out == "boats: Boats, 1\neverything: Everything, 4\n"
    assert desk("topics", "--remove", "boats").out == "everything: Everything, 4\n"


@pytest.mark.parametrize("arguments", [("--define", "🙂"), ("--remove", "nothing")])
def test_what_is_no_topic_is_refused_in_a_sentence(desk: Briefing, arguments: str) -> None:
    refused = desk("topics", *arguments)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1


def test_digest_of_a_chat_is_shown_without_being_made(desk: Briefing, sqlite_store: Store) -> None:
    subscription(sqlite_store)
    shown = desk("digest", "--chat", str(READER), "--json").lines[0]
    assert "About 300 fishing boats" in shown["messages"][0]
    listed = desk("digest", "--json").lines
    assert listed[0] == {"subscriptions": {"active": 1}, "digests": {}}
    assert (listed[1]["chat"], listed[1]["topics"]) == (READER, ["Everything"])


def test_chat_without_a_subscription_is_told_so(desk: Briefing) -> None:
    refused = desk("digest", "--chat", "7")
    assert (refused.code, refused.err) == (1, "Chat 7 is not briefed on anything.\n")
