"""A sheet to draw on: a grid of single-width characters, each in an ink. It knows no screen."""

from __future__ import annotations

from copy import copy
from itertools import groupby

Line = tuple[tuple[str, str], ...]
"""A line as runs of text, each in the ink it is drawn in."""

PAPER = ""
"""The ink of what is not drawn on."""


class Sheet:
    """A grid of characters and inks. What is drawn outside of it is cut off."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._signs = [[" "] * width for _ in range(height)]
        self._inks = [[PAPER] * width for _ in range(height)]
        self._left = self._top = 0

    def moved(self, x: int, y: int) -> Sheet:
        """The same sheet, with its places counted from ``x``, ``y``."""
        there = copy(self)
        there._left, there._top = self._left + x, self._top + y
        return there

    def copied(self) -> Sheet:
        """Another sheet with the same on it, to draw on without spoiling this one."""
        other = copy(self)
        other._signs, other._inks = [row[:] for row in self._signs], [row[:] for row in self._inks]
        return other

    def write(self, x: int, y: int, text: str, ink: str = PAPER) -> None:
        """Put a line of text down with its first character at ``x``, ``y``."""
        x, y = x + self._left, y + self._top
        if not 0 <= y < self.height:
            return
        signs, inks = self._signs[y], self._inks[y]
        for at, sign in enumerate(text, start=x):
            if 0 <= at < self.width:
                signs[at] = sign
                inks[at] = ink

    def clear(self, x: int, y: int, width: int, height: int) -> None:
        """Make a rectangle plain paper again."""
        for row in range(y, y + height):
            self.write(x, row, " " * width)

    def lines(self) -> list[Line]:
        """The sheet as lines of runs, from the top."""
        return [_runs(signs, inks) for signs, inks in zip(self._signs, self._inks, strict=True)]

    def text(self) -> list[str]:
        """The sheet without its inks and without the blanks at the ends of lines."""
        return ["".join(signs).rstrip() for signs in self._signs]


def _runs(signs: list[str], inks: list[str]) -> Line:
    runs: list[tuple[str, str]] = []
    start = 0
    for ink, run in groupby(inks):
        end = start + len(list(run))
        runs.append(("".join(signs[start:end]), ink))
        start = end
    return tuple(runs)
