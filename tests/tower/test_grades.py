"""Easy, medium, hard."""

from __future__ import annotations

from collections import Counter
from itertools import count

import pytest

from game.tower.boards import SIZES
from game.tower.crew import par
from game.tower.generator import drawn, is_fair, rewards_reasoning
from game.tower.grades import TERCILES, Grade, grade_of
from game.tower.path import path_of


def test_every_size_has_its_terciles():
    assert list(TERCILES) == [size.name for size in SIZES]
    assert all(low < high for low, high in TERCILES.values())


def test_grades_are_cut_at_the_terciles():
    low, high = TERCILES["7x7"]
    assert [grade_of("7x7", d) for d in (0, low, low + 1, high, high + 1, 999)] == [
        Grade.EASY,
        Grade.EASY,
        Grade.MEDIUM,
        Grade.MEDIUM,
        Grade.HARD,
        Grade.HARD,
    ]


def test_grades_are_known_by_their_letters():
    assert [*Grade] == ["E", "M", "H"]


def difficulty(size, seed: int) -> int:
    """Of the first draw of a seed that keeps the guarantees, whatever its grade: as the terciles were measured."""
    for attempt in count():
        draw = drawn(size, seed, attempt)
        played = par(draw.night)
        path = path_of(played)
        if is_fair(path) and rewards_reasoning(draw, played):
            return path.difficulty
    raise AssertionError


@pytest.mark.prove
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_each_grade_has_about_a_third_of_the_boards(size):
    """On 200 seeds with which the terciles were not measured."""
    grades = Counter(grade_of(size.name, difficulty(size, seed)) for seed in range(100_000, 100_200))
    shares = ", ".join(f"{grades[grade] / 200:.0%} {grade.name.lower()}" for grade in Grade)
    print(f"{size.name}: of 200 boards {shares}")
    assert all(0.23 < grades[grade] / 200 < 0.44 for grade in Grade)
