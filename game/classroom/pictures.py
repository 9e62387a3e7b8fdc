"""The pictures at the door: small things of the building, eight blocks square.

Two of them stand at the front of the room, and whoever comes in picks the same two: so nobody comes in who was
only sent the address. They are told apart by shape alone, and have names to be read aloud.
"""

from __future__ import annotations

from typing import Final

SIDE: Final = 8
"""Blocks."""

_DRAWN: Final = """
kettle
........
..####..
.######.
#######.
#######.
#######.
.#####..
........

ladder
.#....#.
.######.
.#....#.
.######.
.#....#.
.######.
.#....#.
.######.

lamp
..####..
.######.
.######.
..####..
...##...
...##...
...##...
.######.

key
..##....
.#..#...
.#..#...
..##....
..#.....
..###...
..#.....
..###...

cat
#....#..
##..##..
######..
#.##.#..
######.#
.####..#
.######.
.#.##.#.

door
.######.
.#....#.
.#....#.
.#..#.#.
.#....#.
.#....#.
.#....#.
########

bucket
..####..
.#....#.
########
.#....#.
.#....#.
..#..#..
..####..
........

window
########
#..##..#
#..##..#
########
########
#..##..#
#..##..#
########

stairs
......##
......##
....####
....####
..######
..######
########
########

umbrella
...##...
.######.
########
#.#..#.#
...#....
...#....
...#.#..
....#...

house
...##...
..####..
.######.
########
.######.
.##..##.
.##..##.
.##..##.

bulb
..####..
.#....#.
.#....#.
.#....#.
..#..#..
..####..
..####..
...##...
"""


def _read(drawn: str) -> dict[str, tuple[str, ...]]:
    blocks = (block.split("\n") for block in drawn.strip().split("\n\n"))
    return {name: tuple(rows) for name, *rows in blocks}


PICTURES: Final = _read(_DRAWN)
"""Each picture under its name: eight rows of eight, # for a block."""
NAMES: Final = tuple(PICTURES)
