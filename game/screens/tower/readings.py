"""What was last read of every line of a tower, and which readings are older than a fix."""

from __future__ import annotations

from typing import NamedTuple

from game.tower.moves import Breaks, Closed, Event, Filled, Fixed, Surveyed, Thrown
from game.tower.sitting import Sitting


class Count(NamedTuple):
    """A surveyed floor: faults left on it now, those still to be found, and whether one was fixed since."""

    left: int
    to_find: int
    stale: bool


class Climb(NamedTuple):
    """A filled zone: the flat at which the water stopped, None for the top, and whether that was fixed since."""

    stopped: int | None
    stale: bool


class Breaking(NamedTuple):
    """A closed breaker: what it did, and whether a flat that hangs on it was fixed since."""

    result: Breaks
    stale: bool


class Throw(NamedTuple):
    """The switch: whether the tower is lit, and whether this was the last thing done."""

    lit: bool
    now: bool


class Readings(NamedTuple):
    """The last reading of every line; None where there has been none."""

    floors: tuple[Count | None, ...]
    zones: tuple[Climb | None, ...]
    circuits: tuple[Breaking | None, ...]
    switch: Throw | None

    @classmethod
    def of(cls, sitting: Sitting) -> Readings:
        """What has been read at a sitting so far, the counts given for nothing included."""
        building, known = sitting.night.building, sitting.known
        events = (*sitting.free, *sitting.night.log)
        last = {_line(event): (event, _fixed(events[place + 1 :])) for place, event in enumerate(events)}
        floors: list[Count | None] = [None] * building.rows
        zones: list[Climb | None] = [None] * len(building.zones)
        circuits: list[Breaking | None] = [None] * len(building.circuits)
        switch = None
        for event, since in last.values():
            match event:
                case Surveyed(floor=floor, result=count):
                    fixed = (since & building.floors[floor]).bit_count()
                    floors[floor] = Count(count - fixed, known.lacking(floor) or 0, bool(fixed))
                case Filled(zone=zone, result=flat):
                    zones[zone] = Climb(flat, flat is not None and bool(since >> flat & 1))
                case Closed(circuit=circuit, result=result):
                    circuits[circuit] = Breaking(result, bool(since & building.circuits[circuit]))
                case Thrown(result=lit):
                    switch = Throw(lit, event is events[-1])
                case _:
                    pass
        return cls(tuple(floors), tuple(zones), tuple(circuits), switch)


def _line(event: Event) -> tuple[str, int]:
    match event:
        case Surveyed(floor=index) | Filled(zone=index) | Closed(circuit=index):
            return event.do, index
    return event.do, 0


def _fixed(events: tuple[Event, ...]) -> int:
    """The flats that were at fault and were fixed in these events."""
    fixed = 0
    for event in events:
        if isinstance(event, Fixed) and event.result:
            fixed |= 1 << event.flat
    return fixed
