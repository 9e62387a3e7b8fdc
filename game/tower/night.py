"""The night: a tower with its hidden faults, the clock, and what has been done so far."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

import msgspec

from game.tower.building import Building
from game.tower.moves import COSTS, Costs, Event, Fix, Move, Thrown, read

MORNING: Final = 540
"""8:00, in minutes since 23:00."""

_START: Final = 23 * 60


class Night(msgspec.Struct, frozen=True):
    """One night, immutable: a move leads to another night. Minutes count from 23:00.

    ``fixed`` holds every flat that was fixed, faulty or not. What the crew may know is in ``log`` alone.
    """

    building: Building
    faults: int
    costs: Costs = COSTS
    fixed: int = 0
    minute: int = 0
    log: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        count = self.faults.bit_count()
        low, high = self.building.kmin, self.building.kmax
        if self.faults & ~self.building.everything:
            raise ValueError("There are faults in flats that this tower does not have.")
        if not low <= count <= high:
            raise ValueError(f"This tower has {low} to {high} faults, not {count}.")

    @property
    def left(self) -> int:
        """The faults left."""
        return self.faults & ~self.fixed

    @property
    def lit(self) -> bool:
        """Whether the switch has worked. Then the night is over."""
        return bool(self.log) and self.log[-1] == Thrown(True)

    @property
    def won(self) -> bool:
        """Whether the tower was lit by 8:00."""
        return self.lit and self.minute <= MORNING

    def read(self, move: Move) -> Event:
        """What a move would show now. Nobody on the crew may look."""
        return read(self.building, self.left, move)

    def do(self, move: Move) -> Night:
        """The night after a move; a :class:`ValueError` when there is nothing left to do."""
        if self.lit:
            raise ValueError("The tower is lit: nothing is left to do.")
        event = self.read(move)
        return Night(
            self.building,
            self.faults,
            self.costs,
            self.fixed | 1 << move.flat if isinstance(move, Fix) else self.fixed,
            self.minute + self.costs.of(event),
            (*self.log, event),
        )

    def after(self, moves: Iterable[Move]) -> Night:
        """The night after several moves."""
        night = self
        for move in moves:
            night = night.do(move)
        return night

    @property
    def starts(self) -> tuple[int, ...]:
        """The minute at which each event of the log began."""
        minute, starts = 0, []
        for event in self.log:
            starts.append(minute)
            minute += self.costs.of(event)
        return tuple(starts)

    @property
    def failed_throws(self) -> int:
        """How often the switch was thrown with a fault left."""
        return self.log.count(Thrown(False))

    @property
    def dark_flat_minutes(self) -> int:
        """Flats times minutes of darkness: a failed throw darkens the whole tower."""
        return self.failed_throws * self.costs.dark * self.building.size

    @property
    def light(self) -> Fraction:
        """Flat-hours of light before 8:00."""
        minutes = max(0, MORNING - self.minute) if self.lit else 0
        return Fraction(minutes * self.building.size, 60)


def clock(minute: int) -> str:
    """A minute of the night as a clock shows it: 0 is 23:00, 540 is 8:00."""
    hour, rest = divmod((_START + minute) % (24 * 60), 60)
    return f"{hour}:{rest:02}"
