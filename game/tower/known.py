"""What a crew knows: facts read off the log, never the hidden faults.

Readings concern the faults left at their time; a mended flat is one that is known to have been faulty. So every
reading, however old, says something about the faults of 23:00, and all that is kept here speaks of those.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

import msgspec
from msgspec.structs import replace

from game.tower.building import Building
from game.tower.moves import Closed, Event, Filled, Fixed, Opened, Surveyed, Thrown


class Mark(StrEnum):
    """What is known of one flat."""

    UNKNOWN = "unknown"
    SOUND = "sound"
    FAULTY = "faulty"
    FIXED = "fixed"


class Known(msgspec.Struct, frozen=True, dict=True):
    """What the readings say by themselves; what follows from several of them together is for others to find.

    ``sound`` and ``faulty`` tell how flats stood at 23:00, ``fixed`` which of the faulty ones are mended.
    ``counts`` has, for each floor surveyed, the faults it had at 23:00. ``trips`` has, for each circuit whose
    breaker tripped, the flats of which at least one was at fault when it last did, and 0 for the others; ``dark``
    the same for the switch.
    """

    building: Building
    sound: int
    faulty: int
    fixed: int
    counts: tuple[int | None, ...]
    trips: tuple[int, ...]
    dark: int

    @classmethod
    def at_eleven(cls, building: Building) -> Known:
        """What is known at 23:00: nothing but the building."""
        return cls(building, 0, 0, 0, (None,) * building.rows, (0,) * len(building.circuits), 0)

    @classmethod
    def of(cls, building: Building, log: Iterable[Event]) -> Known:
        """What is known after these events."""
        known = cls.at_eleven(building)
        for event in log:
            known = known.after(event)
        return known

    def after(self, event: Event) -> Known:
        """What is known after one more event."""
        building = self.building
        match event:
            case Surveyed(floor=floor, result=count):
                count += (self.fixed & building.floors[floor]).bit_count()
                return replace(self, counts=(*self.counts[:floor], count, *self.counts[floor + 1 :]))
            case Filled(zone=zone, result=None):
                return self._clearing(building.zones[zone])
            case Filled(zone=zone, result=int(flat)):
                below = building.zones[zone] & ((1 << flat) - 1)
                return self._clearing(below).supposing(flat, faulty=True)
            case Closed(circuit=circuit, result="holds"):
                return self._clearing(building.circuits[circuit])
            case Closed(circuit=circuit):
                suspects = building.circuits[circuit] & ~self.fixed
                return replace(self, trips=(*self.trips[:circuit], suspects, *self.trips[circuit + 1 :]))
            case Fixed(flat=flat, result=True):
                return replace(self.supposing(flat, faulty=True), fixed=self.fixed | 1 << flat)
            case Opened(flat=flat, result=True):
                return self.supposing(flat, faulty=True)
            case Opened(flat=flat) | Fixed(flat=flat):
                return self._clearing(1 << flat)
            case Thrown(result=True):
                return self._clearing(building.everything)
            case Thrown():
                return replace(self, dark=building.everything & ~self.fixed)
        raise AssertionError(event)

    def supposing(self, flat: int, *, faulty: bool) -> Known:
        """The same, with one flat taken to have been faulty or sound at 23:00."""
        if faulty:
            return replace(self, faulty=self.faulty | 1 << flat)
        return replace(self, sound=self.sound | 1 << flat)

    def _clearing(self, flats: int) -> Known:
        return replace(self, sound=self.sound | flats & ~self.fixed)

    @cached_property
    def unknown(self) -> int:
        """The flats of which nothing is known by itself."""
        return self.building.everything & ~(self.sound | self.faulty)

    @property
    def to_fix(self) -> int:
        """The flats known to be at fault still."""
        return self.faulty & ~self.fixed

    def mark(self, flat: int) -> Mark:
        """What is known of a flat."""
        bit = 1 << flat
        if bit & self.fixed:
            return Mark.FIXED
        if bit & self.faulty:
            return Mark.FAULTY
        return Mark.SOUND if bit & self.sound else Mark.UNKNOWN

    def lacking(self, floor: int) -> int | None:
        """How many faults a surveyed floor must have among its unknown flats; None where nobody surveyed."""
        count = self.counts[floor]
        return None if count is None else count - (self.faulty & self.building.floors[floor]).bit_count()

    @cached_property
    def unexplained(self) -> tuple[tuple[int, int], ...]:
        """The circuits whose trip no known fault explains, each with its unknown flats: one of them is faulty."""
        return tuple(
            (circuit, flats & self.unknown)
            for circuit, flats in enumerate(self.trips)
            if flats and not flats & self.faulty
        )

    @cached_property
    def more(self) -> tuple[int, int]:
        """The least and the most faults that there can be among all unknown flats, by their number alone."""
        found = self.faulty.bit_count()
        failed = bool(self.dark) and not self.dark & self.faulty
        return max(self.building.kmin - found, int(failed), 0), self.building.kmax - found
