"""Tables by the number of faults, packed into one int each: slot k holds what belongs to k faults.

Two tables are combined by one multiplication, which is why the exact engine is fast without any package. Numbers
in the slots stay below half of what a slot holds, so that nothing spills over.
"""

from __future__ import annotations

from functools import lru_cache

from game.tower.building import Building
from game.tower.flats import flats_in
from game.tower.weights import Weights, counting, weights_of


class FloorTables:
    """The tables of one building's floors, made when they are first asked for and kept."""

    def __init__(self, building: Building, weights: Weights) -> None:
        self.weights = weights
        self.width = weights.bound.bit_length() + 1
        self._floors = building.floors
        self._by_count: list[dict[int, tuple[int, ...]]] = [{} for _ in building.floors]
        self._packed: list[dict[tuple[int, int | None], int]] = [{} for _ in building.floors]
        self._with_each: list[dict[int, tuple[tuple[int, tuple[int, ...]], ...]]] = [{} for _ in building.floors]

    def by_count(self, floor: int, open_flats: int) -> tuple[int, ...]:
        """What the sets of 0, 1, 2, … faults among these flats of a floor weigh; its other flats are sound."""
        known = self._by_count[floor]
        if open_flats not in known:
            known[open_flats] = self._weigh(floor, open_flats)
        return known[open_flats]

    def packed(self, floor: int, open_flats: int, count: int | None) -> int:
        """The same as one int; only the sets of ``count`` faults where that is given."""
        known, key = self._packed[floor], (open_flats, count)
        value = known.get(key)
        if value is None:
            value = 0
            for k, weight in enumerate(self.by_count(floor, open_flats)):
                if count is None or count == k:
                    value |= weight << k * self.width
            known[key] = value
        return value

    def with_each(self, floor: int, open_flats: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """For each of these flats: what the sets of 0, 1, 2, … faults weigh in which it is faulty."""
        known = self._with_each[floor]
        if open_flats not in known:
            yes, no = self.weights.yes, self.weights.no
            rest = ((flat, self.by_count(floor, open_flats & ~(1 << flat))) for flat in flats_in(open_flats))
            known[open_flats] = tuple((flat, (0, *(w * yes[flat] // no[flat] for w in ws))) for flat, ws in rest)
        return known[open_flats]

    def _weigh(self, floor: int, open_flats: int) -> tuple[int, ...]:
        weights = [1]
        for flat in flats_in(self._floors[floor]):
            sound = [weight * self.weights.no[flat] for weight in weights]
            if open_flats >> flat & 1:
                faulty = [weight * self.weights.yes[flat] for weight in weights]
                weights = [a + b for a, b in zip([*sound, 0], [0, *faulty], strict=True)]
            else:
                weights = sound
        return tuple(weights)


@lru_cache(maxsize=16)
def weighing_tables(building: Building) -> FloorTables:
    """The tables in which a set of faults counts by its chance."""
    return FloorTables(building, weights_of(building))


@lru_cache(maxsize=16)
def counting_tables(building: Building) -> FloorTables:
    """The tables in which every set of faults counts once."""
    return FloorTables(building, counting(building))
