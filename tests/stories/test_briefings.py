"""A reader follows a topic in a few taps, and is briefed at their hour with what is new to them."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID, READER_ID
from bot.scheduler import briefing_tick
from bot.services.topics import add_topic
from db.models import FactRow, SubscriptionRow
from db.queries.links import NewLink, add_links
from facts.links import LinkKind
from tests.factories import load_text
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk

FIRST = "The ferry made 30 crossings in May.\n"
SECOND = "The ferry made 44 crossings in May.\n"


async def tap(person: Person, message: Shown, *labels: str) -> Shown:
    """Press buttons one after the other on the message as it changes."""
    for label in labels:
        before = message.raw
        await person.press(message, label)
        await person.next_answer()
        message = await person.wait_for(lambda m: m.id == message.id and m.raw != before)  # noqa: B023
    return message


async def morning(desk: Desk, clock: FakeClock, moment: str) -> None:
    clock.at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    await briefing_tick()(desk.edge)
    await desk.tick()


def define(desk: Desk, written: str) -> None:
    with desk.edge.store.writes.begin() as session:
        add_topic(session, desk.edge.clock.now(), written=written, actor="test")


@pytest.fixture
async def follower(desk: Desk, rita: Person) -> Person:
    """A reader who subscribed to a topic in three taps (the topic, the zone is known, done)."""
    define(desk, "South Caucasus: Armenia, Azerbaijan")
    await rita.say("/subscribe")
    card = await tap(rita, await rita.next_message(), "South Caucasus", "✅ Subscribe")
    assert "Next: Tuesday 24 Nov 2026, 08:00" in card.text
    return rita


async def test_card_tells_what_will_come_and_when(desk: Desk, rita: Person) -> None:
    define(desk, "South Caucasus: Armenia, Azerbaijan")
    await rita.say("/subscribe south caucasus")
    card = await rita.next_message()
    lines = card.text.splitlines()
    assert lines[0] == "Briefing: South Caucasus · not yet subscribed"
    assert lines[2] == "The first one would come: Tuesday 24 Nov 2026, 08:00"
    assert lines[4].startswith("The first briefing brings 7 of the ")
    assert card.buttons[0] == "✅ Subscribe"


async def test_first_briefing_comes_at_its_hour(
    desk: Desk, clock: FakeClock, follower: Person
) -> None:
    await morning(desk, clock, "2026-11-24T07:59")
    await morning(desk, clock, "2026-11-24T08:00")
    digest = await follower.next_message()
    assert digest.text.startswith("South Caucasus · 7 facts to begin with\nWhat stands so far\n")
    assert "Context 1" in digest.buttons
    assert digest.buttons[-1].startswith("and ")


async def test_day_without_news_gets_one_line_and_then_silence(
    desk: Desk, clock: FakeClock, follower: Person
) -> None:
    for day in ("24", "25", "26"):
        await morning(desk, clock, f"2026-11-{day}T08:00")
    await follower.next_message()
    line = await follower.next_message()
    assert line.text == "Nothing new on South Caucasus."
    assert line.buttons == ["Stay silent", "Tell me each time"]
    with pytest.raises(AssertionError):
        await follower.next_message(patience=0.5)


async def test_correction_comes_at_once_and_never_twice(
    desk: Desk, clock: FakeClock, follower: Person
) -> None:
    store = desk.edge.store
    load_text(store, f"Ferries of Armenia\n\n{FIRST}", name="first.txt")
    await morning(desk, clock, "2026-11-24T08:00")
    assert FIRST.strip() in (await follower.next_message()).text
    load_text(store, f"Ferries of Armenia\n\n{SECOND}", name="second.txt")
    await correct(desk, clock)
    await morning(desk, clock, "2026-11-24T10:00")
    correction = await follower.next_message()
    assert correction.text.startswith("Corrected · you saw this today\n")
    assert correction.marked("strikethrough") == ["30 crossings"]
    assert correction.marked("bold")[-1] == "44 crossings"
    await morning(desk, clock, "2026-11-24T11:00")
    with pytest.raises(AssertionError):
        await follower.next_message(patience=0.5)


async def correct(desk: Desk, clock: FakeClock) -> None:
    clock.move(minutes=1)  # only what was shown before the correction is told of it
    with desk.edge.store.writes.begin() as session:
        texts = {row.text: row.id for row in session.scalars(select(FactRow))}
        link = NewLink(LinkKind.CORRECTED, texts[FIRST.strip()], texts[SECOND.strip()])
        add_links(session, [link], load_id=1, now=clock.now())


async def test_zone_is_found_by_a_misspelt_city_and_shown_back(follower: Person) -> None:
    await follower.say("/subscriptions")
    card = await tap(follower, await follower.next_message(), "1. South Caucasus", "Time zone")
    assert "Where are you?" in card.text
    await follower.say("Yerevn")
    shown = await follower.next_message()
    assert "at 08:00, Yerevan time (now 13:00 there)" in shown.text
    assert "Next: Tuesday 24 Nov 2026, 08:00" in shown.text


async def test_zone_is_found_by_the_readers_clock(follower: Person) -> None:
    await follower.say("/subscriptions")
    listed = await follower.next_message()
    labels = ("1. South Caucasus", "Time zone", "What time is it for you?", "14:45")
    places = await tap(follower, listed, *labels)
    assert places.buttons == ["Kathmandu, NP · 14:45", "◂ Back"]
    card = await tap(follower, places, "Kathmandu, NP · 14:45")
    assert "Kathmandu time" in card.text


async def test_hour_can_be_typed_and_days_pressed(follower: Person) -> None:
    await follower.say("/subscriptions")
    await tap(follower, await follower.next_message(), "1. South Caucasus", "Time")
    await follower.say("7:45 pm")
    card = await tap(follower, await follower.next_message(), "Days", "Fridays")
    assert card.text.splitlines()[1].startswith("Fridays at 19:45")
    assert "Next: Friday 27 Nov 2026, 19:45" in card.text


async def test_quiet_hours_and_the_rest_are_set_in_taps_and_shown_back(follower: Person) -> None:
    await follower.say("/subscriptions")
    labels = ("1. South Caucasus", "Quiet hours", "22:00–07:00", "Time", "06:00")
    card = await tap(follower, await follower.next_message(), *labels)
    assert "quiet 22:00–07:00" in card.text
    assert "Next: Tuesday 24 Nov 2026, 07:00" in card.text
    more = await tap(follower, card, "More", "Make it full length", "Say when nothing is new")
    assert more.text.startswith("full length · quiet 22:00–07:00 · nothing new: one line · ")
    card = await tap(follower, more, "◂ Back", "Quiet hours", "None")
    assert "quiet" not in card.text
    assert "Next: Tuesday 24 Nov 2026, 06:00" in card.text


async def test_zone_is_found_by_a_shared_location(follower: Person) -> None:
    await follower.say("/subscriptions")
    await tap(follower, await follower.next_message(), "1. South Caucasus", "Time zone")
    await follower.share_location(40.18, 44.51)
    assert "at 08:00, Yerevan time" in (await follower.next_message()).text


async def test_question_is_answered_though_a_place_was_asked_for(follower: Person) -> None:
    await follower.say("/subscriptions")
    await tap(follower, await follower.next_message(), "1. South Caucasus", "Time zone")
    await follower.say("How many people were killed in September?")
    assert "at least 286" in (await follower.next_message()).text


async def test_briefing_at_once_leaves_the_schedule(follower: Person) -> None:
    await follower.say("/now")
    assert "facts to begin with" in (await follower.next_message()).text
    await follower.say("/subscriptions")
    assert "Tuesday 24 Nov 2026, 08:00" in (await follower.next_message()).text


async def test_what_did_not_fit_opens_in_pages(
    desk: Desk, clock: FakeClock, follower: Person
) -> None:
    await follower.say("/now")
    digest = await follower.next_message()
    await follower.press(digest, digest.buttons[-1])
    more = await follower.next_message()
    assert more.text.startswith("What did not fit\n")
    await follower.press(more, "Context 1")
    assert (await follower.next_message()).marked("underline")


async def test_pausing_stops_and_resuming_takes_up(
    desk: Desk, clock: FakeClock, follower: Person
) -> None:
    await follower.say("/pause")
    assert "Paused" in (await follower.next_message()).text
    await morning(desk, clock, "2026-11-24T08:00")
    await follower.say("/resume")
    assert "Next: Wednesday 25 Nov 2026, 08:00" in (await follower.next_message()).text


async def test_unsubscribing_asks_once(desk: Desk, clock: FakeClock, follower: Person) -> None:
    await follower.say("/unsubscribe")
    ended = await tap(follower, await follower.next_message(), "Yes, end it")
    assert ended.text == "Ended: no more briefings on South Caucasus."
    await morning(desk, clock, "2026-11-24T08:00")
    with pytest.raises(AssertionError):
        await follower.next_message(patience=0.5)


async def test_link_subscribes_in_one_tap_and_again_changes_nothing(
    desk: Desk, rita: Person
) -> None:
    define(desk, "South Caucasus: Armenia, Azerbaijan")
    for _ in range(2):
        await rita.say("/start sub_south-caucasus")
        assert "Next: Tuesday 24 Nov 2026" in (await rita.next_message()).text
    with desk.edge.store.reads.begin() as session:
        rows = session.scalars(select(SubscriptionRow)).all()
        assert [(row.chat_id, row.state) for row in rows] == [(READER_ID, "active")]


async def test_topic_briefing_tells_who_is_heard(desk: Desk, rita: Person) -> None:
    define(desk, "South Caucasus: Armenia, Azerbaijan")
    await rita.say("/brief sourth caucasus")
    brief = await rita.next_message()
    assert brief.text.startswith("South Caucasus · ")
    assert "Heard: " in brief.text
    assert brief.buttons[-1] == "Next ▸"
    after = await tap(rita, brief, "Next ▸")
    assert "Page 2 of" in after.text
    assert "◂ Back" in after.buttons


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/brief", "Which topic?"),
        ("/brief 🙂", "I have no topic like “🙂”"),
        ("/brief everything since yesterdayish", "I could not read “yesterdayish” as a date"),
        ("/brief everything since 2027-01-01", "Nothing stands on Everything in documents since"),
        ("/start sub_nowhere", "This link leads to no topic."),
        ("/pause", "This chat is not briefed on anything."),
        ("/topic Sea: boats", "Only admins can do that, in a private chat with me."),
        ("/topics", "Topics\nEverything · 14 facts"),
    ],
)
async def test_command_is_answered_in_a_sentence(rita: Person, typed: str, told: str) -> None:
    await rita.say(typed)
    assert (await rita.next_message()).text.startswith(told)


async def test_admin_defines_a_topic_after_seeing_what_it_holds(ada: Person) -> None:
    await ada.say("/topic Peace: treaty, peace talks")
    preview = await ada.next_message()
    held = re.match(r"Peace would hold these (\d+) facts, the newest first\n", preview.text)
    assert held
    await ada.press(preview, f"Show all {held[1]}")
    listed = await ada.next_message()
    assert listed.text.startswith(f"Peace would hold these {held[1]} facts\n")
    assert sum(label.startswith("Context") for label in listed.buttons) == int(held[1])
    added = await tap(ada, preview, "Add this topic")
    assert added.text.startswith("Topic Peace is there: ")
    assert "start=sub_peace" in added.text


GROUP = -1007


async def test_only_an_admin_subscribes_a_group_and_it_is_briefed_in_its_thread(
    desk: Desk, clock: FakeClock
) -> None:
    group = desk.sandbox.world.add_group(GROUP, "The desk", [ADMIN_ID, READER_ID], topics=[7])
    group.admins = [ADMIN_ID]
    async with (
        Person(desk.sandbox.url, READER_ID, GROUP) as member,
        Person(desk.sandbox.url, ADMIN_ID, GROUP) as owner,
    ):
        await member.say("/start@briefing_sandbox_bot sub_everything", thread=7)
        assert "Only an administrator" in (await member.next_message()).text
        await owner.say("/start@briefing_sandbox_bot sub_everything", thread=7)
        card = await member.next_message()
        assert "Next: Tuesday 24 Nov 2026, 08:00" in card.text
        await member.press(card, "Pause")
        assert "Only an administrator" in (await member.next_answer())["text"]
        await morning(desk, clock, "2026-11-24T08:00")
        digest = await member.wait_for(lambda m: "facts to begin with" in m.text)
        assert digest.raw["message_thread_id"] == 7
        card = await tap(owner, card, "Time zone")
        assert "Reply to this message with your city" in card.text
        await owner.say("Baku", thread=7, reply_to=card)
        await owner.wait_for(lambda m: "Baku time" in m.text)
