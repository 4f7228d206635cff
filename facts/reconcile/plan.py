"""What a load would change, weighed before anything changes: repeats, links, endings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from facts.links import LinkKind
from facts.reconcile.frame import Weighed
from facts.reconcile.relate import Relation, relate
from facts.reconcile.statement import Statement
from facts.types import FactDraft, Particulars

MOST_LINKS = 5
_WEIGHT = {LinkKind.CORRECTED: 0, LinkKind.UPDATED: 1, LinkKind.DIFFERS: 2, LinkKind.SIMILAR: 3}


@dataclass(frozen=True, slots=True)
class PlannedFact:
    """A draft with its identity, the fact that states it already if any, and its links.

    A stored fact that does not stand (`stands` False) comes back with this passage (`returns`),
    unless its source took it back.
    """

    draft: FactDraft
    identity: str
    fact_id: int | None
    stands: bool = True
    returns: bool = False
    links: tuple[Relation, ...] = ()

    @property
    def new(self) -> bool:
        """Say whether the load would make this fact stand."""
        return self.fact_id is None or self.returns


@dataclass(frozen=True, slots=True)
class Ending:
    """A standing fact that a load ends: its source took it back or no longer states it."""

    fact_id: int
    text: str
    reason: str
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Since when and by whom a content stands, by which reader it was read, and as what."""

    since: datetime
    actor: str
    reader: str
    document_id: int
    particulars: Particulars


@dataclass(frozen=True, slots=True)
class Brought:
    """One document as a load brings it; `text` is its reading's, `unread` what it left out.

    `apart` is the load that it belongs to alone, 0 where the same content is one for all.
    """

    file_name: str
    key: str
    sha256: str
    known: Particulars
    text: str
    reader: str
    drafts: tuple[FactDraft, ...]
    unread: tuple[str, ...] = ()
    apart: int = 0


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """What a load would do to one document.

    `known` is set when this content stands already; it is then only read anew (`reread`) or left
    alone. `revises` is the standing document of which this is another content or another reading.
    `copies` are standing documents of this very content that whoever gave it may not see.
    `corrections` are also among the links of the facts that they concern.
    """

    brought: Brought
    document: str
    facts: tuple[PlannedFact, ...]
    known: Known | None = None
    document_id: int | None = None
    revises: int | None = None
    reread: bool = False
    repeated: bool = False
    copies: tuple[int, ...] = ()
    endings: tuple[Ending, ...] = ()
    links: tuple[Relation, ...] = ()

    def count(self, kind: LinkKind) -> int:
        """Return how many links of a kind the document would draw."""
        return sum(link.kind is kind for link in self.links)

    @property
    def gone(self) -> int:
        """Return how many facts end because the document no longer states them."""
        return sum(not ending.corrected for ending in self.endings)

    @property
    def new(self) -> int:
        """Return how many facts the document would make stand."""
        return len({fact.identity for fact in self.facts if fact.new}) if self.changes else 0

    @property
    def repeats(self) -> int:
        """Return how many passages state what stands already, here or elsewhere."""
        return len(self.facts) - self.new

    @property
    def changes(self) -> bool:
        """Say whether there is anything to apply."""
        return not self.repeated and (self.known is None or self.reread)


def relations(new: Weighed, standing: Iterable[Weighed]) -> tuple[Relation, ...]:
    """Return what a new statement is to standing ones, the gravest first, at most a few."""
    found = [relation for each in standing if (relation := relate(new, each))]
    found.sort(key=lambda r: (_WEIGHT[r.kind], _other(r, new.statement).identity))
    return tuple(found[:MOST_LINKS])


def _other(relation: Relation, new: Statement) -> Statement:
    return relation.earlier if relation.later is new else relation.later
