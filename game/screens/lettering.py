"""Large letters made of blocks, for titles and clocks."""

from __future__ import annotations

from typing import Final

from game.screens.glyphs import Glyphs

_ROWS: Final = 6
_FONT: Final = {
    "S": (".####", "#....", ".###.", "....#", "....#", "####."),
    "E": ("#####", "#....", "####.", "#....", "#....", "#####"),
    "V": ("#...#", "#...#", "#...#", ".#.#.", ".#.#.", "..#.."),
    "N": ("#...#", "##..#", "#.#.#", "#..##", "#...#", "#...#"),
    "W": ("#...#", "#...#", "#.#.#", "#.#.#", "##.##", "#...#"),
    "K": ("#...#", "#..#.", "###..", "#..#.", "#...#", "#...#"),
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
    if not glyphs.halves:
        return ["".join(glyphs.solid[0] if dot == "#" else " " for dot in row) for row in rows]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return ["".join(_half(above, below, glyphs) for above, below in zip(*pair, strict=True)) for pair in pairs]


def _half(above: str, below: str, glyphs: Glyphs) -> str:
    return glyphs.halves[(above == "#") + 2 * (below == "#")]
