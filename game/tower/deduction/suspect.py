"""Level 2, last suspect: a breaker that trips and has one flat left that can be the cause."""

from __future__ import annotations

from collections.abc import Iterator

from game.tower.deduction.saying import all_of
from game.tower.deduction.step import Line, Link, circuit
from game.tower.flats import circuit_name
from game.tower.known import Known


class Last(Link, frozen=True):
    """The last suspect of a circuit."""

    index: int

    @property
    def lines(self) -> tuple[Line, ...]:
        return (circuit(self.index),)

    def rests_on(self, known: Known) -> int:
        return known.trips[self.index] & known.sound

    def reason(self, known: Known) -> str:
        name = all_of(known.building, self.flats)
        mended = known.building.circuits[self.index] & ~known.trips[self.index]
        cleared = "are cleared or mended" if mended else "are cleared"
        return f"breaker {circuit_name(self.index)} trips and all but {name} {cleared}: it is {name}"

    def briefly(self, known: Known, flats: int) -> str:
        return f"{circuit_name(self.index)} needs {all_of(known.building, flats)}"


def last_suspects(known: Known) -> Iterator[Last]:
    """The circuits with one suspect left, in their order."""
    for index, flats in known.unexplained:
        if flats.bit_count() == 1:
            yield Last(flats, faulty=True, index=index)
