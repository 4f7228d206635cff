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
    "form",
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
}
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:related|newsletter|cookies?|consent|gdpr|promo(?:ted|tion)?|advert\w*|ads?"
    r"|sponsor\w*|comments?"
    r"|breadcrumbs?|share|sharing|social|subscribe|subscription|sidebar|recommend\w*|popular"
    r"|trending|most-?read"
    r"|read-?(?:more|next|also)|see-?also|more-(?:on|from|stories|news)|outbrain|taboola"
    r"|paywall|banner|popup"
    r"|modal|navbar|navigation|menu|pagination|tags?|tag-list|site-(?:header|footer)|skip-link"
    r"|toolbar|author-bio)(?:$|[\s_-])",
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


def drop_noise(root: Any) -> None:
    """Take out of the tree all that belongs to the site."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or _is_noise(element):
            parent = element.getparent()
            if parent is not None:
                element.drop_tree()


def _is_noise(element: Any) -> bool:
    if element.tag in _DROPPED or element.get("role") in _NOISE_ROLES:
        return True
    if element.tag in ("body", "html", "article", "main"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.tag == "header" and not any(True for _ in element.iter("h1")):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_NOISE.search(named)) and not any(True for _ in element.iter("h1"))
