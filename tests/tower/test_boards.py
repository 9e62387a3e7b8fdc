"""The four sizes."""

from __future__ import annotations

import pytest

from game.tower import circuits, fallback
from game.tower.boards import ANNEX, BY_NAME, HIGH_RISE, LAUNCH, SIZES, TERRACE
from game.tower.generator import LATEST
from game.tower.rng import Rng


def test_the_sizes():
    assert [(s.title, s.name, s.flats, s.circuits, s.zones) for s in SIZES] == [
        ("Annex", "4x3", 12, 3, 3),
        ("Terrace", "6x4", 24, 5, 4),
        ("Launch night", "7x7", 49, 7, 7),
        ("High-rise", "12x5", 60, 9, 10),
    ]
    assert [(s.chance, s.kmin, s.kmax) for s in SIZES] == [
        ((1, 5), 2, 4),
        ((3, 20), 2, 6),
        ((1, 10), 3, 7),
        ((2, 25), 3, 6),
    ]


def test_a_size_is_found_by_its_name():
    assert [BY_NAME[name] for name in ("4x3", "6x4", "7x7", "12x5")] == [ANNEX, TERRACE, LAUNCH, HIGH_RISE]


def test_a_tall_tower_has_its_risers_in_two_zones():
    building = HIGH_RISE.building(circuits.drawn(Rng(1), 12, 5, 9))
    assert [zone.bit_count() for zone in building.zones] == [6] * 10
    assert building.names(building.zones[1]) == "7A 8A 9A 10A 11A 12A".split()


@pytest.mark.parametrize(("size", "minutes"), zip(SIZES, (225, 325, 425, 445), strict=True))
def test_guarantee_2_the_fallback_leaves_room_for_one_failed_throw(size, minutes):
    building = size.building(circuits.drawn(Rng(1), size.rows, size.cols, size.circuits))
    assert fallback.bound(building) == minutes == 20 * (size.zones + size.kmax) + 20 * size.kmax + 5
    assert minutes <= LATEST == 475
