"""What a load would change, weighed before anything changes: repeats, links, endings."""

from collections.abc import Iterable
from dataclasses import dataclass

from facts.links import LinkKind
from facts.reconcile.frame import Weighed
from facts.reconcile.relate import Relation, relate
from facts.reconcile.statement import Statement
from facts.types import FactDraft

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


def relations(new: Weighed, standing: Iterable[Weighed]) -> tuple[Relation, ...]:
    """Return what a new statement is to standing ones, the gravest first, at most a few."""
    found = [relation for each in standing if (relation := relate(new, each))]
    found.sort(key=lambda r: (_WEIGHT[r.kind], _other(r, new.statement).identity))
    return tuple(found[:MOST_LINKS])


def _other(relation: Relation, new: Statement) -> Statement:
    return relation.earlier if relation.later is new else relation.later
