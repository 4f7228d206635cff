"""What comes as several: albums, ZIP archives, captions beside files, and the list of loads."""

import asyncio
import io
import zipfile

from sqlalchemy import select

from bot.sandbox.server import READER_ID
from db.models import DocumentRow, LoadRow, PersonRow
from tests.factories import HARBOUR
from tests.sandbox.person import Person, Shown
from tests.stories.conftest import Desk
from tests.stories.test_asking import ask
from tests.stories.test_loading import BRIDGE, edited, press, rehearsed

MUSEUM = "The museum of Lund has 12 old clocks.\n\nCurator Ida Roe said 3 of them still run.\n"


def packed(**texts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in texts.items():
            archive.writestr(name.replace("_", "."), content)
    return held.getvalue()


async def sent(person: Person, name: str, content: bytes, **more: object) -> Shown:
    await person._post("document", {"document": (name, content)}, **{"caption": "", **more})
    return await person.next_message()


async def test_several_at_once_are_each_rehearsed_and_decided(desk: Desk, ada: Person) -> None:
    texts = {"bridge.txt": BRIDGE, "harbour.txt": HARBOUR, "museum.txt": MUSEUM}
    await asyncio.gather(*(ada.send_document(n, t.encode()) for n, t in texts.items()))
    titles = ("Bridge of Port Velden", "Port Velden reopens", "museum.txt")
    shown = [
        await ada.wait_for(lambda m, title=title: title in m.text and "Discard" in m.buttons)
        for title in titles
    ]
    assert len({each.id for each in shown}) == 3
    await asyncio.gather(*(ada.press(each, "Apply") for each in shown[:2]))
    await press(ada, shown[2], "Discard")
    for each in shown[:2]:
        await edited(ada, each, "Applied by Ada")
    await edited(ada, shown[2], "Discarded by Ada")  # the answer awaited may be another press's
    await ada.say("How many bolts were broken?")
    await ada.wait_for(lambda m: "40 bolts" in m.text and m.from_bot)
    with desk.edge.store.reads.begin() as session:
        states = session.scalars(select(LoadRow.state).order_by(LoadRow.state)).all()
    assert states == ["applied", "applied", "applied", "discarded"]


async def test_archive_is_one_load_of_several_documents(desk: Desk, ada: Person) -> None:
    content = packed(bridge_txt=BRIDGE.encode(), museum_txt=MUSEUM.encode())
    shown = await sent(ada, "both.zip", content)
    shown = await edited(ada, shown, "2 documents in both.zip")
    assert "5 new" in shown.text
    assert "2 documents have no publication date" in shown.text
    await press(ada, shown, "18 Nov")
    shown = await ada.wait_for(lambda m: m.id == shown.id and "Date" in m.buttons)
    await press(ada, shown, "Apply")
    shown = await edited(ada, shown, "5 facts stand")
    with desk.edge.store.reads.begin() as session:
        days = session.scalars(select(DocumentRow.earliest).order_by(DocumentRow.id)).all()
    assert list(map(str, days[1:])) == ["2026-11-18", "2026-11-18"]
    await press(ada, shown, "Undo")
    await edited(ada, shown, "5 facts are withdrawn")
    again = await sent(ada, "both.zip", content)
    await edited(ada, again, "2 documents in both.zip")


async def test_archive_in_which_nothing_can_be_read_is_refused_whole(
    desk: Desk, ada: Person
) -> None:
    for content in (packed(a_png=b"\x89PNG\r\n"), packed(), b"PK\x03\x04 cut off"):
        shown = await sent(ada, "bad.zip", content)
        shown = await edited(ada, shown, "was not loaded")
        assert shown.buttons == []
    with desk.edge.store.reads.begin() as session:
        assert session.scalars(select(LoadRow.state)).all() == ["applied"]


async def test_words_beside_a_document_are_told_not_to_be_loaded(ada: Person) -> None:
    shown = await sent(ada, "bridge.txt", BRIDGE.encode(), caption="by the <Gazette>")
    assert "the words beside it are not loaded" in shown.text
    await ada.wait_for(lambda m: "3 new" in m.text and "Gazette" not in m.text)


async def test_caption_of_a_forwarded_picture_is_loaded(ada: Person) -> None:
    picture = {"width": 4, "height": 3, "channel": "Velden Wire"}
    shown = await sent(ada, "a.png", b"\x89PNG", caption="The quay is 90 m long.", **picture)
    assert "From Velden Wire" in shown.text
    await press(ada, shown, "Load")
    shown = await edited(ada, shown, "Velden Wire (from the forward)")
    assert "1 new" in shown.text


async def test_forwarded_picture_without_words_is_told_to_hold_none(ada: Person) -> None:
    shown = await sent(ada, "a.png", b"\x89PNG", width=4, height=3, channel="Velden Wire")
    assert "no text or document" in shown.text


async def test_another_editor_opens_a_load_from_the_list(
    desk: Desk, ada: Person, rita: Person
) -> None:
    with desk.edge.store.writes.begin() as session:
        session.get_one(PersonRow, READER_ID).role = "editor"
    shown = await rehearsed(ada)
    listed = await ask(rita, "/loads")
    assert "bridge.txt · Ada" in listed.text
    await press(rita, listed, "Open 1")
    opened = await rita.next_message()
    assert "Sent by Ada" in opened.text
    await asyncio.gather(rita.press(opened, "Apply"), ada.press(shown, "Discard"))
    await rita.next_answer()
    await ada.next_answer()
    mine = await ada.wait_for(lambda m: m.id == shown.id and "Discard" not in m.buttons)
    other = await rita.wait_for(lambda m: m.id == opened.id and "Discard" not in m.buttons)
    head = "Applied by Rita" if "Applied" in mine.text else "Discarded by Ada"
    assert mine.text.startswith(head)
    assert other.text.startswith(head)
    assert (await press(rita, listed, "Open 1")) in (
        "Rita has decided that already.",
        "Ada has decided that already.",
    )
    assert "Nothing waits" in (await ask(rita, "/loads")).text
