"""Reads: what the conditions of a story read, and what of that is still read from some place on.

States that differ in nothing that is still read are one state. So are numbers that no condition tells apart.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from game.proof.leg import At
from game.story.calendar import DAYS, Cut
from game.story.condition import GAUGE_NAMES, Condition
from game.story.model import AnyStep, conditions_in, parts_of
from game.story.state import MOST, Effects
from game.story.story import Story

COUNTED: Final = ("corners", "late_nights")
DAY: Final = "day"
ARRIVED: Final = -1
"""Stands for the place before the first step of a scene."""
ENOUGH: Final = DAYS + 1
"""Two names that are compared with each other are followed up to here: as many as there are days, or more."""


class Later(NamedTuple):
    """What is still to come: the conditions that are read, and how many days can be late, or have a corner cut."""

    conditions: frozenset[Condition] = frozenset()
    days: Mapping[str, int] = dict.fromkeys(COUNTED, 0)

    @property
    def names(self) -> frozenset[str]:
        """All names that are read."""
        return frozenset().union(*(each.names for each in self.conditions))

    def reading(self, conditions: Iterable[Condition | None]) -> Later:
        """The same with some conditions more, where there are any."""
        return self._replace(conditions=self.conditions.union(each for each in conditions if each is not None))

    def same(self, count: str, top: int) -> dict[int, int]:
        """For a count the numbers that are as good as a lower one, since no condition can come out otherwise.

        With eight late nights behind and four ahead, whether there are ten in the end is open. With two it is not.
        """
        marks, most = marks_of(self.conditions).get(count, [0, 1]), self.days[count]
        found = {}
        for number in range(top + 1):
            lower = marks[bisect_right(marks, number) - 1]
            if lower < number and not any(number < mark <= number + most for mark in marks):
                found[number] = lower
        return found


class Reads:
    """What one cut of a story reads."""

    def __init__(self, story: Story, cut: Cut) -> None:
        self._story = story
        self._cut = cut
        self.later: dict[At, Later] = {}
        """What is to come after a step, or, at ``ARRIVED``, in the scene and after it."""
        later = Later().reading(ending.when for ending in story.spine.endings)
        for index in reversed(range(len(story))):
            later = self._through(index, later)
        self.names = later.names
        """All names that are read anywhere."""
        self.days = later.days
        """How many days can be late, and have a corner cut, in a whole play."""
        self._marks = marks_of(later.conditions)

    def _through(self, index: int, later: Later) -> Later:
        """What is to come from a scene on, given what is to come after it."""
        scene = self._story.scene(index)
        if self._story.has(index, self._cut):
            steps = [step for step in scene.beats if step.is_in(self._cut)]
            later = self._with_days(later, steps)
            for number, step in reversed([*enumerate(scene.beats)]):
                self.later[At(index, number)] = later
                later = later.reading(each for _, each in conditions_in(step) if step in steps)
            self.later[At(index, ARRIVED)] = later
        return later.reading([scene.when, *(beat.when for beat in scene.montage)])

    def _with_days(self, later: Later, steps: list[AnyStep]) -> Later:
        """A scene is at most one late night, and one corner."""
        effects = [part for step in steps for _, part in parts_of(step) if isinstance(part, Effects)]
        late, corner = any(each.late for each in effects), any(each.corner for each in effects)
        here = {"late_nights": late, "corners": corner}
        return later._replace(days={name: later.days[name] + here[name] for name in COUNTED})

    def by_step(self, step: AnyStep) -> frozenset[str]:
        """The names that a step reads."""
        return frozenset().union(*(each.names for _, each in conditions_in(step)))

    def top(self, name: str) -> int:
        """Where a gauge stops, or a count may: no play comes further, or no condition tells it apart."""
        return MOST if name in GAUGE_NAMES else min(self.days[name], self._marks[name][-1])

    def told_apart(self, name: str, numbers: range) -> list[int]:
        """One of each of those numbers that conditions tell apart."""
        marks = self._marks.get(name, [0, 1])
        return sorted({self.mark(name, numbers[0]), *(mark for mark in marks if mark in numbers)})

    def mark(self, name: str, number: int) -> int:
        """The number that stands for this one and for all that no condition tells apart from it."""
        marks = self._marks.get(name, [0, 1])
        return marks[bisect_right(marks, number) - 1]


@cache
def marks_of(conditions: frozenset[Condition]) -> dict[str, list[int]]:
    """For every name the numbers from each of which on some condition may come out otherwise."""
    found: dict[str, set[int]] = {}
    for condition in conditions:
        for name in condition.names:
            found.setdefault(name, {0, 1})
        for node in ast.walk(ast.parse(condition.text.strip(), mode="eval")):
            if isinstance(node, ast.Compare):
                for one, other in ((node.left, node.comparators[0]), (node.comparators[0], node.left)):
                    if isinstance(one, ast.Name):
                        found[one.id].update(_near(other))
    return {name: sorted(numbers) for name, numbers in found.items()}


def _near(compared: ast.expr) -> Iterator[int]:
    if isinstance(compared, ast.Constant) and isinstance(compared.value, int):
        yield from (compared.value, compared.value + 1)
    else:
        yield from range(ENOUGH + 1)
