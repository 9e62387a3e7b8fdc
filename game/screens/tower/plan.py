"""The floor plan of a night: a building seen from the street, and all that was read of it. It knows no screen."""

from __future__ import annotations

from typing import Final, NamedTuple

from game.screens.glyphs import Glyphs
from game.screens.sheet import Sheet
from game.screens.tower.measures import LEFT, Layout, Place
from game.screens.tower.planglyphs import FlatLook, PlanGlyphs
from game.screens.tower.readings import Count
from game.screens.tower.views import LIKELY, View
from game.screens.tower.walls import draw_walls
from game.tower.flats import circuit_name, lowest
from game.tower.spoken import zone_name

WATER: Final = "water"
"""What the row under the building is about."""

_UNLETTERED: Final = (FlatLook.LIT, FlatLook.DARK)


def draw_plan(sheet: Sheet, view: View, layout: Layout, glyphs: Glyphs) -> None:
    """Draw the plan in the sheet's upper left corner."""
    draw_walls(sheet, layout, glyphs.plan, "faint" if view.dark else "wall")
    _Drawing(sheet, view, layout, glyphs.plan, _banded(view)).draw()
    draw_cursor(sheet, view, layout, glyphs)


def draw_cursor(sheet: Sheet, view: View, layout: Layout, glyphs: Glyphs) -> None:
    """Draw the cursor, if there is one, and the flat under it, on a plan that is drawn."""
    if view.cursor is not None:
        _Drawing(sheet, view, layout, glyphs.plan, _banded(view)).draw_cursor(view.cursor)


def _banded(view: View) -> int:
    flats = 0
    for place in view.pointed:
        flats |= place.flats(view.building)
    return flats


class _Drawing(NamedTuple):
    """All of a plan but its walls. ``banded`` are the flats on the band under what is pointed at."""

    sheet: Sheet
    view: View
    layout: Layout
    signs: PlanGlyphs
    banded: int

    def draw(self) -> None:
        building = self.view.building
        for flat in range(building.size):
            self._flat(flat)
        for floor in range(building.rows):
            self._floor(floor)
        self.sheet.write(0, self.layout.base + 1, WATER, "muted")
        for zone in range(len(building.zones)):
            self._zone(zone)
        for circuit in range(len(building.circuits)):
            self._breaker(circuit)
        self._switch()

    def draw_cursor(self, flat: int) -> None:
        self._flat(flat)
        x, y = self.layout.flat_at(flat)
        for row in range(self.layout.measure.high):
            self.sheet.write(x - 1, y + row, self.signs.beside[0], "key")
            self.sheet.write(x + self.layout.measure.wide, y + row, self.signs.beside[1], "key")

    def _flat(self, flat: int) -> None:
        """A flat: its circuit's letter, and its window, or its chance in place of that."""
        measure, look = self.layout.measure, self.view.looks[flat]
        shape, (x, y) = self.signs.shapes[look], self.layout.flat_at(flat)
        middle = x + measure.wide // 2
        if self._ground(flat):
            for row in range(measure.high):
                self._put(flat, x, y + row, " " * measure.wide, "ink")
        if self.view.chances and (chance := self.view.chances[flat]):
            self._chance(flat, middle, y, chance)
            return
        if measure.high == 1:
            self._put(flat, middle - 1, y, shape.sides[0] * 2 + shape.sides[1], shape.ink)
        else:
            for row, text in enumerate(shape.windows[measure.high - 2], start=1):
                self._put(flat, x + 1, y + row, text, shape.ink)
        if look not in _UNLETTERED:
            self._letter(flat, middle, y)
        if look is FlatLook.UNKNOWN and self.view.corners >> flat & 1:
            self._put(flat, middle + 1, y, self.signs.corner, "corner")

    def _chance(self, flat: int, middle: int, y: int, chance: str) -> None:
        """A chance under the letter, or left of it in a flat of one row."""
        high = self.layout.measure.high
        ink = "faulty" if chance.isdecimal() and int(chance) >= LIKELY else "ink"
        self._put(flat, middle - 1, y + high // 2, f"{chance:>2}", ink)
        if high > 1 or len(chance) < 3:
            self._letter(flat, middle if high > 1 else middle + 1, y)

    def _letter(self, flat: int, x: int, y: int) -> None:
        circuit = self.view.building.circuit_of[flat]
        pointed = Place("circuit", circuit) in self.view.pointed
        ink = "key" if pointed else "ink" if self.view.suspects >> flat & 1 else "muted"
        self._put(flat, x, y, circuit_name(circuit), ink)

    def _put(self, flat: int, x: int, y: int, text: str, ink: str) -> None:
        """Write on the ground that a flat stands on."""
        ground = self._ground(flat)
        self.sheet.write(x, y, text, f"{ink}@{ground}" if ground == "band" else ground or ink)

    def _ground(self, flat: int) -> str:
        """The cursor's ground hides every other ink, so light and darkness go before it."""
        if flat == self.view.cursor and self.view.looks[flat] not in _UNLETTERED:
            return "cursor"
        return "band" if self.banded >> flat & 1 else ""

    def _floor(self, floor: int) -> None:
        """A floor's number and what was counted there; right of the wall, how many are still to be found."""
        y, count = self.layout.middle_of(floor), self.view.read.floors[floor]
        self.sheet.write(0, y, f"{floor + 1:>2}", self._name_ink(Place("floor", floor)))
        if count is None:
            self.sheet.write(LEFT - 2, y, self.signs.nothing, "faint")
            return
        self.sheet.write(LEFT - 2, y, str(count.left), "ink")
        self.sheet.write(LEFT - 1, y, self.signs.stale if count.stale else "", "muted")
        words, ink = _to_find(count, worded=self.layout.measure.worded)
        self.sheet.write(self.layout.right + 2, y, words, ink)

    def _zone(self, zone: int) -> None:
        """A zone's name under its lowest flat, and how far the water climbed."""
        building, middle = self.view.building, self.layout.measure.wide // 2
        x = self.layout.left_of(building.riser_of(lowest(building.zones[zone])))
        name = zone_name(building, zone)
        self.sheet.write(x + middle, self.layout.foot_of(zone), name, self._name_ink(Place("zone", zone)))
        y, climb = self.layout.reading_of(zone), self.view.read.zones[zone]
        if y is None:
            return
        if climb is None:
            self.sheet.write(x + middle, y, self.signs.nothing if y else "", "faint")
            return
        words = "top" if climb.stopped is None else building.name(climb.stopped)
        words += self.signs.stale if climb.stale else ""
        ink = "muted" if climb.stale else "water" if climb.stopped is None else "faulty"
        self.sheet.write(x + max(0, middle - len(words) // 2), y, words, ink)

    def _breaker(self, circuit: int) -> None:
        """A circuit in the list of breakers, and what its breaker did."""
        (x, y), worded = self.layout.entry_of(circuit), self.layout.measure.worded
        letter, reading = circuit_name(circuit), self.view.read.circuits[circuit]
        self.sheet.write(x, y, letter, self._name_ink(Place("circuit", circuit)))
        x += len(letter)
        if reading is None:
            self.sheet.write(x, y, self.signs.unread, "faint")
            return
        holds = reading.result == "holds"
        words = f" {reading.result}" if worded else self.signs.holds if holds else self.signs.trips
        words += self.signs.stale if reading.stale else ""
        self.sheet.write(x, y, words, "muted" if reading.stale else "fixed" if holds else "faulty")

    def _switch(self) -> None:
        """The lit tower's word beside the roof. A dark hour is over when the next move is made: the log has it."""
        thrown = self.view.read.switch
        if thrown and thrown.lit:
            self.sheet.write(0, 0, "lit", "lit")

    def _name_ink(self, place: Place) -> str:
        return "key" if place in self.view.pointed else "label"


def _to_find(count: Count, *, worded: bool) -> tuple[str, str]:
    if count.to_find:
        return (f"{count.to_find} to find" if worded else f"{count.to_find}?"), "key"
    return ("all found" if worded and count.left else ""), "muted"
