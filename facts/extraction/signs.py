"""Signs looked for before a costly pattern: words or letters of which it needs one, as they stand.

Most sentences hold none, and to look for a few words is many times as quick as any pattern.
"""

from collections.abc import Iterable


def lower(text: str) -> str:
    """Return `text` in lower case and of equal length, so that places in it stay the same."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def holds(text: str, signs: Iterable[str]) -> bool:
    """Tell whether any of the signs stands in a text, within a word too."""
    for sign in signs:  # noqa: SIM110 - quicker than `any` with a generator
        if sign in text:
            return True
    return False
