"""What the lines of the tower need: how few faults can meet them all, and which lines show that it takes so many.

A tripped circuit needs one fault. Floors that were surveyed offer theirs: one of them may be the fault of a
circuit that reaches there, so circuits are matched to floors, as many as possible. Those left over need faults of
their own. Where a matching is as large as it can be, some circuits crowd on few floors; these circuits, and all
floors that they leave alone, have no flat in common and need as many faults as the night must have at least (Dénes
Kőnig, 1931). Circuits that crowd so with nowhere else to go cannot be (Philip Hall, 1935).

Nothing else limits the faults: while no crowd is stuck, every number of them from ``fewest`` to ``most`` can be.
So a flat is certain only where its mark, taken the other way, gets a crowd stuck or moves one of the two past the
night's range. Level 5 finds the first and level 4 the second, after levels 1 to 3 did what is plain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from game.tower.deduction.step import floors
from game.tower.known import Known


class Crowd(NamedTuple):
    """Circuits, by their places among those unexplained, and the surveyed floors on which they can be served."""

    circuits: frozenset[int]
    rows: frozenset[int]


class Needs:
    """The needs of the surveyed floors and of the circuits whose trip nothing explains."""

    def __init__(self, known: Known) -> None:
        surveyed = floors(known)
        self.trips = known.unexplained
        self.lacks = {floor.row: floor.lacks for floor in surveyed if floor.lacks > 0}
        self.elsewhere = known.unknown & ~sum(floor.flats for floor in surveyed)
        """The unsettled flats of floors that nobody surveyed."""
        open_flats = {floor.row: floor.flats for floor in surveyed if floor.lacks > 0}
        suspects = [flats for _, flats in self.trips]
        self._touched = [[row for row, flats in open_flats.items() if flats & each] for each in suspects]
        self._only_here = [not each & self.elsewhere for each in suspects]
        self._served: dict[int, list[int]] = {row: [] for row in self.lacks}
        places = sorted(range(len(suspects)), key=lambda place: not self._only_here[place])
        self._left_over = [place for place in places if not self._place(place, set())]

    def _place(self, place: int, tried: set[int]) -> bool:
        """Finds a floor for a circuit, moving others where that helps."""
        for row in self._touched[place]:
            if row in tried:
                continue
            tried.add(row)
            served = self._served[row]
            if len(served) < self.lacks[row]:
                served.append(place)
                return True
            for at, other in enumerate(served):
                if self._place(other, tried):
                    served[at] = place
                    return True
        return False

    @cached_property
    def fewest(self) -> int:
        """The fewest faults that meet all needs."""
        return sum(self.lacks.values()) + len(self._left_over)

    @cached_property
    def most(self) -> int:
        """The most faults that the surveyed floors allow."""
        return sum(self.lacks.values()) + self.elsewhere.bit_count()

    @property
    def crowded(self) -> bool:
        """Whether several circuits have to be served by the surveyed floors."""
        return sum(self._only_here) > 1

    @cached_property
    def clash(self) -> Crowd | None:
        """The smallest crowd of circuits that cannot all have their fault, or None where all can."""
        stuck = (self._crowd([place]) for place in self._left_over if self._only_here[place])
        return min(stuck, key=lambda crowd: (len(crowd.rows), len(crowd.circuits)), default=None)

    def crowds(self) -> Iterator[Crowd]:
        """The crowds that show, with the floors they leave alone, that it takes the fewest faults."""
        least = self._crowd(self._left_over)
        yield least
        for place in range(len(self.trips)):
            if place not in least.circuits:
                crowd = self._crowd([*self._left_over, place])
                if all(len(self._served[row]) == self.lacks[row] for row in crowd.rows):
                    yield crowd

    def _crowd(self, places: Sequence[int]) -> Crowd:
        """These circuits and all that are served where they might be."""
        circuits, rows, waiting = set(places), set[int](), list(places)
        while waiting:
            for row in self._touched[waiting.pop()]:
                if row not in rows:
                    rows.add(row)
                    waiting += [place for place in self._served[row] if place not in circuits]
                    circuits |= set(self._served[row])
        return Crowd(frozenset(circuits), frozenset(rows))
