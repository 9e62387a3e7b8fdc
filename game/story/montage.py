"""Montage: how days pass that are not played. Each still builds its room, so the tower rises all the same.

Up to three days in a row tell their own lines. Of more than three every week tells one line: its own when all of
it is passed, else that of the last day passed in it. So at most seven lines stand on one screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from game.story.beat import AnyBeat
from game.story.calendar import week_of
from game.story.story import Story

EACH: Final = 3
"""As many days in a row as tell their own lines."""


class Passed(NamedTuple):
    """A scene that is passed: its day, if it is one, and what is told as it passes."""

    day: int | None
    lines: tuple[AnyBeat, ...]


def montage(story: Story, stretch: range) -> Iterator[Passed]:
    """How the scenes at these places pass, one after another. What is no day tells its own lines."""
    days = {index: day for index in stretch if (day := story.day(index)) is not None}
    folded = dict(_week_by_week(story, days)) if len(days) > EACH else None
    for index in stretch:
        if folded is None or index not in days:
            yield Passed(days.get(index), story.scene(index).montage)
        else:
            yield Passed(days[index], folded.get(index, ()))


def _week_by_week(story: Story, days: Mapping[int, int]) -> Iterator[tuple[int, tuple[AnyBeat, ...]]]:
    """For every week the place of a day passed in it, and what that day tells for all of them.

    Days that tell nothing are not even read.
    """
    for week, group in groupby(days, key=lambda index: week_of(days[index])):
        indices = list(group)
        line = story.week_line(week)
        if line is not None and len(indices) == sum(1 for day in story.titles if week_of(day) == week):
            yield indices[-1], (line,)
            continue
        own = ((index, story.scene(index).montage) for index in reversed(indices))
        yield next((each for each in own if each[1]), (indices[-1], ()))
