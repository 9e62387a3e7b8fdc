"""The sweep: a dynamic programme over the floors that adds up all sets of faults a crew cannot rule out.

Each flat of which nothing is known is faulty or sound; floors that were surveyed have their count; and each
circuit that tripped unexplained has a fault. The last rule is met by counting all sets and taking away those that
avoid the circuit. So what must be remembered between two floors is, of the circuits that reach across, which are
avoided; to each such choice belongs one table by the number of faults so far (see :mod:`game.tower.packed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, TypeAlias

from game.tower.known import Known
from game.tower.packed import FloorTables

Tables: TypeAlias = dict[int, int]
"""A packed table for each set of circuits avoided."""


class Step(NamedTuple):
    """One way through a floor: which circuits are avoided below, above and on it, and which flats stay open.

    The signs are those of circuits that end here, that begin here, and of all that are avoided.
    """

    below: int
    above: int
    open_flats: int
    ending: int
    beginning: int
    all: int


class Sweep:
    """All sets of faults that agree with what is known, added up with these weights.

    Going up, tables hold the floors below; going down they hold the floors above, in mirrored slots, and the rule
    for the number of faults, so that the product of the two has its total in one slot.
    """

    def __init__(self, known: Known, tables: FloorTables) -> None:
        self.tables = tables
        self.rows = known.building.rows
        self.found = known.faulty.bit_count()
        self.least, self.most = known.more
        self.counts = [known.lacking(floor) for floor in range(self.rows)]
        self.open_flats = [known.unknown & floor for floor in known.building.floors]
        self._groups = [flats for _, flats in known.unexplained]
        self._slot = (1 << tables.width) - 1
        self._slots = (1 << tables.width * (self.most + 1)) - 1 if self.most >= 0 else 0
        self.possible = self.least <= self.most and not known.sound & known.faulty and all(self._groups)

    @cached_property
    def steps(self) -> list[list[Step]]:
        """The ways through each floor."""
        floors = self.open_flats
        spans = [[row for row, flats in enumerate(floors) if flats & group] for group in self._groups]
        return [list(self._ways(row, spans)) for row in range(self.rows)]

    def _ways(self, row: int, spans: list[list[int]]) -> Iterator[Step]:
        here = [index for index, span in enumerate(spans) if span[0] <= row <= span[-1]]
        below = sum(1 << index for index in here if spans[index][0] < row)
        above = sum(1 << index for index in here if spans[index][-1] > row)
        ways = [(0, self.open_flats[row])]
        for index in here:
            ways += [(avoided | 1 << index, flats & ~self._groups[index]) for avoided, flats in ways]
        for avoided, flats in ways:
            signs = (_sign(avoided & ~above), _sign(avoided & ~below), _sign(avoided))
            yield Step(avoided & below, avoided & above, flats, *signs)

    @cached_property
    def up(self) -> list[Tables]:
        """What is below each floor; the last entry is below the roof."""
        tables = [{0: 1}]
        for row in range(self.rows):
            tables.append(self.rise(row, tables[-1]))
        return tables

    def rise(self, row: int, below: Tables, without: int = 0) -> Tables:
        """From below a floor to above it, some of its flats being sound."""
        above: Tables = {}
        packed, count = self.tables.packed, self.counts[row]
        for step in self.steps[row]:
            table = below.get(step.below)
            if table:
                table *= packed(row, step.open_flats & ~without, count) * step.ending
                above[step.above] = above.get(step.above, 0) + table
        return {avoided: table & self._slots for avoided, table in above.items() if table}

    @cached_property
    def down(self) -> list[Tables]:
        """What is from each floor up; the last entry is the roof, with the rule for the number of faults."""
        scale, width = self.tables.weights.scale, self.tables.width
        roof = sum(scale[self.found + k] << width * (self.most - k) for k in range(self.least, self.most + 1))
        tables = [{0: roof}]
        packed = self.tables.packed
        for row in reversed(range(self.rows)):
            above, below = tables[-1], Tables()
            count = self.counts[row]
            for step in self.steps[row]:
                table = above.get(step.above)
                if table:
                    table *= packed(row, step.open_flats, count) * step.beginning
                    below[step.below] = below.get(step.below, 0) + table
            tables.append({avoided: table & self._slots for avoided, table in below.items() if table})
        return tables[::-1]

    def meet(self, row: int, below: Tables) -> int:
        """The total, given the tables below a floor."""
        above = self.down[row]
        total = sum(table * above.get(avoided, 0) * _sign(avoided) for avoided, table in below.items())
        return total >> self.most * self.tables.width & self._slot

    @cached_property
    def total(self) -> int:
        """All sets of faults together."""
        return self.meet(0, {0: 1}) if self.possible else 0

    @cached_property
    def around(self) -> list[dict[int, list[int]]]:
        """For each floor and its open flats: what all other floors weigh when it has 0, 1, 2, … faults."""
        return [self._around(row) for row in range(self.rows)]

    def _around(self, row: int) -> dict[int, list[int]]:
        below, above = self.up[row], self.down[row + 1]
        met: dict[int, int] = {}
        for step in self.steps[row]:
            table = below.get(step.below, 0) * above.get(step.above, 0) * step.all
            if table:
                met[step.open_flats] = met.get(step.open_flats, 0) + table
        return {flats: self._unpacked(row, flats, table) for flats, table in met.items()}

    def _unpacked(self, row: int, flats: int, table: int) -> list[int]:
        """The slots of a mirrored table, negative numbers too, as far as this floor can use them."""
        width, only, half = self.tables.width, self.counts[row], (self._slot + 1) // 2
        table += half * (self._slots // self._slot)
        return [
            (table >> width * (self.most - k) & self._slot) - half if only is None or only == k else 0
            for k in range(min(flats.bit_count(), self.most) + 1)
        ]


def _sign(avoided: int) -> int:
    return -1 if avoided.bit_count() & 1 else 1
