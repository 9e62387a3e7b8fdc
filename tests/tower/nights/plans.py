"""Which fifty nights are recorded: every size and grade, every player, and some boards that have no short code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.tower.boards import SIZES, Size
from game.tower.codes import Code
from game.tower.generator import board, drawn
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower.night import Night
from tests.tower.nights.crews import PLAYERS, Player
from tests.tower.nights.record import NO_SHORT_CODE, written

WITH_SHORT_CODES = 42
NIGHTS = 50
_STEP = 622_117
"""Seeds are so far apart that they reach all over their range."""


class Plan(NamedTuple):
    """A night to be recorded. Boards that no grade has let through have none."""

    number: int
    size: Size
    grade: Grade | None
    player: Player

    @property
    def seed(self) -> int:
        return self.number * _STEP

    @property
    def file(self) -> str:
        return f"{self.number:02}-{self.size.name}-{self.grade or 'drawn'}-{self.player.name}.night"

    @property
    def night(self) -> Night:
        if self.grade:
            return board(Code(self.size, self.grade, self.seed)).night
        return drawn(self.size, self.seed, 0).night

    @property
    def comment(self) -> str:
        code = str(Code(self.size, self.grade, self.seed)) if self.grade else NO_SHORT_CODE
        return f"{code}, {self.player.name}"


def plans() -> Iterator[Plan]:
    kinds = [(size, grade) for grade in Grade for size in SIZES]
    for number in range(1, NIGHTS + 1):
        size, grade = kinds[number % len(kinds)]
        yield Plan(number, size, grade if number <= WITH_SHORT_CODES else None, PLAYERS[number % len(PLAYERS)])


def recorded() -> Iterator[tuple[str, str]]:
    """The name and text of each file."""
    for plan in plans():
        night = plan.night
        drawing = Drawing(plan.size, night.building.circuits, night.faults)
        yield plan.file, written(drawing, plan.comment, plan.player.plays(night, plan.seed))
