"""Which statements of one load may speak of the same: those that share rare stems."""

from collections import defaultdict
from collections.abc import Sequence

from facts.reconcile.statement import Statement

_MOST, _COMMON, _LOOKED_UP, _SHARED = 50, 200, 5, 2


class Kin:
    """The statements of a load so far, found by their stems; stored ones are found by the index."""

    def __init__(self) -> None:
        self._under: dict[str, list[int]] = defaultdict(list)
        self._statements: list[Statement] = []

    def add(self, statement: Statement, stems: Sequence[str]) -> None:
        """Keep a statement to be found by later ones."""
        place = len(self._statements)
        self._statements.append(statement)
        for stem in stems:
            self._under[stem].append(place)

    def near(self, stems: Sequence[str]) -> list[Statement]:
        """Return kept statements that share rare stems, most first, then in their order."""
        known = sorted((len(self._under[s]), s) for s in stems if s in self._under)
        rare = [stem for count, stem in known if count <= _COMMON][:_LOOKED_UP]
        held: dict[int, int] = defaultdict(int)
        for stem in rare:
            for place in self._under[stem]:
                held[place] += 1
        least = min(_SHARED, len(rare))
        near = [place for place, count in held.items() if count >= least]
        near.sort(key=lambda place: (-held[place], place))
        return [self._statements[place] for place in near[:_MOST]]
