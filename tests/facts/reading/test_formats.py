"""Each format's own ways, and files whose name and content disagree."""

from datetime import date

import pytest

from facts.reading.read import read_here
from facts.types import BlockKind, PublishedBasis, Reading

PAGE = """<!doctype html><html><head><title>Ferry strike ends | Velda Courier</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry strike ends",
 "datePublished": "2024-05-14T08:00:00Z", "publisher": {"name": "Velda Courier"}}</script></head>
<body><div class="cookie-banner"><p>We use cookies to improve your experience.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferry strike ends</h1><p class="byline">By Mara Lunt</p>
<figure><img src="a.jpg"><figcaption>Ferries wait on May 13, 2024. (Photo: Jan Osk)</figcaption>
</figure><p>Crews in Port&nbsp;Velda returned to work on Tuesday, the operator <b>Velda Lines</b>
said.</p><p>&ldquo;We have a fair deal,&rdquo; said union leader Ana Korhal.</p>
<h2>What changed</h2><ul><li>Pay rises by 4.5% from June.</li></ul>
<table><tr><th>Route</th><th>Sailings</th></tr><tr><td>Velda-Sorn</td><td>12</td></tr></table>
<div class="ad"><p>Buy the best shoes now at ShoeWorld.</p></div>
<p>Services resume fully on Thursday.</p>
<aside class="related"><h3>Related</h3><ul><li><a href="x">Storm hits coast</a></li></ul></aside>
</article><section class="comments"><p>Bob: I never liked ferries.</p></section>
<footer><p>Copyright 2024 Velda Courier.</p></footer></body></html>"""

BRIEF = """---
title: "Grain brief"
date: 2025-03-04
source: Orrin Desk
---

# Grain brief

Wheat *exports* from **Orrin** rose by 12 percent,
the [ministry](http://x) said.

## Prices

| Crop | Price (EUR/t) |
|------|-------------:|
| Wheat | 214 |

- Ask the mills
  for their stocks.

> We will not ration bread.

![Silos at Orrin harbour](a.png)
"""


def reading(name: str, text: str) -> Reading:
    return read_here(name, text.encode())[0].reading


def blocks(read: Reading) -> list[tuple[str, str]]:
    return [(block.kind.value, read.text[block.start : block.end]) for block in read.blocks]


def test_web_page_gives_its_article_alone() -> None:
    assert blocks(reading("a.html", PAGE)) == [
        ("heading", "Ferry strike ends"),
        ("caption", "Ferries wait on May 13, 2024. (Photo: Jan Osk)"),
        (
            "paragraph",
            "Crews in Port Velda returned to work on Tuesday, the operator Velda Lines said.",
        ),
        ("paragraph", "“We have a fair deal,” said union leader Ana Korhal."),
        ("heading", "What changed"),
        ("item", "Pay rises by 4.5% from June."),
        ("row", "Velda-Sorn | 12"),
        ("paragraph", "Services resume fully on Thursday."),
    ]


def test_web_page_says_who_published_it_and_when() -> None:
    particulars = reading("a.html", PAGE).particulars
    assert (particulars.title, particulars.outlet) == ("Ferry strike ends", "Velda Courier")
    assert particulars.published.day == date(2024, 5, 14)
    assert particulars.published.basis is PublishedBasis.METADATA


def test_markdown_marks_are_left_out() -> None:
    assert blocks(reading("a.md", BRIEF)) == [
        ("heading", "Grain brief"),
        ("paragraph", "Wheat exports from Orrin rose by 12 percent, the ministry said."),
        ("heading", "Prices"),
        ("row", "Wheat | 214"),
        ("item", "Ask the mills for their stocks."),
        ("quote", "We will not ration bread."),
        ("caption", "Silos at Orrin harbour"),
    ]


def test_front_matter_gives_the_particulars() -> None:
    particulars = reading("a.md", BRIEF).particulars
    assert (particulars.title, particulars.outlet) == ("Grain brief", "Orrin Desk")
    assert particulars.published.day == date(2025, 3, 4)


def test_rows_of_a_table_carry_their_heads() -> None:
    read = reading("a.csv", "Town,People\nSorn,1200\nVelda,\n")
    row = read.blocks[0]
    assert row.kind is BlockKind.ROW
    assert [cell.of(read.text) for cell in row.cells] == ["Sorn", "1200"]
    assert row.heads == ("Town", "People")


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("page.txt", PAGE, "html"),
        ("page", PAGE, "html"),
        ("lines.csv", '{"text": "It rained."}\n{"text": "It snowed."}\n', "facts.jsonl"),
        ("one.jsonl", '{"text": "It rained."}\n', "facts.jsonl"),
        ("list.jsonl", '[{"text": "It rained."}]', "facts.jsonl"),
        ("note.html", "It rained in Velda.\n", "txt"),
        ("brief", BRIEF, "md"),
        ("table.tsv", "Town\tPeople\nSorn\t1200\n", "csv"),
        ("story.json", '{"title": "Rain", "text": "It rained."}', "json"),
        ("rows.json", '[{"Town": "Sorn", "People": 1200}]', "json"),
    ],
)
def test_format_is_recognised_by_content(name: str, text: str, reader: str) -> None:
    assert reading(name, text).reader.partition("/")[0] == reader


def test_wiki_link_is_not_taken_for_json() -> None:
    assert blocks(reading("a.md", "[[Sorn]] is a harbour.\n")) == [
        ("paragraph", "[[Sorn]] is a harbour.")
    ]


def test_bold_line_alone_is_a_heading() -> None:
    page = "# Floods\n\n**Health**\n\n- Two clinics opened.\n\n**Nobody** was hurt.\n\n"
    page += "**It is over.**\n"
    assert blocks(reading("a.md", page)) == [
        ("heading", "Floods"),
        ("heading", "Health"),
        ("item", "Two clinics opened."),
        ("paragraph", "Nobody was hurt."),
        ("paragraph", "It is over."),
    ]
