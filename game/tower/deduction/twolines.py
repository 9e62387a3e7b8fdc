"""Level 3, two lines: circuits that can have their faults on one floor only, and use up what it has."""

from __future__ import annotations

from collections.abc import Iterator

from game.tower.deduction.saying import all_of, any_of, are, listed, number
from game.tower.deduction.step import Line, Link, circuit, floor, floors
from game.tower.flats import circuit_name
from game.tower.known import Known


class Taken(Link, frozen=True):
    """What a floor lacks goes to the circuits that have all their suspects on it; its other flats are sound."""

    row: int
    circuits: tuple[tuple[int, int], ...]
    """Each with its suspects."""

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*(circuit(index) for index, _ in self.circuits), floor(self.row))

    def rests_on(self, known: Known) -> int:
        suspects = 0
        for index, _ in self.circuits:
            suspects |= known.trips[index]
        return known.faulty & known.building.floors[self.row] | known.sound & suspects

    def reason(self, known: Known) -> str:
        building, lacks = known.building, len(self.circuits)
        needs = ", ".join(f"{circuit_name(index)} needs {any_of(building, at)}" for index, at in self.circuits)
        more = " more" if (known.counts[self.row] or 0) > lacks else ""
        has = f"floor {self.row + 1} has only {number(lacks)}{more}"
        return f"{needs}, and {has}: so {are(building, self.flats, 'sound')}"

    def briefly(self, known: Known, flats: int) -> str:
        names = listed([circuit_name(index) for index, _ in self.circuits])
        verb = "fills" if len(self.circuits) == 1 else "fill"
        return f"{names} {verb} floor {self.row + 1}, {all_of(known.building, flats)} sound"


def taken_floors(known: Known) -> Iterator[Taken]:
    """The floors that circuits use up, from the ground."""
    for each in floors(known):
        inside = tuple(trip for trip in known.unexplained if not trip[1] & ~each.flats)
        rest = each.flats
        for _, flats in inside:
            rest &= ~flats
        if rest and inside and len(inside) == each.lacks:
            yield Taken(rest, faulty=False, row=each.row, circuits=inside)
