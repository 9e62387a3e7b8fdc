"""How large the floor plan is drawn, and what stands where on it. It knows no screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec

from game.tower.building import Building
from game.tower.flats import lowest

Kind: TypeAlias = Literal["flat", "floor", "zone", "circuit"]

LEFT: Final = 5
"""Columns left of the wall: the floor's number, what was counted there, and whether that is old."""


class Place(msgspec.Struct, frozen=True):
    """A flat or a line of the tower: something to point at, or that was pressed."""

    kind: Kind
    index: int

    def flats(self, building: Building) -> int:
        """Its flats."""
        if self.kind == "flat":
            return 1 << self.index
        lines = {"floor": building.floors, "zone": building.zones, "circuit": building.circuits}
        return lines[self.kind][self.index]


class Measure(NamedTuple):
    """A size of plan. A flat is ``wide`` columns and ``high`` rows between its walls.

    Without ``lined`` floors lie row on row: walls stand between flats, but none lies between floors. ``worded``
    plans have room to say in words what the others say in signs.
    """

    wide: int
    high: int
    lined: bool = True
    worded: bool = False

    @property
    def right(self) -> int:
        """Columns right of the wall: what is left to find on the floor."""
        return 10 if self.worded else 3

    @property
    def entry(self) -> int:
        """Columns of a breaker in the list of breakers."""
        return 10 if self.worded else 5


MEASURES: Final = (
    Measure(9, 4, worded=True),
    Measure(7, 3, worded=True),
    Measure(5, 2),
    Measure(3, 1),
    Measure(5, 1, lined=False),
    Measure(3, 1, lined=False),
)
"""The sizes, the largest first."""


class Layout:
    """A building in a size: where each flat, line and sign stands, counted from the plan's upper left corner."""

    def __init__(self, building: Building, measure: Measure) -> None:
        self.building, self.measure = building, measure
        rows, cols = building.rows, building.cols
        self.pitch = measure.wide + 1
        self.right = LEFT + cols * self.pitch
        """The column of the right wall."""
        self.cuts = frozenset(building.floor_of(lowest(zone)) for zone in building.zones) - {0}
        """The floors above a cut: there begins the upper part of a riser."""
        self._tops: list[int] = []
        y = 1
        for floor in reversed(range(rows)):
            self._tops.append(y)
            y += measure.high + (floor > 0 and (measure.lined or floor in self.cuts))
        self._tops.reverse()
        self.base = y
        self.width = self.right + 1 + measure.right
        self._a_row = max(1, self.width // measure.entry)
        self.height = self.base + 2 + -(-len(building.circuits) // self._a_row)

    def flat_at(self, flat: int) -> tuple[int, int]:
        """The upper left corner of a flat, inside its walls."""
        return self.left_of(self.building.riser_of(flat)), self._tops[self.building.floor_of(flat)]

    def left_of(self, riser: int) -> int:
        """The first column of a riser, inside its walls."""
        return LEFT + 1 + riser * self.pitch

    def top_of(self, floor: int) -> int:
        """The first row of a floor."""
        return self._tops[floor]

    def middle_of(self, floor: int) -> int:
        """The row on which a floor is numbered."""
        return self._tops[floor] + (self.measure.high - 1) // 2

    def line_under(self, floor: int) -> int:
        """The row of walls under a floor; under the floor that would come after the last, the roof's."""
        return self._tops[floor] + self.measure.high if floor < self.building.rows else 0

    def foot_of(self, zone: int) -> int:
        """The row of walls under the lowest flat of a zone."""
        return self.line_under(self.building.floor_of(lowest(self.building.zones[zone])))

    def reading_of(self, zone: int) -> int | None:
        """The row for what the water did: under the building, or on the roof for the upper part of a riser.

        A part between two others, of which no board has any, keeps its reading in its flats.
        """
        flats = self.building.zones[zone]
        if flats & self.building.floors[0]:
            return self.base + 1
        return 0 if flats & self.building.floors[-1] else None

    def entry_of(self, circuit: int) -> tuple[int, int]:
        """Where the list of breakers names a circuit."""
        row, place = divmod(circuit, self._a_row)
        return place * self.measure.entry, self.base + 2 + row

    def at(self, x: int, y: int) -> Place | None:
        """What stands at a place of the plan, if anything that can be pressed does."""
        return next(
            (place for place, left, top, right, low in self._boxes if left <= x < right and top <= y < low), None
        )

    @property
    def _boxes(self) -> Iterator[tuple[Place, int, int, int, int]]:
        """Everything that can be pressed, what lies on top first."""
        for zone, flats in enumerate(self.building.zones):
            left, foot = self.left_of(self.building.riser_of(lowest(flats))), self.foot_of(zone)
            yield Place("zone", zone), left, foot, left + self.measure.wide, foot + 1
            reading = self.reading_of(zone)
            if reading is not None:
                yield Place("zone", zone), left - 1, reading, left + self.measure.wide, reading + 1
        for circuit in range(len(self.building.circuits)):
            left, top = self.entry_of(circuit)
            yield Place("circuit", circuit), left, top, left + self.measure.entry, top + 1
        for flat in range(self.building.size):
            left, top = self.flat_at(flat)
            yield Place("flat", flat), left, top, left + self.measure.wide, top + self.measure.high
        for floor in range(self.building.rows):
            top = self.top_of(floor)
            yield Place("floor", floor), 0, top, LEFT, top + self.measure.high
            yield Place("floor", floor), self.right + 1, top, self.width, top + self.measure.high


def layout_for(building: Building, width: int, height: int) -> Layout:
    """The largest plan of a building for which there is room, or the smallest of all."""
    layouts = [Layout(building, measure) for measure in MEASURES]
    return next((plan for plan in layouts if plan.width <= width and plan.height <= height), layouts[-1])
