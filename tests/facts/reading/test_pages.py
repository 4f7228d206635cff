"""Web pages of many layouts: every sentence of the article once and in order, no furniture."""

from datetime import date

import pytest

from facts.errors import DocumentRefused
from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Reading
from tests.facts.reading.pages import OTHERS, PAGES, SENTENCES, page


def reading(html: str | bytes) -> Reading:
    content = html.encode() if isinstance(html, str) else html
    return read_here("a.html", content)[0].reading


def facts(html: str | bytes) -> list[str]:
    return [fact.text for fact in extract(reading(html))]


@pytest.mark.parametrize("name", PAGES)
def test_page_gives_its_article_once_and_nothing_else(name: str) -> None:
    found = [text.removeprefix("MARLOW BAY — ") for text in facts(page(name))]
    assert [text for text in found if text in SENTENCES] == SENTENCES
    assert {text for text in found if text not in SENTENCES} == OTHERS.get(name, set())


@pytest.mark.parametrize(
    ("name", "outlet", "day"),
    [
        ("no article element", "The Bay Echo", date(2025, 3, 4)),
        ("amp", "Bay Echo Media", date(2025, 3, 4)),
        ("wordpress", "Bay Blog", date(2025, 3, 4)),
        ("ministry", "Ministry of Transport", date(2025, 3, 4)),
        ("several times", None, date(2025, 3, 4)),
        ("list inside", "Echo", None),
        ("teasers", None, date(2025, 3, 4)),
        ("breaks", None, None),
    ],
)
def test_page_says_who_published_it_and_when(
    name: str, outlet: str | None, day: date | None
) -> None:
    found = reading(page(name)).particulars
    assert (found.outlet, found.published.day) == (outlet, day)


@pytest.mark.parametrize("name", ["ministry", "layout table", "one big form", "bare divs"])
def test_page_without_a_main_heading_takes_its_first_one(name: str) -> None:
    assert "ram line" in str(reading(page(name)).particulars.title)


def test_words_between_paragraphs_keep_their_place() -> None:
    html = "<html><h1>A</h1><div>One came. <p>Two came.</p> Three came.<p>Four came.</p></div>"
    assert facts(html) == ["One came.", "Two came.", "Three came.", "Four came."]


def test_page_for_machines_alone_is_read_from_what_it_tells_them() -> None:
    body = '{"@type": "NewsArticle", "articleBody": "It rained in Velda. It snowed in Sorn."}'
    html = f'<html><script type="application/ld+json">{body}</script><div id="app"></div></html>'
    assert facts(html) == ["It rained in Velda.", "It snowed in Sorn."]


def test_page_of_scripts_is_refused() -> None:
    html = "<html><body><noscript>Enable JavaScript.</noscript><script>a()</script></body></html>"
    with pytest.raises(DocumentRefused, match="holds no article"):
        reading(html)


def test_page_in_a_declared_encoding_is_read_in_it() -> None:
    html = '<html><meta charset="windows-1251"><h1>Совет</h1><p>Совет одобрил план.</p></html>'
    assert facts(html.encode("cp1251")) == ["Совет одобрил план."]


def test_preformatted_text_is_read_as_plain_text() -> None:
    lines = (
        "Halden Energy said on Monday in Sorn that it will\nclose its coal plant at Tarn in 2027."
    )
    assert len(facts(f"<html><h1>A</h1><pre>{lines}</pre></html>")) == 1


@pytest.mark.parametrize("mark", ["\x01", "\x0b", "\uffff", "&#1;", "&#xffff;"])
def test_character_that_xml_has_none_of_harms_no_page(mark: str) -> None:
    page = (
        f"<html><body><article><p>It rained in Lund for nine days{mark} on end, it is said.</p>"
        f"<form>Sign up</form>{mark} and more<!-- a note -->{mark} of it"
        "<p>The quay at Lund was closed on Monday until further notice.</p>"
        f"<p>{'It went on raining. ' * 20}</p></article></body></html>"
    )
    assert "The quay at Lund was closed on Monday until further notice." in facts(page)
