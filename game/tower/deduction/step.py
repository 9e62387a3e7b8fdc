"""A step of reasoning: flats that are settled by one look at a few lines of the tower."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec.structs import replace

from game.tower.building import Building
from game.tower.flats import circuit_name
from game.tower.known import Known


class Line(msgspec.Struct, frozen=True, order=True):
    """A line of the tower that a reason looks at: a floor, a circuit, or all flats of the night."""

    kind: Literal["circuit", "floor", "total"]
    index: int = 0

    @property
    def name(self) -> str:
        """Its short name in a reason: *c*, *floor 5*, *the total*."""
        if self.kind == "total":
            return "the total"
        return circuit_name(self.index) if self.kind == "circuit" else f"floor {self.index + 1}"

    def flats(self, building: Building) -> int:
        """Its flats."""
        if self.kind == "total":
            return building.everything
        return (building.circuits if self.kind == "circuit" else building.floors)[self.index]


TOTAL = Line("total")


def floor(row: int) -> Line:
    """A floor as a line."""
    return Line("floor", row)


def circuit(index: int) -> Line:
    """A circuit as a line."""
    return Line("circuit", index)


class Step(msgspec.Struct, frozen=True):
    """Flats that are settled, all faulty or all sound. What it says is said of the state in which it was found."""

    flats: int
    faulty: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """What one has to look at to see it."""
        raise NotImplementedError

    def reason(self, known: Known) -> str:
        """Why it is so, in words."""
        raise NotImplementedError


class Link(Step, frozen=True):
    """A step that can be a link of a chain of steps."""

    def rests_on(self, known: Known) -> int:
        """The flats without whose marks it would not follow."""
        raise NotImplementedError

    def briefly(self, known: Known, flats: int) -> str:
        """The step as a link of a chain that goes on with some of its flats."""
        raise NotImplementedError


class Floor(msgspec.Struct, frozen=True):
    """A surveyed floor that still lacks faults or whose flats are not all settled."""

    row: int
    flats: int
    """Those not settled."""
    lacks: int


def floors(known: Known) -> list[Floor]:
    """The surveyed floors with flats that are not settled, from the ground."""
    return [
        Floor(row, known.unknown & flats, lacks)
        for row, flats in enumerate(known.building.floors)
        if known.unknown & flats and (lacks := known.lacking(row)) is not None
    ]


def taking(known: Known, step: Step) -> Known:
    """What is known with a step taken."""
    if step.faulty:
        return replace(known, faulty=known.faulty | step.flats)
    return replace(known, sound=known.sound | step.flats)
