"""Lists of words written as one text, so that they stay readable."""


def word_list(text: str) -> frozenset[str]:
    """Return the words of `text`; a line with commas holds phrases."""
    found: set[str] = set()
    for line in text.splitlines():
        found.update(part.strip() for part in (line.split(",") if "," in line else line.split()))
    return frozenset(found - {""})
