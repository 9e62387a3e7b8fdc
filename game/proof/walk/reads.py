"""Reads: what the conditions of a story read, and what of that is still read from some place on.

States that differ in nothing that is still read are one state. So are numbers that no condition tells apart.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from game.proof.leg import At
from game.story.beat import Beat
from game.story.calendar import DAYS, Cut
from game.story.condition import GAUGE_NAMES, Condition
from game.story.model import AnyStep, conditions_in
from game.story.state import MOST
from game.story.story import Story

COUNTED: Final = ("corners", "late_nights")
DAY: Final = "day"
ARRIVED: Final = -1
"""Stands for the place before the first step of a scene."""
ENOUGH: Final = DAYS + 1
"""Two names that are compared with each other are followed up to here: as many as there are days, or more."""


class Reads:
    """What one cut of a story reads."""

    def __init__(self, story: Story, cut: Cut) -> None:
        self._story = story
        self._cut = cut
        self._conditions: set[Condition] = set()
        self.later: dict[At, frozenset[str]] = {}
        """The names that are read after a step, or, at ``ARRIVED``, in the scene or after it."""
        live = self._of(ending.when for ending in story.spine.endings)
        for index in reversed(range(len(story))):
            live = self._through(index, live)
        self.names = live
        """All names that are read anywhere."""
        self._marks = _marks(self._conditions)

    def _through(self, index: int, live: frozenset[str]) -> frozenset[str]:
        """What is read from a scene on, given what is after it."""
        scene = self._story.scene(index)
        if self._story.has(index, self._cut):
            for step in reversed(range(len(scene.beats))):
                self.later[At(index, step)] = live
                live |= self.by_step(scene.beats[step])
            self.later[At(index, ARRIVED)] = live
        return live | self._of([scene.when, *(beat.when for beat in scene.montage)])

    def by_step(self, step: AnyStep) -> frozenset[str]:
        """What a step reads; nothing where the cut is without it."""
        if step.cuts and self._cut not in step.cuts:
            return frozenset()
        passes = not isinstance(step, Beat) and any(way.until for way in step.ways())
        return self._of(each for _, each in conditions_in(step)) | ({DAY} if passes else set())

    def _of(self, conditions: Iterator[Condition | None] | list[Condition | None]) -> frozenset[str]:
        there = [each for each in conditions if each is not None]
        self._conditions.update(there)
        return frozenset().union(*(each.names for each in there))

    def top(self, name: str) -> int:
        """Where a gauge or a count may stop because no condition tells what is beyond it apart."""
        return MOST if name in GAUGE_NAMES else self._marks.get(name, [0, 1])[-1]

    def told_apart(self, name: str, numbers: range) -> list[int]:
        """One of each of those numbers that conditions tell apart."""
        marks = self._marks.get(name, [0, 1])
        return sorted({self.mark(name, numbers[0]), *(mark for mark in marks if mark in numbers)})

    def mark(self, name: str, number: int) -> int:
        """The number that stands for this one and for all that no condition tells apart from it."""
        marks = self._marks.get(name, [0, 1])
        return marks[bisect_right(marks, number) - 1]


def _marks(conditions: set[Condition]) -> dict[str, list[int]]:
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
    found[DAY] = {*range(ENOUGH)}  # what passes days counts them
    return {name: sorted(numbers) for name, numbers in found.items()}


def _near(compared: ast.expr) -> Iterator[int]:
    if isinstance(compared, ast.Constant) and isinstance(compared.value, int):
        yield from (compared.value, compared.value + 1)
    else:
        yield from range(ENOUGH + 1)
