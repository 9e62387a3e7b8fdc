"""The moves of the night, what each costs, and the events they become once their result is known.

Floors, zones, circuits and flats are numbered from 0, as everywhere inside; an event is its move and its result.
"""

from __future__ import annotations

from typing import ClassVar, Final, Literal, TypeAlias, assert_never

import msgspec

from game.tower.building import Building
from game.tower.flats import lowest

Breaks: TypeAlias = Literal["holds", "trips"]
Result: TypeAlias = int | bool | Breaks | None


class Survey(msgspec.Struct, frozen=True):
    """Count the faults left on a floor."""

    do: ClassVar[Literal["survey"]] = "survey"
    floor: int


class Fill(msgspec.Struct, frozen=True):
    """Let water climb a zone to its lowest fault left."""

    do: ClassVar[Literal["fill"]] = "fill"
    zone: int


class Breaker(msgspec.Struct, frozen=True):
    """Close a circuit's breaker: it holds if no fault is left there."""

    do: ClassVar[Literal["breaker"]] = "breaker"
    circuit: int


class Open(msgspec.Struct, frozen=True):
    """Look into a flat."""

    do: ClassVar[Literal["open"]] = "open"
    flat: int


class Fix(msgspec.Struct, frozen=True):
    """Fix a flat, faulty or not."""

    do: ClassVar[Literal["fix"]] = "fix"
    flat: int


class Switch(msgspec.Struct, frozen=True):
    """Throw the switch of the whole tower."""

    do: ClassVar[Literal["switch"]] = "switch"


class Surveyed(Survey, frozen=True):
    """How many faults were left on the floor."""

    result: int


class Filled(Fill, frozen=True):
    """The flat at which the water stopped; None when it reached the top."""

    result: int | None


class Closed(Breaker, frozen=True):
    """Whether the breaker held."""

    result: Breaks


class Opened(Open, frozen=True):
    """Whether the flat was faulty."""

    result: bool


class Fixed(Fix, frozen=True):
    """Whether the flat was faulty until then."""

    result: bool


class Thrown(Switch, frozen=True):
    """Whether the tower is lit."""

    result: bool


Move: TypeAlias = Survey | Fill | Breaker | Open | Fix | Switch
Event: TypeAlias = Surveyed | Filled | Closed | Opened | Fixed | Thrown


class Costs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Minutes of each move; ``dark`` is what a failed switch costs on top of its own."""

    survey: int = 10
    fill: int = 20
    breaker: int = 5
    open: int = 10
    fix: int = 20
    switch: int = 5
    dark: int = 60

    def of(self, move: Move) -> int:
        """The minutes of a move, or of an event with what it led to."""
        minutes: int = getattr(self, move.do)
        if isinstance(move, Thrown) and not move.result:
            minutes += self.dark
        return minutes


COSTS: Final = Costs()


def read(building: Building, left: int, move: Move) -> Event:
    """What a move shows while these faults are left. Always true."""
    match move:
        case Survey(floor=floor):
            return Surveyed(floor, (left & _part(building.floors, floor, "floor")).bit_count())
        case Fill(zone=zone):
            stopped = left & _part(building.zones, zone, "zone")
            return Filled(zone, lowest(stopped) if stopped else None)
        case Breaker(circuit=circuit):
            return Closed(circuit, "trips" if left & _part(building.circuits, circuit, "circuit") else "holds")
        case Open(flat=flat):
            return Opened(flat, _faulty(building, left, flat))
        case Fix(flat=flat):
            return Fixed(flat, _faulty(building, left, flat))
        case Switch():
            return Thrown(not left)
    assert_never(move)


def _part(parts: tuple[int, ...], index: int, kind: str) -> int:
    if not 0 <= index < len(parts):
        raise ValueError(f"There is no {kind} number {index}: this tower has {len(parts)}, counted from 0.")
    return parts[index]


def _faulty(building: Building, left: int, flat: int) -> bool:
    if not 0 <= flat < building.size:
        raise ValueError(f"There is no flat number {flat}: this tower has {building.size}, counted from 0.")
    return bool(left >> flat & 1)
