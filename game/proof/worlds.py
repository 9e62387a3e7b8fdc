"""Worlds: which conditions can be met together.

A world gives every name that conditions read a number. Conditions that share no name are met or not independently
of one another, so worlds are counted in small groups, and the answer is exact for all numbers that names can have.
That a play may be unable to come to such numbers is not known here: what comes out is a bound, and never too low.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from math import prod
from typing import Any, Final, NamedTuple

from game.story.condition import COUNT_NAMES, GAUGE_NAMES, Condition
from game.story.state import LEAST, MOST

MOST_WORLDS: Final = 60_000
"""Beyond as many in one group, every line is held possible."""
_NEAR: Final = range(-2, 3)
"""Around each number that a name is compared with: below, at and above it, also where two names are compared."""


class Asked(NamedTuple):
    """A condition, and the day on which it is asked."""

    condition: Condition
    day: int

    @property
    def names(self) -> frozenset[str]:
        """What is not known of it beforehand."""
        return self.condition.names - {"day"}


class Known(NamedTuple):
    """Something known to be so: a condition that is met, or is not."""

    asked: Asked
    met: bool


Weighed = tuple[Asked, float]
"""A condition, and what is gained where it is met; below zero where something is lost."""


class _World:
    """Stands in for a state: any name has a number."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self.__dict__.update(numbers)

    def value(self, name: str) -> int:
        return int(self.__dict__[name])


class Best(NamedTuple):
    """The most that can be gained, and which of the conditions are met then."""

    gain: float
    met: tuple[bool, ...]


@cache
def best(weighed: tuple[Weighed, ...], known: tuple[Known, ...]) -> Best | None:
    """The most that can be gained in one world; None where what is known cannot all be so."""
    met = [False] * len(weighed)
    gain = 0.0
    for group in _groups([*(asked for asked, _ in weighed), *(each.asked for each in known)]):
        ours = [at for at, (asked, _) in enumerate(weighed) if asked in group]
        found = _best_of(tuple(weighed[at] for at in ours), tuple(each for each in known if each.asked in group))
        if found is None:
            return None
        gain += found.gain
        for at, is_met in zip(ours, found.met, strict=True):
            met[at] = is_met
    return Best(gain, tuple(met))


def possible(known: tuple[Known, ...]) -> bool:
    """Whether all of it can be so at once."""
    return best((), known) is not None


def _groups(asked: Sequence[Asked]) -> list[set[Asked]]:
    """Conditions, those together that share a name."""
    groups: list[tuple[set[str], set[Asked]]] = []
    for each in asked:
        names, members = set(each.names), {each}
        apart = []
        for group in groups:
            if group[0] & names or each in group[1]:
                names |= group[0]
                members |= group[1]
            else:
                apart.append(group)
        groups = [*apart, (names, members)]
    return [members for _, members in groups]


@cache
def _best_of(weighed: tuple[Weighed, ...], known: tuple[Known, ...]) -> Best | None:
    asked = {*(each for each, _ in weighed), *(each.asked for each in known)}
    ranges = _ranges(asked)
    if prod(map(len, ranges.values())) > MOST_WORLDS:
        return Best(sum(max(0, gain) for _, gain in weighed), tuple(gain > 0 for _, gain in weighed))
    found: Best | None = None
    for world in _worlds(ranges):
        if all(_met(each.asked, world) is each.met for each in known):
            met = tuple(_met(each, world) for each, _ in weighed)
            gain = sum(gain for (_, gain), is_met in zip(weighed, met, strict=True) if is_met)
            if found is None or gain > found.gain:
                found = Best(gain, met)
    return found


def _worlds(ranges: dict[str, list[int]]) -> Iterator[dict[str, int]]:
    return (dict(zip(ranges, numbers, strict=True)) for numbers in product(*ranges.values()))


def _met(asked: Asked, world: dict[str, int]) -> bool:
    stand_in: Any = _World({**world, "day": asked.day})
    return bool(asked.condition.met(stand_in))


def _ranges(asked: set[Asked]) -> dict[str, list[int]]:
    """The numbers that each name may have, as far as they make a difference."""
    near = {0, 1} | {number + by for each in asked for number in _numbers_in(each.condition.text) for by in _NEAR}
    ranges = {}
    for name in sorted({name for each in asked for name in each.names}):
        if name in GAUGE_NAMES:
            ranges[name] = list(range(LEAST, MOST + 1))
        elif any(name in each.names and _compares(each.condition.text) for each in asked) or name in COUNT_NAMES:
            ranges[name] = sorted(number for number in near if number >= 0)
        else:
            ranges[name] = [0, 1]
    return ranges


@cache
def _numbers_in(text: str) -> frozenset[int]:
    return frozenset(
        node.value
        for node in ast.walk(ast.parse(text.strip(), mode="eval"))
        if isinstance(node, ast.Constant) and isinstance(node.value, int)
    )


@cache
def _compares(text: str) -> bool:
    return any(isinstance(node, ast.Compare) for node in ast.walk(ast.parse(text.strip(), mode="eval")))
