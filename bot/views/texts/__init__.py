"""All texts that people read, one folder of `.ftl` files a language (Project Fluent)."""

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

DEFAULT = "en"


@lru_cache
def languages() -> tuple[str, ...]:
    """Return the languages that texts exist in."""
    return tuple(sorted({file.parent.name for file in Path(__file__).parent.glob("*/*.ftl")}))


def say(key: str, language: str | None = None, /, **values: object) -> str:
    """Return the text `key` with its values filled in, in `language` or else English.

    Values are put in as they are: escape what is not ours. Raises KeyError for an unknown key.
    """
    base = (language or DEFAULT).split("-")[0].lower()
    bundle = _bundle(base if base in languages() else DEFAULT)
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(key)
    text, errors = bundle.format_pattern(message.value, values)
    if errors:
        raise KeyError(f"{key}: {errors}")
    return str(text)


@lru_cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks would end up inside quotations; our values stand in their own elements.
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((Path(__file__).parent / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
