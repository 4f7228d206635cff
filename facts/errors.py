"""Everything that can go wrong in `facts`; an error's text is the sentence a person reads."""

from collections.abc import Sequence


class BriefingError(Exception):
    """Something was refused. The message says what is wrong and what to do, in one sentence."""


class DocumentRefused(BriefingError):
    """A file or text cannot be read as a document."""


class RowsRefused(DocumentRefused):
    """Some rows of a table of facts cannot be taken; `good` is how many others can.

    In a file that holds several documents, the others wait with it.
    """

    def __init__(self, told: str, good: int) -> None:
        super().__init__(told)
        self.good = good

    @classmethod
    def together(cls, refused: Sequence["RowsRefused"], *, others: bool) -> "RowsRefused":
        """Return the refusals of tables of one file as one; `others`: it holds more than those."""
        lines = [*map(str, refused), *(["What else it holds waits with them."] if others else [])]
        return cls("\n".join(lines), sum(each.good for each in refused))


class EvidenceBroken(BriefingError):
    """A stored reading no longer matches its hash, so nothing may be quoted from it."""
