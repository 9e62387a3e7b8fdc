"""Circuits from a seed."""

from __future__ import annotations

import pytest

from game.tower import circuits
from game.tower.boards import LAUNCH, SIZES
from game.tower.rng import Rng


def pictured(seed: int) -> list[str]:
    building = LAUNCH.building(circuits.drawn(Rng(seed), 7, 7, 7))
    letters = ["abcdefg"[circuit] for circuit in building.circuit_of]
    return ["".join(letters[row * 7 : row * 7 + 7]) for row in reversed(range(7))]


def test_a_seed_leads_to_the_same_circuits_for_ever():
    assert pictured(49) == [
        "ggggggg",
        "ggfffff",
        "eeefffd",
        "aeeeeed",
        "aaabccd",
        "aabbcdd",
        "aabbccd",
    ]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_circuits_make_a_building(size):
    """Building itself refuses circuits that are not in one piece, overlap, leave flats out, or are a line."""
    for seed in range(60):
        parts = circuits.drawn(Rng(seed), size.rows, size.cols, size.circuits)
        building = size.building(parts)
        assert len(building.circuits) == size.circuits
        assert [part & -part for part in parts] == sorted(part & -part for part in parts)
        mean = size.flats / size.circuits
        assert all(mean / 2 <= part.bit_count() <= mean * 3 / 2 for part in parts)


def test_circuits_are_irregular():
    towers = [LAUNCH.building(circuits.drawn(Rng(seed), 7, 7, 7)) for seed in range(60)]
    assert len({tower.circuits for tower in towers}) == 60
    assert not any(is_rectangle(tower, part) for tower in towers for part in tower.circuits)


def is_rectangle(tower, part) -> bool:
    floors = sum(1 for floor in tower.floors if floor & part)
    return floors * sum(1 for riser in tower.risers if riser & part) == part.bit_count()
