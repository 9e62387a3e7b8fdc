"""Large letters made of blocks, for titles and clocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.screens.glyphs import Glyphs

_ROWS: Final = 6
_FONT: Final = {
    "A": (".###.", "#...#", "#...#", "#####", "#...#", "#...#"),
    "B": ("####.", "#...#", "####.", "#...#", "#...#", "####."),
    "C": (".####", "#....", "#....", "#....", "#....", ".####"),
    "D": ("####.", "#...#", "#...#", "#...#", "#...#", "####."),
    "E": ("#####", "#....", "####.", "#....", "#....", "#####"),
    "F": ("#####", "#....", "####.", "#....", "#....", "#...."),
    "G": (".####", "#....", "#..##", "#...#", "#...#", ".###."),
    "H": ("#...#", "#...#", "#####", "#...#", "#...#", "#...#"),
    "J": ("..###", "...#.", "...#.", "...#.", "#..#.", ".##.."),
    "K": ("#...#", "#..#.", "###..", "#..#.", "#...#", "#...#"),
    "M": ("#...#", "##.##", "#.#.#", "#...#", "#...#", "#...#"),
    "N": ("#...#", "##..#", "#.#.#", "#..##", "#...#", "#...#"),
    "P": ("####.", "#...#", "#...#", "####.", "#....", "#...."),
    "Q": (".###.", "#...#", "#...#", "#.#.#", "#..#.", ".##.#"),
    "R": ("####.", "#...#", "#...#", "####.", "#..#.", "#...#"),
    "S": (".####", "#....", ".###.", "....#", "....#", "####."),
    "T": ("#####", "..#..", "..#..", "..#..", "..#..", "..#.."),
    "V": ("#...#", "#...#", "#...#", ".#.#.", ".#.#.", "..#.."),
    "W": ("#...#", "#...#", "#.#.#", "#.#.#", "##.##", "#...#"),
    "X": ("#...#", ".#.#.", "..#..", "..#..", ".#.#.", "#...#"),
    "Y": ("#...#", ".#.#.", "..#..", "..#..", "..#..", "..#.."),
    "Z": ("#####", "...#.", "..#..", ".#...", "#....", "#####"),
    " ": ("...",) * _ROWS,
    "0": ("####", "#..#", "#..#", "#..#", "#..#", "####"),
    "1": ("..#.", ".##.", "..#.", "..#.", "..#.", ".###"),
    "2": ("####", "...#", "####", "#...", "#...", "####"),
    "3": ("####", "...#", ".###", "...#", "...#", "####"),
    "4": ("#..#", "#..#", "####", "...#", "...#", "...#"),
    "5": ("####", "#...", "####", "...#", "...#", "####"),
    "6": ("####", "#...", "####", "#..#", "#..#", "####"),
    "7": ("####", "...#", "..#.", "..#.", ".#..", ".#.."),
    "8": ("####", "#..#", "####", "#..#", "#..#", "####"),
    "9": ("####", "#..#", "####", "...#", "...#", "####"),
    ":": (".", "#", ".", ".", "#", "."),
}


def large(words: str, glyphs: Glyphs, gap: int = 2) -> list[str]:
    """The words in large letters, or nothing when a letter is not in the font.

    Where there are half blocks a line holds two rows of the font, else one.
    """
    if not set(words) <= set(_FONT):
        return []
    space = "." * gap
    rows = [space.join(_FONT[letter][row] for letter in words) for row in range(_ROWS)]
    return blocks(rows, glyphs)


def blocks(rows: Sequence[str], glyphs: Glyphs) -> list[str]:
    """A drawing of dots, # for a dot: two rows of it on a line where there are half blocks, else one."""
    if not glyphs.halves:
        return ["".join(glyphs.solid[0] if dot == "#" else " " for dot in row) for row in rows]
    even = [*rows, "." * len(rows[0])] if len(rows) % 2 else rows
    pairs = zip(even[::2], even[1::2], strict=True)
    return ["".join(_half(above, below, glyphs) for above, below in zip(*pair, strict=True)) for pair in pairs]


def _half(above: str, below: str, glyphs: Glyphs) -> str:
    return glyphs.halves[(above == "#") + 2 * (below == "#")]
