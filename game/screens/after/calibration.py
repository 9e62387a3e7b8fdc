"""Calibration, plotted: for every confidence the share of guesses that were close, and where it might be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from game.after.calibration import SHARES, Level, calibration_in_words, levels
from game.screens.after.leaves import Leaf
from game.screens.widgets.drawn import EMPTY, flowing, inked

ROWS: Final = 4
_COLUMN: Final = 7
_BAR: Final = 4
_AXIS: Final = 6
WHAT: Final = "The dashes stand where hits would be if 1 is a coin toss and 5 is certain."


class Calibration(Leaf):
    """Five bars over confidence 1 to 5, and what they come to in words."""

    TITLE = "how sure you were"

    def lines(self, width: int) -> Iterator[Content]:
        found = levels(self.card.sealed)
        if not any(level.guesses for level in found):
            return
        first, *_ = calibration_in_words(found)
        yield inked("How sure you were, and how right", "title")
        yield from flowing(first, width, "ink")
        yield EMPTY
        for row in reversed(range(ROWS)):
            yield self._row(found, row)
        yield inked(f"{'0%':>{_AXIS - 1}} {self.glyphs.rule * (_COLUMN * len(found))}", "faint")
        yield self._under("sure", [f"{level.sure}" for level in found], "ink")
        yield self._under("close", [f"{e.hits}/{e.guesses}" if e.guesses else "" for e in found], "muted")
        yield from flowing(WHAT, width, "faint")
        yield EMPTY

    def _row(self, found: tuple[Level, ...], row: int) -> Content:
        """One row of the plot; the upper and the lower half of a cell count apart where there are halves."""
        steps = 2 if self.glyphs.halves else 1
        label = {ROWS - 1: "100%", ROWS // 2 - 1: "50%"}.get(row, "")
        line = inked(f"{label:>{_AXIS - 1}} ", "faint")
        for level, share in zip(found, SHARES, strict=True):
            filled = round(level.share * ROWS * steps) - row * steps
            goal = min(ROWS - 1, int(share * ROWS - 0.01)) == row
            line += self._cell(filled, steps, goal=goal)
        return line

    def _cell(self, filled: int, steps: int, *, goal: bool) -> Content:
        sign = " " if filled <= 0 else self.glyphs.halves[2] if filled < steps else self.glyphs.solid[0]
        beside = self.glyphs.rule if goal else " "
        room = _COLUMN - _BAR
        return inked(" ", "faint") + inked(sign * _BAR, "lit") + inked(beside + " " * (room - 2), "muted")

    def _under(self, name: str, values: list[str], ink: str) -> Content:
        line = inked(f"{name:>{_AXIS - 1}} ", "faint")
        for value in values:
            line += inked(f" {value:^{_BAR}}".ljust(_COLUMN), ink)
        return line
