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
    "4x3": (16, 20),
    "6x4": (22, 28),
    "7x7": (31, 37),
    "12x5": (33, 41),
}
"""Up to the first difficulty a board is easy, above the second hard.

Measured once, with version 1 of the codes: of each of the seeds 0 to 1,999 the first draw that keeps the
guarantees, whatever its difficulty; then the two numbers nearest to one third and two thirds of them. With
other numbers the codes would mean other boards.
"""


def grade_of(size: str, difficulty: int) -> Grade:
    """The grade of a board of this size and difficulty."""
    low, high = TERCILES[size]
    if difficulty <= low:
        return Grade.EASY
    return Grade.MEDIUM if difficulty <= high else Grade.HARD
