"""Drawing a board takes a moment: a tower goes up meanwhile, and Backspace goes back."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.worker import Worker, WorkerState, get_current_worker

from game.freeplay import FreePlay
from game.screens.glyphs import Glyphs, Look
from game.screens.keys import COLOURS, bindings
from game.screens.sheet import Sheet
from game.screens.skyline import Night, draw_night, lights
from game.screens.tower.inside import Inside
from game.screens.tower.keys import LEAVE
from game.screens.widgets.picture import Picture
from game.tower.boards import Size
from game.tower.codes import Code
from game.tower.longform import Drawing

PATIENCE: Final = 0.2
"""Seconds before anything is said: most boards are there by then."""
_TICK: Final = 0.15
_PITCH: Final = 4


class Site(Picture):
    """A tower of the size that is drawn going up, floor by floor."""

    DEFAULT_CSS = """
    Site { width: 1fr; height: 1fr; visibility: hidden; }
    Site.-seen { visibility: visible; }
    """

    def __init__(self, size: Size, glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs)
        self._plan = size
        self._tick = 0

    def on_mount(self) -> None:
        """Build, unless nothing may move."""
        self.set_timer(PATIENCE, lambda: self.add_class("-seen"))
        if not self.still:
            self.set_interval(_TICK, self._next)

    def _next(self) -> None:
        self._tick += 1
        self.redraw()

    def draw(self, width: int, height: int) -> Sheet:
        """Night, the shell of the tower with its crane, and the words."""
        sheet, ground = Sheet(width, height), height - 2
        draw_night(sheet, Night(ground, None, width), lights(0, 1), self.glyphs)
        words = f"Drawing a tower of {self._plan.flats} flats"
        y = max(2, ground - self._plan.rows - 9)
        sheet.clear((width - 44) // 2, y - 1, 44, 4)
        sheet.write((width - len(words)) // 2, y, words, "ink")
        sheet.write((width - 18) // 2, y + 1, "Backspace: go back", "muted")
        floors = self._plan.rows if self.still else self._tick % (self._plan.rows + 4)
        self._draw_shell(sheet, width, ground, min(floors, self._plan.rows))
        return sheet

    def _draw_shell(self, sheet: Sheet, width: int, ground: int, floors: int) -> None:
        cols, wall = self._plan.cols, self.glyphs.wall
        wide = cols * _PITCH + 3
        left, rows = (width - wide) // 2, min(floors, ground - 9)
        sheet.clear(left - 1, ground - rows - 4, wide + 14, rows + 4)
        for row in range(rows):
            y = ground - 1 - row
            sheet.write(left, y, wall.down, "wall")
            sheet.write(left + wide - 1, y, wall.down, "wall")
            for col in range(cols):
                glows = (row * 7 + col * 3 + 1) % 5 == 0 and row + 1 < rows
                [(sign, ink)] = self.glyphs.slim[Look.LIT if glows else Look.DARK]
                sheet.write(left + 2 + col * _PITCH, y, sign * 2, ink)
        sheet.write(0, ground, self.glyphs.rule * width, "faint")
        self._draw_crane(sheet.moved(left + wide, ground - 1), rows)

    def _draw_crane(self, sheet: Sheet, rows: int) -> None:
        tip, pole, _ = self.glyphs.mast
        for y in range(rows + 2):
            sheet.write(1, -y, pole, "antenna")
        sheet.write(-6, -rows - 2, self.glyphs.rule * 12, "antenna")
        sheet.write(1, -rows - 3, tip, "antenna")
        sheet.write(-6, -rows - 1, pole, "antenna")


class DrawingScreen(Inside[FreePlay]):
    """Draws a board. Dismissed with free play on it, or None when the player does not wait."""

    BINDINGS = bindings((LEAVE, COLOURS))

    def __init__(self, wanted: Code | Drawing) -> None:
        super().__init__()
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        yield Site(self._wanted.size, self.game.glyphs)

    def on_mount(self) -> None:
        """Begin."""
        self._work = self.run_worker(self._draw, thread=True)

    def _draw(self) -> FreePlay | None:
        """On a thread of its own, until a draw is kept or the player leaves."""
        worker = get_current_worker()
        tries = FreePlay.in_attempts(self._wanted)
        return next((found for found in tries if found or worker.is_cancelled), None)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The board is there."""
        if event.worker is self._work and event.state is WorkerState.SUCCESS:
            self.dismiss(self._work.result)

    def action_leave(self) -> None:
        """Do not wait. What is half drawn is thrown away."""
        self._work.cancel()
        self.dismiss(None)
