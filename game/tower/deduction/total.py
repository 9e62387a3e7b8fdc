"""Level 4, the night's total: so many faults are left, and some lines need all of them or cannot hold them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.tower.deduction.needs import Crowd, Needs
from game.tower.deduction.saying import all_are, are, be, counted, it_is, listed, number, which
from game.tower.deduction.step import TOTAL, Line, Step, circuit, floor
from game.tower.known import Known


class Need(NamedTuple):
    """A line and how many faults it needs."""

    line: Line
    faults: int


class Counting(Step, frozen=True):
    """A step that adds up what lines need, or have. The lines have no flat in common."""

    needs: tuple[Need, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*(line for line, _ in self.needs), TOTAL)

    def said(self, one: str, many: str) -> str:
        """*c needs one and floor 6 needs one*; *c, d and floor 6 need one each*."""
        each = {faults for _, faults in self.needs}
        if len(self.needs) > 2 and len(each) == 1:
            return f"{listed([line.name for line in self.lines[:-1]])} {many} {number(*each)} each"
        return listed([f"{line.name} {one} {number(faults)}" for line, faults in self.needs])


class Spent(Counting, frozen=True):
    """Lines need all faults that are left: all else is sound."""

    def reason(self, known: Known) -> str:
        rest = f"all else is sound {which(known.building, self.flats)}"
        most, found = known.more[1], known.faulty.bit_count()
        if not known.building.kmax:
            return f"no flat had a fault: {rest}"
        if not most:
            return f"at most {counted(found, 'flat')} had a fault and {all_are(found)} found: {rest}"
        return f"at most {_left(known, most)}; {self.said('needs', 'need')}: {rest}"


class Elsewhere(Counting, frozen=True):
    """So many are left that all the flats are faulty which are on floors that nobody surveyed."""

    def reason(self, known: Known) -> str:
        least = f"at least {_left(known, known.more[0])}"
        if known.building.kmin - known.faulty.bit_count() < known.more[0]:
            least = f"the switch failed, so {least}"
        only = f"only {are(known.building, self.flats, 'not cleared')}"
        where = f"; {self.said('has', 'have')}, and elsewhere {only}" if self.needs else f", and {only}"
        return f"{least}{where}: {it_is(known.building, self.flats)}"


def by_the_total(known: Known) -> Iterator[Counting]:
    """What the number of faults left settles: sound flats first, and what fewer lines show before the rest."""
    least, most = known.more
    needs = Needs(known)
    if needs.fewest == most:
        found = sorted((_needs(needs, crowd) for crowd in needs.crowds()), key=lambda lines: (len(lines), lines))
        for lines in found:
            if rest := known.unknown & ~_held(known, lines):
                yield Spent(rest, faulty=False, needs=lines)
    if needs.elsewhere and needs.most == least:
        floors = tuple(Need(floor(row), lacks) for row, lacks in needs.lacks.items())
        yield Elsewhere(needs.elsewhere, faulty=True, needs=floors)


def _needs(needs: Needs, crowd: Crowd) -> tuple[Need, ...]:
    """The lines that show how few faults there can be: circuits that crowd, and floors they leave alone."""
    circuits = [Need(circuit(needs.trips[place][0]), 1) for place in sorted(crowd.circuits)]
    floors = [Need(floor(row), lacks) for row, lacks in needs.lacks.items() if row not in crowd.rows]
    return (*circuits, *floors)


def _held(known: Known, lines: tuple[Need, ...]) -> int:
    held = 0
    for line, _ in lines:
        held |= line.flats(known.building) if line.kind == "floor" else known.trips[line.index]
    return held


def _left(known: Known, count: int) -> str:
    """*two are left*; what is found and not yet fixed does not count."""
    return f"{be(count)} left{' to find' if known.to_fix else ''}"
