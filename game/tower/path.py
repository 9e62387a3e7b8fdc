"""How the reference crew's night went as a piece of reasoning: what it took, and how hard it was to follow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

import msgspec
from msgspec.structs import replace

from game.tower.crew import Reading
from game.tower.deduction import settle
from game.tower.exact import Exact
from game.tower.known import Known
from game.tower.night import Night

EFFORT: Final = (1, 2, 4, 6, 10)
"""What a deduction of each level adds to the difficulty."""
DROUGHT_EFFORT: Final = 2
LONGEST_DROUGHT: Final = 4
"""No board of free play has a longer run of readings that settle nothing."""


class Path(msgspec.Struct, frozen=True):
    """The figures of a night that a crew has played."""

    minutes: int
    tests: int
    drought: int
    """The longest run of readings after which no flat was certain that had not been before."""
    levels: tuple[int, ...]
    """How many deductions of each level it took, from level 1 on."""

    @property
    def difficulty(self) -> int:
        """Tests + L1 + 2·L2 + 4·L3 + 6·L4 + 10·L5 + 2·longest drought."""
        efforts = sum(effort * count for effort, count in zip(EFFORT, self.levels, strict=True))
        return self.tests + efforts + DROUGHT_EFFORT * self.drought

    @property
    def reasons_well(self) -> bool:
        """Whether it is a path to be followed with pleasure: no long drought, and something to find out."""
        return self.drought <= LONGEST_DROUGHT and any(self.levels[1:])


def path_of(night: Night) -> Path:
    """The path of a night, as its log has it."""
    settles = list(_settling(night))
    droughts = (sum(1 for _ in run) for settled, run in groupby(settles) if not settled)
    return Path(night.minute, len(settles), max(droughts, default=0), _levels(night))


def _settling(night: Night) -> Iterator[bool]:
    """For each reading, whether it made a flat certain."""
    known = Known.at_eleven(night.building)
    before = Exact(known).uncertain
    for event in night.log:
        known = known.after(event)
        if isinstance(event, Reading):
            after = Exact(known).uncertain
            yield after != before
            before = after


def _levels(night: Night) -> tuple[int, ...]:
    """The deductions by level, each counted once: what was deduced stays marked."""
    levels = [0] * len(EFFORT)
    known = Known.at_eleven(night.building)
    for event in (None, *night.log):
        if event is not None:
            known = known.after(event)
        marks, deductions = settle(known)
        known = replace(known, sound=marks.sound, faulty=marks.faulty)
        for deduction in deductions:
            levels[deduction.level - 1] += 1
    return tuple(levels)
