"""The facts and names of a short text, read and understood as the product does."""

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import FactDraft


def facts_of(*paragraphs: str, name: str = "a.txt") -> tuple[FactDraft, ...]:
    """Return the facts of a file of these paragraphs."""
    return extract(read_here(name, "\n\n".join(paragraphs).encode())[0].reading)


def sure_speaker(*paragraphs: str, at: int = -1) -> str | None:
    """Return who surely says one of the facts of such a file, the last without `at`."""
    found = facts_of(*paragraphs)[at].attribution
    return found.speaker if found.sure else None


def named(*paragraphs: str, name: str = "a.txt") -> set[str]:
    """Return what such a file names, each as "Ida Roe person"."""
    found = (each for draft in facts_of(*paragraphs, name=name) for each in draft.names)
    return {f"{each.text} {each.kind.value}" for each in found}
