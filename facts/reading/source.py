"""What a reader is given and what it gives back, the same for every format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from facts.errors import DocumentRefused, RowsRefused
from facts.types import Particulars, ReadDocument


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: its name, its exact bytes and what the sender said about it.

    `columns` says of a table, by its name, which column holds which field, where a person said so;
    of one that is no table of facts it says none. With `good_rows` the rows of a table of facts
    that cannot be taken are left out, and told.
    """

    name: str
    content: bytes
    given: Particulars = field(default_factory=Particulars)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    good_rows: bool = False

    @property
    def ending(self) -> str:
        """The name's ending without the dot, in lower case."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


Reader = Callable[[Source], tuple[ReadDocument, ...]]


def read_within(source: Source, where: str, read: Reader) -> tuple[ReadDocument, ...]:
    """Read a file that another one holds, its documents and what is refused told by its name.

    `where` says where it was found: "in the packed file". Raises DocumentRefused, or RowsRefused
    where other rows of its tables are good.
    """
    try:
        found = read(source)
    except DocumentRefused as refusal:
        told = f'"{source.name}" {where}: {refusal}'
        if isinstance(refusal, RowsRefused) and refusal.good:
            raise RowsRefused(told, refusal.good) from None
        raise DocumentRefused(told) from None
    return tuple(
        replace(
            each,
            key=f"{source.name}#{each.key}" if each.key else source.name,
            unread=_named(source.name, each.unread),
        )
        for each in found
    )


def _named(name: str, unread: tuple[str, ...]) -> tuple[str, ...]:
    """Return what could not be read in one of several files, told with its name."""
    return (f'"{name}": {unread[0]}', *unread[1:]) if unread else ()
