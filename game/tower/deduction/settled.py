"""Level 1, line settled: a floor whose faults are all found, or whose open flats must all be faulty."""

from __future__ import annotations

from collections.abc import Iterator

from game.tower.deduction.saying import all_are, all_of, are, be, counted, it_is, which
from game.tower.deduction.step import Line, Link, floor, floors
from game.tower.known import Known


class Full(Link, frozen=True):
    """All faults of a floor are found: the rest of it is sound."""

    row: int

    @property
    def lines(self) -> tuple[Line, ...]:
        return (floor(self.row),)

    def rests_on(self, known: Known) -> int:
        return known.faulty & known.building.floors[self.row]

    def reason(self, known: Known) -> str:
        had = known.counts[self.row] or 0
        found = f" and {all_are(had)} found" if had else ""
        start = f"floor {self.row + 1} had {counted(had, 'fault')}{found}"
        whole = known.building.floors[self.row] == self.flats
        rest = f"all of floor {self.row + 1}" if whole else f"the rest of floor {self.row + 1}"
        return f"{start}: {rest} is sound {which(known.building, self.flats)}"

    def briefly(self, known: Known, flats: int) -> str:
        return f"floor {self.row + 1} is full, {all_of(known.building, flats)} sound"


class Short(Link, frozen=True):
    """A floor lacks as many faults as it has flats that are not settled."""

    row: int

    @property
    def lines(self) -> tuple[Line, ...]:
        return (floor(self.row),)

    def rests_on(self, known: Known) -> int:
        return (known.faulty | known.sound) & known.building.floors[self.row]

    def reason(self, known: Known) -> str:
        had, lacks = known.counts[self.row] or 0, self.flats.bit_count()
        start, names = f"floor {self.row + 1} had {counted(had, 'fault')}", all_of(known.building, self.flats)
        if had == lacks == 1:
            return f"{start} and all but {names} are cleared: it is {names}"
        found = f", {be(had - lacks)} found" if had > lacks else ""
        only = are(known.building, self.flats, "not cleared")
        return f"{start}{found} and only {only}: {it_is(known.building, self.flats)}"

    def briefly(self, known: Known, flats: int) -> str:
        return f"floor {self.row + 1} needs {all_of(known.building, flats)}"


def full_or_short(known: Known) -> Iterator[Full | Short]:
    """The floors that settle themselves, from the ground."""
    for each in floors(known):
        if not each.lacks:
            yield Full(each.flats, faulty=False, row=each.row)
        elif each.lacks == each.flats.bit_count():
            yield Short(each.flats, faulty=True, row=each.row)
