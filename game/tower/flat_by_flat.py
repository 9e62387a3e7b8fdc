"""The same tower one apartment at a time: a breaker for each flat, so that a fault darkens that flat alone.

Told honestly, its minutes come out about as many as those of a crew that reads first and throws once. What differs
is the damage, and the light before the last flat is done. The minutes are the game's own, like those of its moves.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import Final

import msgspec

from game.tower.night import MORNING, Night

SWITCH_ON: Final = 3
"""Minutes to switch a flat on; again, once it is mended."""
DARK: Final = 2
"""Minutes that a faulty flat is dark before its fault is seen."""


class Round(msgspec.Struct, frozen=True):
    """A walk through the tower in flat order. It has the figures of a :class:`Night`, by the same names."""

    lit_at: tuple[int, ...]
    """The minute, counted from 23:00, at which each flat was lit for good."""
    faults: int

    @property
    def minute(self) -> int:
        """When the last flat was lit."""
        return self.lit_at[-1]

    @property
    def dark_flat_minutes(self) -> int:
        """Flats times minutes of darkness: each fault darkens one flat."""
        return self.faults.bit_count() * DARK

    @property
    def light(self) -> Fraction:
        """Flat-hours of light before 8:00."""
        return Fraction(sum(max(0, MORNING - minute) for minute in self.lit_at), 60)


def flat_by_flat(night: Night) -> Round:
    """The tower of a night, with its faults of 23:00, gone through one flat at a time."""
    sound, faulty = SWITCH_ON, SWITCH_ON + DARK + night.costs.fix + SWITCH_ON
    minutes = (faulty if night.faults >> flat & 1 else sound for flat in range(night.building.size))
    return Round(tuple(accumulate(minutes)), night.faults)
