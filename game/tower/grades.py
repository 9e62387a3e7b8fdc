"""Easy, medium and hard: the terciles of the difficulty within a size."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Grade(StrEnum):
    """How hard a board is among those of its size."""

    EASY = "E"
    MEDIUM = "M"
    HARD = "H"


TERCILES: Final[dict[str, tuple[int, int]]] = {
    "4x3": (14, 19),
    "6x4": (24, 31),
    "7x7": (40, 50),
    "12x5": (40, 50),
}


def grade_of(size: str, difficulty: int) -> Grade:
    """The grade of a board of this size and difficulty."""
    low, high = TERCILES[size]
    if difficulty <= low:
        return Grade.EASY
    return Grade.MEDIUM if difficulty <= high else Grade.HARD
