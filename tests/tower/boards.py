"""Random legal towers and random nights in them, for tests. Not the game's own generator."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from game.tower.building import Building, Chance, neighbours
from game.tower.flats import flats_in, mask_of
from game.tower.moves import Breaker, Fill, Fix, Move, Open, Survey, Switch
from game.tower.night import Night

ANNEX = (4, 3, 4, (1, 5), 2, 4)
TERRACE = (6, 4, 5, (3, 20), 2, 6)
LAUNCH = (7, 7, 7, (1, 10), 3, 7)
HIGH_RISE = (12, 5, 7, (2, 25), 3, 6)


def drawn(*floors: str, faults: tuple[int, int] = (1, 3), chance: Chance = (1, 5)) -> Building:
    """A building as its circuits look from the street: a line a floor, the top one first, a letter a flat."""
    letters = "".join(reversed(floors))
    circuits = tuple(mask_of(f for f, at in enumerate(letters) if at == letter) for letter in sorted(set(letters)))
    return Building(
        rows=len(floors),
        cols=len(floors[0]),
        circuits=circuits,
        kmin=faults[0],
        kmax=faults[1],
        chances=(chance,) * len(letters),
    )


def annex(**more: Any) -> Building:
    """The tower of most examples."""
    return drawn(
        "ccd",  # 4
        "cdd",  # 3
        "abb",  # 2
        "aab",  # 1
        **more,
    )


TOWER = annex()
A, B, C, D = range(4)
"""Its circuits, by the letters in the drawing."""


def flat(name: str) -> int:
    """A flat of that tower by its name."""
    return TOWER.flat(name)


def circuits_of(rng: Random, rows: int, cols: int, about: int) -> tuple[int, ...]:
    """A random partition into connected regions of about so many flats, none a floor or a riser."""
    straight = {mask_of(range(row * cols, row * cols + cols)) for row in range(rows)}
    straight |= {mask_of(range(col, rows * cols, cols)) for col in range(cols)}
    while True:
        parts = _grown(rng, rows, cols, about)
        if not straight & set(parts):
            return tuple(parts)


def _grown(rng: Random, rows: int, cols: int, about: int) -> list[int]:
    free, parts = (1 << rows * cols) - 1, []
    while free:
        part = 1 << rng.choice(list(flats_in(free)))
        goal = max(1, about + rng.choice((-1, 0, 0, 1)))
        while part.bit_count() < goal and (edge := neighbours(part, rows, cols) & free & ~part):
            part |= 1 << rng.choice(list(flats_in(edge)))
        free &= ~part
        parts.append(part)
    return sorted(parts, key=lambda part: part & -part)


def sized(rng: Random, kind: tuple[int, int, int, Chance, int, int], *, mixed: bool = False) -> Building:
    """A building of one of the known sizes; ``mixed`` gives each flat one of two chances, as launch night does."""
    rows, cols, about, chance, kmin, kmax = kind
    chances = [rng.choice(((35, 100), (6, 100))) if mixed else chance for _ in range(rows * cols)]
    return Building(
        rows=rows,
        cols=cols,
        circuits=circuits_of(rng, rows, cols, about),
        kmin=kmin,
        kmax=kmax,
        chances=tuple(chances),
    )


def small(rng: Random, flats: int = 12) -> Building:
    """Any building of at most so many flats: odd ranges, each flat its own chance, sometimes split zones."""
    rows = rng.randint(2, flats // 2)
    cols = rng.randint(2, flats // rows)
    size = rows * cols
    kmin = rng.randint(0, 3)
    kmax = rng.randint(max(kmin, 1), size)
    if rng.random() < 0.5:
        chances = [(rng.randint(1, 99), 100) for _ in range(size)]
    else:
        chances = [rng.choice(((35, 100), (3, 50)))] * size
    return Building(
        rows=rows,
        cols=cols,
        circuits=circuits_of(rng, rows, cols, rng.randint(1, 5)),
        zones=_zones(rng, rows, cols),
        kmin=kmin,
        kmax=kmax,
        chances=tuple(chances),
    )


def _zones(rng: Random, rows: int, cols: int) -> tuple[int, ...]:
    cut = rng.choice((0, rng.randint(1, rows - 1)))
    runs = [run for run in (range(cut), range(cut, rows)) if run]
    return tuple(mask_of(row * cols + col for row in run) for col in range(cols) for run in runs)


def faults_of(rng: Random, building: Building) -> int:
    """Faults drawn from the chances, or, where those hardly ever meet the range, a number in it."""
    for _ in range(50):
        drawn = mask_of(f for f, (num, den) in enumerate(building.chances) if rng.randrange(den) < num)
        if building.kmin <= drawn.bit_count() <= building.kmax:
            return drawn
    return mask_of(rng.sample(range(building.size), rng.randint(building.kmin, building.kmax)))


EVERY = (Survey, Fill, Breaker, Open, Fix, Switch)


def moves_of(building: Building, kinds: Sequence[type] = EVERY) -> list[Move]:
    """Every move of these kinds."""
    counts = {
        Survey: building.rows,
        Fill: len(building.zones),
        Breaker: len(building.circuits),
        Open: building.size,
        Fix: building.size,
    }
    return [Switch() if kind is Switch else kind(i) for kind in kinds for i in range(counts.get(kind, 1))]


def played(rng: Random, night: Night, moves: int, kinds: Sequence[type] = EVERY) -> Night:
    """A night after so many random moves; each kind is as likely as another, and a fix likes a faulty flat."""
    for _ in range(moves):
        kind = rng.choice(kinds)
        if kind is Fix and night.left and rng.random() < 0.7:
            move: Move = Fix(rng.choice(list(flats_in(night.left))))
        else:
            move = rng.choice(moves_of(night.building, [kind]))
        night = night.do(move)
        if night.lit:
            break
    return night
