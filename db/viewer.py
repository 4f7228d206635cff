"""Who asks: an argument of every query from which a fact could be seen."""

from dataclasses import dataclass

PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Viewer:
    """The visibility labels of documents that this viewer may see, in a fixed order."""

    labels: tuple[str, ...] = (PUBLIC,)
