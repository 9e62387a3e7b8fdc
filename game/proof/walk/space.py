"""The space of a walk: regions of states, and what a story does to them. It mirrors :mod:`game.story.state`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial, reduce
from math import prod
from typing import Any, Final

from game.proof.walk.diagram import Change, Diagrams, Region
from game.proof.walk.grid import EVERYWHERE, NOWHERE, Grid, Readings
from game.proof.walk.reads import COUNTED, DAY, Later, Reads
from game.story.condition import GAUGE_NAMES, PLAYED_BEFORE, Condition
from game.story.model import Start
from game.story.questions.base import Way
from game.story.state import State

TODAY: Final = {"late_nights": "late today", "corners": "corner today"}
"""The room of a day joins the others at dusk. Until then its window goes by a name that no flag can have, and that
is forked at before all others: what is put to 0 every evening is soon found at the top."""


class _StandIn:
    """Stands in for a state: whatever name a condition asks for has a number."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.__dict__.update(numbers)

    def value(self, name: str) -> int:
        return int(self.__dict__[name])


class Space:
    """All that can be told apart in one cut of a story."""

    def __init__(self, reads: Reads) -> None:
        self.reads = reads
        self.grid = Grid({name: reads.top(name) for name in (*GAUGE_NAMES, *COUNTED) if name in reads.names})
        self._today = {count: today for count, today in TODAY.items() if count in reads.names}
        self.diagrams = Diagrams((*self._today.values(), *sorted(reads.names - {*self.grid.axes})))
        self._masks: dict[tuple[Condition, tuple[tuple[str, int], ...]], Readings] = {}

    def start(self, start: Start) -> Region:
        """Where plays begin: this may be the first on its machine, or not."""
        readings = self.grid.at(
            {"rest": start.rest, "home": start.home, "craft": start.craft, **dict.fromkeys(COUNTED, 0)}
        )
        return self._put(self.diagrams.leaf(readings), {PLAYED_BEFORE: range(2)})

    def met(self, region: Region, condition: Condition, *, met: bool = True) -> Region:
        """The part of a region in which a condition is met, or is not."""
        names = [name for name in condition.names if name not in self.grid.axes]
        names += [self._today[name] for name in condition.names if name in self._today]

        def mask(numbers: dict[str, int]) -> Readings:
            found = self._mask(condition, tuple(sorted(numbers.items())))
            return found if met else ~found

        return self.diagrams.picked(region, names, mask)

    def _mask(self, condition: Condition, numbers: tuple[tuple[str, int], ...]) -> Readings:
        """The readings at which a condition is met, given its other names."""
        key = condition, numbers
        if key not in self._masks:
            given = dict(numbers)
            axes = tuple(name for name in self.grid.axes if name in condition.names)
            points = self.grid.points(axes)
            there = [readings for point, readings in points if self._is_met(condition, {**given, **point})]
            found = EVERYWHERE if len(there) == len(points) else NOWHERE
            for readings in there if found == NOWHERE else ():
                found |= readings
            self._masks[key] = found
        return self._masks[key]

    def _is_met(self, condition: Condition, numbers: dict[str, int]) -> bool:
        for count, today in self._today.items():
            if count in numbers:
                numbers[count] += numbers[today]
        stand_in: Any = _StandIn(numbers)
        return bool(condition.met(stand_in))

    def after(self, region: Region, way: Way, names: frozenset[str]) -> Region:
        """The region once everybody in it has answered in this way. Only these names are still read."""
        given: dict[str, range] = {}
        for effects in way.effects:
            windows = {TODAY["late_nights"]: effects.late, TODAY["corners"]: effects.corner}
            up = [*names.intersection(effects.set), *(name for name, opened in windows.items() if opened)]
            given |= dict.fromkeys(up, range(1, 2)) | dict.fromkeys(names.intersection(effects.clear), range(1))
        given |= {name: numbers for name, numbers in way.kept if name in names}
        moves = [
            (name, by)
            for effects in way.effects
            for name in GAUGE_NAMES
            if name in self.grid.axes and (by := getattr(effects, name))
        ]
        return self._put(region, given, self._but(names), partial(self._moved, moves=moves) if moves else None)

    def ways_in(self, way: Way) -> int:
        """How many ways it is, as far as a condition can tell the numbers apart that are kept."""
        return prod(
            len(self.reads.told_apart(name, numbers)) for name, numbers in way.kept if name in self.diagrams.levels
        )

    def _moved(self, readings: Readings, moves: Iterable[tuple[str, int]]) -> Readings:
        for name, by in moves:
            readings = self.grid.moved(readings, name, by)
        return readings

    def _put(
        self, region: Region, given: Mapping[str, range], gone: Iterable[str] = (), change: Change | None = None
    ) -> Region:
        """The region with names given any of some numbers. What nothing reads is not kept."""
        told = {
            name: self.reads.told_apart(name, numbers)
            for name, numbers in given.items()
            if name in self.diagrams.levels
        }
        return self.diagrams.rewritten(region, told, gone, change)

    def dawn(self, region: Region, day: int) -> Region:
        """The region as a day begins."""
        return self._put(region, {DAY: range(day, day + 1)}, self._today.values())

    def dusk(self, region: Region) -> Region:
        """The region once the day is over and its room has joined the tower."""
        for count, today in self._today.items():
            with_it = self.diagrams.where(region, today, 1)
            more = self.diagrams.rewritten(with_it, {}, [today], partial(self.grid.moved, name=count, by=1))
            region = self.diagrams.union(self.diagrams.where(region, today, 0), more)
        return region

    def kept(self, region: Region, names: frozenset[str]) -> Region:
        """The region with all names forgotten but these."""
        return self.diagrams.rewritten(region, {}, self._but(names))

    def _but(self, names: frozenset[str]) -> list[str]:
        """All names that fork but these."""
        kept = names | {self._today[name] for name in names & {*self._today}}
        return [name for name in self.diagrams.names if name not in kept]

    def merged(self, region: Region, later: Later) -> Region:
        """The region with states made one that no condition will tell apart any more."""
        changes: list[Change] = []
        for name, axis in self.grid.axes.items():
            if name not in later.names:
                changes.append(partial(self.grid.without, name=name))
            elif name in COUNTED and (same := later.same(name, axis.top)):
                changes.append(partial(self.grid.lowered, name=name, lower=same))
        return self.diagrams.rewritten(region, {}, self._but(later.names), _one_after_another(changes))

    def numbers(self, region: Region, name: str) -> list[int]:
        """What a name can be in a region."""
        if name not in self.grid.axes:
            return self.diagrams.numbers(region, name)
        if name not in self._today:
            return self.grid.numbers(self.diagrams.readings(region), name)
        today = self.diagrams.by_number(region, self._today[name])
        return sorted({n + more for more, readings in today for n in self.grid.numbers(readings, name)})

    def point(self, state: State) -> Region:
        """The one state of the space that stands for a state of a play."""
        today = State(rest=0, home=0, craft=0, today=state.today)
        axes = (*GAUGE_NAMES, *COUNTED)
        region = self.diagrams.leaf(self.grid.at({n: getattr(state, n) - getattr(today, n) for n in axes}))
        numbers = {name: state.day if name == DAY else state.value(name) for name in self.reads.names - {*axes}}
        numbers |= {name: getattr(today, count) for count, name in TODAY.items()}
        return self._put(region, {name: range(number, number + 1) for name, number in numbers.items()})


def _one_after_another(changes: Sequence[Change]) -> Change | None:
    return (lambda readings: reduce(lambda found, change: change(found), changes, readings)) if changes else None
