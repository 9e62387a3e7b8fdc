"""Crews of the lab on towers of any reliability: the minutes of a crew that reads first, played out.

No formula knows them. The nights of a seed are the same for every crew, so that crews can be set side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count, islice
from typing import Final

from game.tower import circuits
from game.tower.building import Building
from game.tower.crew import Crew, play
from game.tower.flats import mask_of
from game.tower.night import Night
from game.tower.odds import Estimate, estimates
from game.tower.rng import Rng

TOWERS: Final = {12: (4, 3), 24: (6, 4), 40: (8, 5), 49: (7, 7), 60: (12, 5)}
"""The towers of the lab: floors and risers by the number of flats."""
FLATS_A_CIRCUIT: Final = 7
_PARTS: Final = 10_000
"""Chances are whole numbers of ten-thousandths."""
_TAIL: Final = 0.001
"""More faults than all but so many nights have are left out: the crews count on a range."""


def nights(size: int, p: float, seed: int) -> Iterator[Night]:
    """Towers of so many flats with new circuits and faults each night, every flat sound with chance p."""
    rows, cols = TOWERS[size]
    faulty = min(max(1, round((1 - p) * _PARTS)), _PARTS - 1)
    kmax = most_faults(size, faulty / _PARTS)
    for number in count():
        rng = Rng(seed, number)
        building = Building(
            rows=rows,
            cols=cols,
            circuits=circuits.drawn(rng, rows, cols, max(2, round(size / FLATS_A_CIRCUIT))),
            kmin=0,
            kmax=kmax,
            chances=((faulty, _PARTS),) * size,
        )
        faults = mask_of(flat for flat in range(size) if rng.chance(faulty, _PARTS))
        if faults.bit_count() <= kmax:
            yield Night(building, faults)


@cache
def most_faults(flats: int, q: float) -> int:
    """A number of faults that hardly any night goes beyond."""
    likely, below = (1 - q) ** flats, 0.0
    for faults in range(flats):
        below += likely
        if below >= 1 - _TAIL:
            return faults
        likely *= (flats - faults) / (faults + 1) * q / (1 - q)
    return flats


def minutes(
    crew: Callable[[int], Crew], towers: Iterator[Night], runs: int, every: int = 10
) -> Iterator[Estimate]:
    """The mean minutes of a crew's nights, told every so often. Each night has a crew of its own, by number."""
    played = (play(night, crew(number)).minute for number, night in enumerate(islice(towers, runs)))
    return estimates(map(float, played), every)
