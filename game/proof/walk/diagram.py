"""Decision diagrams: sets of states, by flags and kept numbers down to readings of the gauges.

A set is a tree that forks at one name after another and has readings (:mod:`~game.proof.walk.grid`) for leaves.
Equal branches are one and the same object, and each is worked on once. So a number that changes nothing else, such
as how somebody finds it from 1 to 5, costs a fork and not five times the work. A name that a branch does not fork
at is 0 there; the set of no states is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from game.proof.walk.grid import EVERYWHERE, NOWHERE, Readings


class Fork:
    """What follows from each number that a name can have, the least number first."""

    __slots__ = ("branches", "level")

    def __init__(self, level: int, branches: Branches) -> None:
        self.level = level
        self.branches = branches


Region = Fork | Readings
"""A set of states."""
Branches = tuple[tuple[int, Region], ...]
EMPTY: Final[Region] = NOWHERE


class State(NamedTuple):
    """Some state of a region: its names that are not 0, and its readings."""

    numbers: dict[str, int]
    readings: Readings


class Diagrams:
    """All diagrams over the same names, in the order in which they are forked at."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self.levels = {name: level for level, name in enumerate(names)}
        self._made: dict[tuple[int, Branches], Fork] = {}
        self._unions: dict[tuple[Region, Region], Region] = {}

    def fork(self, level: int, branches: Iterable[tuple[int, Region]]) -> Region:
        """The one fork with these branches; none is needed where there are only states with 0."""
        key = level, tuple((number, region) for number, region in branches if region)
        if len(key[1]) == 0:
            return EMPTY
        if len(key[1]) == 1 and key[1][0][0] == 0:
            return key[1][0][1]
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Fork(*key)
        return made

    def sweep(self, kept: Iterable[Region]) -> None:
        """Let go of all branches that are in none of these regions."""
        self._unions.clear()
        self._made.clear()
        waiting = list(kept)
        while waiting:
            region = waiting.pop()
            if isinstance(region, Fork):
                key = region.level, region.branches
                if key not in self._made:
                    self._made[key] = region
                    waiting += [branch for _, branch in region.branches]

    def union(self, one: Region, other: Region) -> Region:
        """The states that are in either."""
        if isinstance(one, int) and isinstance(other, int):
            return one | other
        if not one or one is other:
            return other
        if not other:
            return one
        key = one, other
        if key not in self._unions:
            level = min(_level(one), _level(other))
            branches = dict(self._branches(one, level))
            for number, branch in self._branches(other, level):
                branches[number] = self.union(branches.get(number, EMPTY), branch)
            self._unions[key] = self.fork(level, sorted(branches.items(), key=_number))
        return self._unions[key]

    def union_of(self, regions: Iterable[Region]) -> Region:
        """The states that are in any."""
        found = EMPTY
        for region in regions:
            found = self.union(found, region)
        return found

    def minus(self, one: Region, other: Region) -> Region:
        """The states of one region that are not in the other."""
        if not one or not other or one is other:
            return EMPTY if one is other else one
        if isinstance(one, int) and isinstance(other, int):
            return one & ~other
        level = min(_level(one), _level(other))
        gone = dict(self._branches(other, level))
        here = self._branches(one, level)
        return self.fork(level, ((number, self.minus(branch, gone.get(number, EMPTY))) for number, branch in here))

    @staticmethod
    def _branches(region: Region, level: int) -> Branches:
        """What follows at a level, where a region may have no fork."""
        return region.branches if isinstance(region, Fork) and region.level == level else ((0, region),)

    def changed(self, region: Region, change: Callable[[Readings], Readings]) -> Region:
        """The region with other readings everywhere."""
        done: dict[Region, Region] = {}

        def at(here: Region) -> Region:
            if here not in done:
                if isinstance(here, int):
                    done[here] = change(here)
                else:
                    done[here] = self.fork(here.level, ((number, at(branch)) for number, branch in here.branches))
            return done[here]

        return at(region) if region else EMPTY

    def given(self, region: Region, name: str, numbers: Sequence[int]) -> Region:
        """The region once a name has been given any of these numbers, whatever it was before."""
        level = self.levels[name]
        done: dict[Region, Region] = {}

        def at(here: Region) -> Region:
            if here not in done:
                if isinstance(here, Fork) and here.level < level:
                    done[here] = self.fork(here.level, ((number, at(branch)) for number, branch in here.branches))
                else:
                    below = self.union_of(branch for _, branch in self._branches(here, level))
                    done[here] = self.fork(level, ((number, below) for number in numbers))
            return done[here]

        return at(region) if region else EMPTY

    def forgotten(self, region: Region, kept: frozenset[str]) -> Region:
        """The region with all names at 0 but those that are kept: states that differ in no other become one."""
        levels = {self.levels[name] for name in kept if name in self.levels}
        done: dict[Region, Region] = {}

        def at(here: Region) -> Region:
            if isinstance(here, int):
                return here
            if here not in done:
                below = [(number, at(branch)) for number, branch in here.branches]
                if here.level in levels:
                    done[here] = self.fork(here.level, below)
                else:
                    done[here] = self.union_of(branch for _, branch in below)
            return done[here]

        return at(region)

    def picked(self, region: Region, names: Iterable[str], pick: Callable[[dict[str, int]], Readings]) -> Region:
        """Of a region those states whose readings are among the ones that go with their numbers of some names."""
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
                    picks[numbers] = pick({self.names[lv]: n for lv, n in zip(levels, numbers, strict=True)})
                picked = picks[numbers]
                return self.changed(here, lambda readings: readings & picked) if picked != EVERYWHERE else here
            following = levels[len(numbers)]
            if isinstance(here, Fork) and here.level < following:
                return self.fork(here.level, ((n, at(branch, numbers)) for n, branch in here.branches))
            branches = self._branches(here, following)
            return self.fork(following, ((n, at(branch, (*numbers, n))) for n, branch in branches))

        return at(region, ()) if region else EMPTY

    def count(self, region: Region) -> int:
        """How many states there are."""
        done: dict[Region, int] = {}

        def at(here: Region) -> int:
            if here not in done:
                inner = isinstance(here, Fork)
                done[here] = sum(at(branch) for _, branch in here.branches) if inner else here.bit_count()
            return done[here]

        return at(region)

    def numbers(self, region: Region, name: str) -> list[int]:
        """What a name can be, the least number first."""
        found = self.forgotten(region, frozenset({name}))
        return [number for number, _ in self._branches(found, self.levels[name])] if region else []

    def readings(self, region: Region) -> Readings:
        """The readings of all states."""
        found = self.forgotten(region, frozenset())
        assert isinstance(found, int), "nothing is left to fork at"
        return found

    def has(self, region: Region, numbers: Mapping[str, int], readings: Readings) -> bool:
        """Whether some state with these numbers has one of these readings. What has no number is 0."""
        for level, name in enumerate(self.names):
            region = dict(self._branches(region, level)).get(numbers.get(name, 0), EMPTY)
        return isinstance(region, int) and bool(region & readings)

    def one(self, region: Region) -> State:
        """Some state of a region that has any."""
        numbers = {}
        while isinstance(region, Fork):
            number, below = region.branches[0]
            numbers[self.names[region.level]] = number
            region = below
        return State(numbers, region)


def _level(region: Region) -> float:
    return region.level if isinstance(region, Fork) else float("inf")


def _number(branch: tuple[int, Region]) -> int:
    return branch[0]
