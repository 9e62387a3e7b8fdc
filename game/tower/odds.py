"""The lab's arithmetic: what it costs to switch on n parts, each sound with chance p, on paper and by dice.

Minutes are those of the tower: 5 for a throw, 60 dark after a failed one, 20 for a fix. On paper a fault takes 30
to find in a tower that is dark as a whole; how long crews take on boards is in ``tests/tower/test_lab_crews.py``.
Every formula is an expectation and follows from its assumptions by adding expectations up; each says them. The
arithmetic is our own. That small batches win is Don Reinertsen's point ("The Principles of Product Development
Flow", 2009, chapter 5); that chances multiply in a chain is Robert Lusser's law of reliability, of the 1950s.

Beside each formula stands its dice: one random run of the very same story. :func:`simulated` adds runs up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil, log, log1p, log2, sqrt
from random import Random
from typing import Final, NamedTuple, TypeAlias

import msgspec

THROW: Final = 5
DARK: Final = 60
FIND: Final = 30
FIX: Final = 20
FLAT_ON: Final = 3
"""Minutes to switch one flat, or one batch, on."""
FLAT_DARK: Final = 2
"""Minutes before a dark flat is noticed."""
BREAKER: Final = 5
"""Minutes to close a breaker, which halves a batch that holds a fault."""
RUNS: Final = 20_000

Run: TypeAlias = Callable[[Random], float]


class Parts(msgspec.Struct, frozen=True):
    """What the sliders set: n parts, each sound with chance p; each fix breaks another part with chance g."""

    n: int
    p: float
    g: float = 0.0

    def __post_init__(self) -> None:
        if self.n < 1 or not 0 < self.p <= 1 or not 0 <= self.g < 1:
            raise ValueError("At least one part, 0 < p ≤ 1 and 0 ≤ g < 1 are needed.")

    @property
    def faults(self) -> float:
        """Faults to be fixed, on average: nq at first; each fix brings g new ones, so nq / (1 - g) in all."""
        return self.n * (1 - self.p) / (1 - self.g)

    def draw(self, dice: Random) -> int:
        """Faults to be fixed, by dice."""
        faults = sum(dice.random() >= self.p for _ in range(self.n))
        waiting = faults
        while waiting:
            waiting -= 1
            if dice.random() < self.g:
                waiting, faults = waiting + 1, faults + 1
        return faults


class Lesson(NamedTuple):
    """A formula and its dice."""

    on_paper: float
    by_dice: Run


def all_sound(parts: Parts) -> Lesson:
    """The chance that the first throw works: every one of n parts must be sound, so pⁿ."""

    def run(dice: Random) -> float:
        return all(dice.random() < parts.p for _ in range(parts.n))

    return Lesson(parts.p**parts.n, run)


def repairs(parts: Parts) -> Lesson:
    """Fixes until all is sound: nq / (1 - g)."""
    return Lesson(parts.faults, parts.draw)


def whole(parts: Parts) -> Lesson:
    """Minutes of a crew that throws without reading: W = 5 + 115nq.

    A failed throw shows one fault: 5 + 60 dark, 30 to find it, 20 to fix it. The last throw works and costs 5.
    """
    each = THROW + DARK + FIND + FIX
    return Lesson(THROW + each * parts.faults, lambda dice: THROW + each * parts.draw(dice))


def seen_at_once(parts: Parts) -> Lesson:
    """Minutes when one failed throw shows all faults, later ones too: 5 + 65(1 - pⁿ) + 50nq."""
    failed, each = THROW + DARK, FIND + FIX

    def run(dice: Random) -> float:
        faults = parts.draw(dice)
        return THROW + failed * (faults > 0) + each * faults

    return Lesson(THROW + failed * (1 - parts.p**parts.n) + each * parts.faults, run)


def flaky(parts: Parts) -> Lesson:
    """Minutes when nothing is broken and each part works or not anew at each throw: 5/pⁿ + 60(1/pⁿ - 1)."""
    works = parts.p**parts.n

    def run(dice: Random) -> float:
        failed = int(log(1 - dice.random()) / log1p(-works)) if works < 1 else 0
        return THROW * (failed + 1) + DARK * failed

    return Lesson(THROW / works + DARK * (1 / works - 1), run)


def apart(parts: Parts) -> Lesson:
    """Minutes flat by flat: A = 3n + 25nq. Each takes 3; a faulty one is dark 2, fixed in 20, and takes 3 more."""
    each = FLAT_DARK + FIX + FLAT_ON
    start = FLAT_ON * parts.n
    return Lesson(start + each * parts.faults, lambda dice: start + each * parts.draw(dice))


def batches(parts: Parts, size: int) -> Lesson:
    """Minutes when b parts are switched on at a time: T = 3⌈n/b⌉ + nq(max(2, 60b/n) + 5⌈log₂b⌉ + 23).

    A fault darkens its batch for its share of the hour, and at least 2 minutes; breakers halve the batch until the
    fault is found; 20 to fix it, 3 to switch the batch on again. With b = 1 this is A, from 30 parts on.
    """
    if not 1 <= size <= parts.n:
        raise ValueError(f"A batch has 1 to {parts.n} of the {parts.n} parts, not {size}.")
    start = FLAT_ON * -(-parts.n // size)
    dark = max(float(FLAT_DARK), DARK * size / parts.n)
    each = dark + BREAKER * ceil(log2(size)) + FIX + FLAT_ON
    return Lesson(start + each * parts.faults, lambda dice: start + each * parts.draw(dice))


def best_batch(parts: Parts) -> int:
    """The smallest size of batch with the fewest minutes."""
    return min(range(1, parts.n + 1), key=lambda size: batches(parts, size).on_paper)


def reach(n: int, coupling: float) -> float:
    """How many flats one failing flat darkens: itself and a share c of all others, 1 + c(n - 1)."""
    return 1 + coupling * (n - 1)


def darkness(parts: Parts, minutes: int, coupling: float) -> Lesson:
    """Flat-minutes of darkness, when each fault darkens all that it reaches for so long.

    Thrown as a whole, c = 1 and 60 minutes: 60n·nq, which grows as the square of the tower. Flat by flat, c = 0
    and 2 minutes: 2·nq.
    """
    each = minutes * reach(parts.n, coupling)
    return Lesson(each * parts.faults, lambda dice: each * parts.draw(dice))


def break_even(n: int) -> float:
    """The reliability above which W is faster than A: where 5 + 115nq = 3n + 25nq."""
    per_fault = THROW + DARK + FIND - FLAT_DARK - FLAT_ON
    return 1 - (FLAT_ON * n - THROW) / (per_fault * n)


class Estimate(msgspec.Struct, frozen=True):
    """What the dice say after so many runs."""

    runs: int
    mean: float
    error: float
    """The standard error of the mean: the truth lies within it two times in three, within four hardly ever not."""


def simulated(run: Run, seed: int, runs: int = RUNS, every: int = 500) -> Iterator[Estimate]:
    """What so many runs say, told every so often and at the end."""
    dice = Random(seed)
    return estimates((run(dice) for _ in range(runs)), every)


def estimates(drawn: Iterable[float], every: int) -> Iterator[Estimate]:
    """The estimate after every so many drawn numbers, and after all. Whoever has seen enough just stops asking."""
    runs, total, squares = 0, 0.0, 0.0
    for runs, number in enumerate(drawn, start=1):
        total, squares = total + number, squares + number * number
        if runs % every == 0:
            yield _estimate(runs, total, squares)
    if runs % every:
        yield _estimate(runs, total, squares)


def _estimate(runs: int, total: float, squares: float) -> Estimate:
    mean = total / runs
    variance = max(0.0, squares - total * mean) / max(1, runs - 1)
    return Estimate(runs, mean, sqrt(variance / runs))
