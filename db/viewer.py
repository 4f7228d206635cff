"""Who asks: an argument of every query from which a fact could be seen."""

from dataclasses import dataclass

# From what everybody may see to what the fewest may; who may see one may see those before it.
LABELS = ("public", "internal", "restricted")
PUBLIC, RESTRICTED = LABELS[0], LABELS[-1]


@dataclass(frozen=True, slots=True)
class Viewer:
    """The visibility labels of documents that this viewer may see, in a fixed order."""

    labels: tuple[str, ...] = (PUBLIC,)

    @property
    def levels(self) -> tuple[int, ...]:
        """The places of these labels in the order of labels."""
        return tuple(sorted(LABELS.index(label) for label in self.labels if label in LABELS))


def cleared(label: str) -> Viewer:
    """Return the viewer who may see documents up to a label."""
    return Viewer(LABELS[: LABELS.index(label) + 1])


EVERYTHING = cleared(RESTRICTED)
NOTHING = Viewer(())
