"""`briefing load https://...`: off unless it is switched on, then the same way as a file."""

import asyncio
from pathlib import Path

import pytest

from bot.cli import givenfiles
from tests.bot.cli.conftest import Briefing
from tests.bot.secure_server import page, secure_server

ARTICLE = b"""<!doctype html><html><head><title>Bridge closed - Velden Gazette</title>
<meta property="og:site_name" content="Velden Gazette">
<meta property="article:published_time" content="2026-11-18T08:00:00Z"></head><body><article>
<h1>Bridge closed</h1><p>The bridge of Port Velden was closed on Wednesday for long repairs.</p>
<p>Engineer Tomas Veld said 40 bolts were broken, and new ones had been ordered.</p>
</article></body></html>"""

NOTES = b"The quay has 9 cranes.\n\nThe mole is 300 m long.\n\nThe light is green at night.\n"


def test_links_are_not_fetched_unless_switched_on(briefing: Briefing) -> None:
    ran = briefing("load", "https://news.example/bridge")
    assert ran.code == 1
    assert ran.err == (
        "bridge: Links are not fetched here: "
        "set LOAD_LINKS=on, or save the page and load the file.\n"
    )


async def test_link_is_loaded_with_its_page_s_particulars_and_again_as_the_same_document(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOAD_LINKS", "on")
    async with secure_server(tmp_path, monkeypatch) as server:
        monkeypatch.setattr(givenfiles, "WebLinks", server.links)
        server.pages = {"/bridge": page(ARTICLE), "/notes": page(NOTES)}
        for path in ("/bridge", "/notes"):
            link = server.link(path)
            ran = await asyncio.to_thread(briefing, "load", link, "--apply", "--json")
            assert (ran.code, ran.lines[0]["file"]) == (0, link)
        server.pages["/notes"] = page(NOTES.replace(b"9 cranes", b"11 cranes"))
        again = await asyncio.to_thread(briefing, "load", link, "--json")
        assert again.lines[0]["documents"][0]["revises"] == 2
        refused = await asyncio.to_thread(briefing, "load", server.link("/none"), "--json")
    told = briefing("load", "--json", "--apply", str(tmp_path / "none.txt"))
    assert "cannot be read" in told.err
    assert refused.code == 1
    assert "does not hand the page out (404)" in refused.lines[0]["error"]
    facts = briefing("facts", "--json").lines
    assert {each["document"]["outlet"] for each in facts} == {"Velden Gazette", None}
    assert {each["document"]["published"] for each in facts} == {"2026-11-18", None}
    assert facts[0]["moments"][0]["from"] == "2026-11-18"
