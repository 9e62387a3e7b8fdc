"""The tower's arithmetic: an exact state beside a constraint solver's, meter and hint, and drawing a board."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from random import Random
from statistics import median, quantiles
from typing import Final

from game.tower.boards import HIGH_RISE, SIZES, Size
from game.tower.codes import Code
from game.tower.crew import at_random, play
from game.tower.deduction import Marks
from game.tower.exact import Exact
from game.tower.generator import board, drawn
from game.tower.grades import Grade
from game.tower.hints import hint
from game.tower.known import Known
from game.tower.night import Night
from tests.bench.table import Row

STATE: Final = "an exact state, 6x4 to 12x5"
SOLVED: Final = 10
"""States given to the solver in a round: it takes some tenths of a second for each."""
NIGHTS: Final = 4
"""Nights on the largest tower, each of whose states is measured."""
BOARDS: Final = 12
"""Boards drawn of a size in a round."""
AIM: Final = 20.0
"""Milliseconds that a meter or a hint may take."""
SECONDS: Final = {"12x5": 5.0}
"""Seconds that drawing a board may take; 2 for the other sizes."""


def tower_rows(rounds: int) -> Iterator[Row]:
    """Everything about the tower that is measured without a screen."""
    yield _beside_the_solver(rounds)
    yield from _meter_and_hint()
    for size in SIZES:
        yield _drawing(size, rounds)


def _beside_the_solver(rounds: int) -> Row:
    """Every flat's chance and the meter, ours and by listing every set of faults; the same states for both."""
    if find_spec("ortools") is None:
        return Row(STATE, why="the package ortools is not on this machine", most=0.1)
    from tests.tower import test_exact_cpsat as solver

    ours, theirs = [], []
    for seed in range(SOLVED * rounds):
        night = solver.night_of(Random(f"bench {seed}"))
        if night.lit:
            continue
        building, log = night.building, night.log
        ours.append(_milliseconds(partial(_worked_out, Known.of(building, log))))
        theirs.append(_milliseconds(partial(solver.listed, building, log)))
    return Row(STATE, median(ours), "ms", median(theirs), "CP-SAT", most=0.1)


def _meter_and_hint() -> Iterator[Row]:
    """Ninety-five of a hundred states of whole nights on 12x5 take no longer."""
    states = [known for seed in range(NIGHTS) for known in _states(drawn(HIGH_RISE, seed, 0).night, seed)]
    meter = [_milliseconds(partial(_worked_out, known)) for known in states]
    hints = [_milliseconds(partial(hint, known, Marks())) for known in states]
    yield Row("meter and every chance, 12x5, p95", _p95(meter), "ms", AIM, "the aim", most=1)
    yield Row("a hint, 12x5, p95", _p95(hints), "ms", AIM, "the aim", most=1)


def _states(night: Night, seed: int) -> Iterator[Known]:
    """What is known before each move of a night that goes on for long."""
    known = Known.at_eleven(night.building)
    for event in play(night, at_random(seed)).log:
        yield known
        known = known.after(event)


def _worked_out(known: Known) -> None:
    exact = Exact(known)
    assert exact.go >= 0
    assert exact.faulty


def _drawing(size: Size, rounds: int) -> Row:
    """A board with its par and grade, of whatever grade."""
    grades = [*Grade]
    codes = [Code(size, grades[seed % len(grades)], seed) for seed in range(BOARDS * rounds)]
    seconds = [_milliseconds(partial(board, code)) / 1000 for code in codes]
    return Row(
        f"drawing a board, {size.name}, p95", _p95(seconds), "s", SECONDS.get(size.name, 2.0), "the aim", most=1
    )


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
