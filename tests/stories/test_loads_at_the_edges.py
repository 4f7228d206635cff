"""Loads at the edges: full messages, other scripts, and many editors at once."""

import asyncio

from sqlalchemy import select

from bot.sandbox.server import READER_ID
from bot.services.evaluating import Golden
from bot.services.golden import keep_golden
from db.models import AuditRow, LoadRow, PersonRow
from tests.factories import HARBOUR, load_text
from tests.sandbox.person import Person
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_columns import choose
from tests.stories.test_loading import BRIDGE, edited, press, rehearsed
from tests.stories.test_terms_of_loads import more

TURN = "\u202e"  # turns all letters after it around
RIGHT_TO_LEFT = f"{TURN}أعلن الوزير أن الجسر مغلق منذ يوم الأربعاء. كلام"
LONG = "🏛" * 60


async def test_text_that_fills_a_message_is_rehearsed_with_all_its_pages(ada: Person) -> None:
    words = " ".join(f"Pier {n} of Port Velden is {n + 30} m long & dry." for n in range(200))
    await ada.say(words[: 4_094 - words[:4_094][::-1].index(".")])
    shown = await ada.next_message()
    assert shown.text.startswith("Load or ask?")
    await press(ada, shown, "Load")
    shown = await edited(ada, shown, "nothing changed yet")
    await press(ada, shown, "All")
    page = await edited(ada, shown, "All facts · 1 of")
    while "Next ▸" in page.buttons:
        await press(ada, page, "Next ▸")
        number = int(page.text.split(" · ")[1].split(" ")[0]) + 1
        page = await edited(ada, shown, f"All facts · {number} of")
    assert "m long & dry." in page.text


async def test_other_scripts_in_names_heads_labels_and_golden_questions(
    desk: Desk, ada: Person
) -> None:
    load_text(desk.edge.store, HARBOUR)
    asked = Golden(f"How many fishing boats use the harbour in summer {LONG}?", ("About 300",))
    with desk.edge.store.writes.begin() as session:
        keep_golden(session, desk.edge.clock.now(), questions=[asked], actor="terminal")
    table = f"{LONG} <i>,{RIGHT_TO_LEFT},When\n" + "".join(
        f"About {n} fishing boats use the harbour in summer.,Mara Lind,2026-03-0{n}\n"
        for n in (4, 5)
    )
    shown = await rehearsed(ada, f"{LONG}{TURN}&.csv", table)
    await choose(ada, shown, "text", f"{LONG[:23]}…")
    shown = await edited(ada, shown, "text = column “🏛")
    await choose(ada, shown, "speaker", f"{RIGHT_TO_LEFT.replace(TURN, '')[:23]}…")
    shown = await edited(ada, shown, "speaker = column “أعلن")
    assert TURN not in shown.text
    assert "2 new" in shown.text
    await press(ada, shown, "Golden 1")
    page = await edited(ada, shown, "Golden questions · 1 of 1")
    await press(ada, page, "Back to the rehearsal")
    shown = await edited(ada, shown, "nothing changed yet")
    await press(ada, await more(ada, shown, "Who may see it"), "Internal")
    shown = await edited(ada, shown, "Who may see it: internal")
    await press(ada, shown, "Apply")
    await edited(ada, shown, "2 facts stand")


async def test_two_editors_choose_hold_and_apply_at_once_and_one_decision_stands(
    desk: Desk, ada: Person, rita: Person
) -> None:
    with desk.edge.store.writes.begin() as session:
        session.get_one(PersonRow, READER_ID).role = "editor"
    shown = await rehearsed(ada, "bridge.txt", BRIDGE)
    await press(rita, await ask(rita, "/loads"), "Open 1")
    theirs = await rita.next_message()
    await press(rita, theirs, "More")
    page = await edited(rita, theirs, "More about")
    await press(rita, page, "Not before")
    page = await rita.wait_for(lambda m: m.id == theirs.id and "At once" in m.buttons)
    await asyncio.gather(rita.press(page, "Tomorrow 09:00"), ada.press(shown, "Apply"))
    told = [str((await each.next_answer())["text"] or "") for each in (rita, ada)]
    with desk.edge.store.reads.begin() as session:
        load = session.scalars(select(LoadRow).order_by(LoadRow.id.desc())).first()
        verbs = list(session.scalars(select(AuditRow.verb)))
    assert load is not None
    applied = load.state == "applied"
    assert applied == ("Applied." in told)
    assert load.live_at is None
    assert verbs.count("apply") == 1 + applied
    assert "embargo" not in verbs
    assert any("look again" in each or "has decided that" in each for each in told)
