"""What on a web page is none of its article: navigation, banners, related links, comments."""

import re
from typing import Any

_DROPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "footer",
    "aside",
    "button",
    "iframe",
    "svg",
    "select",
    "dialog",
    "object",
    "video",
    "audio",
    "canvas",
    "menu",
    "head",
    "amp-ad",
    "amp-sidebar",
    "amp-consent",
}
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:related|newsletter|cookies?|consent|gdpr|promo(?:ted|tion)?|advert\w*|ads?"
    r"|sponsor\w*|comments?"
    r"|breadcrumbs?|share|sharing|social|subscribe|subscription|sidebar|recommend\w*|popular"
    r"|trending|most-?read"
    r"|read-?(?:more|next|also)|see-?also|more-(?:on|from|stories|news)|outbrain|taboola"
    r"|paywall|banner|popup"
    r"|modal|navbar|navigation|menu|pagination|tags?|tag-list|site-(?:header|footer)|skip-link"
    r"|toolbar|author-(?:bio|box|info)|about-(?:the-)?author|pull-?quote|read-more|recirc\w*"
    r"|(?:jp-)?relatedposts|amp-ad|consent|respond)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOISE_ROLES = {
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
}


_CREDIT = re.compile(r"(?:^|[\s_-])credits?(?:$|[\s_-])", re.IGNORECASE)
_TALK = re.compile(r"(?:^|[\s_-])(?:comments?|respond|replies)(?:$|[\s_-])", re.IGNORECASE)
_PLAIN_BLOCKS = frozenset({"body", "html", "article", "main"})
_MAIN_SHARE = 0.4


def drop_noise(root: Any) -> None:
    """Take out of the tree all that belongs to the site."""
    whole = _prose(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or _is_noise(element, whole):
            parent = element.getparent()
            if parent is not None:
                element.drop_tree()


def is_beside(element: Any) -> bool:
    """Tell whether an element stands in a part of the page that is not its article."""
    parts = [a for a in element.iterancestors() if a.tag not in _PLAIN_BLOCKS]
    return any(a.tag in ("aside", "nav", "footer") or bool(_NOISE.search(_names(a))) for a in parts)


def _is_noise(element: Any, whole: int) -> bool:
    if element.tag == "form" or element.tag == "header" or element.get("hidden") is not None:
        return not _holds_article(element, whole)
    if element.tag in _DROPPED or element.get("role") in _NOISE_ROLES:
        return True
    if element.tag in _PLAIN_BLOCKS:
        return False
    if element.get("aria-hidden") == "true":
        return True
    named = _names(element)
    if element.tag in ("p", "div") and _CREDIT.search(named):
        return True
    if not _NOISE.search(named):
        return False
    return bool(_TALK.search(named)) or not _holds_article(element, whole)


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _holds_article(element: Any, whole: int) -> bool:
    """Tell whether an element holds the headline or much of the page's prose: layouts name such."""
    if any(True for _ in element.iter("h1")):
        return True
    return whole > 0 and _prose(element) >= _MAIN_SHARE * whole


def _prose(element: Any) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))
