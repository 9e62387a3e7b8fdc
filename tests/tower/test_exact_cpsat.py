"""The exact engine against CP-SAT, a solver that knows nothing of floors: real sizes, per-flat chances.

The model is stated from the log alone, reading by reading, in the words of the rules; the solver lists every set
of faults that meets it.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import prod
from random import Random

import pytest
from msgspec.structs import replace

from game.tower.building import Building
from game.tower.exact import Exact
from game.tower.flats import flats_in
from game.tower.known import Known
from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch
from game.tower.night import Night
from tests.tower.boards import HIGH_RISE, LAUNCH, TERRACE, faults_of, moves_of, played, sized

cp_model = pytest.importorskip("ortools.sat.python.cp_model", reason="the solver needs the package ortools")

FEW = 1500
"""So many sets of faults a state may have, by the engine's own count, for the solver to list them."""

READINGS = (Survey, Survey, Fill, Breaker, Breaker, Open, Fix, Fix, Switch)


def model_of(building: Building, log):
    """One yes or no for each flat: was it faulty at 23:00?"""
    model = cp_model.CpModel()
    faulty = [model.new_bool_var(building.name(flat)) for flat in range(building.size)]
    model.add_linear_constraint(sum(faulty), building.kmin, building.kmax)
    mended: set[int] = set()

    def left(mask: int):
        return [faulty[flat] for flat in flats_in(mask) if flat not in mended]

    for event in log:
        match event.do, event.result:
            case "survey", count:
                model.add(sum(left(building.floors[event.floor])) == count)
            case "fill", stop:
                zone = building.zones[event.zone]
                below = zone if stop is None else zone & ((1 << stop) - 1)
                model.add(sum(left(below)) == 0)
                if stop is not None:
                    model.add(faulty[stop] == 1)
            case "breaker", "holds":
                model.add(sum(left(building.circuits[event.circuit])) == 0)
            case "breaker", "trips":
                model.add_at_least_one(left(building.circuits[event.circuit]))
            case "switch", False:
                model.add_at_least_one(left(building.everything))
            case (("open" | "fix"), found):
                model.add(sum(left(1 << event.flat)) == int(found))
                if event.do == "fix" and found:
                    mended.add(event.flat)
    return model, faulty


class Listing(cp_model.CpSolverSolutionCallback):
    def __init__(self, faulty) -> None:
        super().__init__()
        self.faulty, self.sets = faulty, []

    def on_solution_callback(self) -> None:
        self.sets.append(sum(1 << flat for flat, yes in enumerate(self.faulty) if self.boolean_value(yes)))
        if len(self.sets) > 2 * FEW:
            self.stop_search()


def listed(building: Building, log) -> list[int]:
    model, faulty = model_of(building, log)
    solver, listing = cp_model.CpSolver(), Listing(faulty)
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.solve(model, listing)
    return listing.sets


def building_of(rng: Random) -> Building:
    """A tower of 6 × 4 to 12 × 5 flats, each flat with one of two chances or with its own."""
    kind = rng.choice((TERRACE, LAUNCH, HIGH_RISE))
    rows, cols = rng.choice([(6, 4), (7, 7), (8, 6), (12, 5), kind[:2]])
    building = sized(rng, (rows, cols, *kind[2:]), mixed=True)
    if rng.random() < 0.7:
        return building
    return replace(building, chances=tuple((rng.randint(1, 40), 100) for _ in range(building.size)))


def night_of(rng: Random) -> Night:
    """A random night, far enough gone that few sets of faults are left, and not lit."""
    while True:
        building = building_of(rng)
        night = Night(building, faults_of(rng, building))
        while not night.lit and Exact(Known.of(building, night.log)).number > FEW:
            night = played(rng, night, 1, READINGS)
        if not night.lit:
            night = played(rng, night, rng.randint(0, 3), READINGS)
        if not night.lit:
            return night


def check(seed: int) -> None:
    night = night_of(Random(f"solver {seed}"))
    building, state = night.building, Exact(Known.of(night.building, night.log))
    sets = listed(building, night.log)
    weights = {faults: _weight(building, faults) for faults in sets}
    total = sum(weights.values())
    assert state.number == len(sets) == len(weights)
    for flat in range(building.size):
        faulty = sum(weight for faults, weight in weights.items() if faults >> flat & 1)
        assert state.chance(flat) == Fraction(faulty, total)
    for move in moves_of(building):
        outcomes: Counter[object] = Counter()
        for faults, weight in weights.items():
            outcomes[_shows(building, faults & ~night.fixed, move)] += weight
        shares = {result: Fraction(weight, total) for result, weight in outcomes.items()}
        assert {result: Fraction(w, state.weight) for result, w in state.outcomes(move).items()} == shares, move
    mended = sum(weight for faults, weight in weights.items() if not faults & ~night.fixed)
    assert state.go == Fraction(mended, total)


def _weight(building: Building, faults: int) -> int:
    """The chance of just these faults, by one denominator for all sets of a building."""
    return prod(num if faults >> flat & 1 else den - num for flat, (num, den) in enumerate(building.chances))


def _shows(building: Building, left: int, move):
    match move:
        case Survey(floor=floor):
            return sum(left >> flat & 1 for flat in range(floor * building.cols, (floor + 1) * building.cols))
        case Fill(zone=zone):
            return next(flats_in(left & building.zones[zone]), None)
        case Breaker(circuit=circuit):
            return "trips" if left & building.circuits[circuit] else "holds"
        case Open(flat=flat) | Fix(flat=flat):
            return bool(left >> flat & 1)
        case Switch():
            return left == 0


@pytest.mark.parametrize("seed", range(10))
def test_it_agrees_with_the_solver(seed):
    check(seed)


@pytest.mark.prove
@pytest.mark.parametrize("block", range(10))
def test_it_agrees_with_the_solver_in_the_long_form(block):
    for seed in range(1000 + block * 50, 1050 + block * 50):
        check(seed)
