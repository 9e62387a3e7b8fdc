"""The tower from the street while it is lit flat by flat: a window a flat, and a cursor beside one of them."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message

from game.screens.glyphs import Glyphs
from game.screens.sheet import Sheet
from game.screens.tower.planglyphs import FlatLook
from game.screens.widgets.picture import Picture
from game.tower.building import Building
from game.tower.flat_by_flat import SwitchedOn, Walk
from game.tower.flats import RISERS

NUMBERS: Final = 3
"""Columns left of the wall."""
MAST: Final = 2
"""Rows above the roof, where there is room for them."""
BESIDE: Final = 26
"""Columns that are left to what stands beside the tower."""


class Panes(NamedTuple):
    """A size of window, and how far it is from one to the next, across and up."""

    wide: int
    high: int
    pitch: int
    rise: int


PANES: Final = (
    Panes(7, 3, 9, 4),
    Panes(5, 2, 7, 3),
    Panes(3, 1, 5, 2),
    Panes(3, 1, 5, 1),
    Panes(3, 1, 4, 2),
    Panes(3, 1, 4, 1),
)
"""The sizes, the largest first."""


class Elevation:
    """A building in a size: where its windows are, counted from the upper left corner without the mast."""

    def __init__(self, building: Building, panes: Panes) -> None:
        self.building, self.panes = building, panes
        self.width = NUMBERS + 4 + (building.cols - 1) * panes.pitch + panes.wide
        self.height = 2 + building.rows * panes.rise - (panes.rise - panes.high)

    def window_at(self, flat: int) -> tuple[int, int]:
        """The upper left corner of a flat's window."""
        floor, riser = self.building.floor_of(flat), self.building.riser_of(flat)
        return NUMBERS + 2 + riser * self.panes.pitch, 1 + (self.building.rows - 1 - floor) * self.panes.rise

    def flat_at(self, x: int, y: int) -> int | None:
        """The flat whose window, or the air beside it, covers a place."""
        riser = (x - NUMBERS - 1) // self.panes.pitch
        floor = self.building.rows - 1 - (y - 1) // self.panes.rise
        inside = 0 <= riser < self.building.cols and 0 <= floor < self.building.rows
        return floor * self.building.cols + riser if inside else None


def elevation_for(building: Building, width: int, height: int) -> Elevation:
    """The largest elevation for which there is room, or the smallest of all."""
    every = [Elevation(building, panes) for panes in PANES]
    return next((each for each in every if each.width <= width and each.height <= height), every[-1])


def looks_of(walk: Walk, under: SwitchedOn | None) -> tuple[FlatLook, ...]:
    """How each window looks; ``under`` is the switching-on that is just being done."""
    looks = [FlatLook.UNKNOWN] * walk.night.building.size
    for flat in range(len(looks)):
        if walk.lit_flats >> flat & 1:
            looks[flat] = FlatLook.LIT
        elif walk.dark >> flat & 1:
            looks[flat] = FlatLook.FAULTY
        elif walk.fixed >> flat & 1:
            looks[flat] = FlatLook.FIXED
    if under:
        looks[under.flat] = FlatLook.LAMP
    return tuple(looks)


class Facade(Picture):
    """The tower on the screen, as large as its room allows."""

    DEFAULT_CSS = """
    Facade { width: auto; height: 1fr; margin: 0 1 0 1; }
    """

    class Pressed(Message):
        """The window of a flat was clicked."""

        def __init__(self, flat: int) -> None:
            super().__init__()
            self.flat = flat

    def __init__(self, walk: Walk, glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs)
        self._walk, self._cursor = walk, 0
        self._under: SwitchedOn | None = None

    def show(self, walk: Walk, cursor: int, under: SwitchedOn | None = None) -> None:
        """Show how the walk stands."""
        self._walk, self._cursor, self._under = walk, cursor, under
        self.redraw()

    def draw(self, width: int, height: int) -> Sheet:
        """The tower in the middle of its room."""
        sheet = Sheet(width, height)
        elevation = self._elevation(width, height)
        there = sheet.moved(*self._corner(elevation, width, height))
        self._draw_body(there, elevation)
        looks = looks_of(self._walk, self._under)
        for flat, look in enumerate(looks):
            self._draw_window(there.moved(*elevation.window_at(flat)), elevation.panes, look)
        x, y = elevation.window_at(self._cursor)
        for row in range(elevation.panes.high):
            there.write(x - 1, y + row, self.glyphs.plan.beside[0], "pointer")
            there.write(x + elevation.panes.wide, y + row, self.glyphs.plan.beside[1], "pointer")
        return sheet

    def _draw_body(self, sheet: Sheet, elevation: Elevation) -> None:
        wall, building, panes = self.glyphs.wall, elevation.building, elevation.panes
        inside, base = elevation.width - NUMBERS - 2, elevation.height - 1
        sheet.write(NUMBERS, 0, wall.top_left + wall.across * inside + wall.top_right, "wall")
        sheet.write(NUMBERS, base, wall.bottom_left + wall.across * inside + wall.bottom_right, "wall")
        for y in range(1, base):
            sheet.write(NUMBERS, y, wall.down, "wall")
            sheet.write(elevation.width - 1, y, wall.down, "wall")
        for floor in range(building.rows):
            _, y = elevation.window_at(floor * building.cols)
            sheet.write(0, y + (panes.high - 1) // 2, f"{floor + 1:>2}", "label")
        for riser in range(building.cols):
            x, _ = elevation.window_at(riser)
            sheet.write(x + panes.wide // 2, base, RISERS[riser], "label")
        tip, pole, foot = self.glyphs.mast
        middle = NUMBERS + (elevation.width - NUMBERS) // 2
        for y, sign in ((-2, tip), (-1, pole), (0, foot)):
            sheet.write(middle, y, sign, "antenna" if y else "wall")

    def _draw_window(self, sheet: Sheet, panes: Panes, look: FlatLook) -> None:
        shape = self.glyphs.plan.shapes[look]
        rows = shape.windows[panes.high - 1]
        if look is FlatLook.LIT and panes.rise == panes.high:
            rows = (self.glyphs.solid[-1] * panes.wide,)
        for y, row in enumerate(rows):
            sheet.write(0, y, row, shape.ink)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return self._elevation(container.width - BESIDE, container.height).width

    def on_click(self, event: events.Click) -> None:
        """Tell which window was clicked."""
        elevation = self._elevation(*self.size)
        left, top = self._corner(elevation, *self.size)
        flat = elevation.flat_at(event.x - left, event.y - top)
        if flat is not None:
            self.post_message(self.Pressed(flat))

    def _elevation(self, width: int, height: int) -> Elevation:
        return elevation_for(self._walk.night.building, width, height)

    @staticmethod
    def _corner(elevation: Elevation, width: int, height: int) -> tuple[int, int]:
        """Where the tower stands: in the middle, with its mast where there is room for it."""
        free = height - elevation.height
        return max(0, (width - elevation.width) // 2), max(min(MAST, free), free // 2)
