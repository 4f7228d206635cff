"""A document that a dead process left behind is taken up by whichever process runs, once."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime

import httpx
import pytest
from sqlalchemy import select

from bot.sandbox.server import ADMIN_ID, Sandbox
from bot.services.access import Visitor, admit
from bot.services.submitting import LEASE, Submitted, receive_document
from db.engine import Store, open_store
from db.models import LoadRow, SubmissionRow
from tests.sandbox.person import Person
from tests.started import line_with, program
from tests.stories.test_serve import WORD, free_port
from tests.waiting import PATIENCE

BRIDGE = b"The bridge over the river Lom was closed on 3 March 2022. It carried 4,000 cars a day."


async def _stored(sandbox: Sandbox, store: Store, ada: Person) -> None:
    """Leave what a process leaves that stored a document and died."""
    await ada.send_document("bridge.txt", BRIDGE)
    method = f"{sandbox.base_url}{sandbox.token}/getUpdates"
    async with httpx.AsyncClient() as client:
        update = (await client.get(method)).json()["result"][-1]
        await client.get(method, params={"offset": update["update_id"] + 1})
    given = Submitted(
        ADMIN_ID, update["message"]["message_id"], ADMIN_ID, "bridge.txt",
        file_id=update["message"]["document"]["file_id"],
    )  # fmt: skip
    then = datetime.now(UTC) - 2 * LEASE
    with store.writes.begin() as session:
        ada_here = Visitor(ADMIN_ID, "Ada", ADMIN_ID, "private")
        admit(session, then, visitor=ada_here, admin_ids={ADMIN_ID}, open_to_all=True)
        receive_document(session, then, submitted=given, worker="the dead one")


@pytest.mark.parametrize("verbs", [("work",), ("serve",), ("work", "work", "serve")])
async def test_document_left_behind_is_taken_up_once(
    database_url: str, verbs: tuple[str, ...]
) -> None:
    if len(verbs) > 1 and database_url.startswith("sqlite"):
        pytest.skip("one process works on an SQLite file")
    sandbox, store = Sandbox(), open_store(database_url)
    await sandbox.start()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(sandbox.stop)
        stack.callback(store.close)
        ada = await stack.enter_async_context(Person(sandbox.url, ADMIN_ID))
        await _stored(sandbox, store, ada)
        bots = [
            await stack.enter_async_context(
                program(database_url, verb, anew=verbs == ("work",), **_settings(sandbox))
            )
            for verb in verbs
        ]
        for bot, verb in zip(bots, verbs, strict=True):
            await line_with(bot, "Working" if verb == "work" else "Listening")
        await ada.wait_for(lambda shown: "nothing changed yet" in shown.text, PATIENCE)
        with store.reads.begin() as session:
            assert [row.state for row in session.scalars(select(LoadRow))] == ["rehearsed"]
            assert [row.attempts for row in session.scalars(select(SubmissionRow))] == [0]
        shown = [one for one in ada.messages.values() if one.from_bot]
        assert len(shown) == 1


def _settings(sandbox: Sandbox) -> dict[str, str]:
    port = free_port()
    return {
        "TELEGRAM_BOT_TOKEN": sandbox.token,
        "TELEGRAM_BASE_URL": sandbox.base_url,
        "TELEGRAM_BASE_FILE_URL": sandbox.base_file_url,
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": WORD,
        "PORT": str(port),
    }
