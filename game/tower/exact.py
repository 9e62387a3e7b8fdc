"""The exact engine: what every set of faults that agrees with the readings says, added up without one rounding."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property, lru_cache
from math import prod
from operator import mul
from typing import assert_never

from game.tower.building import Building
from game.tower.flats import flats_in, lowest, mask_of
from game.tower.known import Known
from game.tower.moves import Breaker, Fill, Fix, Move, Open, Result, Survey, Switch
from game.tower.packed import counting_tables, weighing_tables
from game.tower.sweep import Sweep


class Exact:
    """The exact state of a crew's knowledge. Everything is worked out when it is first asked for.

    A weight is a whole number, as :func:`game.tower.weights.weights_of` has it; only the ratio of two matters.
    When nothing agrees with what is known or supposed, ``weight`` and ``number`` are 0 and no move has an outcome.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self._sweep = Sweep(known, weighing_tables(known.building))

    @cached_property
    def number(self) -> int:
        """How many sets of faults agree with what is known."""
        return Sweep(self.known, counting_tables(self.known.building)).total

    @cached_property
    def weight(self) -> int:
        """What they weigh together."""
        return self._whole(self._sweep.total)

    @property
    def possible(self) -> bool:
        """Whether any set of faults agrees. True readings always leave one."""
        return self._sweep.total > 0

    @cached_property
    def faulty(self) -> tuple[int, ...]:
        """For each flat: what the sets weigh in which it was faulty at 23:00."""
        known, totals = self.known, [0] * self.known.building.size
        if not self.possible:
            return tuple(totals)
        for row, around in enumerate(self._sweep.around):
            for flats, others in around.items():
                for flat, own in self._sweep.tables.with_each(row, flats):
                    totals[flat] += sum(map(mul, others, own))
        weights = [self._whole(total) for total in totals]
        for flat in flats_in(known.faulty):
            weights[flat] = self.weight
        return tuple(weights)

    @cached_property
    def certain_faulty(self) -> int:
        """The flats that were faulty at 23:00 in every set; the fixed ones among them are faulty no more."""
        return mask_of(flat for flat, weight in enumerate(self.faulty) if weight == self.weight)

    @cached_property
    def certain_sound(self) -> int:
        """The flats that are faulty in no set."""
        return mask_of(flat for flat, weight in enumerate(self.faulty) if not weight)

    @cached_property
    def uncertain(self) -> int:
        """The flats of which the readings do not settle whether they were faulty."""
        return self.known.building.everything & ~(self.certain_faulty | self.certain_sound)

    def chance(self, flat: int) -> Fraction:
        """The chance that a flat was faulty at 23:00."""
        return Fraction(self.faulty[flat], self.weight)

    @cached_property
    def go(self) -> Fraction:
        """The go/no-go meter: the chance that no fault is left now, so that the switch would work."""
        return Fraction(self._all_mended(), self.weight)

    def outcomes(self, move: Move) -> dict[Result, int]:
        """What a move can show now, each with the weight of the sets of faults in which it does."""
        if not self.possible:
            return {}
        outcomes: dict[Result, int]
        match move:
            case Survey(floor=floor):
                outcomes = self._survey(floor)
            case Fill(zone=zone):
                outcomes = self._fill(zone)
            case Breaker(circuit=circuit):
                holds = self._breaker(circuit)
                outcomes = {"holds": holds, "trips": self.weight - holds}
            case Open(flat=flat) | Fix(flat=flat):
                yes = 0 if self.known.fixed >> flat & 1 else self.faulty[flat]
                outcomes = {True: yes, False: self.weight - yes}
            case Switch():
                yes = self._all_mended()
                outcomes = {True: yes, False: self.weight - yes}
            case _:
                assert_never(move)
        return {result: weight for result, weight in outcomes.items() if weight}

    def _survey(self, floor: int) -> dict[Result, int]:
        found = (self.known.to_fix & self.known.building.floors[floor]).bit_count()
        totals: dict[int, int] = {}
        for flats, others in self._sweep.around[floor].items():
            own = self._sweep.tables.by_count(floor, flats)
            for k, other in enumerate(others):
                totals[found + k] = totals.get(found + k, 0) + other * own[k]
        return {count: self._whole(total) for count, total in sorted(totals.items())}

    def _fill(self, zone: int) -> dict[Result, int]:
        known, sweep = self.known, self._sweep
        suspects = known.building.zones[zone] & (known.unknown | known.to_fix)
        row = known.building.floor_of(lowest(suspects)) if suspects else 0
        tables, climbing = sweep.up[row], sweep.total
        outcomes: dict[Result, int] = {}
        for flat in flats_in(suspects):
            higher = 0
            if known.unknown >> flat & 1:
                while row <= known.building.floor_of(flat):
                    tables, row = sweep.rise(row, tables, without=1 << flat), row + 1
                higher = sweep.meet(row, tables)
            outcomes[flat], climbing = self._whole(climbing - higher), higher
            if not climbing:
                break
        outcomes[None] = self._whole(climbing)
        return outcomes

    def _breaker(self, circuit: int) -> int:
        """What the sets weigh in which a circuit has no fault left."""
        known, sweep = self.known, self._sweep
        flats = known.building.circuits[circuit]
        if flats & known.to_fix:
            return 0
        suspects = flats & known.unknown
        if not suspects:
            return self.weight
        floors = [row for row, open_flats in enumerate(sweep.open_flats) if open_flats & suspects]
        tables = sweep.up[floors[0]]
        for row in range(floors[0], floors[-1] + 1):
            tables = sweep.rise(row, tables, without=suspects)
        return self._whole(sweep.meet(floors[-1] + 1, tables))

    def _all_mended(self) -> int:
        """What the one set weighs that has no fault but the mended ones, or 0 where it does not agree."""
        known, sweep = self.known, self._sweep
        agrees = not known.to_fix and not sweep.least and not known.unexplained and not any(sweep.counts)
        return sweep.tables.weights.of(known.faulty) if agrees and self.possible else 0

    def _whole(self, total: int) -> int:
        """A sum over the unknown flats, put right for the faulty ones: the sweep takes them for sound."""
        yes, no = self._found
        return total * yes // no

    @cached_property
    def _found(self) -> tuple[int, int]:
        weights, faulty = self._sweep.tables.weights, list(flats_in(self.known.faulty))
        return prod(weights.yes[flat] for flat in faulty), prod(weights.no[flat] for flat in faulty)


@lru_cache(maxsize=4)
def at_eleven(building: Building) -> Exact:
    """What everybody knows of a building at 23:00, before anything is read."""
    return Exact(Known.at_eleven(building))
