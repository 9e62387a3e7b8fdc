"""A board written out as bits."""

from __future__ import annotations

from random import Random

import pytest

from game.tower import longform
from game.tower.boards import ANNEX, SIZES
from game.tower.crockford import value, written
from game.tower.generator import drawn
from game.tower.longform import Drawing, walls
from tests.tower.boards import TOWER, annex


def drawing(faults: str = "2B 4A") -> Drawing:
    return Drawing(ANNEX, TOWER.circuits, TOWER.mask(faults))


def test_every_wall_has_a_bit_and_every_flat():
    assert [(TOWER.name(one), TOWER.name(other)) for one, other in list(walls(ANNEX))[:5]] == [
        ("1A", "1B"),
        ("1A", "2A"),
        ("1B", "1C"),
        ("1B", "2B"),
        ("1C", "2C"),
    ]
    assert [len(list(walls(size))) + size.flats for size in SIZES] == [29, 62, 133, 163]
    assert [longform.length(size) for size in SIZES] == [6, 13, 27, 33]


def test_an_annex_bit_by_bit():
    bits = f"{value(longform.written(drawing())):030b}"
    assert bits[:5] == "11001"  # 1A-1B and 1A-2A are open; 1B-1C and 1B-2B are not; 1C-2C is
    assert bits[17:29] == "000010000100"  # 2B and 4A
    assert bits[29] == "0"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_what_is_written_is_read_again(size):
    for seed in range(20):
        night = drawn(size, seed, 0).night
        board = Drawing(size, night.building.circuits, night.faults)
        again = longform.read(size, longform.written(board))
        assert (again, again.building, again.night) == (board, night.building, night)


def changed(bit: int) -> str:
    return written(value(longform.written(drawing())) ^ 1 << 29 - bit, 6)


def test_a_wall_inside_a_circuit_cannot_be():
    """A square of four flats with one wall in it: whoever walks round it is on the same circuit still."""
    square = annex().circuits
    tower = Drawing(ANNEX, square, TOWER.mask("2B 4A"))
    ring = Drawing(ANNEX, (TOWER.mask("1A 1B 2A 2B"), TOWER.everything & ~TOWER.mask("1A 1B 2A 2B")), tower.faults)
    with_wall = value(longform.written(ring)) ^ 1 << 29
    with pytest.raises(ValueError, match="wall between 1A and 1B stands inside a circuit"):
        longform.read(ANNEX, written(with_wall, 6))


def test_a_board_that_breaks_the_rules_cannot_be():
    with pytest.raises(ValueError, match="2 to 4 faults, not 1"):
        drawing("2B")
    with pytest.raises(ValueError, match="2 to 4 faults, not 1"):
        longform.read(ANNEX, changed(17 + TOWER.flat("2B")))
    with pytest.raises(ValueError, match="behind the last flat"):
        longform.read(ANNEX, changed(29))
    with pytest.raises(ValueError, match="exactly floor 1"):
        rows = tuple(TOWER.floors)
        Drawing(ANNEX, rows, TOWER.mask("2B 4A"))


def test_any_bits_are_a_board_or_refused_with_a_reason():
    rng = Random(1)
    for _ in range(300):
        symbols = written(rng.getrandbits(30), 6)
        try:
            assert longform.written(longform.read(ANNEX, symbols)) == symbols
        except ValueError as error:
            assert str(error).endswith(".")
