"""What a web page says about itself: JSON-LD, meta tags, its time element, its title."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from facts.reading.dates import first_full_date
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
    return Particulars(
        title=_linked(linked, "headline")
        or _headline(root)
        or _meta(metas, _TITLES)
        or _title(root),
        outlet=_publisher(linked) or _meta(metas, _OUTLETS),
        published=Published(day, day, PublishedBasis.METADATA) if day else Published(),
        url=_url(root, metas),
    )


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
                yield from (
                    (g for g in graph if isinstance(g, dict)) if isinstance(graph, list) else ()
                )


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


def _publisher(records: list[dict[str, Any]]) -> str | None:
    for record in records:
        publisher = record.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return one_line(name)
    return None


def _linked_day(records: list[dict[str, Any]]) -> date | None:
    return first_full_date(_linked(records, "datePublished") or "")


def _meta_day(metas: dict[str, str]) -> date | None:
    days = (first_full_date(metas[key]) for key in _DATES if key in metas)
    return next((day for day in days if day), None)


def _time_day(root: Any) -> date | None:
    times = [time for time in root.iter("time") if not _updated(time)]
    marked = [
        t for t in times if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"
    ]
    for time in marked or times[:1]:
        day = first_full_date(time.get("datetime") or "") or first_full_date(time.text_content())
        if day:
            return day
    return None


def _updated(time: Any) -> bool:
    named = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
    before = time.getparent().text if time.getparent() is not None else None
    return "modif" in named or "updat" in named or "updat" in (before or "").lower()[-20:]


def _headline(root: Any) -> str | None:
    return next(
        (one_line(h.text_content()) for h in root.iter("h1") if h.text_content().strip()), None
    )


def _title(root: Any) -> str | None:
    title = next((one_line(t.text_content()) for t in root.iter("title")), "")
    return _TAIL.sub("", title) or None


def _url(root: Any, metas: dict[str, str]) -> str | None:
    canonical = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    return next(canonical, None) or metas.get("og:url")
