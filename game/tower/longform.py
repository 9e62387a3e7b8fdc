"""A board as bits: a bit a wall between two flats, 1 when they hang on one circuit; a bit a flat, 1 for a fault.

Walls come first: of each flat in flat order, the one to its right, then the one above it. Then the faults in flat
order, and zeros to fill the last symbol.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

from game.tower import crockford
from game.tower.boards import Size
from game.tower.building import Building
from game.tower.flats import flats_in, lowest, mask_of
from game.tower.night import Night


class Drawing(msgspec.Struct, frozen=True, dict=True):
    """A tower of one of the sizes with its circuits and faults. One that cannot be is a :class:`ValueError`."""

    size: Size
    circuits: tuple[int, ...]
    faults: int

    def __post_init__(self) -> None:
        Night(self.building, self.faults)

    @cached_property
    def building(self) -> Building:
        """The tower."""
        return self.size.building(self.circuits)

    @property
    def night(self) -> Night:
        """Its night at 23:00."""
        return Night(self.building, self.faults)


def walls(size: Size) -> Iterator[tuple[int, int]]:
    """The flats on the two sides of each wall."""
    for flat in range(size.flats):
        if flat % size.cols < size.cols - 1:
            yield flat, flat + 1
        if flat + size.cols < size.flats:
            yield flat, flat + size.cols


def length(size: Size) -> int:
    """How many symbols a board of this size takes."""
    return -(-_bits(size) // 5)


def written(drawing: Drawing) -> str:
    """A board as symbols."""
    size, owner = drawing.size, drawing.building.circuit_of
    number = 0
    for one, other in walls(size):
        number = number << 1 | (owner[one] == owner[other])
    for flat in range(size.flats):
        number = number << 1 | drawing.faults >> flat & 1
    return crockford.written(number << -_bits(size) % 5, length(size))


def read(size: Size, symbols: str) -> Drawing:
    """The board that these symbols describe, or a :class:`ValueError` that says why there is none."""
    number, spare = crockford.value(symbols), -_bits(size) % 5
    if number & (1 << spare) - 1:
        raise ValueError("the bits behind the last flat must be 0.")
    number >>= spare
    faults = mask_of(flat for flat in range(size.flats) if number >> size.flats - 1 - flat & 1)
    number >>= size.flats
    sides = list(walls(size))
    drawing = Drawing(size, _circuits(size, sides, number), faults)
    owner = drawing.building.circuit_of
    for place, (one, other) in enumerate(reversed(sides)):
        if (owner[one] == owner[other]) != number >> place & 1:
            names = drawing.building.names(1 << one | 1 << other)
            raise ValueError(f"the wall between {' and '.join(names)} stands inside a circuit.")
    return drawing


def _circuits(size: Size, sides: list[tuple[int, int]], number: int) -> tuple[int, ...]:
    """The regions that are left when every wall whose bit is 1 is taken away."""
    reached = [1 << flat for flat in range(size.flats)]
    for place, (one, other) in enumerate(reversed(sides)):
        if number >> place & 1 and not reached[one] >> other & 1:
            joined = reached[one] | reached[other]
            for flat in flats_in(joined):
                reached[flat] = joined
    return tuple(sorted(set(reached), key=lowest))


def _bits(size: Size) -> int:
    return sum(1 for _ in walls(size)) + size.flats
