"""The building: floors, risers, circuits, zones, and what is said beforehand about its faults."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import force_setattr

from game.tower.flats import RISERS, circuit_name, flat_named, flats_in, lowest, mask_of, name_of

Chance: TypeAlias = tuple[int, int]
"""A flat's chance of being faulty, exact: ``(1, 10)`` is one in ten."""

TALLEST: Final = 99
WHOLE_RISER: Final = 8
"""Up to so many floors a riser is filled in one go; a taller one is split evenly."""


class Building(msgspec.Struct, frozen=True, kw_only=True, dict=True, cache_hash=True):
    """A tower at 23:00, all but its faults. Sets of flats are ints, bit 0 being 1A.

    ``circuits`` is in the order of their letters. ``zones`` follows from the floors unless given. Between ``kmin``
    and ``kmax`` flats are faulty; before that is known each is so by its own chance, whatever the others are.
    """

    rows: int
    cols: int
    circuits: tuple[int, ...]
    kmin: int
    kmax: int
    chances: tuple[Chance, ...]
    zones: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        check_size(self.rows, self.cols)
        if not self.zones:
            force_setattr(self, "zones", zones_of(self.rows, self.cols))
        self._check_circuits()
        self._check_zones()
        self._check_faults()

    @property
    def size(self) -> int:
        """How many flats there are."""
        return self.rows * self.cols

    @cached_property
    def everything(self) -> int:
        """The set of all flats."""
        return (1 << self.size) - 1

    @cached_property
    def floors(self) -> tuple[int, ...]:
        """The flats of each floor, from the ground."""
        return tuple(((1 << self.cols) - 1) << row * self.cols for row in range(self.rows))

    @cached_property
    def risers(self) -> tuple[int, ...]:
        """The flats of each riser, from the left."""
        return tuple(mask_of(range(col, self.size, self.cols)) for col in range(self.cols))

    @cached_property
    def circuit_of(self) -> tuple[int, ...]:
        """The circuit that each flat hangs on."""
        return _owners(self.circuits, self.size)

    @cached_property
    def zone_of(self) -> tuple[int, ...]:
        """The zone that each flat's pipe belongs to."""
        return _owners(self.zones, self.size)

    def floor_of(self, flat: int) -> int:
        """The floor of a flat, 0 being the ground."""
        return flat // self.cols

    def riser_of(self, flat: int) -> int:
        """The riser of a flat, 0 being the leftmost."""
        return flat % self.cols

    def name(self, flat: int) -> str:
        """A flat's name, like ``3B``."""
        return name_of(flat, self.cols)

    def names(self, mask: int) -> list[str]:
        """The names of a set of flats, in flat order."""
        return [self.name(flat) for flat in flats_in(mask)]

    def flat(self, name: str) -> int:
        """The flat of that name, or a :class:`ValueError`."""
        return flat_named(name, self.rows, self.cols)

    def mask(self, names: str | Iterable[str]) -> int:
        """The set of the flats named, as in ``mask("3B 4C")``."""
        return mask_of(map(self.flat, names.split() if isinstance(names, str) else names))

    def _check_circuits(self) -> None:
        for index, circuit in enumerate(self.circuits):
            letter = circuit_name(index)
            if not circuit:
                raise ValueError(f"Circuit {letter} has no flats.")
            if circuit & ~self.everything:
                raise ValueError(f"Circuit {letter} has flats that are not in this tower.")
            near = connected(circuit, self.rows, self.cols)
            if near != circuit:
                here, there = " ".join(self.names(near)), " ".join(self.names(circuit & ~near))
                raise ValueError(f"Circuit {letter} is not in one piece: {here} and {there} do not touch.")
            if circuit in self.floors:
                raise ValueError(f"Circuit {letter} is exactly floor {self.floors.index(circuit) + 1}.")
            if circuit in self.risers:
                raise ValueError(f"Circuit {letter} is exactly riser {RISERS[self.risers.index(circuit)]}.")
        self._check_partition([f"circuit {circuit_name(i)}" for i in range(len(self.circuits))], self.circuits)

    def _check_zones(self) -> None:
        for index, zone in enumerate(self.zones):
            riser = next((riser for riser in self.risers if zone and not zone & ~riser), None)
            if riser is None:
                raise ValueError(f"Zone {index} is not part of one riser.")
            if connected(zone, self.rows, self.cols) != zone:
                raise ValueError(f"Zone {index} has a gap: {' '.join(self.names(zone))}.")
        self._check_partition([f"zone {index}" for index in range(len(self.zones))], self.zones)

    def _check_partition(self, labels: list[str], parts: tuple[int, ...]) -> None:
        seen = 0
        for index, part in enumerate(parts):
            if twice := part & seen:
                first = next(label for label, other in zip(labels, parts, strict=True) if other & twice)
                raise ValueError(f"{self.name(lowest(twice))} is in {first} and in {labels[index]}.")
            seen |= part
        left_out = self.names(self.everything & ~seen)
        if left_out:
            kind = labels[0].split()[0] if labels else "circuit"
            raise ValueError(f"No {kind} has {' '.join(left_out)}.")

    def _check_faults(self) -> None:
        if not 0 <= self.kmin <= self.kmax <= self.size:
            raise ValueError(f"{self.size} flats cannot have {self.kmin} to {self.kmax} faults.")
        if len(self.chances) != self.size:
            raise ValueError(f"{self.size} flats need {self.size} chances; there are {len(self.chances)}.")
        for flat, (num, den) in enumerate(self.chances):
            if not 0 < num < den:
                raise ValueError(f"The chance of {self.name(flat)} is {num}/{den}: it must lie between 0 and 1.")


def check_size(rows: int, cols: int) -> None:
    """Refuses, with a :class:`ValueError`, a size that no tower has."""
    if not 2 <= rows <= TALLEST:
        raise ValueError(f"A tower has 2 to {TALLEST} floors, not {rows}.")
    if not 2 <= cols <= len(RISERS):
        raise ValueError(f"A floor has 2 to {len(RISERS)} flats, not {cols}.")


def zones_of(rows: int, cols: int) -> tuple[int, ...]:
    """The zones that a tower of this size has: riser by riser from the left, in each from the ground."""
    parts = -(-rows // WHOLE_RISER)
    cuts = [rows * part // parts for part in range(parts + 1)]
    return tuple(
        mask_of(row * cols + col for row in range(low, high))
        for col in range(cols)
        for low, high in pairwise(cuts)
    )


def neighbours(mask: int, rows: int, cols: int) -> int:
    """The flats beside, above and below a set, and some of the set itself."""
    everything = (1 << rows * cols) - 1
    left = mask_of(range(0, rows * cols, cols))
    return (mask << cols | mask >> cols | (mask & ~left) >> 1 | (mask << 1) & ~left) & everything


def connected(mask: int, rows: int, cols: int) -> int:
    """The part of a set that can be walked to from its first flat."""
    reached = mask & -mask
    while (wider := (reached | neighbours(reached, rows, cols)) & mask) != reached:
        reached = wider
    return reached


def _owners(parts: tuple[int, ...], size: int) -> tuple[int, ...]:
    owner = [0] * size
    for index, part in enumerate(parts):
        for flat in flats_in(part):
            owner[flat] = index
    return tuple(owner)
