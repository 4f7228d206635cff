"""The golden documents: what extraction must reach on them, part by part."""

import pytest

from tests.golden import HERE, PARTS, tally

TALLIES = tally()
LEAST = {"sentences": 0.98, "speakers": 0.85, "moments": 0.92, "figures": 0.95, "names": 0.85}


@pytest.mark.parametrize("part", PARTS)
def test_enough_is_found(part: str) -> None:
    assert TALLIES[part].recall >= LEAST[part], "\n".join(TALLIES[part].notes)


@pytest.mark.parametrize("part", PARTS)
def test_little_is_found_wrongly(part: str) -> None:
    least = 0.99 if part == "speakers" else LEAST[part]
    assert TALLIES[part].precision >= least, "\n".join(TALLIES[part].notes)


# By other hands, and learned from since: what was found in them must not be lost.
@pytest.mark.parametrize("folder", ["fifteenth", "sixteenth"])
def test_what_was_learned_is_kept(folder: str) -> None:
    for part, found in tally(HERE / folder).items():
        least = 0.9 if part == "speakers" else 0.97
        assert min(found.recall, found.precision) >= least, f"{part}\n" + "\n".join(found.notes)
