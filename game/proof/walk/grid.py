"""The grid: every reading of the gauges and the counts together is one bit, so a set of them is one number.

Unions and intersections are ``|`` and ``&``, whatever moves a gauge is a shift, and to count is to count bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Final, NamedTuple

Readings = int
"""A set of readings."""
NOWHERE: Final[Readings] = 0
EVERYWHERE: Final[Readings] = -1
"""All readings of any grid."""


class Axis(NamedTuple):
    """One of the numbers: it goes from 0 to ``top``; ``stride`` is how far a step of it moves a bit."""

    top: int
    stride: int


class Grid:
    """The readings of some numbers, each from 0 to the top that is given for it."""

    def __init__(self, tops: Mapping[str, int]) -> None:
        self.axes: dict[str, Axis] = {}
        stride = 1
        for name, top in tops.items():
            self.axes[name] = Axis(top, stride)
            stride *= top + 1
        self._size = stride
        self._slabs: dict[tuple[str, int, int], Readings] = {}

    def at(self, numbers: Mapping[str, int]) -> Readings:
        """The one reading at these numbers; what is beyond the top of an axis is at its top."""
        return 1 << sum(min(numbers[name], axis.top) * axis.stride for name, axis in self.axes.items())

    def slab(self, name: str, least: int, most: int) -> Readings:
        """All readings at which a number is from the least to the most."""
        key = name, least, most
        if key not in self._slabs:
            axis = self.axes[name]
            found = ((1 << (most - least + 1) * axis.stride) - 1) << least * axis.stride
            length = (axis.top + 1) * axis.stride
            while length < self._size:
                found |= found << length
                length *= 2
            self._slabs[key] = found & ((1 << self._size) - 1)
        return self._slabs[key]

    def moved(self, readings: Readings, name: str, by: int) -> Readings:
        """The readings once a number has moved. It stops at 0 and at the top."""
        if name not in self.axes or by == 0:
            return readings
        top, stride = self.axes[name]
        by = max(-top, min(top, by))
        if by > 0:
            found = (readings & self.slab(name, 0, top - by)) << by * stride
            for number in range(top - by + 1, top + 1):
                found |= (readings & self.slab(name, number, number)) << (top - number) * stride
            return found
        found = (readings & self.slab(name, -by, top)) >> -by * stride
        for number in range(-by):
            found |= (readings & self.slab(name, number, number)) >> number * stride
        return found

    def without(self, readings: Readings, name: str) -> Readings:
        """The readings with a number forgotten: it is 0 in all of them."""
        return self.moved(readings, name, -self.axes[name].top)

    def lowered(self, readings: Readings, name: str, lower: Mapping[int, int]) -> Readings:
        """The readings where instead of some numbers there are lower ones."""
        stride = self.axes[name].stride
        for number, instead in lower.items():
            there = readings & self.slab(name, number, number)
            readings = readings & ~there | there >> (number - instead) * stride
        return readings

    def numbers(self, readings: Readings, name: str) -> list[int]:
        """What a number can be in these readings, the least first."""
        return [n for n in range(self.axes[name].top + 1) if readings & self.slab(name, n, n)]

    def one(self, readings: Readings) -> dict[str, int]:
        """The numbers of some reading among these."""
        at = (readings & -readings).bit_length() - 1
        return {name: at // axis.stride % (axis.top + 1) for name, axis in self.axes.items()}

    def points(self, names: tuple[str, ...]) -> list[tuple[dict[str, int], Readings]]:
        """Every combination of some numbers, and the readings that have it."""
        found = []
        for numbers in product(*(range(self.axes[name].top + 1) for name in names)):
            readings = EVERYWHERE
            for name, number in zip(names, numbers, strict=True):
                readings &= self.slab(name, number, number)
            found.append((dict(zip(names, numbers, strict=True)), readings))
        return found
