"""A histogram of minutes: the crews of a board in bins, and where you and par stand among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import msgspec

from game.tower.crowd import CREWS

WIDTHS: Final = (10, 15, 20, 30, 60)
"""Minutes a bin. The first is taken with which the crews and par need no more bins than ``MOST``."""
MOST: Final = 24


class Bin(msgspec.Struct, frozen=True):
    """The crews that took from ``start`` to less than ``end`` minutes.

    Where you stand apart from all of them, ``start`` or ``end`` is None: that bin has no end on that side.
    """

    start: int | None
    end: int | None
    crews: int


class Histogram(msgspec.Struct, frozen=True, dict=True):
    """What the minutes of some crews come to, beside yours. ``yours`` is None while the tower is dark."""

    crews: tuple[int, ...]
    yours: int | None
    par: int

    @cached_property
    def width(self) -> int:
        """Minutes a bin."""
        low, high = min(self._settled), max(self._settled)
        return next((width for width in WIDTHS if high // width - low // width < MOST), WIDTHS[-1])

    @cached_property
    def bins(self) -> tuple[Bin, ...]:
        """The bins from the quickest to the slowest, the empty ones between them too."""
        width = self.width
        low, high = min(self._settled) // width, max(self._settled) // width
        bins = [
            Bin(width * at, width * (at + 1), sum(minutes // width == at for minutes in self.crews))
            for at in range(low, high + 1)
        ]
        if self.yours is not None and self.yours // width < low:
            bins.insert(0, Bin(None, width * low, 0))
        elif self.yours is not None and self.yours // width > high:
            bins.append(Bin(width * (high + 1), None, 0))
        return tuple(bins)

    @property
    def your_bin(self) -> int | None:
        """The place of the bin that you are in."""
        return None if self.yours is None else self._place(self.yours)

    @property
    def par_bin(self) -> int:
        """The place of the bin that par is in."""
        return self._place(self.par)

    @property
    def slower(self) -> int:
        """How many crews took longer than you."""
        return sum(self.yours is not None and minutes > self.yours for minutes in self.crews)

    @property
    def level(self) -> int:
        """How many crews took exactly as long."""
        return self.crews.count(self.yours) if self.yours is not None else 0

    @property
    def quicker(self) -> int:
        """How many crews were done before you."""
        return sum(self.yours is not None and minutes < self.yours for minutes in self.crews)

    @property
    def in_words(self) -> str:
        """How you did among them, as a sentence."""
        if not self.crews:
            return "No crew is done yet."
        count = len(self.crews)
        crews = f"{count} crews that read in any order" if count >= CREWS else f"the {count} crews done so far"
        if self.yours is None:
            return f"Of {crews}, the quickest took {min(self.crews)} minutes and the slowest {max(self.crews)}."
        share = {0: "none of", count: "all of" if count < CREWS else "all"}.get(self.slower, f"{self.slower} of")
        level = f", and level with {self.level}" if self.level else ""
        return f"You were quicker than {share} {crews}{level}."

    @property
    def _settled(self) -> Sequence[int]:
        return (*self.crews, self.par)

    def _place(self, minutes: int) -> int:
        return next(
            at
            for at, each in enumerate(self.bins)
            if (each.start is None or each.start <= minutes) and (each.end is None or minutes < each.end)
        )
