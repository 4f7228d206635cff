"""An editor sends a link: refused unless switched on, then loaded like a document."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID
from bot.services.submitting import LEASE
from bot.telegram.reading import take_up_submissions
from db.engine import Store
from db.models import DocumentRow, SubmissionRow
from tests.bot.cli.test_links import ARTICLE
from tests.bot.secure_server import SecureServer, page, secure_server
from tests.fakes import FakeClock
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk, running
from tests.stories.test_asking import ask
from tests.stories.test_loading import edited, press


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SecureServer]:
    async with secure_server(tmp_path, monkeypatch) as server:
        server.pages = {"/bridge": page(ARTICLE)}
        yield server


@pytest.fixture
async def online(store: Store, clock: FakeClock, server: SecureServer) -> AsyncIterator[Desk]:
    async with running(store, clock, links=server.links()) as desk:
        yield desk


@pytest.fixture
async def bo(online: Desk) -> AsyncIterator[Person]:
    """An admin of the desk that fetches links."""
    async with Person(online.sandbox.url, ADMIN_ID) as person:
        await person.say("/start")
        await person.next_message()
        yield person


async def sent(person: Person, link: str) -> Shown:
    await person.say(link)
    return await person.next_message()


async def test_link_is_refused_unless_switched_on(ada: Person) -> None:
    shown = await sent(ada, "https://news.example/bridge")
    assert shown.text == "I do not fetch links: send the page as a file, or paste its text."


async def test_link_is_loaded_with_its_page_s_title_outlet_and_day(
    online: Desk, bo: Person, server: SecureServer
) -> None:
    shown = await sent(bo, f" {server.link('/bridge')} ")
    shown = await edited(bo, shown, "nothing changed yet")
    assert "Bridge closed · Velden Gazette" in shown.text
    assert "Published: 18 Nov 2026" in shown.text
    assert await press(bo, shown, "Apply") == "Applied."
    assert "40 bolts" in (await ask(bo, "How many bolts were broken?")).text
    with online.edge.store.reads.begin() as session:
        assert session.scalars(select(DocumentRow.url)).all() == [server.link("/bridge")]


async def test_what_cannot_be_fetched_is_told_in_one_sentence(
    online: Desk, bo: Person, server: SecureServer
) -> None:
    server.names["inside.example"] = ["10.0.0.1"]
    told = {
        "http://news.example/bridge": "I fetch https:// links only",
        "https://inside.example/<b>": "inside.example is not on the open internet",
        server.link("/none"): "does not hand the page out (404)",
    }
    for link, why in told.items():
        await bo.say(link)
        await bo.wait_for(lambda shown, why=why: why in shown.text)
    assert server.asked == ["/none"]
    with online.edge.store.reads.begin() as session:
        assert set(session.scalars(select(SubmissionRow.state))) == {"refused"}


async def test_link_left_behind_by_a_process_that_died_is_fetched_by_another(
    online: Desk, bo: Person, server: SecureServer, clock: FakeClock
) -> None:
    shown = await sent(bo, server.link("/bridge"))
    shown = await edited(bo, shown, "nothing changed yet")
    with online.edge.store.writes.begin() as session:  # as it was before it was fetched
        row = session.scalars(select(SubmissionRow).with_for_update()).one()
        row.state, row.content, row.load_id, row.told_at = "waiting", None, None, None
        row.worker, row.lease_until = "dead", clock.now() + LEASE
    clock.move(seconds=LEASE.total_seconds())
    await take_up_submissions(online.edge)
    await edited(bo, shown, "Bridge closed · Velden Gazette")
    assert server.asked == ["/bridge", "/bridge"]
