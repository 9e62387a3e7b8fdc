"""The three gauges: Rest, Home and Craft, each a thin bar with its number and what has just changed."""

from __future__ import annotations

from typing import Final

from game.screens.glyphs import UNICODE, Glyphs
from game.screens.sheet import Sheet
from game.screens.widgets.picture import Picture
from game.story.state import MOST, Gauges
from game.story.week import NAMES

_NAME: Final = 6
_NUMBER: Final = 4
_CHANGE: Final = 4
_LONGEST: Final = 20


def bar_length(width: int) -> int:
    """The cells a bar gets: two a step where there is room, else one, else what there is."""
    room = width - _NAME - _NUMBER - _CHANGE
    return next((cells for cells in (_LONGEST, MOST) if cells <= room), max(1, room))


def signed(change: int, glyphs: Glyphs) -> str:
    """A change as it is written: +2, −1, or nothing."""
    if not change:
        return ""
    return f"+{change}" if change > 0 else f"{glyphs.minus}{-change}"


def draw_bar(sheet: Sheet, length: int, value: int, ink: str, glyphs: Glyphs) -> None:
    """Draw a gauge's bar: heavy as far as it is full, light beyond."""
    full = round(value * length / MOST)
    sheet.write(0, 0, glyphs.track * length, "track")
    sheet.write(0, 0, glyphs.bar * full, ink)


class GaugesView(Picture):
    """Three lines. ``show`` new gauges and the change since those shown before stands beside them."""

    DEFAULT_CSS = """
    GaugesView { width: 34; height: 3; }
    """

    def __init__(self, gauges: Gauges, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(glyphs=glyphs)
        self._before = self._gauges = gauges

    @property
    def gauges(self) -> Gauges:
        """What is shown."""
        return self._gauges

    def show(self, gauges: Gauges, *, before: Gauges | None = None) -> None:
        """Show other gauges, beside their change since ``before``: those shown until now, unless given."""
        self._before, self._gauges = before or self._gauges, gauges
        self.redraw()

    def draw(self, width: int, height: int) -> Sheet:
        """Name, bar, number and change, a line a gauge."""
        sheet = Sheet(width, height)
        length = bar_length(width)
        for y, name in enumerate(NAMES):
            ink = name.lower()
            value, before = getattr(self._gauges, ink), getattr(self._before, ink)
            change = signed(value - before, self.glyphs)
            sheet.write(0, y, name, "ink")
            draw_bar(sheet.moved(_NAME, y), length, value, ink, self.glyphs)
            sheet.write(_NAME + length, y, f"{value:>3}", "ink")
            sheet.write(_NAME + length + _NUMBER, y, change, "gain" if value > before else "loss")
        return sheet
