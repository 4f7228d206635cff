"""Submissions on their way: fetched, read, rehearsed, and shown wherever they are looked at.

Each step is committed before the next, and a submission that a dead process left behind is taken
up again by a tick.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from bot.ports import Fate, FileNotFetched, Links, Message, Outgoing
from bot.services import goodrows, presenting, rehearsing, submitting
from bot.services.more import Desk, View
from bot.services.presenting import SUMMARY
from bot.services.submitting import Claimed
from bot.services.understanding import understand
from bot.telegram.edge import Edge
from bot.telegram.sending import tell
from bot.views.html import escape
from bot.views.texts import say
from db.queries.submissions import WAITING
from facts.errors import DocumentRefused, RowsRefused

log = logging.getLogger(__name__)

RENEWED_EVERY = 30.0
# A step that takes longer is told of, each in its turn.
LONG_STEP = 5.0


@dataclass(slots=True)
class _Step:
    """What is being done with a document, and what was told of it last."""

    key: str = "reading"
    told: str = "reading"


async def take_up_submissions(edge: Edge) -> None:
    """Go on with what waits: left behind by a process that died, or to be tried again."""
    for submission_id in await edge.read(submitting.waiting_submissions):
        await take_up(edge, submission_id)


async def take_up(edge: Edge, submission_id: int) -> None:
    """Take a submission that waits, unless another worker has it, and bring it on."""
    arguments = {"submission_id": submission_id, "worker": edge.worker}
    if await edge.write(submitting.claim, **arguments) is not None:
        await bring_on(edge, submission_id)


async def bring_on(edge: Edge, submission_id: int) -> None:
    """Read and rehearse a submission that this worker has, and show what became of it."""
    arguments = {"submission_id": submission_id, "worker": edge.worker}
    claimed = await edge.read(submitting.held, **arguments)
    if claimed is None:
        return
    async with _held(edge, submission_id):
        if claimed.state != WAITING or await _read(edge, claimed):
            await present(edge, submission_id)


async def present(edge: Edge, submission_id: int) -> None:
    """Bring every message that shows a submission up to date."""
    state = await edge.read(presenting.state_of, submission_id=submission_id)
    places = await edge.read(presenting.places, submission_id=submission_id)
    arrived = [await show(edge, submission_id, place) for place in places]
    if all(arrived) and state is not None:
        arguments = {"submission_id": submission_id, "worker": edge.worker, "state": state}
        await edge.write(submitting.told, **arguments)


async def show(
    edge: Edge, submission_id: int, place: presenting.Place, view: View = SUMMARY
) -> bool:
    """Show a submission in one chat, in place of what is there; say whether that is settled."""
    message = await edge.read(
        presenting.message_of,
        submission_id=submission_id,
        chat_id=place.chat_id,
        desk=Desk(edge.by_two, edge.today(), edge.zone),
        view=view,
    )
    return await _put(edge, submission_id, place, message)


async def _put(edge: Edge, submission_id: int, place: presenting.Place, message: Message) -> bool:
    outcome = await tell(edge, Outgoing(place.chat_id, message, edits=place.message_id))
    if outcome.fate is Fate.SENT and outcome.message_id not in (None, place.message_id):
        await edge.write(
            submitting.show_in,
            submission_id=submission_id,
            chat_id=place.chat_id,
            message_id=outcome.message_id,
        )
    return outcome.fate is not Fate.LATER


async def _read(edge: Edge, claimed: Claimed) -> bool:
    """Fetch, read and plan a submission; False when it is to be tried again later."""
    number = claimed.submission_id
    mine = {"submission_id": number, "worker": edge.worker}
    fetching = claimed.link is not None and claimed.content is None
    await present_as(edge, number, "fetching" if fetching else "reading", claimed.file_name)
    try:
        claimed = await _fetched(edge, claimed)
        async with edge.readings, _progress(edge, claimed) as step:
            read = await asyncio.to_thread(rehearsing.read_submission, claimed)
            step.key = "reading-facts"
            documents = await asyncio.to_thread(understand, read)
            step.key = "reading-weighing"
            await edge.write(
                rehearsing.rehearse_submission, documents=documents, today=edge.today(), **mine
            )
    except RowsRefused as refused:
        kept = {"reason": str(refused), "good": refused.good}
        await edge.write(goodrows.keep_apart, **kept, **mine)
    except DocumentRefused as refused:
        await edge.write(submitting.refuse, reason=str(refused), **mine)
    except FileNotFetched as failed:
        log.warning("Submission %d was not fetched: %s", number, failed)
        reason = say("fetch-failed")
        if not failed.lost:
            await edge.write(submitting.put_back, submission_id=number, reason=reason)
            return False
        await edge.write(submitting.refuse, reason=reason, **mine)
    return True


async def _fetched(edge: Edge, claimed: Claimed) -> Claimed:
    if claimed.content is not None or not (claimed.file_id or claimed.link):
        return claimed
    number, url = claimed.submission_id, None
    if claimed.link is not None:
        fetched = await links_of(edge).fetch(claimed.link)
        content, url = fetched.content, fetched.url
    else:
        content = await edge.files.fetch(claimed.file_id or "")
    await edge.write(submitting.keep_content, submission_id=number, content=content, url=url)
    kept = await edge.read(submitting.held, submission_id=number, worker=edge.worker)
    return kept or claimed


def links_of(edge: Edge) -> Links:
    """Return what fetches links; raise DocumentRefused where that is switched off."""
    if edge.links is None:
        raise DocumentRefused(say("link-refused"))
    return edge.links


async def present_as(edge: Edge, submission_id: int, text: str, name: str) -> None:
    """Show in every chat how far a submission is."""
    for place in await edge.read(presenting.places, submission_id=submission_id):
        await _put(edge, submission_id, place, Message(say(text, name=escape(name))))


@asynccontextmanager
async def _progress(edge: Edge, claimed: Claimed) -> AsyncIterator["_Step"]:
    """Tell, while inside, how far a document is that takes long."""
    step = _Step()

    async def tell_step() -> None:
        if step.key != step.told:
            step.told = step.key
            await present_as(edge, claimed.submission_id, step.key, claimed.file_name)

    async with _every(LONG_STEP, tell_step):
        yield step


@asynccontextmanager
async def _held(edge: Edge, submission_id: int) -> AsyncIterator[None]:
    """Hold a submission as long as it takes, while inside."""

    async def renew() -> None:
        await edge.write(submitting.renew, submission_id=submission_id, worker=edge.worker)

    async with _every(RENEWED_EVERY, renew):
        yield


@asynccontextmanager
async def _every(seconds: float, do: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Do something again and again while inside; what was begun is waited for."""
    ended = asyncio.Event()

    async def repeat() -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), seconds)
            if ended.is_set():
                return
            await do()

    task = asyncio.create_task(repeat())
    try:
        yield
    finally:
        ended.set()
        await task
