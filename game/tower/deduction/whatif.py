"""Level 5, what if: suppose a flat faulty, follow the lower levels, and some breaker trips that no longer can.

Only a flat on a surveyed floor can be refuted so, and only by circuits that then crowd on too few floors: whatever
else is certain the lower levels find (a consequence of what :mod:`game.tower.deduction.needs` says).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from game.tower.deduction.needs import Crowd, Needs
from game.tower.deduction.saying import listed, number
from game.tower.deduction.settled import full_or_short
from game.tower.deduction.step import Line, Link, Step, circuit, floor, floors, taking
from game.tower.deduction.suspect import last_suspects
from game.tower.deduction.twolines import taken_floors
from game.tower.flats import circuit_name, flats_in, lowest
from game.tower.known import Known


class Clash(msgspec.Struct, frozen=True):
    """Circuits that need more faults than the floors have on which alone they can be served."""

    circuits: tuple[int, ...]
    rows: tuple[int, ...]
    has: int

    @classmethod
    def of(cls, needs: Needs, crowd: Crowd) -> Clash:
        """A crowd with nowhere else to go."""
        circuits = tuple(needs.trips[place][0] for place in sorted(crowd.circuits))
        return cls(circuits, tuple(sorted(crowd.rows)), sum(needs.lacks[row] for row in crowd.rows))

    @property
    def lines(self) -> tuple[Line, ...]:
        """What one has to look at to see it."""
        return (*map(circuit, self.circuits), *map(floor, self.rows))

    @property
    def plain(self) -> bool:
        """Whether it shows on one line."""
        return len(self.rows) < 2

    def rests_on(self, known: Known) -> int:
        """The flats without whose marks it would not follow."""
        marks = 0
        for index in self.circuits:
            marks |= known.trips[index] & known.sound
        for row in self.rows:
            marks |= known.building.floors[row] & known.faulty
        return marks

    def briefly(self, known: Known) -> str:
        """*b has none left, yet b trips*."""
        names = [circuit_name(index) for index in self.circuits]
        if not self.rows:
            return f"{names[0]} has none left, yet {names[0]} trips"
        had = sum(known.counts[row] or 0 for row in self.rows)
        only = f"only {number(self.has)}{' more' if had > self.has else ''}"
        where = listed([str(row + 1) for row in self.rows])
        place = f"floor {where}, which has" if self.plain else f"floors {where}, which have"
        return f"{listed(names)} need {number(len(names))} on {place} {only}"


class Refuted(Step, frozen=True):
    """A flat that cannot be faulty, and the links of the chain that shows it."""

    chain: tuple[str, ...]
    at: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.at

    def reason(self, known: Known) -> str:
        name = "".join(known.building.names(self.flats))
        links = (", " if len(self.chain) < 3 else "; ").join(self.chain)
        return f"suppose {name}: then {links}: so {name} is sound"


def refuted(known: Known) -> list[Refuted]:
    """The flats that cannot be faulty: the shortest chains first, then in flat order."""
    found = [_refuted(known, flat) for flat in _impossible(known)]
    return sorted(found, key=lambda step: (len(step.chain), step.flats))


def _impossible(known: Known) -> Iterator[int]:
    needs = Needs(known)
    if needs.crowded:
        for each in floors(known):
            rest = each.flats
            for flats in (*(suspects for _, suspects in known.unexplained), rest):
                alike = rest & flats
                if alike and Needs(known.supposing(lowest(alike), faulty=True)).clash:
                    yield from flats_in(alike)
                rest &= ~flats


def _refuted(known: Known, flat: int) -> Refuted:
    links, clash = _followed(known, flat)
    return Refuted(
        1 << flat,
        faulty=False,
        chain=(*(step.briefly(state, flats) for state, step, flats in links), clash.briefly(known)),
        at=tuple(dict.fromkeys((*(line for link in links for line in link.step.lines), *clash.lines))),
    )


class _Followed(NamedTuple):
    known: Known
    step: Link
    used: int
    """Those of its flats that the chain goes on with."""


def _followed(known: Known, flat: int) -> tuple[list[_Followed], Clash]:
    """The chain from a supposition that cannot be, without the steps that lead elsewhere."""
    state, steps = known.supposing(flat, faulty=True), list[tuple[Known, Link]]()
    while found := _next(state):
        steps.append((state, found))
        state = taking(state, found)
    clash = _clash(state)
    links, rests = list[_Followed](), clash.rests_on(state)
    for before, step in reversed(steps):
        if used := step.flats & rests:
            links.insert(0, _Followed(before, step, used))
            rests |= step.rests_on(before)
    return links, clash


def _next(known: Known) -> Link | None:
    """The next step of a chain: while there is one on levels 1 and 2, and then until one floor shows the clash."""
    step: Link | None = next(full_or_short(known), None)
    if step or not _clash(known).rows:
        return step
    step = next(last_suspects(known), None)
    if step or _clash(known).plain:
        return step
    return next(taken_floors(known), None)


def _clash(known: Known) -> Clash:
    needs = Needs(known)
    crowd = needs.clash
    assert crowd
    return Clash.of(needs, crowd)
