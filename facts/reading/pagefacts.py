"""What a web page says about itself: JSON-LD, meta tags, its time element, its title."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from facts.reading.dates import first_full_date
from facts.reading.pagenoise import is_beside
from facts.reading.pieces import one_line
from facts.types import Particulars, Published, PublishedBasis

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
_DATES = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
)
_ARTICLE = re.compile(r"Article|Posting|Report|WebPage|LiveBlog|Event", re.IGNORECASE)
_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


def particulars_of(root: Any) -> Particulars:
    """Return title, outlet, day and address as the page gives them."""
    linked = [record for record in _records(root) if _ARTICLE.search(str(record.get("@type", "")))]
    metas = _metas(root)
    day = _linked_day(linked) or _meta_day(metas) or _time_day(root)
    organisations = {str(r.get("@id")): r for r in _records(root) if isinstance(r.get("name"), str)}
    return Particulars(
        title=_linked(linked, "headline") or _headline(root) or _meta(metas, _TITLES),
        outlet=_publisher(linked, organisations) or _meta(metas, _OUTLETS),
        published=Published(day, day, PublishedBasis.METADATA) if day else Published(),
        url=_url(root, metas),
    )


def page_title(root: Any) -> str | None:
    """Return the title of the browser's window, without the outlet's name behind it."""
    title = next((one_line(t.text_content()) for t in root.iter("title")), "")
    return _TAIL.sub("", title) or None


def article_body(root: Any) -> str:
    """Return the article's words as the page tells them to machines, or nothing."""
    bodies = (record.get("articleBody") for record in _records(root))
    return next((body for body in bodies if isinstance(body, str) and body.strip()), "")


def _records(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                graphed = graph if isinstance(graph, list) else [graph]
                yield from (each for each in graphed if isinstance(each, dict))


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if key and meta.get("content"):
            found.setdefault(key.lower(), one_line(meta.get("content")))
    return found


def _meta(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[key] for key in keys if metas.get(key)), None)


def _linked(records: list[dict[str, Any]], key: str) -> str | None:
    values = (record.get(key) for record in records)
    return next((one_line(v) for v in values if isinstance(v, str) and v.strip()), None)


def _publisher(records: list[dict[str, Any]], named: dict[str, dict[str, Any]]) -> str | None:
    for key in ("publisher", "sourceOrganization", "isPartOf"):
        for record in records:
            publisher = record.get(key)
            publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
            if isinstance(publisher, dict):
                publisher = publisher.get("name") or named.get(str(publisher.get("@id")), {}).get(
                    "name"
                )
            if isinstance(publisher, str) and publisher.strip():
                return one_line(publisher)
    return None


def _linked_day(records: list[dict[str, Any]]) -> date | None:
    return first_full_date(_linked(records, "datePublished") or "")


def _meta_day(metas: dict[str, str]) -> date | None:
    days = (first_full_date(metas[key]) for key in _DATES if key in metas)
    return next((day for day in days if day), None)


def _time_day(root: Any) -> date | None:
    times = [time for time in root.iter("time") if not _updated(time) and not is_beside(time)]
    marked = [_day(time) for time in times if _published(time)]
    days = {day for day in map(_day, times) if day}
    # Several unmarked days are those of a list or of a live blog's entries.
    return next((day for day in marked if day), days.pop() if len(days) == 1 else None)


def _day(time: Any) -> date | None:
    return first_full_date(time.get("datetime") or "") or first_full_date(time.text_content())


def _published(time: Any) -> bool:
    named = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
    return time.get("pubdate") is not None or "publish" in named + _before(time)


def _updated(time: Any) -> bool:
    named = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
    return any(word in named + _before(time) for word in ("modif", "updat"))


def _before(time: Any) -> str:
    """Return the few words that stand before a time in the same element."""
    previous, parent = time.getprevious(), time.getparent()
    if previous is not None:
        words = previous.tail if (previous.tail or "").strip() else previous.text_content()
    else:
        words = parent.text if parent is not None else None
    return f" {words or ''}".lower()[-20:]


def _headline(root: Any) -> str | None:
    return next(
        (one_line(h.text_content()) for h in root.iter("h1") if h.text_content().strip()), None
    )


def _url(root: Any, metas: dict[str, str]) -> str | None:
    canonical = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    return next(canonical, None) or metas.get("og:url")
