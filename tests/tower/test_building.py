"""The building: names, parts, and everything that makes one impossible, said in words."""

from __future__ import annotations

from random import Random

import pytest

from game.tower.building import Building, zones_of
from game.tower.flats import circuit_name, flats_in
from tests.tower.boards import ANNEX, HIGH_RISE, LAUNCH, TERRACE, annex, drawn, sized, small


def test_flats_are_numbered_from_the_ground_left_to_right():
    tower = annex()
    assert [tower.name(flat) for flat in range(12)] == "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C".split()
    assert tower.flat("3B") == 7
    assert (tower.floor_of(7), tower.riser_of(7)) == (2, 1)


def test_a_set_of_flats_is_an_int():
    tower = annex()
    assert tower.mask("1A 2C") == 0b100001
    assert tower.names(0b100001) == ["1A", "2C"]
    assert list(flats_in(0b100001)) == [0, 5]


def test_floors_risers_and_circuits():
    tower = annex()
    assert tower.names(tower.floors[1]) == ["2A", "2B", "2C"]
    assert tower.names(tower.risers[1]) == ["1B", "2B", "3B", "4B"]
    assert tower.names(tower.circuits[3]) == ["3B", "3C", "4C"]
    assert tower.circuit_of[tower.flat("3B")] == 3
    assert [circuit_name(index) for index in (0, 2, 25, 26, 27)] == ["a", "c", "z", "aa", "ab"]


def test_up_to_eight_floors_a_zone_is_the_whole_riser():
    assert annex().zones == annex().risers
    assert len(zones_of(8, 5)) == 5


def test_a_taller_riser_is_split_evenly():
    tower = sized(Random(1), HIGH_RISE)
    assert len(tower.zones) == 10
    assert tower.names(tower.zones[0]) == "1A 2A 3A 4A 5A 6A".split()
    assert tower.names(tower.zones[1]) == "7A 8A 9A 10A 11A 12A".split()
    assert tower.zone_of[tower.flat("7B")] == 3
    assert sorted(zone.bit_count() for zone in zones_of(9, 2)) == [4, 4, 5, 5]


def test_two_buildings_that_are_alike_are_the_same():
    assert annex() == annex()
    assert hash(annex()) == hash(annex())
    assert annex() != annex(faults=(2, 3))


@pytest.mark.parametrize("name", ["5A", "4D", "0A", "A4", "4a", "04A", "", "4A "])
def test_a_flat_that_is_not_there(name):
    with pytest.raises(ValueError, match="flats here run from 1A to 4C"):
        annex().flat(name)


BROKEN_DRAWINGS = [
    (("aab", "bba"), "Circuit a is not in one piece: 1C and 2A 2B do not touch."),
    (("aab", "ccc"), "Circuit c is exactly floor 1."),
    (("abb", "acc"), "Circuit a is exactly riser A."),
]


@pytest.mark.parametrize(("floors", "message"), BROKEN_DRAWINGS)
def test_a_circuit_that_is_none(floors, message):
    with pytest.raises(ValueError, match=message):
        drawn(*floors)


BROKEN_PARTS = [
    ({"rows": 1}, "A tower has 2 to 99 floors, not 1"),
    ({"rows": 100}, "A tower has 2 to 99 floors, not 100"),
    ({"cols": 27}, "A floor has 2 to 26 flats, not 27"),
    ({"circuits": (0b001111, 0b110100)}, "1C is in circuit a and in circuit b"),
    ({"circuits": (0b011011, 0b100000)}, "No circuit has 1C"),
    ({"circuits": ()}, "No circuit has 1A 1B 1C 2A 2B 2C"),
    ({"circuits": (0b001011, 0b110100, 0)}, "Circuit c has no flats"),
    ({"circuits": (0b011011, 0b1100100)}, "Circuit b has flats that are not in this tower"),
    ({"zones": (0b001001, 0b010010)}, "No zone has 1C 2C"),
    ({"zones": (0b001001, 0b010010, 0b100100, 0b100000)}, "2C is in zone 2 and in zone 3"),
    ({"zones": (0b000011, 0b111100)}, "Zone 0 is not part of one riser"),
    ({"zones": (0b001001, 0b010010, 0b100100, 0)}, "Zone 3 is not part of one riser"),
    ({"kmin": 3, "kmax": 2}, "6 flats cannot have 3 to 2 faults"),
    ({"kmin": -1}, "6 flats cannot have -1 to 2 faults"),
    ({"kmax": 7}, "6 flats cannot have 1 to 7 faults"),
    ({"chances": ((1, 2),) * 5}, "6 flats need 6 chances; there are 5"),
    ({"chances": (*((1, 2),) * 5, (0, 2))}, "The chance of 2C is 0/2: it must lie between 0 and 1"),
    ({"chances": ((2, 2), *((1, 2),) * 5)}, "The chance of 1A is 2/2"),
    ({"chances": ((-1, -2), *((1, 2),) * 5)}, "The chance of 1A is -1/-2"),
]


@pytest.mark.parametrize(("part", "message"), BROKEN_PARTS)
def test_a_building_that_cannot_be(part, message):
    sound = {
        "rows": 2,
        "cols": 3,
        "circuits": (0b001011, 0b110100),
        "kmin": 1,
        "kmax": 2,
        "chances": ((1, 2),) * 6,
    }
    assert Building(**sound)
    with pytest.raises(ValueError, match=message):
        Building(**sound | part)


def test_a_zone_with_a_gap():
    tower = annex()
    gap = (tower.mask("1A 3A 4A"), tower.mask("2A"), *tower.risers[1:])
    with pytest.raises(ValueError, match="Zone 0 has a gap: 1A 3A 4A"):
        Building(rows=4, cols=3, circuits=tower.circuits, zones=gap, kmin=1, kmax=2, chances=tower.chances)


@pytest.mark.parametrize("kind", [ANNEX, TERRACE, LAUNCH, HIGH_RISE])
def test_random_towers_are_legal(kind):
    for seed in range(10):
        tower = sized(Random(seed), kind)
        assert sum(circuit.bit_count() for circuit in tower.circuits) == tower.size
        assert not set(tower.circuits) & {*tower.floors, *tower.risers}
        assert small(Random(seed)).size <= 12
