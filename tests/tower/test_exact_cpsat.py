"""The exact engine against CP-SAT, a solver that knows nothing of floors: real sizes, per-flat chances.

The model is stated from the log alone, reading by reading, in the words of the rules; the solver lists every set
of faults that meets it.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random

import pytest

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


def night_of(rng: Random) -> Night:
    """A random night, far enough gone that few sets of faults are left."""
    kind = rng.choice((TERRACE, LAUNCH, HIGH_RISE))
    rows, cols = rng.choice([(6, 4), (7, 7), (8, 6), (12, 5), kind[:2]])
    building = sized(rng, (rows, cols, *kind[2:]), mixed=rng.random() < 0.7)
    if rng.random() < 0.3:
        own = tuple((rng.randint(1, 40), 100) for _ in range(building.size))
        building = Building(
            rows=rows, cols=cols, circuits=building.circuits, kmin=kind[4], kmax=kind[5], chances=own
        )
    night = Night(building, faults_of(rng, building))
    while not night.lit and Exact(Known.of(building, night.log)).number > FEW:
        night = played(rng, night, 1, READINGS)
    return played(rng, night, rng.randint(0, 3), READINGS) if not night.lit else night


def check(seed: int) -> None:
    rng = Random(f"solver {seed}")
    night = night_of(rng)
    building, state = night.building, Exact(Known.of(night.building, night.log))
    if night.lit:
        assert (state.number, state.go) == (1, 1)
        return
    sets = listed(building, night.log)
    odds = [Fraction(num, den - num) for num, den in building.chances]
    shares = {faults: _product(odds[flat] for flat in flats_in(faults)) for faults in sets}
    total = sum(shares.values())
    assert state.number == len(sets) == len(shares)
    for flat in range(building.size):
        assert state.chance(flat) == sum(share for faults, share in shares.items() if faults >> flat & 1) / total
    for move in moves_of(building, (Survey, Fill, Breaker, Open, Fix, Switch)):
        outcomes = Counter()
        for faults, share in shares.items():
            outcomes[_shows(building, faults & ~night.fixed, move)] += share / total
        assert {result: Fraction(w, state.weight) for result, w in state.outcomes(move).items()} == outcomes, move
    assert state.go == sum(share for faults, share in shares.items() if not faults & ~night.fixed) / total


def _product(numbers) -> Fraction:
    result = Fraction(1)
    for number in numbers:
        result *= number
    return result


def _shows(building: Building, left: int, move):
    match move:
        case Survey(floor=floor):
            return sum(1 for flat in flats_in(left) if flat // building.cols == floor)
        case Fill(zone=zone):
            return min(flats_in(left & building.zones[zone]), default=None)
        case Breaker(circuit=circuit):
            return "trips" if left & building.circuits[circuit] else "holds"
        case Open(flat=flat) | Fix(flat=flat):
            return flat in flats_in(left)
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
