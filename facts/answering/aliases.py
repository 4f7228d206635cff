"""A desk's other words for the same thing."""

from dataclasses import dataclass

from facts.text import words


@dataclass(frozen=True, slots=True)
class Alias:
    """Two ways to name one thing, each as stems that belong together."""

    one: tuple[str, ...]
    other: tuple[str, ...]


def alias_of(one: str, other: str) -> Alias | None:
    """Return the alias of two wordings; None when either has no word or both are the same."""
    made = Alias(_stems(one), _stems(other))
    return made if made.one and made.other and set(made.one) != set(made.other) else None


def _stems(wording: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.stem for word in words(wording)))
