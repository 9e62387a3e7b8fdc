"""Decision diagrams: sets of states, by flags and kept numbers down to readings of the gauges.

A set is a tree that forks at one name after another and has readings (:mod:`~game.proof.walk.grid`) for leaves.
Equal branches are one and the same object, and each is worked on once. So a number that changes nothing else, such
as how somebody finds it from 1 to 5, costs a fork and not five times the work. A name that a branch does not fork
at is 0 there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from game.proof.walk.grid import EVERYWHERE, NOWHERE, Readings

FULL: Final = 3_000
"""As many leaves are kept before some are let go. A leaf takes some kilobytes."""

MOST_PICKS: Final = 10_000
"""Different numbers of the names in one condition, looked at one by one: thirteen flags have fewer."""

Change = Callable[[Readings], Readings]


class TooMany(Exception):  # noqa: N818 - it is an answer, not an error
    """There is more than is looked at."""


class Fork:
    """What follows from each number that a name can have, the least number first.

    ``levels`` has a bit for every level that is forked at, here or below.
    """

    __slots__ = ("_count", "branches", "level", "levels")

    def __init__(self, level: int, branches: Branches) -> None:
        self.level = level
        self.branches = branches
        self.levels = 1 << level
        for _, branch in branches:
            self.levels |= branch.levels
        self._count = 0

    @property
    def count(self) -> int:
        """How many states there are."""
        if not self._count:
            self._count = sum([branch.count for _, branch in self.branches])
        return self._count


class Leaf:
    """The readings that are left where nothing more is forked at."""

    __slots__ = ("readings",)
    level: Final = sys.maxsize
    levels: Final = 0

    def __init__(self, readings: Readings) -> None:
        self.readings = readings

    @property
    def count(self) -> int:
        """How many states there are."""
        return self.readings.bit_count()

    def __bool__(self) -> bool:
        return self.readings != NOWHERE


Region = Fork | Leaf
"""A set of states. It is true unless it is empty."""
Branches = tuple[tuple[int, Region], ...]
EMPTY: Final[Region] = Leaf(NOWHERE)


class State(NamedTuple):
    """Some state of a region: its names that are not 0, and its readings."""

    numbers: dict[str, int]
    readings: Readings


class Diagrams:
    """All diagrams over the same names, in the order in which they are forked at."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self.levels = {name: level for level, name in enumerate(names)}
        self._leaves: dict[Readings, Leaf] = {}
        self._forks: dict[tuple[int, Branches], Fork] = {}
        self._unions: dict[tuple[Region, Region], Region] = {}

    def leaf(self, readings: Readings) -> Region:
        """The one leaf with these readings."""
        if not readings:
            return EMPTY
        made = self._leaves.get(readings)
        if made is None:
            made = self._leaves[readings] = Leaf(readings)
        return made

    def fork(self, level: int, branches: Iterable[tuple[int, Region]]) -> Region:
        """The one fork with these branches; none is needed where there are only states with 0."""
        there = tuple([branch for branch in branches if branch[1] is not EMPTY])
        if len(there) <= 1 and (not there or there[0][0] == 0):
            return there[0][1] if there else EMPTY
        key = level, there
        made = self._forks.get(key)
        if made is None:
            made = self._forks[key] = Fork(*key)
        return made

    def sweep(self, kept: Iterable[Region]) -> int:
        """Now and then, let go of all branches that are in none of these regions. Returns how many leaves stay."""
        if len(self._leaves) < FULL:
            return len(self._leaves)
        self._unions.clear()
        seen: set[Region] = set()
        waiting = list(kept)
        while waiting:
            region = waiting.pop()
            if region not in seen:
                seen.add(region)
                waiting += [branch for _, branch in region.branches] if isinstance(region, Fork) else []
        self._leaves = {readings: leaf for readings, leaf in self._leaves.items() if leaf in seen}
        self._forks = {key: fork for key, fork in self._forks.items() if fork in seen}
        return len(self._leaves)

    def union(self, one: Region, other: Region) -> Region:
        """The states that are in either."""
        if not one or one is other:
            return other
        if not other:
            return one
        key = one, other
        if key not in self._unions:
            self._unions[key] = self._united(one, other)
        return self._unions[key]

    def _united(self, one: Region, other: Region) -> Region:
        if isinstance(one, Leaf) and isinstance(other, Leaf):
            return self.leaf(one.readings | other.readings)
        level = min(one.level, other.level)
        branches = dict(self._branches(one, level))
        for number, branch in self._branches(other, level):
            branches[number] = self.union(branches.get(number, EMPTY), branch)
        return self.fork(level, sorted(branches.items(), key=_number))

    def union_of(self, regions: Iterable[Region]) -> Region:
        """The states that are in any."""
        found = EMPTY
        for region in regions:
            found = self.union(found, region)
        return found

    def minus(self, one: Region, other: Region) -> Region:
        """The states of one region that are not in the other."""
        done: dict[tuple[Region, Region], Region] = {}

        def at(here: Region, gone: Region) -> Region:
            if here is gone or not here or not gone:
                return EMPTY if here is gone else here
            if isinstance(here, Leaf) and isinstance(gone, Leaf):
                return self.leaf(here.readings & ~gone.readings)
            if (here, gone) not in done:
                level = min(here.level, gone.level)
                without = dict(self._branches(gone, level))
                left = ((n, at(branch, without.get(n, EMPTY))) for n, branch in self._branches(here, level))
                done[here, gone] = self.fork(level, left)
            return done[here, gone]

        return at(one, other)

    @staticmethod
    def _branches(region: Region, level: int) -> Branches:
        """What follows at a level, where a region may have no fork."""
        return region.branches if isinstance(region, Fork) and region.level == level else ((0, region),)

    def rewritten(
        self,
        region: Region,
        given: Mapping[str, Sequence[int]],
        forgotten: Iterable[str] = (),
        change: Change | None = None,
    ) -> Region:
        """The region once names have been given any of some numbers, or been forgotten, and readings been changed.

        Whatever a name was before, a forgotten one is 0. States that differ in no other become one.
        """
        put = {self.levels[name]: numbers for name, numbers in given.items() if [*numbers] != [0]}
        order = [*sorted(put), Leaf.level]
        gone = sum({1 << self.levels[name] for name in forgotten if name not in given})
        gone |= sum(1 << self.levels[name] for name in given if self.levels[name] not in put)
        done: dict[tuple[Region, int], Region] = {}

        def at(here: Region, nth: int) -> Region:
            following = order[nth]
            if following is Leaf.level and change is None and not here.levels & gone:
                return here
            key = here, nth
            if key not in done:
                done[key] = further(here, nth, following)
            return done[key]

        def further(here: Region, nth: int, following: int) -> Region:
            if here.level < following:
                assert isinstance(here, Fork)
                if gone >> here.level & 1:
                    return self.union_of([at(branch, nth) for _, branch in here.branches])
                return self.fork(here.level, [(number, at(branch, nth)) for number, branch in here.branches])
            if following in put:
                below = self.union_of([at(branch, nth + 1) for _, branch in self._branches(here, following)])
                return self.fork(following, [(number, below) for number in put[following]])
            assert isinstance(here, Leaf)
            return self.leaf(change(here.readings)) if change is not None else here

        return at(region, 0) if region else EMPTY

    def changed(self, region: Region, change: Change) -> Region:
        """The region with other readings everywhere."""
        return self.rewritten(region, {}, change=change)

    def given(self, region: Region, name: str, numbers: Sequence[int]) -> Region:
        """The region once a name has been given any of these numbers, whatever it was before."""
        return self.rewritten(region, {name: numbers})

    def forgotten(self, region: Region, kept: frozenset[str]) -> Region:
        """The region with all names at 0 but those that are kept: states that differ in no other become one."""
        return self.rewritten(region, {}, [name for name in self.names if name not in kept])

    def picked(self, region: Region, names: Iterable[str], pick: Callable[[dict[str, int]], Readings]) -> Region:
        """Of a region those states whose readings are among the ones that go with their numbers of some names.

        Raises ``TooMany`` where the names have more numbers together than ``MOST_PICKS``.
        """
        levels = sorted(self.levels[name] for name in names)
        done: dict[tuple[Region, tuple[int, ...]], Region] = {}
        picks: dict[tuple[int, ...], Readings] = {}

        def at(here: Region, numbers: tuple[int, ...]) -> Region:
            key = here, numbers
            if key not in done:
                done[key] = further(here, numbers)
            return done[key]

        def further(here: Region, numbers: tuple[int, ...]) -> Region:
            if len(numbers) == len(levels):
                if numbers not in picks:
                    if len(picks) == MOST_PICKS:
                        raise TooMany
                    picks[numbers] = pick({self.names[lv]: n for lv, n in zip(levels, numbers, strict=True)})
                picked = picks[numbers]
                return self.changed(here, lambda readings: readings & picked) if picked != EVERYWHERE else here
            following = levels[len(numbers)]
            if isinstance(here, Fork) and here.level < following:
                return self.fork(here.level, ((n, at(branch, numbers)) for n, branch in here.branches))
            branches = self._branches(here, following)
            return self.fork(following, ((n, at(branch, (*numbers, n))) for n, branch in branches))

        return at(region, ()) if region else EMPTY

    def where(self, region: Region, name: str, number: int) -> Region:
        """Of a region those states in which a name is this number."""
        return self.picked(region, [name], lambda at: EVERYWHERE if at[name] == number else NOWHERE)

    def by_number(self, region: Region, name: str) -> Iterator[tuple[int, Readings]]:
        """What a name can be, the least number first, and the readings that go with it."""
        for number, below in self._branches(self.forgotten(region, frozenset({name})), self.levels[name]):
            assert isinstance(below, Leaf), "nothing else is left to fork at"
            yield number, below.readings

    def numbers(self, region: Region, name: str) -> list[int]:
        """What a name can be, the least number first."""
        return [number for number, readings in self.by_number(region, name) if readings]

    def readings(self, region: Region) -> Readings:
        """The readings of all states."""
        found = self.forgotten(region, frozenset())
        assert isinstance(found, Leaf), "nothing is left to fork at"
        return found.readings

    def one(self, region: Region) -> State:
        """Some state of a region that has any."""
        numbers = {}
        while isinstance(region, Fork):
            number, below = region.branches[0]
            numbers[self.names[region.level]] = number
            region = below
        return State(numbers, region.readings)


def _number(branch: tuple[int, Region]) -> int:
    return branch[0]
