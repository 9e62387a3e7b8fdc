"""The week's ledger, drawn: seven evenings, and one thing after another taken away from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.geometry import Size

from game.screens.glyphs import UNICODE, Glyphs, Look
from game.screens.sheet import Sheet
from game.screens.widgets.gauges import bar_length, draw_bar, signed
from game.screens.widgets.picture import Picture
from game.story.calendar import WEEK, WEEKDAYS
from game.story.state import MOST, Room, State
from game.story.week import Span, WeekLedger, week_ledger

LINE_SECONDS: Final = 0.45
"""How long each line stands alone before the next one comes."""

WIDTH: Final = 46
HEIGHT: Final = 12

_WORDS: Final = 5
_RISERS: Final = 22
"""Columns at which a sum's words and, where there is room, the week's seven risers begin."""
_WEEK_WIDE: Final = 2 * WEEK - 1


class TallyView(Picture):
    """The ledger of a week. Its lines arrive one by one; :meth:`reveal_all` shows what is still to come."""

    DEFAULT_CSS = """
    TallyView { width: auto; height: auto; }
    """

    def __init__(self, state: State, week: int, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(glyphs=glyphs)
        self._ledger = week_ledger(state, week)
        self._steps: tuple[Callable[[Sheet], None], ...] = (
            self._draw_evenings,
            self._draw_late,
            self._draw_own,
            self._draw_corners,
            *(self._gauge_drawer(row, span) for row, span in enumerate(self._ledger.gauges)),
        )
        self._shown = 0

    @property
    def ledger(self) -> WeekLedger:
        """The sums that are drawn."""
        return self._ledger

    @property
    def done(self) -> bool:
        """Whether every line has arrived."""
        return self._shown == len(self._steps)

    def reveal_next(self) -> bool:
        """Let the next line arrive; tell whether there was one."""
        if self.done:
            return False
        self._shown += 1
        self.redraw()
        return True

    def reveal_all(self) -> None:
        """Show every line now."""
        while self.reveal_next():
            pass

    def on_mount(self) -> None:
        """Let the lines arrive, or show them all where nothing may move."""
        if self.still:
            self.reveal_all()
        else:
            self.reveal_next()
            self.set_interval(LINE_SECONDS, self.reveal_next, repeat=len(self._steps) - 1)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return min(WIDTH, container.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return HEIGHT

    def draw(self, width: int, height: int) -> Sheet:
        """The lines that have arrived."""
        sheet = Sheet(width, height)
        sheet.write(0, 0, f"Week {self._ledger.week}, added up", "title")
        for step in self._steps[: self._shown]:
            step(sheet)
        return sheet

    def _draw_evenings(self, sheet: Sheet) -> None:
        self._sum(sheet, 2, number := self._ledger.evenings, "evening" if number == 1 else "evenings")
        for riser in range(WEEK):
            if self._ledger.rooms[riser]:
                sheet.write(_risers(sheet) + 2 * riser, 2, WEEKDAYS[riser][0], "ink")

    def _draw_late(self, sheet: Sheet) -> None:
        sheet.write(0, 3, self.glyphs.minus, "muted")
        self._sum(sheet, 3, self._ledger.late, "worked late")
        self._windows(sheet, 3, Look.LIT, lambda room: bool(room & Room.LATE))

    def _draw_own(self, sheet: Sheet) -> None:
        sheet.write(0, 4, self.glyphs.rule * (_risers(sheet) + _WEEK_WIDE), "faint")
        self._sum(sheet, 5, self._ledger.own, "your own")
        self._windows(sheet, 5, Look.DARK, lambda room: bool(room) and not room & Room.LATE)

    def _draw_corners(self, sheet: Sheet) -> None:
        self._sum(sheet, 7, number := self._ledger.corners, "corner cut" if number == 1 else "corners cut")
        self._windows(sheet, 7, Look.CORNER, lambda room: bool(room & Room.CORNER))

    def _gauge_drawer(self, row: int, span: Span) -> Callable[[Sheet], None]:
        def draw(sheet: Sheet) -> None:
            y, length = 9 + row, bar_length(sheet.width - 4)
            kept, lost = min(span.began, span.ended), max(0, -span.change)
            sheet.write(0, y, span.name, "ink")
            draw_bar(sheet.moved(7, y), length, span.ended, span.name.lower(), self.glyphs)
            start, end = round(kept * length / MOST), round((kept + lost) * length / MOST)
            sheet.write(7 + start, y, self.glyphs.lost * (end - start), "loss")
            words = f"{span.began} to {span.ended}" if span.change else f"{span.ended}"
            sheet.write(9 + length, y, words, "ink")
            ink = "gain" if span.change > 0 else "loss"
            sheet.write(18 + length, y, signed(span.change, self.glyphs), ink)

        return draw

    @staticmethod
    def _sum(sheet: Sheet, y: int, number: int, words: str) -> None:
        sheet.write(2, y, str(number), "title")
        sheet.write(_WORDS, y, words, "ink")

    def _windows(self, sheet: Sheet, y: int, look: Look, shown: Callable[[Room], bool]) -> None:
        ((sign, ink),) = self.glyphs.slim[look]
        for riser, room in enumerate(self._ledger.rooms):
            if shown(room):
                sheet.write(_risers(sheet) + 2 * riser, y, sign, ink)


def _risers(sheet: Sheet) -> int:
    """The column at which the week begins: further left where it would run over the edge."""
    return min(_RISERS, sheet.width - _WEEK_WIDE)
